// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>
#include <QString>

namespace meshwright::ui {

/// What is looked for, as a search field and its toggles say it.
struct SearchPattern
{
    QString text;
    bool matchesCase = false;
    bool wholeWords = false;
    bool isRegex = false;

    QRegularExpression regex() const;
    /// What takes the place of a match; with a regular expression `with` may name its groups.
    QString replacement(QString matched, const QString &with) const;
};

} // namespace meshwright::ui
