// SPDX-License-Identifier: Apache-2.0
#include "ui/explorer/explorerview.h"

#include "ui/explorer/explorerdelegate.h"
#include "ui/explorer/explorermodel.h"
#include "ui/session/session.h"
#include "ui/theme/menukey.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

template <typename Deed>
void eachRow(const QAbstractItemModel &model, const QModelIndex &parent, Deed deed)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        deed(index);
        eachRow(model, index, deed);
    }
}

} // namespace

ExplorerView::ExplorerView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new ExplorerModel(session, this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit)
    , m_tree(new QTreeView)
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setObjectName(QStringLiteral("explorerFilter"));
    m_filter->setAccessibleName(tr("Filter the explorer"));
    m_filter->setPlaceholderText(tr("Filter contexts and topics"));
    theme::dressSearchField(*m_filter, "find");
    m_filter->installEventFilter(this);
    m_tree->setObjectName(QStringLiteral("explorerTree"));
    m_tree->setAccessibleName(tr("Domains, contexts and topics"));
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new ExplorerDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    auto *filterRow = new QVBoxLayout;
    filterRow->setContentsMargins(theme::padding, theme::padding, theme::padding, theme::padding);
    filterRow->addWidget(m_filter);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(filterRow);
    rows->addWidget(m_tree, 1);
    connectTree();
}

void ExplorerView::connectTree()
{
    connect(m_filter, &QLineEdit::textChanged, this, &ExplorerView::filterBy);
    connect(m_proxy, &QAbstractItemModel::modelAboutToBeReset, this, &ExplorerView::rememberOpen);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &ExplorerView::restoreOpen);
    connect(m_model, &ExplorerModel::rowsFollowed, this, &ExplorerView::followSelection);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ExplorerView::takeCurrent);
    connect(m_tree, &QTreeView::activated, this, &ExplorerView::goTo);
    connect(&m_session, &Session::selectionChanged, this, &ExplorerView::followSelection);
    connect(&m_session, &Session::opened, this, [this] {
        m_wasShown = false;
        m_open.clear();
    });
}

void ExplorerView::setFileStates(const std::vector<history::FileState> &states)
{
    m_model->setFileStates(states);
}

void ExplorerView::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void ExplorerView::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void ExplorerView::filterBy(const QString &text)
{
    if (m_proxy->filterRegularExpression().pattern().isEmpty())
        rememberOpen();
    m_proxy->setFilterFixedString(text);
    if (text.isEmpty())
        restoreOpen();
    else
        m_tree->expandAll();
}

void ExplorerView::rememberOpen()
{
    if (!m_filter->text().isEmpty())
        return;
    m_open.clear();
    eachRow(*m_proxy, {}, [this](const QModelIndex &index) {
        if (m_tree->isExpanded(index))
            m_open.insert(index.data(ExplorerModel::KeyRole).toString());
    });
}

/// The domains of a folder that was just opened stand open.
void ExplorerView::restoreOpen()
{
    if (!m_wasShown && m_proxy->rowCount() > 0) {
        m_wasShown = true;
        m_tree->expandToDepth(0);
        return;
    }
    eachRow(*m_proxy, {}, [this](const QModelIndex &index) {
        m_tree->setExpanded(index, m_open.contains(index.data(ExplorerModel::KeyRole).toString()));
    });
    followSelection();
}

void ExplorerView::followSelection()
{
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    const QModelIndex current = m_proxy->mapToSource(m_tree->currentIndex());
    const bool alreadyThere =
        current.isValid() && m_model->node(current)->selection == m_session.selection();
    if (alreadyThere)
        return;
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(m_session.selection()));
    if (!index.isValid())
        return m_tree->selectionModel()->clear();
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void ExplorerView::takeCurrent(const QModelIndex &current)
{
    if (m_isFollowing || m_model->isFollowing() || !current.isValid())
        return;
    const ExplorerNode *node = m_model->node(m_proxy->mapToSource(current));
    if (!std::holds_alternative<std::monostate>(node->selection))
        m_session.select(node->selection);
}

void ExplorerView::goTo(const QModelIndex &index)
{
    const ExplorerNode *node = m_model->node(m_proxy->mapToSource(index));
    if (node->place.file.empty())
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
    else
        m_session.reveal(node->place.file, node->place.range);
}

void ExplorerView::requestMenu(const QModelIndex &index, const QPoint &place)
{
    if (!index.isValid())
        return emit menuRequested({}, m_tree->viewport()->mapToGlobal(place));
    m_tree->setFocus();
    m_tree->setCurrentIndex(index);
    const ExplorerNode *node = m_model->node(m_proxy->mapToSource(index));
    emit menuRequested(node->selection, m_tree->viewport()->mapToGlobal(place));
}

/// By mouse for the row under it, by key for the current one.
bool ExplorerView::takesMenuEvent(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_tree && event->type() == QEvent::KeyPress &&
                       theme::asksForMenu(*static_cast<QKeyEvent *>(event));
    const bool isMenu = (watched == m_tree || watched == m_tree->viewport()) &&
                        event->type() == QEvent::ContextMenu;
    if (!isKey && !isMenu)
        return false;
    const auto *menu = isMenu ? static_cast<QContextMenuEvent *>(event) : nullptr;
    if (menu && menu->reason() == QContextMenuEvent::Mouse) {
        const QPoint place = m_tree->viewport()->mapFromGlobal(menu->globalPos());
        requestMenu(m_tree->indexAt(place), place);
    } else {
        const QModelIndex current = m_tree->currentIndex();
        m_tree->scrollTo(current);
        requestMenu(current, m_tree->visualRect(current).center());
    }
    return true;
}

/// Down from the filter goes into the tree, Escape clears it.
bool ExplorerView::eventFilter(QObject *watched, QEvent *event)
{
    if (takesMenuEvent(watched, event))
        return true;
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            m_tree->setFocus();
            if (!m_tree->currentIndex().isValid())
                m_tree->setCurrentIndex(m_proxy->index(0, 0));
            return true;
        }
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace meshwright::ui
