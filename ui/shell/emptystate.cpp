// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/emptystate.h"

#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr int bigIcon = 40;
constexpr int textWidth = 420;

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &detail,
                       QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_column(new QWidget)
    , m_icon(new QLabel)
    , m_title(new QLabel(title))
    , m_detail(new QLabel(detail))
    , m_buttons(new QHBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setObjectName(QStringLiteral("emptyTitle"));
    theme::setFont(*m_title, theme::titleFont);
    m_detail->setObjectName(QStringLiteral("emptyDetail"));
    for (QLabel *label : {m_title, m_detail}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_buttons->setSpacing(theme::padding);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(theme::padding);
    rows->addStretch(1);
    rows->addWidget(m_icon);
    rows->addWidget(m_title);
    rows->addWidget(m_detail);
    m_buttons->insertStretch(0, 1);
    m_buttons->addStretch(1);
    rows->addLayout(m_buttons);
    rows->addStretch(2);
    m_column->setLayout(rows);
    m_page = new QWidget;
    m_page->setBackgroundRole(QPalette::Base);
    auto *centred = new QHBoxLayout(m_page);
    centred->addStretch(1);
    centred->addWidget(m_column, 100);
    centred->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(new theme::ScrollPage(m_page));
    applyTheme();
}

void EmptyState::setTexts(const QString &title, const QString &detail)
{
    m_title->setText(title);
    m_detail->setText(detail);
}

QPushButton *EmptyState::addButton(const QString &text, bool isPrimary)
{
    auto *button = new QPushButton(text);
    button->setProperty("primary", isPrimary);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::applyTheme()
{
    m_column->setMaximumWidth(theme::scaled(textWidth));
    const int icon = theme::scaled(bigIcon);
    m_icon->setPixmap(
        theme::icon(m_iconName, theme::Ink::Faint).pixmap(QSize(icon, icon), devicePixelRatioF()));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme::tokens().muted);
    m_detail->setPalette(quiet);
}

/// Where it is low, the words go before the picture.
void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_icon->show();
    m_icon->setVisible(m_page->heightForWidth(width()) <= height());
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

} // namespace meshwright::ui
