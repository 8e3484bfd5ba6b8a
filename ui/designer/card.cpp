// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/card.h"

#include "ui/theme/pathdelegate.h"
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

namespace {

/// Gives the first column what the others leave, and never less than a name needs.
class FirstColumn : public QObject
{
public:
    explicit FirstColumn(QTreeWidget &table)
        : QObject(&table)
        , m_table(table)
    {
        table.viewport()->installEventFilter(this);
        connect(table.header(), &QHeaderView::sectionResized, this, [this](int section) {
            if (section != 0)
                fit();
        });
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    void fit()
    {
        constexpr int fewestCharacters = 16;
        QHeaderView *header = m_table.header();
        if (header->sectionResizeMode(0) != QHeaderView::Fixed)
            return;
        const int least = QFontMetrics(theme::fixedFont()).averageCharWidth() * fewestCharacters;
        const int left = m_table.viewport()->width() - header->length() + header->sectionSize(0);
        header->resizeSection(0, std::max(least, left));
    }

    QTreeWidget &m_table;
};

} // namespace

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(title, this))
    , m_deeds(new QHBoxLayout)
    , m_head(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_rows(new QVBoxLayout(this))
{
    theme::setFont(*m_title, theme::titleFont);
    m_deeds->setSpacing(theme::grid);
    m_deeds->addStretch(1);
    m_head->setSpacing(theme::grid);
    m_head->addWidget(m_title);
    m_head->addLayout(m_deeds, 1);
    m_rows->setContentsMargins(theme::widePadding, theme::padding, theme::widePadding,
                               theme::widePadding);
    m_rows->setSpacing(theme::padding);
    m_rows->addLayout(m_head);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setToolTip(title);
    fitHead();
}

/// The title alone holds the card open: its deeds can stand below it.
QSize Card::minimumSizeHint() const
{
    const QMargins margins = m_rows->contentsMargins();
    const int deeds = m_deeds->minimumSize().width();
    const int widest = std::max(m_title->sizeHint().width(), deeds);
    return {widest + margins.left() + margins.right(), QFrame::minimumSizeHint().height()};
}

void Card::fitHead()
{
    const QMargins margins = m_rows->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const int wanted =
        m_title->sizeHint().width() + m_head->spacing() + m_deeds->sizeHint().width();
    m_head->setDirection(wanted > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void Card::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitHead();
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
    m_deeds->addWidget(button);
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
    table.setItemDelegate(new theme::SpecTextDelegate(&table));
    table.header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.header()->setSectionResizeMode(0, QHeaderView::Fixed);
    table.header()->setMinimumSectionSize(48);
    new FirstColumn(table);
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
