// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/noticebar.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace meshwright::ui {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel)
    , m_text(new QLabel)
{
    setObjectName(QStringLiteral("noticeBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Midlight);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *shut = new QToolButton;
    shut->setIcon(theme::icon("close", theme::Ink::Muted));
    shut->setAutoRaise(true);
    shut->setAccessibleName(tr("Close the message"));
    shut->setToolTip(tr("Close the message"));
    connect(shut, &QToolButton::clicked, this, &QWidget::hide);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::widePadding, 6, theme::padding, 6);
    row->setSpacing(theme::padding);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(shut);
    hide();
}

void NoticeBar::show(const QString &message, bool isError)
{
    m_sign->setPixmap(
        theme::icon(isError ? "error" : "info", isError ? theme::Ink::Error : theme::Ink::Accent)
            .pixmap(QSize(theme::iconSize(), theme::iconSize()), devicePixelRatioF()));
    m_text->setText(message);
    QWidget::show();
}

void NoticeBar::showError(const QString &message)
{
    show(message, true);
}

void NoticeBar::showNote(const QString &message)
{
    show(message, false);
}

} // namespace meshwright::ui
