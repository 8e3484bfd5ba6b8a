// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/emptypage.h"

#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr int pictureSize = 40;
constexpr int textWidth = 560;

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_below(new QVBoxLayout)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_other(new QPushButton(this))
{
    auto *progress = new QProgressBar(this);
    progress->setRange(0, 0);
    progress->setTextVisible(false);
    progress->setFixedWidth(200);
    m_progress = progress;
    m_title->setObjectName(QStringLiteral("emptyTitle"));
    theme::setFont(*m_title, theme::titleFont);
    m_text->setObjectName(QStringLiteral("emptyText"));
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("emptyAction"));
    m_other->setObjectName(QStringLiteral("emptyOther"));
    m_title->setWordWrap(true);
    for (auto *label : {m_icon, m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    connect(m_action, &QPushButton::clicked, this, &EmptyPage::actionRequested);
    connect(m_other, &QPushButton::clicked, this, &EmptyPage::otherRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::padding);
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_other);
    buttons->addStretch();
    m_column = new QWidget;
    auto *column = new QVBoxLayout(m_column);
    column->setSpacing(theme::padding);
    column->addStretch(2);
    for (QLabel *label : {m_icon, m_title, m_text})
        column->addWidget(label);
    column->addSpacing(theme::grid);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addLayout(buttons);
    column->addLayout(m_below);
    column->addStretch(3);
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    auto *centred = new QHBoxLayout(page);
    centred->addStretch(1);
    centred->addWidget(m_column, 100);
    centred->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(new theme::ScrollPage(page));
}

void EmptyPage::setContent(const Content &content)
{
    m_iconName = QLatin1String(content.icon);
    m_ink = content.ink;
    paintIcon();
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_progress->setVisible(content.isWorking);
    m_action->setText(content.action);
    m_action->setVisible(!content.action.isEmpty());
    m_action->setProperty("primary", !content.isWorking);
    m_other->setText(content.other);
    m_other->setVisible(!content.other.isEmpty());
}

void EmptyPage::addBelow(QWidget *widget)
{
    m_below->addWidget(widget, 0, Qt::AlignHCenter);
}

void EmptyPage::paintIcon()
{
    auto muted = palette();
    muted.setColor(QPalette::PlaceholderText, theme::tokens().muted);
    m_text->setPalette(muted);
    m_column->setMaximumWidth(theme::scaled(textWidth));
    const int size = theme::scaled(pictureSize);
    m_icon->setPixmap(theme::icon(m_iconName, m_ink).pixmap(size, size));
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const bool isNewLook =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (isNewLook && !m_iconName.isEmpty())
        paintIcon();
}

} // namespace meshwright::ui
