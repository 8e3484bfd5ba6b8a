// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/outlineview.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/editor/outlinemodel.h"
#include "ui/session/session.h"
#include "ui/shell/emptystate.h"
#include "ui/theme/mirror.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr int restMs = 60;

/// The name, and the value muted behind it.
class Row : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = theme::isolated(option->text);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString detail = index.data(OutlineModel::DetailRole).toString();
        if (detail.isEmpty())
            return;
        painter->save();
        const QString name = index.data().toString();
        const int taken = option.fontMetrics.horizontalAdvance(name) + 2 * theme::padding;
        const QRect room = option.rect.adjusted(taken, 0, -theme::grid, 0);
        painter->setFont(theme::detailFont());
        painter->setPen(theme::tokens().muted);
        if (room.width() > 3 * theme::padding)
            painter->drawText(
                theme::mirrored(option, room), Qt::AlignLeft | Qt::AlignVCenter,
                painter->fontMetrics().elidedText(detail, Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

OutlineView::OutlineView(Session &session, EditorArea &editors, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_editors(editors)
    , m_model(new OutlineModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit)
    , m_tree(new QTreeView)
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("outlineView"));
    makeTree();
    m_filter->setObjectName(QStringLiteral("outlineFilter"));
    m_filter->setAccessibleName(tr("Filter the outline"));
    m_filter->setPlaceholderText(tr("Filter keys"));
    theme::dressSearchField(*m_filter, "find");
    m_filter->installEventFilter(this);
    setFocusProxy(m_filter);
    auto *filterRow = new QVBoxLayout;
    filterRow->setContentsMargins(theme::padding, theme::padding, theme::padding, theme::padding);
    filterRow->addWidget(m_filter);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(new EmptyState(QStringLiteral("editor"), tr("Nothing to outline"),
                                      tr("Open a YAML or JSON file to see what it holds.")));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(filterRow);
    rows->addWidget(m_stack, 1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &OutlineView::followCaret);
    connect(m_filter, &QLineEdit::textChanged, this, &OutlineView::filterBy);
    connect(&m_editors, &EditorArea::currentChanged, this, &OutlineView::refresh);
    connect(&m_editors, &EditorArea::caretMoved, this, [this] { m_rest.start(); });
    connect(&m_session, &Session::snapshotChanged, this, &OutlineView::refresh);
    refresh();
}

void OutlineView::makeTree()
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setObjectName(QStringLiteral("outlineTree"));
    m_tree->setAccessibleName(tr("Outline of the file"));
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new Row(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    connect(m_tree, &QTreeView::clicked, this,
            [this](const QModelIndex &index) { goTo(index, false); });
    connect(m_tree, &QTreeView::activated, this,
            [this](const QModelIndex &index) { goTo(index, true); });
}

void OutlineView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void OutlineView::refresh()
{
    if (!isVisible())
        return; // it is made when somebody looks
    const CodeEditor *editor = m_editors.currentEditor();
    const WorkspacePtr &workspace = m_session.snapshot().workspace;
    const WorkspaceFile *file =
        editor && workspace && !editor->isExcerpt() ? workspace->file(editor->file()) : nullptr;
    const yaml::DocumentPtr document = file ? file->document : nullptr;
    const bool hasTree = document && document->root();
    m_stack->setCurrentIndex(hasTree ? 0 : 1);
    if (document == m_model->document())
        return;
    rememberOpen();
    m_model->setDocument(document);
    restoreOpen();
    m_rest.start();
}

void OutlineView::rememberOpen()
{
    m_open.clear();
    const QModelIndex first = m_proxy->index(0, 0);
    for (QModelIndex at = first; at.isValid(); at = m_tree->indexBelow(at))
        if (m_tree->isExpanded(at))
            m_open.append(m_model->pathOf(m_proxy->mapToSource(at)));
}

void OutlineView::restoreOpen()
{
    if (!m_filter->text().isEmpty())
        return m_tree->expandAll();
    for (const QStringList &path : std::as_const(m_open)) {
        const QModelIndex index = m_proxy->mapFromSource(m_model->find(path));
        if (index.isValid())
            m_tree->setExpanded(index, true);
    }
}

void OutlineView::followCaret()
{
    const CodeEditor *editor = m_editors.currentEditor();
    if (!editor || !isVisible() || m_isFollowing || !m_session.isUpToDate())
        return;
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexAt(editor->caretOffset()));
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void OutlineView::filterBy(const QString &text)
{
    if (text.isEmpty()) {
        m_proxy->setFilterFixedString(text);
        m_tree->collapseAll();
        return followCaret();
    }
    m_proxy->setFilterFixedString(text);
    m_tree->expandAll();
    QModelIndex match = m_proxy->index(0, 0); // the first that fits itself, not for its children
    while (match.isValid() && !match.data().toString().contains(text, Qt::CaseInsensitive))
        match = m_tree->indexBelow(match);
    m_tree->setCurrentIndex(match);
}

void OutlineView::goTo(const QModelIndex &index, bool takesFocus)
{
    CodeEditor *editor = m_editors.currentEditor();
    if (!editor || !index.isValid() || !m_session.isUpToDate())
        return;
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    editor->reveal(m_model->rangeOf(m_proxy->mapToSource(index)));
    if (takesFocus)
        editor->setFocus();
}

/// From the filter, the arrows walk the tree and Enter goes there.
bool OutlineView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_tree->setFocus();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        goTo(m_tree->currentIndex(), true);
        return true;
    case Qt::Key_Escape:
        if (m_filter->text().isEmpty())
            return false;
        m_filter->clear();
        return true;
    default:
        return false;
    }
}

} // namespace meshwright::ui
