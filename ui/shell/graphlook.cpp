// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/graphlook.h"

#include "ui/text/text.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

#include <array>

namespace meshwright::ui {

namespace {

const QString nameKey = QStringLiteral("name");
const QString focusKey = QStringLiteral("focus");
const QString hopsKey = QStringLiteral("hops");
const QString directionKey = QStringLiteral("direction");
const QString onlyKey = QStringLiteral("only");
const QString all = QStringLiteral("all");
const QString yes = QStringLiteral("yes");

constexpr std::array directions{graph::Direction::Both, graph::Direction::Upstream,
                                graph::Direction::Downstream};

struct Links
{
    Q_DECLARE_TR_FUNCTIONS(Destination)
};

tl::unexpected<Error> refused(const QString &why)
{
    return tl::unexpected(Error{Error::Code::Invalid, fromQt(why), {}});
}

/// A number, or all the way.
bool readHops(const QString &text, std::optional<int> &hops)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    hops = isNumber ? std::optional(number) : std::nullopt;
    return text == all || (isNumber && number >= 0);
}

bool readDirection(const QString &text, graph::Direction &direction)
{
    for (const graph::Direction each : directions)
        if (toQt(graph::nameOf(each)) == text) {
            direction = each;
            return true;
        }
    return false;
}

} // namespace

void addGraphLook(QUrlQuery &query, const GraphLook &look)
{
    const auto add = [&query](const QString &key, const QString &value) {
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    const graph::View &view = look.view;
    if (!view.name.empty())
        add(nameKey, toQt(view.name));
    for (const auto &[facet, words] : view.filter.words)
        for (const std::string &word : words)
            add(toQt(graph::nameOf(facet)), toQt(word));
    if (view.focus) {
        add(focusKey, toQt(view.focus->context.value));
        add(hopsKey, view.focus->hops ? QString::number(*view.focus->hops) : all);
        add(directionKey, toQt(graph::nameOf(view.focus->direction)));
    }
    if (look.onlyThese)
        add(onlyKey, yes);
}

Result<GraphLook> readGraphLook(const QUrlQuery &query)
{
    const auto valueOf = [&query](const QString &key) {
        return query.queryItemValue(key, QUrl::FullyDecoded);
    };
    GraphLook look;
    look.view.name = fromQt(valueOf(nameKey));
    for (const graph::Facet facet : graph::facets)
        for (const QString &word :
             query.allQueryItemValues(toQt(graph::nameOf(facet)), QUrl::FullyDecoded))
            look.view.filter.set(facet, fromQt(word), true);
    const bool isFocused = !valueOf(focusKey).isEmpty();
    if (isFocused)
        look.view.focus = graph::Focus{{fromQt(valueOf(focusKey))}};
    graph::Focus spare; // a distance without a context is looked at, too
    graph::Focus &focus = look.view.focus ? *look.view.focus : spare;
    if (query.hasQueryItem(hopsKey) && !readHops(valueOf(hopsKey), focus.hops))
        return refused(Links::tr("The link's hops have to be a number, or all."));
    if (query.hasQueryItem(directionKey) && !readDirection(valueOf(directionKey), focus.direction))
        return refused(Links::tr("The link's direction has to be upstream, downstream or both."));
    look.onlyThese = valueOf(onlyKey) == yes;
    return look;
}

} // namespace meshwright::ui
