// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphinquiry.h"

#include "ui/graph/clusterobserver.h"
#include "ui/session/session.h"
#include "ui/text/text.h"

#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace meshwright::ui {

namespace {

constexpr std::size_t mostSteps = 50; ///< that can be gone back

GraphAnswersPtr answersTo(const Snapshot &snapshot, const std::optional<Sight> &sight)
{
    SeenTopology seen = seenTogether(snapshot.topology, sight);
    const Topology &topology = *seen.topology;
    const std::vector<Diagnostic> none;
    return std::make_shared<const GraphAnswers>(GraphAnswers{
        snapshot.topology,
        seen.topology,
        {topology, snapshot.diagnostics ? *snapshot.diagnostics : none, seen.mismatches},
        graph::cycles(topology),
        graph::hubs(topology),
        graph::couplings(topology),
        graph::orphans(topology),
        std::move(seen.mismatches)});
}

/// The file of the views alone, by its newest text, which may be ahead of the snapshot.
WorkspacePtr newestViews(const Session &session)
{
    std::map<std::string, std::string> texts;
    if (const Text text = session.text(graph::viewsFileName))
        texts[graph::viewsFileName] = text->bytes();
    return Workspace::fromTexts(texts);
}

} // namespace

GraphInquiry::GraphInquiry(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_session, &Session::snapshotChanged, this, &GraphInquiry::takeSnapshot);
    connect(&m_session, &Session::opened, this, [this] {
        m_answers.reset();
        clear();
    });
    connect(&m_making, &QFutureWatcherBase::finished, this, &GraphInquiry::takeAnswers);
}

void GraphInquiry::setObserver(ClusterObserver *observer)
{
    m_observer = observer;
    connect(observer, &ClusterObserver::pictureChanged, this, &GraphInquiry::takeSnapshot);
}

void GraphInquiry::takeSnapshot()
{
    m_isStale = true;
    makeAnswers();
}

void GraphInquiry::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    makeAnswers();
}

/// One at a time: what is newer meanwhile comes after.
void GraphInquiry::makeAnswers()
{
    const bool isAsked = m_isWanted || !m_look.isEmpty();
    if (!m_isStale || !isAsked || !m_session.snapshot().topology || m_making.isRunning())
        return;
    m_isStale = false;
    m_making.setFuture(QtConcurrent::run(answersTo, m_session.snapshot(),
                                         m_observer ? m_observer->sight() : std::nullopt));
}

void GraphInquiry::takeAnswers()
{
    m_answers = m_making.result();
    match();
    emit answersChanged();
    makeAnswers();
}

/// What was found of an older snapshot stays until its answers are there; of another look, not.
void GraphInquiry::match()
{
    m_matches.reset();
    if (m_look.isEmpty() || !m_answers)
        return;
    if (m_look.filter.isEmpty() && !m_look.focus) {
        m_matches = m_look.found; // of two states, some may be in the other one only
        return;
    }
    std::set<ContextId> found =
        graph::shownBy({{}, m_look.filter, m_look.focus}, *m_answers->topology, m_answers->facets);
    if (!m_look.found.empty())
        std::erase_if(found, [&](const ContextId &id) { return !m_look.found.contains(id); });
    m_matches = std::move(found);
}

/// Answers of an older snapshot are none to a new look.
void GraphInquiry::matchNewLook()
{
    makeAnswers();
    if (m_answers && m_answers->specs == m_session.snapshot().topology)
        match();
    else
        m_matches.reset();
    emit lookChanged();
}

void GraphInquiry::ask(const Look &look)
{
    if (look == m_look)
        return;
    m_before.push_back(std::exchange(m_look, look));
    if (m_before.size() > mostSteps)
        m_before.erase(m_before.begin());
    matchNewLook();
}

bool GraphInquiry::back()
{
    if (m_look.isEmpty())
        return false;
    m_look = m_before.empty() ? Look() : m_before.back();
    if (!m_before.empty())
        m_before.pop_back();
    matchNewLook();
    return true;
}

void GraphInquiry::clear()
{
    if (m_look == Look() && m_before.empty())
        return;
    m_look = {};
    m_before.clear();
    matchNewLook();
}

std::vector<graph::View> GraphInquiry::views() const
{
    std::vector<SettingsProblem> problems; // told with the other findings of the file
    const WorkspacePtr &workspace = m_session.snapshot().workspace;
    return workspace ? graph::readViews(workspace->document(graph::viewsFileName), problems)
                     : std::vector<graph::View>();
}

Result<void> GraphInquiry::write(const Result<WorkspaceEdit> &edit, const QString &title)
{
    if (!edit)
        return tl::unexpected(edit.error());
    if (auto done = m_session.perform(*edit, title); !done)
        return done;
    return m_session.save(graph::viewsFileName);
}

Result<void> GraphInquiry::save(const QString &name)
{
    return write(
        graph::saveView(*newestViews(m_session), {fromQt(name), m_look.filter, m_look.focus}),
        tr("Save the view '%1'").arg(name));
}

Result<void> GraphInquiry::remove(const QString &name)
{
    return write(graph::removeView(*newestViews(m_session), fromQt(name)),
                 tr("Delete the view '%1'").arg(name));
}

} // namespace meshwright::ui
