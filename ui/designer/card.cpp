// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/card.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace meshwright::ui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(title, this))
    , m_head(new QHBoxLayout)
    , m_rows(new QVBoxLayout(this))
{
    theme::setFont(*m_title, theme::titleFont);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // deeds keep their place
    m_head->setSpacing(theme::grid);
    m_head->addWidget(m_title, 1);
    m_rows->setContentsMargins(theme::widePadding, theme::padding, theme::widePadding,
                               theme::widePadding);
    m_rows->setSpacing(theme::padding);
    m_rows->addLayout(m_head);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setToolTip(title);
}

void Card::add(QWidget *widget)
{
    m_rows->addWidget(widget);
}

QToolButton *Card::addDeed(const char *name, const char *icon, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(theme::icon(icon));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    m_head->addWidget(button);
    return button;
}

void Card::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::tokens().line);
    painter.setBrush(theme::tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::cardRadius,
                            theme::cardRadius);
}

void dressFormTable(QTreeWidget &table, const char *name, const QString &accessibleName,
                    const QStringList &columns)
{
    table.setObjectName(QLatin1String(name));
    table.setAccessibleName(accessibleName);
    table.setHeaderLabels(columns);
    table.setFrameShape(QFrame::NoFrame);
    table.setUniformRowHeights(true);
    table.setTextElideMode(Qt::ElideMiddle);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.header()->setStretchLastSection(false);
    table.header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.header()->setSectionResizeMode(0, QHeaderView::Stretch);
    table.header()->setMinimumSectionSize(48);
}

QTreeWidget *makeFormTable(const char *name, const QString &accessibleName,
                           const QStringList &columns)
{
    auto *table = new QTreeWidget;
    dressFormTable(*table, name, accessibleName, columns);
    table->setRootIsDecorated(false);
    table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                           QAbstractItemView::SelectedClicked);
    return table;
}

void fitToRows(QTreeWidget *table, int mostRows)
{
    int rows = 0;
    for (QTreeWidgetItemIterator item(table); *item && rows < mostRows; ++item)
        rows +=
            (*item)->isHidden() || ((*item)->parent() && !(*item)->parent()->isExpanded()) ? 0 : 1;
    const int row = std::max(table->sizeHintForRow(0), theme::rowHeight);
    const int head = table->isHeaderHidden() ? 0 : table->header()->sizeHint().height();
    table->setFixedHeight(head + std::max(rows, 1) * row + 2 * table->frameWidth() + 2);
}

} // namespace meshwright::ui
