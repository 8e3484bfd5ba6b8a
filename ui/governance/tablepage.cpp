// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/tablepage.h"

#include "ui/session/session.h"
#include "ui/shell/emptystate.h"
#include "ui/theme/pathdelegate.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace meshwright::ui {

/// Rows of the wanted kinds that have the words in any column.
class TablePage::Filter : public QSortFilterProxyModel
{
public:
    explicit Filter(TablePage &page)
        : QSortFilterProxyModel(&page)
        , m_page(page)
    {
        setFilterKeyColumn(-1);
        setFilterCaseSensitivity(Qt::CaseInsensitive);
        setSortCaseSensitivity(Qt::CaseInsensitive);
    }

    using QSortFilterProxyModel::invalidateFilter;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return m_page.accepts(row) && QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    TablePage &m_page;
};

TablePage::TablePage(Session &session, QAbstractTableModel *model, const QString &name,
                     const char *icon, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_filter(new QLineEdit)
    , m_model(model)
    , m_proxy(new Filter(*this))
    , m_bar(new QWidget)
    , m_stack(new QStackedWidget)
    , m_table(new QTreeView)
    , m_empty(new EmptyState(QLatin1String(icon), {}, {}))
{
    setObjectName(name + QStringLiteral("Page"));
    m_model->setParent(this);
    m_proxy->setSourceModel(m_model);
    m_filter->setObjectName(name + QStringLiteral("Filter"));
    m_filter->setPlaceholderText(tr("Filter")); // which names the sign; each page says it closer
    theme::dressSearchField(*m_filter, "filter");
    auto *row = new theme::WrapLayout(m_bar);
    row->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    row->setSpacing(theme::grid);
    row->addWidget(m_filter, 1);
    makeTable(name);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &TablePage::refilter);
}

void TablePage::makeTable(const QString &name)
{
    m_table->setObjectName(name + QStringLiteral("Table"));
    m_table->setModel(m_proxy);
    m_table->setRootIsDecorated(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setUniformRowHeights(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // as the core sorts
    m_table->setItemDelegate(new theme::SpecTextDelegate(m_table));
    connect(m_table, &QTreeView::activated, this, [this](const QModelIndex &index) {
        goTo(placeOf(m_proxy->mapToSource(index).row(), index.column()));
    });
    auto *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::currentChanged, this, &TablePage::updateState);
    // The focus alone makes a row current: what is acted upon has to be seen.
    connect(selection, &QItemSelectionModel::currentChanged, this,
            [selection](const QModelIndex &current) {
                if (current.isValid() && !selection->hasSelection())
                    selection->select(current,
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
            });
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &TablePage::updateState);
}

QToolButton *TablePage::addButton(const char *icon, const char *name)
{
    auto *button = new QToolButton(m_bar);
    button->setObjectName(QLatin1String(name));
    button->setIcon(theme::icon(icon));
    button->setAutoRaise(true);
    m_bar->layout()->addWidget(button);
    return button;
}

QToolButton *TablePage::addToggle(const char *name)
{
    auto *button = new QToolButton(m_bar);
    button->setObjectName(QLatin1String(name));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoRaise(true);
    m_bar->layout()->addWidget(button);
    connect(button, &QToolButton::toggled, this, &TablePage::refilter);
    return button;
}

bool TablePage::accepts(int /*row*/) const
{
    return true;
}

void TablePage::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void TablePage::refilter()
{
    m_proxy->setFilterFixedString(m_filter->text());
    m_proxy->invalidateFilter();
    updateState();
}

void TablePage::goTo(const std::optional<asyncapi::Place> &place)
{
    if (place)
        m_session.reveal(place->file, place->range);
}

int TablePage::currentRow() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_proxy->mapToSource(index).row() : -1;
}

std::vector<int> TablePage::shownRows() const
{
    std::vector<int> rows;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        rows.push_back(m_proxy->mapToSource(m_proxy->index(row, 0)).row());
    return rows;
}

void TablePage::showState(const QString &title, const QString &detail)
{
    m_empty->setTexts(title, detail);
    m_stack->setCurrentWidget(m_proxy->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
}

void TablePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setSeen(true);
}

void TablePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    setSeen(false);
}

void TablePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace meshwright::ui
