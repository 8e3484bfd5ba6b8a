// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/editorarea.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorpage.h"
#include "ui/session/places.h"
#include "ui/session/session.h"
#include "ui/shell/emptystate.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QScopedValueRollback>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr int widestTitle = 40; // of a tab, in characters

} // namespace

EditorArea::EditorArea(Session &session, QWidget *parent)
    : QStackedWidget(parent)
    , m_session(session)
    , m_tabs(new QTabWidget)
{
    setObjectName(QStringLiteral("editorArea"));
    auto *empty = new EmptyState(QStringLiteral("editor"), tr("No file is open"),
                                 tr("Choose a context or a topic in the explorer or the graph to "
                                    "read and edit its spec here."));
    m_empty = empty;
    addWidget(m_empty);
    addWidget(m_tabs);
    m_tabs->setObjectName(QStringLiteral("editorTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(true);
    m_tabs->setTabsClosable(true);
    m_tabs->tabBar()->setElideMode(Qt::ElideNone); // or many tabs shrink to a letter each
    for (QWidget *part : {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_tabs->tabBar())})
        part->setAccessibleName(tr("Open files"));
    m_tabs->setUsesScrollButtons(true);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &EditorArea::closeTab);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        emit currentChanged();
        emit caretMoved();
    });
    connect(m_tabs, &QTabWidget::tabBarDoubleClicked, this, [this](int index) {
        if (pageAt(index) == m_preview)
            m_preview = nullptr;
        updateTitle(index);
    });
    connect(&m_session, &Session::modifiedChanged, this, &EditorArea::updateTitles);
    connect(&m_session, &Session::snapshotChanged, this, &EditorArea::updateTitles);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        for (int index = m_tabs->count() - 1; index >= 0; --index)
            if (!m_session.text(pageAt(index)->file()))
                closeTab(index); // a deed took the file away, or undo one that made it
        // What is typed may be another name by now.
        const CodeEditor *editor = currentEditor();
        if (editor && editor->hasFocus() && m_session.isUpToDate())
            publishSelection();
    });
    connect(&m_session, &Session::revealRequested, this,
            [this](const std::string &file, Range range) { reveal(file, range, true); });
    connect(&m_session, &Session::selectionChanged, this, &EditorArea::followSelection);
    connect(&m_session, &Session::opened, this, &EditorArea::closeAll);
    connect(&m_session, &Session::diskChanged, this, &EditorArea::followDisk);
}

EditorPage *EditorArea::pageAt(int index) const
{
    return qobject_cast<EditorPage *>(m_tabs->widget(index));
}

int EditorArea::indexOf(const std::string &file) const
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (pageAt(i)->file() == file)
            return i;
    return -1;
}

EditorPage *EditorArea::currentPage() const
{
    return qobject_cast<EditorPage *>(m_tabs->currentWidget());
}

CodeEditor *EditorArea::currentEditor() const
{
    EditorPage *page = currentPage();
    return page ? page->editor() : nullptr;
}

QStringList EditorArea::openFiles() const
{
    QStringList files;
    for (int i = 0; i < m_tabs->count(); ++i)
        if (pageAt(i) != m_preview)
            files.append(toQt(pageAt(i)->file()));
    return files;
}

EditorPage *EditorArea::openFile(const std::string &file, bool asPreview)
{
    int index = indexOf(file);
    if (index < 0) {
        if (!m_session.text(file)) {
            emit messageShown(tr("%1 can't be shown: it could not be read.").arg(toQt(file)));
            return nullptr;
        }
        if (asPreview && m_preview && !m_session.isModified(m_preview->file()))
            closeTab(m_tabs->indexOf(m_preview));
        auto *page = new EditorPage(m_session, file);
        connect(page, &EditorPage::caretMoved, this, &EditorArea::publishSelection);
        connect(page, &EditorPage::messageShown, this, &EditorArea::messageShown);
        connect(page->editor(), &QPlainTextEdit::cursorPositionChanged, this, [this, page] {
            if (page == currentPage())
                emit caretMoved();
        });
        if (asPreview)
            m_preview = page;
        emit editorOpened(page->editor());
        index = m_tabs->addTab(page, QString());
    } else if (!asPreview && pageAt(index) == m_preview) {
        m_preview = nullptr;
    }
    updateTitle(index);
    m_tabs->setCurrentIndex(index);
    updateEmpty();
    return pageAt(index);
}

