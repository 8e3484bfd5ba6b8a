// SPDX-License-Identifier: Apache-2.0
// Companies whose names mean something to one tool or another.
#pragma once

#include "meshwright/topology/topology.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace meshwright::test {

inline const QStringList hostileNames = {
    QStringLiteral("\"quoted\" 'twice' `thrice`"),
    QStringLiteral("back\\slash\\n \\N \\\""),
    QStringLiteral("ends with \\"),
    QStringLiteral("two\nlines\tand\ttabs\r\nmore"),
    QStringLiteral("<b>bold</b> & &amp; &lt;i&gt; &#65; &#x41;"),
    QStringLiteral("]]> --> <!-- <![CDATA[ </script><script>alert(1)</script>"),
    QStringLiteral("#quot; #35; ;semi; %% %%{init: {}}%% a|b|c"),
    QStringLiteral("{braces} [brackets] (parens) ((round)) [[link]] {{six}}"),
    QStringLiteral("end"),
    QStringLiteral("subgraph graph flowchart style click"),
    QStringLiteral("@enduml @startuml !include <C4/C4> !define x"),
    QStringLiteral("%date() %version() %n() $name ${HOME} $1"),
    QStringLiteral("**bold** //italic// __under__ ~~wave~~ --strike-- \"\"mono\"\""),
    QStringLiteral("<U+0041> <&heart> <:smile:> <size:40>big <color:red>red"),
    QStringLiteral("' comment // comment # comment /* comment */"),
    QStringLiteral("!identifiers workspace { model"),
    QStringLiteral("\u00fc\u00df \u4e2d\u6587 \u05e9\u05dc\u05d5\u05dd \U0001F600 e\u0301"),
    QStringLiteral("\ufffe \uffff \u007f \u0085 \u2028 \u200f"),
    QStringLiteral("   "),
    QString(3000, u'x'),
    QStringLiteral("javascript:alert(1)"),
    QStringLiteral("->> -.-> ==> --x <--> c0 --> c1"),
    QStringLiteral("title=\"x\" onload=x style=fill:red"),
    QStringLiteral("-"),
};

/// JSON that holds what a file may only have as an escape.
inline std::string specText(const QJsonObject &spec)
{
    QString text;
    for (const QChar c : QString::fromUtf8(QJsonDocument(spec).toJson()))
        if (c.unicode() >= 0xfffe || (c.unicode() >= 0x7f && c.unicode() < 0xa0) ||
            c.unicode() == 0x2028)
            text += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            text += c;
    return text.toStdString();
}

/// Each name is a context's title and version, and stands in its id, in its domain's name and in
/// that of a topic which the next one reads, and the one behind that may.
inline TopologyPtr hostile()
{
    const qsizetype count = hostileNames.size();
    constexpr qsizetype longest = 300; // of a key
    const auto nameOf = [&](qsizetype i) {
        return hostileNames[i % count].left(longest).replace(u':', u'.');
    };
    const auto idOf = [&](qsizetype i) {
        return QStringLiteral("acme.%1.c%2 ").arg(nameOf(i)).arg(i % count) + nameOf(i);
    };
    const auto topicOf = [&](qsizetype i) { return QStringLiteral("_protected.") + nameOf(i); };
    std::map<std::string, std::string> texts;
    for (qsizetype i = 0; i < count; ++i) {
        const QJsonObject grant{{"name", "grant-access:" + idOf(i + 2)}};
        const QJsonObject published{{"tags", QJsonArray{grant}}};
        const QString read = idOf(i + count - 1) + u'.' + topicOf(i + count - 1);
        const QJsonObject channels{{topicOf(i), QJsonObject{{"publish", published}}},
                                   {read, QJsonObject{{"subscribe", QJsonObject()}}}};
        const QJsonObject spec{
            {"asyncapi", "2.6.0"},
            {"id", "urn:" + idOf(i)},
            {"info", QJsonObject{{"title", hostileNames[i]}, {"version", hostileNames[i]}}},
            {"channels", channels}};
        texts[QStringLiteral("s%1.json").arg(i, 2, 10, QChar(u'0')).toStdString()] = specText(spec);
    }
    return buildTopology(Workspace::fromTexts(texts));
}

} // namespace meshwright::test
