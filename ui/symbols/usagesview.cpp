// SPDX-License-Identifier: Apache-2.0
#include "ui/symbols/usagesview.h"

#include "ui/session/session.h"
#include "ui/shell/emptystate.h"
#include "ui/symbols/symbollookup.h"
#include "ui/symbols/symboltexts.h"
#include "ui/symbols/usagesmodel.h"
#include "ui/theme/fittingcolumns.h"
#include "ui/theme/pathdelegate.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace meshwright::ui {

UsagesView::UsagesView(Session &session, SymbolLookup &lookup, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_lookup(lookup)
    , m_model(new UsagesModel(this))
    , m_stack(new QStackedWidget)
    , m_table(new QTreeView)
    , m_empty(new EmptyState(QStringLiteral("find"), QString(), QString()))
    , m_headline(new QLabel)
{
    setObjectName(QStringLiteral("usagesView"));
    m_headline->setObjectName(QStringLiteral("usagesHeadline"));
    m_headline->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    m_headline->setTextFormat(Qt::PlainText);
    makeTable();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_headline);
    rows->addWidget(m_stack, 1);
    connect(&m_session, &Session::snapshotChanged, this, &UsagesView::refresh);
    connect(&m_session, &Session::opened, this, &UsagesView::clear);
    clear();
}

void UsagesView::makeTable()
{
    m_table->setObjectName(QStringLiteral("usagesTable"));
    m_table->setAccessibleName(tr("Usages"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setUniformRowHeights(true);
    m_table->setItemDelegate(new theme::SpecTextDelegate(m_table));
    m_table->setItemDelegateForColumn(UsagesModel::PlaceColumn, new theme::PathDelegate(m_table));
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(UsagesModel::LineColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(UsagesModel::RoleColumn, QHeaderView::ResizeToContents);
    new theme::FittingColumns(m_table, {{UsagesModel::PlaceColumn, 330}});
    connect(m_table, &QTreeView::activated, this, &UsagesView::goTo);
}

void UsagesView::clear()
{
    m_symbol.reset();
    m_model->setUsages({}, {});
    m_headline->hide();
    m_empty->setTexts(tr("Nothing was looked for yet"),
                      tr("Put the caret on the name of a topic, a context, a message, a schema or "
                         "a tag, and choose Find usages (Shift+F12)."));
    m_stack->setCurrentWidget(m_empty);
}

void UsagesView::show(const symbols::SymbolIndex &index, const symbols::Symbol &symbol)
{
    const int row = m_table->currentIndex().row();
    const bool isSame = m_symbol && m_symbol->kind == symbol.kind && m_symbol->name == symbol.name;
    m_symbol = symbol;
    m_isStale = false;
    m_model->setUsages(index.topology->workspace, symbols::usagesOf(index, symbol));
    m_headline->setText(usagesHeadline(symbol, m_model->rowCount(), m_model->fileCount()));
    m_headline->show();
    m_stack->setCurrentWidget(m_table);
    const int last = m_model->rowCount() - 1;
    m_table->setCurrentIndex(m_model->index(isSame ? qBound(0, row, last) : 0, 0));
}

/// What was found is looked for again in the newer texts; a name that is gone leaves the list.
void UsagesView::refresh()
{
    m_isStale = m_symbol && !isVisible();
    if (!m_symbol || m_isStale)
        return;
    m_lookup.ask(this, [this](const symbols::SymbolIndexPtr &index) {
        const auto symbol = m_symbol ? sameSymbol(*index, *m_symbol) : std::nullopt;
        if (symbol && !symbols::usagesOf(*index, *symbol).empty())
            show(*index, *symbol);
        else if (m_symbol)
            clear();
    });
}

void UsagesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void UsagesView::focusList()
{
    m_table->setFocus();
}

void UsagesView::goTo(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto place = m_model->usage(index.row()).place;
    m_session.reveal(place.file, place.range);
}

} // namespace meshwright::ui
