// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/compare/compare.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <map>
#include <string>

namespace meshwright::compare {

using Texts = std::map<std::string, std::string>;

} // namespace meshwright::compare

// Before anything asks for it: a declaration behind the first use is an error.
Q_DECLARE_METATYPE(meshwright::compare::Texts)

namespace meshwright::compare {

inline Comparison compared(const Texts &base, const Texts &next,
                           Compatibility compatibility = Compatibility::Full)
{
    return compareStates(*buildTopology(Workspace::fromTexts(base)),
                         *buildTopology(Workspace::fromTexts(next)), compatibility);
}

/// `topic-removed acme.a acme.a._public.x: item (before → after) !reason @affected`
inline QString lineOf(const Change &change)
{
    std::string line(nameOf(change.kind));
    line += ' ' + change.context.value;
    if (!change.topic.value.empty())
        line += ' ' + change.topic.value;
    if (!change.message.empty())
        line += " #" + change.message;
    line += change.isKey ? " key" : "";
    if (!change.item.empty())
        line += ": " + change.item;
    if (change.before || change.after)
        line += " (" + change.before.value_or("-") + " > " + change.after.value_or("-") + ')';
    for (const auto reason : change.reasons)
        line += (change.isBreaking ? " !" : " ?") + std::string(nameOf(reason));
    for (const auto &id : change.affected)
        line += " @" + id.value;
    return QString::fromStdString(line);
}

inline QStringList linesOf(const Comparison &comparison)
{
    QStringList lines;
    for (const auto &change : comparison.changes)
        lines.append(lineOf(change));
    return lines;
}

} // namespace meshwright::compare
