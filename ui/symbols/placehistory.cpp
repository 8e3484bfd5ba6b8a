// SPDX-License-Identifier: Apache-2.0
#include "ui/symbols/placehistory.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/session/session.h"

#include <algorithm>
#include <cstdlib>

namespace meshwright::ui {

namespace {

constexpr int nearLines = 6;
constexpr std::size_t mostVisited = 100;

} // namespace

PlaceHistory::PlaceHistory(Session &session, EditorArea &editors, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_editors(editors)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(0);
    connect(&m_rest, &QTimer::timeout, this, &PlaceHistory::visit);
    connect(&m_editors, &EditorArea::caretMoved, &m_rest, qOverload<>(&QTimer::start));
    connect(&m_session, &Session::textChanged, this, &PlaceHistory::follow);
    connect(&m_session, &Session::opened, this, [this] {
        m_visited.clear();
        m_current = 0;
        emit changed();
    });
}

bool PlaceHistory::canGoBack() const
{
    return m_current > 0;
}

bool PlaceHistory::canGoForward() const
{
    return m_current + 1 < m_visited.size();
}

void PlaceHistory::goBack()
{
    takeRest();
    if (canGoBack())
        show(m_current - 1);
}

void PlaceHistory::goForward()
{
    takeRest();
    if (canGoForward())
        show(m_current + 1);
}

/// A key can come in the same turn as the move before it, which is a visit too.
void PlaceHistory::takeRest()
{
    if (!m_rest.isActive())
        return;
    m_rest.stop();
    visit();
}

void PlaceHistory::show(std::size_t index)
{
    m_current = index;
    const Visited place = m_visited[index];
    m_session.reveal(place.file, {place.offset, place.offset});
    emit changed();
}

bool PlaceHistory::isNear(const Visited &a, const Visited &b) const
{
    const Text text = m_session.text(a.file);
    if (a.file != b.file || !text)
        return a.file == b.file;
    const auto line = [&](const Visited &place) {
        return static_cast<int>(text->position(place.offset).line);
    };
    return std::abs(line(a) - line(b)) <= nearLines;
}

void PlaceHistory::visit()
{
    const CodeEditor *editor = m_editors.currentEditor();
    if (!editor)
        return;
    const Visited here{editor->file(), editor->caretOffset()};
    if (!m_visited.empty() && isNear(m_visited[m_current], here)) {
        m_visited[m_current] = here;
        return;
    }
    if (!m_visited.empty())
        m_visited.resize(m_current + 1);
    m_visited.push_back(here);
    if (m_visited.size() > mostVisited)
        m_visited.erase(m_visited.begin());
    m_current = m_visited.size() - 1;
    emit changed();
}

void PlaceHistory::follow(const std::string &file, const std::vector<TextEdit> &edits)
{
    for (Visited &place : m_visited) {
        if (place.file != file)
            continue;
        auto offset = place.offset;
        for (const TextEdit &edit : edits) {
            if (edit.range.begin >= place.offset)
                break;
            const auto replaced = std::min(edit.range.end, place.offset) - edit.range.begin;
            offset += edit.replacement.size();
            offset -= replaced;
        }
        place.offset = offset;
    }
}

} // namespace meshwright::ui
