// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/listpage.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr int fewestRows = 2;

QFrame *line()
{
    auto *frame = new QFrame;
    frame->setFixedHeight(1);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Mid);
    return frame;
}

} // namespace

ListPage::ListPage(const Parts &parts, const QString &detailName, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_detail(new QLabel(this))
{
    m_detail->setObjectName(detailName);
    theme::setFont(*m_detail, theme::detailFont);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setContentsMargins(theme::widePadding, theme::padding, theme::widePadding,
                                 theme::padding);
    m_detail->setAutoFillBackground(true);
    m_detail->setBackgroundRole(QPalette::Window);
    m_detail->hide();
    installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_parts.header);
    column->addWidget(m_parts.list, 1);
    column->addWidget(m_detail);
    column->addWidget(line());
    column->addWidget(m_parts.bar);
}

void ListPage::showDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

/// Lines that wrap have no minimum of their own. The page watches itself, for it comes before its
/// layout so.
bool ListPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOther = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize;
    if (watched == this && isOther) {
        for (QWidget *part : {m_parts.header, static_cast<QWidget *>(m_detail), m_parts.bar})
            part->setMinimumHeight(std::max(0, part->heightForWidth(width())));
        m_parts.list->setMinimumHeight(m_parts.list->header()->sizeHint().height() +
                                       fewestRows * theme::rowHeight);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace meshwright::ui
