// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/grapharranging.h"

#include "ui/text/text.h"

#include <QCoreApplication>

namespace meshwright::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GraphArranging)
};

WorkspacePtr newest(const Session &session)
{
    std::map<std::string, std::string> texts;
    if (const Text text = session.text(graph::positionsFileName))
        texts[graph::positionsFileName] = text->bytes();
    return Workspace::fromTexts(texts);
}

std::map<std::string, graph::Corner> &mapOf(graph::Positions &positions, const Placed &what)
{
    return std::holds_alternative<ContextId>(what) ? positions.contexts : positions.domains;
}

const std::string &nameOf(const Placed &what)
{
    const auto *context = std::get_if<ContextId>(&what);
    return context ? context->value : std::get<std::string>(what);
}

} // namespace

graph::Positions GraphArranging::positions() const
{
    std::vector<SettingsProblem> problems; // told with the other findings of the file
    return graph::readPositions(newest(m_session)->document(graph::positionsFileName), problems);
}

Result<void> GraphArranging::place(const Placed &what, const graph::Corner &corner)
{
    graph::Positions next = positions();
    mapOf(next, what)[nameOf(what)] = corner;
    return write(next, Words::tr("Move %1 in the graph").arg(toQt(nameOf(what))));
}

Result<void> GraphArranging::release(const Placed &what)
{
    graph::Positions next = positions();
    if (mapOf(next, what).erase(nameOf(what)) == 0)
        return tl::unexpected(Error{
            Error::Code::NotFound, "'" + nameOf(what) + "' was not placed by hand.", nameOf(what)});
    return write(next, Words::tr("Let %1 be placed by the layout").arg(toQt(nameOf(what))));
}

Result<void> GraphArranging::releaseAll()
{
    return write({}, Words::tr("Let all be placed by the layout"));
}

Result<void> GraphArranging::keepAll(const GraphScene &scene)
{
    graph::Positions next = positions(); // with what others keep for what is not here
    for (const auto &[domain, box] : scene.picture.groups)
        next.domains[domain] = keptCorner(scene, domain, {box.x, box.y});
    for (std::size_t i = 0; i < scene.cards.size(); ++i) {
        const ContextId &id = scene.content.cards[i].id;
        next.contexts[id.value] = keptCorner(scene, id, scene.cards[i].box.topLeft());
    }
    return write(next, Words::tr("Keep the graph as it is"));
}

Result<void> GraphArranging::write(const graph::Positions &positions, const QString &title)
{
    const auto edit = graph::savePositions(*newest(m_session), positions);
    if (!edit)
        return tl::unexpected(edit.error());
    if (edit->files.empty() && edit->created.empty())
        return {};
    return m_session.perform(*edit, title);
}

} // namespace meshwright::ui
