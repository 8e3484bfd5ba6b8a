// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/applybar.h"

#include "ui/environment/guardsign.h"
#include "ui/plan/plantexts.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

namespace meshwright::ui {

namespace {

constexpr int armedMs = 6000;

} // namespace

ApplyBar::ApplyBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("applyBar"));
    makeWidgets();
    m_armed.setSingleShot(true);
    m_armed.setInterval(armedMs);
    connect(&m_armed, &QTimer::timeout, this, &ApplyBar::disarm);
    m_apply->installEventFilter(this);
    m_cancel->installEventFilter(this);
    connect(m_apply, &QPushButton::clicked, this, &ApplyBar::press);
    connect(m_cancel, &QPushButton::clicked, this, &ApplyBar::cancelRequested);
    connect(m_again, &QPushButton::clicked, this, &ApplyBar::planRequested);
    connect(m_agreed, &QCheckBox::toggled, this, &ApplyBar::describeButton);
    connect(m_name, &QLineEdit::textChanged, this, &ApplyBar::describeButton);
    connect(m_name, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
}

void ApplyBar::makeWidgets()
{
    m_icon = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("applyText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("applyProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_cancel = new QPushButton(theme::icon("cancel"), tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("cancelApply"));
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("applyName"));
    m_name->setAccessibleName(tr("The environment's name, to apply there"));
    m_name->setFont(theme::fixedFont());
    m_agreed = new QCheckBox(this);
    m_agreed->setObjectName(QStringLiteral("applyAgreed"));
    m_agreed->setToolTip(tr("The plan says of each who reads or writes it."));
    m_apply = new QPushButton(this);
    m_apply->setObjectName(QStringLiteral("apply"));
    m_again = new QPushButton(theme::icon("refresh", theme::Ink::OnAccent), tr("Plan again"), this);
    m_again->setObjectName(QStringLiteral("planAgain"));
    m_again->setProperty("primary", true);
    auto *words = new QWidget;
    auto *word = new QHBoxLayout(words);
    word->setContentsMargins(0, 0, 0, 0);
    word->setSpacing(theme::padding);
    word->addWidget(m_icon);
    word->addWidget(m_text, 1);
    auto *row = new theme::WrapLayout(this);
    row->setContentsMargins(theme::widePadding, theme::padding, theme::widePadding, theme::padding);
    row->setSpacing(theme::padding);
    row->addWidget(words, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_cancel),
                            static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_agreed),
                            static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_apply)})
        row->addWidget(widget);
}

void ApplyBar::reset(const char *icon, theme::Ink ink)
{
    m_icon->setPixmap(theme::icon(icon, ink).pixmap(theme::iconSize(), theme::iconSize()));
    for (QWidget *widget : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_cancel),
                            static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_agreed),
                            static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_apply)})
        widget->hide();
    disarm();
}

void ApplyBar::showPlan(const Environment &environment, const Offer &offer)
{
    m_isBlocked = !offer.obstacle.isEmpty();
    if (m_environment.name != environment.name || m_isBlocked)
        m_name->clear();
    m_environment = environment;
    m_offer = offer;
    const bool isOffered = offer.changes > 0 || offer.isGoingOn;
    const auto sign = signOf(environment);
    reset(m_isBlocked ? "info" : sign.icon, m_isBlocked ? theme::Ink::Muted : sign.ink);
    m_text->setText(m_isBlocked ? offer.obstacle
                                : tr("%1: %2").arg(toQt(environment.name), sign.meaning));
    const auto name = toQt(environment.name);
    m_name->setPlaceholderText(tr("type %1").arg(name));
    m_name->setFixedWidth(
        QFontMetrics(m_name->font()).horizontalAdvance(m_name->placeholderText()) +
        4 * theme::padding);
    m_name->setVisible(environment.guard == Guard::Prod && isOffered);
    m_name->setEnabled(!m_isBlocked);
    m_agreed->setText(tr("Delete %Ln topic(s) in use", nullptr, static_cast<int>(offer.inUse)));
    m_agreed->setChecked(false);
    m_agreed->setVisible(offer.inUse > 0);
    m_agreed->setEnabled(!m_isBlocked);
    m_apply->setVisible(isOffered);
    m_apply->setProperty("primary", environment.guard != Guard::Prod);
    m_apply->setProperty("danger", environment.guard == Guard::Prod);
    describeButton();
}

bool ApplyBar::isConsented() const
{
    const bool isNamed =
        m_environment.guard != Guard::Prod || m_name->text() == toQt(m_environment.name);
    return isNamed && (m_agreed->isHidden() || m_agreed->isChecked());
}

void ApplyBar::describeButton()
{
    const auto name = toQt(m_environment.name);
    const int changes = static_cast<int>(m_offer.changes);
    m_apply->setText(m_isArmed ? tr("Yes, apply %Ln change(s) to %1", nullptr, changes).arg(name)
                     : m_offer.isGoingOn ? tr("Go on in %1").arg(name)
                                         : tr("Apply to %1").arg(name));
    m_apply->setEnabled(!m_isBlocked && isConsented());
}

void ApplyBar::press()
{
    if (m_environment.guard == Guard::Confirm && !m_isArmed) {
        m_isArmed = true;
        m_armed.start();
        m_text->setText(tr("Click once more to apply. Esc leaves everything as it is."));
        return describeButton();
    }
    const auto typedName = m_name->text();
    disarm();
    m_name->clear();
    emit applyRequested(typedName, m_agreed->isChecked());
}

void ApplyBar::disarm()
{
    m_armed.stop();
    if (!m_isArmed)
        return;
    m_isArmed = false;
    m_text->setText(tr("%1: %2").arg(toQt(m_environment.name), signOf(m_environment).meaning));
    describeButton();
}

/// A double click is one click: its second half falls on what the first one brought.
bool ApplyBar::eventFilter(QObject *watched, QEvent *event)
{
    return event->type() == QEvent::MouseButtonDblClick || QWidget::eventFilter(watched, event);
}

void ApplyBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isArmed)
        disarm();
    else
        QWidget::keyPressEvent(event);
}

void ApplyBar::showProgress(const QString &text, std::size_t done, std::size_t total)
{
    if (m_progress->isHidden())
        reset("running", theme::Ink::Accent);
    m_text->setText(text);
    m_progress->setRange(0, static_cast<int>(total));
    m_progress->setValue(static_cast<int>(done));
    m_progress->show();
    if (m_cancel->isHidden())
        m_cancel->setEnabled(true);
    m_cancel->show();
}

void ApplyBar::showStopping()
{
    m_text->setText(tr("Stopping at the next safe point …"));
    m_cancel->setEnabled(false);
}

void ApplyBar::showResult(const QString &summary, bool isComplete)
{
    reset(isComplete ? "done" : "warning", isComplete ? theme::Ink::Good : theme::Ink::Warning);
    m_text->setText(summary);
    m_again->show();
}

void ApplyBar::showFault(const QString &message)
{
    reset("error", theme::Ink::Error);
    m_text->setText(message);
    m_again->show();
}

} // namespace meshwright::ui
