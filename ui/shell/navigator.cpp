// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/navigator.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/explorer/explorerview.h"
#include "ui/everywhere/indexer.h"
#include "ui/everywhere/searchpopup.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/graphview.h"
#include "ui/problems/problemsview.h"
#include "ui/session/places.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/text/text.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>

#include <algorithm>
#include <utility>

namespace meshwright::ui {

namespace {

tl::unexpected<Error> notHere(const QString &sentence)
{
    return tl::unexpected(Error{Error::Code::NotFound, fromQt(sentence), {}});
}

bool isSameFolder(const QString &a, const QString &b)
{
    return QDir::cleanPath(a) == QDir::cleanPath(b);
}

} // namespace

Navigator::Navigator(Session &session, MainWindow &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
    , m_indexer(new Indexer(session, this))
{
    makeActions();
    connect(&m_session, &Session::opened, this, [this] {
        if (const auto waiting = std::exchange(m_waiting, std::nullopt))
            go(*waiting);
    });
    connect(&m_session, &Session::openFailed, this, [this] { m_waiting.reset(); });
}

void Navigator::makeActions()
{
    m_window.addAction(QStringLiteral("go"), QStringLiteral("search"),
                       {tr("&Search everywhere…"), "find", QKeySequence(QStringLiteral("Ctrl+P"))},
                       [this] { showSearch(); });
    addCopy(QStringLiteral("copy-link-place"), tr("Copy a link to this line"),
            tr("No file is open to link to."), [this] { return here(); });
    addCopy(QStringLiteral("copy-link-selection"),
            tr("Copy a link to the selected context or topic"),
            tr("No context or topic is selected."), [this] { return selected(); });
    addCopy(QStringLiteral("copy-link-problem"), tr("Copy a link to the selected problem"),
            tr("No problem is selected in the list."), [this] { return problem(); });
    addCopy(QStringLiteral("copy-link-graph"), tr("Copy a link to what the graph shows"),
            tr("The graph shows an answer, which has no link: focus or filter instead."),
            [this] { return shownGraph(); });
    addCopy(QStringLiteral("copy-link-plan"), tr("Copy a link to the plan"),
            tr("No folder is open to plan for."), [this] {
                return m_session.isOpen()
                           ? std::optional(Destination{
                                 Destination::Kind::Plan, m_session.rootPath(), {}, {}, 0, 0})
                           : std::nullopt;
            });
}

void Navigator::addCopy(const QString &id, const QString &text, const QString &why,
                        std::function<std::optional<Destination>()> where)
{
    m_window.addAction(QStringLiteral("edit"), id, {text, "copy"},
                       [this, why, where = std::move(where)] {
                           const auto destination = where();
                           if (!destination)
                               return m_window.showMessage(why);
                           QApplication::clipboard()->setText(linkTo(*destination));
                           m_window.showMessage(tr("The link is copied."));
                       });
}

void Navigator::showSearch()
{
    auto *popup = new SearchPopup(*m_indexer, m_window.actions().all(), &m_window);
    connect(popup, &SearchPopup::chosen, this, [this](const search::Entry &entry) { open(entry); });
    popup->show();
}

void Navigator::open(const search::Entry &entry)
{
    using search::Kind;
    switch (entry.kind) {
    case Kind::Action:
        if (QAction *action = m_window.actions().get(toQt(entry.subject)))
            action->trigger();
        return;
    case Kind::Rule:
        return filterProblems(entry.subject);
    case Kind::Domain:
        return filterExplorer(entry.subject);
    case Kind::Context:
    case Kind::Principal:
        m_session.select(ContextId{entry.subject});
        break;
    case Kind::Topic:
        m_session.select(TopicName{entry.subject});
        break;
    case Kind::File:
    case Kind::Message:
    case Kind::Field:
    case Kind::Term:
    case Kind::Setting:
        break;
    }
    m_session.reveal(entry.file, entry.range);
}

void Navigator::filterProblems(const std::string &rule)
{
    m_window.actions().get(QStringLiteral("show-problems"))->trigger();
    m_window.findChild<ProblemsView *>()->setFilter(toQt(rule));
}

void Navigator::filterExplorer(const std::string &domain)
{
    m_window.actions().get(QStringLiteral("show-explorer"))->trigger();
    m_window.findChild<ExplorerView *>()->setFilter(toQt(domain));
}

void Navigator::open(const Destination &destination)
{
    if (m_session.isOpen() && isSameFolder(m_session.rootPath(), destination.workspace))
        return go(destination);
    m_waiting = destination;
    m_window.openPath(destination.workspace);
}

void Navigator::go(const Destination &destination)
{
    if (const auto done = tryGo(destination); !done)
        m_window.showNote(toQt(done.error().message));
}

Result<void> Navigator::tryGo(const Destination &destination)
{
    switch (destination.kind) {
    case Destination::Kind::Context:
    case Destination::Kind::Topic:
        return goToSubject(destination);
    case Destination::Kind::Place:
        return goToLine(destination);
    case Destination::Kind::Problem:
        break;
    case Destination::Kind::Plan:
        if (QAction *plan = m_window.actions().get(QStringLiteral("show-planDock")))
            plan->trigger();
        return {};
    case Destination::Kind::Graph:
        return goToGraph(destination.graph);
    }
    for (const Diagnostic &each : *m_session.snapshot().diagnostics) {
        const Text text = m_session.text(each.file);
        const bool isMeant = toQt(each.rule) == destination.name &&
                             toQt(each.file) == destination.file && text &&
                             (destination.line == 0 ||
                              int(text->position(each.range.begin).line) == destination.line);
        if (!isMeant)
            continue;
        m_session.reveal(each);
        return {};
    }
    if (auto done = goToLine(destination); !done)
        return done;
    return notHere(tr("The problem %1 is no longer found there.").arg(destination.name));
}

Result<void> Navigator::goToSubject(const Destination &destination)
{
    const bool isTopic = destination.kind == Destination::Kind::Topic;
    const std::string name = fromQt(destination.name);
    const Selection subject = isTopic ? Selection(TopicName{name}) : Selection(ContextId{name});
    const auto place = placeOf(m_session.snapshot(), subject);
    if (!place)
        return notHere(
            (isTopic ? tr("There is no topic %1 here.") : tr("There is no context %1 here."))
                .arg(destination.name));
    m_session.select(subject);
    m_session.reveal(place->file, place->range);
    return {};
}

Result<void> Navigator::goToGraph(const GraphLook &wanted)
{
    auto *picture = m_window.findChild<GraphView *>();
    GraphInquiry &inquiry = picture->inquiry();
    graph::View view = wanted.view;
    if (!view.name.empty()) {
        const auto views = inquiry.views();
        const auto found = std::find_if(views.begin(), views.end(), [&](const graph::View &each) {
            return each.name == view.name;
        });
        if (found == views.end())
            return notHere(tr("There is no view %1 here.").arg(toQt(view.name)));
        view = *found;
    }
    const TopologyPtr &topology = m_session.snapshot().topology;
    if (view.focus && !(topology && topology->context(view.focus->context)))
        return notHere(tr("There is no context %1 here.").arg(toQt(view.focus->context.value)));
    if (!picture->isVisible())
        m_window.actions().get(QStringLiteral("mode-graph"))->trigger();
    inquiry.ask({view.filter, view.focus, {}, {}, wanted.onlyThese});
    return {};
}

Result<void> Navigator::goToLine(const Destination &destination)
{
    const Text text = m_session.text(fromQt(destination.file));
    if (!text)
        return notHere(tr("There is no file %1 here.").arg(destination.file));
    const auto line = static_cast<std::uint32_t>(std::max(1, destination.line));
    const auto column = static_cast<std::uint32_t>(std::max(1, destination.column));
    const std::size_t at = text->offset(Position{line, column});
    m_session.reveal(fromQt(destination.file), {at, at});
    if (line > text->lineCount())
        return notHere(tr("%1 has no line %2 any more.").arg(destination.file).arg(line));
    return {};
}

std::optional<Destination> Navigator::here() const
{
    const CodeEditor *editor = m_window.editors().currentEditor();
    const Text text = editor ? m_session.text(editor->file()) : nullptr;
    if (!text)
        return std::nullopt;
    const Position at = text->position(editor->caretOffset());
    return Destination{Destination::Kind::Place, m_session.rootPath(), {},
                       toQt(editor->file()),     int(at.line),         int(at.column)};
}

std::optional<Destination> Navigator::selected() const
{
    const Selection &selection = m_session.selection();
    if (const auto *topic = std::get_if<TopicName>(&selection))
        return Destination{
            Destination::Kind::Topic, m_session.rootPath(), toQt(topic->value), {}, 0, 0};
    if (const auto *context = std::get_if<ContextId>(&selection))
        return Destination{
            Destination::Kind::Context, m_session.rootPath(), toQt(context->value), {}, 0, 0};
    return std::nullopt;
}

std::optional<Destination> Navigator::problem() const
{
    const auto chosen = m_window.findChild<ProblemsView *>()->current();
    const Text text = chosen ? m_session.text(chosen->file) : nullptr;
    if (!text)
        return std::nullopt;
    return Destination{Destination::Kind::Problem,
                       m_session.rootPath(),
                       toQt(chosen->rule),
                       toQt(chosen->file),
                       int(text->position(chosen->range.begin).line),
                       0};
}

/// By its name where the look is one that is kept; not what an answer found.
std::optional<Destination> Navigator::shownGraph() const
{
    const GraphInquiry &inquiry = m_window.findChild<GraphView *>()->inquiry();
    const Look &look = inquiry.look();
    if (!m_session.isOpen() || !look.found.empty())
        return std::nullopt;
    Destination destination{Destination::Kind::Graph, m_session.rootPath(), {}, {}, 0, 0};
    destination.graph = {{{}, look.filter, look.focus}, look.onlyThese};
    for (const graph::View &each : inquiry.views())
        if (!look.isEmpty() && each.filter == look.filter && each.focus == look.focus)
            destination.graph.view = {each.name, {}, {}};
    return destination;
}

} // namespace meshwright::ui