void EditorArea::reveal(const std::string &file, Range range, bool takeFocus)
{
    EditorPage *page = openFile(file, !takeFocus);
    if (!page)
        return;
    page->editor()->reveal(range);
    if (takeFocus) {
        page->editor()->setFocus();
        publishSelection();
    }
}

void EditorArea::updateTitle(int index)
{
    EditorPage *page = pageAt(index);
    if (!page)
        return;
    if (page == m_preview && m_session.isModified(page->file()))
        m_preview = nullptr;
    const QString path = toQt(page->file());
    const QFontMetrics metrics = m_tabs->tabBar()->fontMetrics();
    const QString name = metrics.elidedText(path.section(QLatin1Char('/'), -1), Qt::ElideMiddle,
                                            metrics.averageCharWidth() * widestTitle);
    const bool modified = m_session.isModified(page->file());
    m_tabs->setTabText(index, modified ? tr("%1 ●").arg(name) : name);
    m_tabs->setTabToolTip(index, modified ? tr("%1 (unsaved edits)").arg(path)
                                 : page == m_preview
                                     ? tr("%1 (preview: double-click to keep it open)").arg(path)
                                     : path);
    const auto &diagnostics = m_session.snapshot().diagnostics;
    const FindingCounts counts =
        diagnostics ? countFindings(*diagnostics, page->file()) : FindingCounts{};
    const theme::Ink ink = counts.errors     ? theme::Ink::Error
                           : counts.warnings ? theme::Ink::Warning
                                             : theme::Ink::Muted;
    m_tabs->setTabIcon(index, theme::icon(counts.errors     ? "error"
                                          : counts.warnings ? "warning"
                                                            : "spec",
                                          ink));
}

void EditorArea::updateTitles()
{
    for (int i = 0; i < m_tabs->count(); ++i)
        updateTitle(i);
}

void EditorArea::closeTab(int index)
{
    EditorPage *page = pageAt(index);
    if (!page)
        return;
    if (page == m_preview)
        m_preview = nullptr;
    m_tabs->removeTab(index); // unsaved text stays in the session
    page->deleteLater();
    updateEmpty();
}

/// What others removed is closed; what they renamed stays open under its new name.
void EditorArea::followDisk(const DiskChanges &changes)
{
    for (const QString &removed : changes.removed) {
        const int index = indexOf(fromQt(removed));
        if (index < 0)
            continue;
        const auto renamed =
            std::ranges::find(changes.renamed, removed, &std::pair<QString, QString>::first);
        const EditorPage *old = pageAt(index);
        const std::size_t caret = old->editor()->caretOffset();
        const bool wasCurrent = old == currentPage();
        const bool hadFocus = old->editor()->hasFocus();
        closeTab(index);
        if (renamed == changes.renamed.end())
            continue;
        EditorPage *current = currentPage();
        if (EditorPage *page = openFile(fromQt(renamed->second))) {
            page->editor()->reveal({caret, caret});
            m_tabs->tabBar()->moveTab(m_tabs->indexOf(page), index);
            if (hadFocus)
                page->editor()->setFocus();
            else if (!wasCurrent && current)
                m_tabs->setCurrentWidget(current);
        }
    }
}

void EditorArea::closeCurrent()
{
    closeTab(m_tabs->currentIndex());
}

void EditorArea::closeAll()
{
    while (m_tabs->count() > 0)
        closeTab(0);
}

void EditorArea::updateEmpty()
{
    setCurrentWidget(m_tabs->count() > 0 ? static_cast<QWidget *>(m_tabs) : m_empty);
}

void EditorArea::publishSelection()
{
    const CodeEditor *editor = currentEditor();
    if (!editor)
        return;
    const QScopedValueRollback<bool> publishing(m_isPublishing, true);
    m_session.select(selectionAt(m_session.snapshot(), editor->file(), editor->caretOffset()));
}

/// What another view selected is shown, without taking the focus from that view.
void EditorArea::followSelection()
{
    if (m_isPublishing)
        return;
    const auto place = placeOf(m_session.snapshot(), m_session.selection());
    if (place && m_session.isUpToDate())
        reveal(place->file, place->range, false);
}

} // namespace meshwright::ui
