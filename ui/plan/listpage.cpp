// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/listpage.h"

#include "ui/theme/theme.h"

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

/// Lines that wrap have no minimum of their own: each layout gives them that of its width.
class Column : public QVBoxLayout
{
public:
    Column(QWidget *page, const ListPage::Parts &parts, QWidget *detail)
        : QVBoxLayout(page)
        , m_parts(parts)
        , m_detail(detail)
    {
        setContentsMargins({});
        setSpacing(0);
        addWidget(parts.header);
        addWidget(parts.list, 1);
        addWidget(detail);
        addWidget(line());
        addWidget(parts.bar);
    }

    void setGeometry(const QRect &rect) override
    {
        for (QWidget *part : {m_parts.header, m_detail, m_parts.bar})
            part->setMinimumHeight(std::max(0, part->heightForWidth(rect.width())));
        m_parts.list->setMinimumHeight(m_parts.list->header()->sizeHint().height() +
                                       fewestRows * theme::rowHeight);
        QVBoxLayout::setGeometry(rect);
    }

private:
    ListPage::Parts m_parts;
    QWidget *m_detail;
};

} // namespace

ListPage::ListPage(const Parts &parts, const QString &detailName, QWidget *parent)
    : QWidget(parent)
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
    new Column(this, parts, m_detail);
}

void ListPage::showDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

} // namespace meshwright::ui
