// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/resumebar.h"

#include "ui/plan/goingon.h"
#include "ui/plan/plantexts.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrent>

namespace meshwright::ui {

using Phase = PlanController::Phase;

ResumeBar::ResumeBar(Session *session, PlanController *controller, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_controller(controller)
    , m_known([this] { return job(); },
              [this](const Records &records) {
                  m_records = records;
                  describe();
              })
{
    setObjectName(QStringLiteral("resumeBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Midlight);
    makeWidgets();
    connect(m_session, &Session::opened, this, [this] {
        m_records.clear(); // they are another folder's
        refresh();
    });
    connect(m_controller, &PlanController::environmentChanged, this, [this] {
        if (m_asked != m_controller->environmentName()) // not at each change of a text
            refresh();
    });
    connect(m_controller, &PlanController::phaseChanged, this, &ResumeBar::takePhase);
    connect(m_goOn, &QPushButton::clicked, this,
            [this] { m_controller->goOn(toQt(m_records.front().path.string())); });
    connect(m_close, &QPushButton::clicked, this, &ResumeBar::closeShown);
    connect(&m_closing, &QFutureWatcherBase::finished, this, &ResumeBar::takeClosed);
    m_known.setWanted(true);
    describe();
}

void ResumeBar::makeWidgets()
{
    m_icon = new QLabel;
    m_text = new QLabel;
    m_text->setObjectName(QStringLiteral("resumeText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_goOn = new QPushButton(tr("Go on…"), this);
    m_goOn->setObjectName(QStringLiteral("resumeGoOn"));
    m_goOn->setToolTip(tr("Reads the cluster and shows what is left. Nothing is written yet."));
    m_close = new QPushButton(tr("Close it"), this);
    m_close->setObjectName(QStringLiteral("resumeClose"));
    m_close->setToolTip(tr("Close the run that did not end, without going on with it"));
    auto *words = new QWidget;
    auto *word = new QHBoxLayout(words);
    word->setContentsMargins(0, 0, 0, 0);
    word->setSpacing(theme::padding);
    word->addWidget(m_icon);
    word->addWidget(m_text, 1);
    auto *row = new theme::WrapLayout(this);
    row->setContentsMargins(theme::widePadding, 6, theme::widePadding, 6);
    row->setSpacing(theme::padding);
    row->addWidget(words, 1);
    row->addWidget(m_goOn);
    row->addWidget(m_close);
}

std::function<ResumeBar::Records()> ResumeBar::job() const
{
    if (!m_session->isOpen())
        return {};
    return [folder = fromQt(m_session->rootPath()),
            environment = fromQt(m_controller->environmentName())] {
        return unfinishedRuns(folder, environment);
    };
}

void ResumeBar::refresh()
{
    if (m_asked != m_controller->environmentName())
        m_records.clear(); // they are another environment's
    m_asked = m_controller->environmentName();
    m_fault.clear();
    describe();
    m_known.refresh();
}

void ResumeBar::takePhase(Phase phase)
{
    if (phase == Phase::Applied)
        m_records.clear(); // until it is known which are left
    describe();
    if (phase == Phase::Applied)
        refresh();
}

void ResumeBar::describe()
{
    const auto phase = m_controller->phase();
    const bool isBusy = phase == Phase::Planning || phase == Phase::Applying;
    const bool hasRun = !m_records.empty();
    setVisible((hasRun || !m_fault.isEmpty()) && !isBusy);
    m_icon->setPixmap(
        theme::icon("warning", theme::Ink::Warning).pixmap(theme::iconSize(), theme::iconSize()));
    QStringList lines{m_fault};
    if (hasRun)
        lines.append(plantexts::unfinished(m_records.front()));
    lines.removeAll(QString());
    m_text->setText(lines.join(QLatin1Char('\n')));
    m_goOn->setVisible(hasRun && !(phase == Phase::Planned && isShown()));
    m_close->setVisible(hasRun);
    m_goOn->setEnabled(m_closing.isFinished());
    m_close->setEnabled(m_closing.isFinished());
}

/// Whether what is left of the run is what the plan's view shows.
bool ResumeBar::isShown() const
{
    const auto &made = m_controller->made();
    return made && made->earlier && made->earlier->path == m_records.front().path;
}

void ResumeBar::closeShown()
{
    m_fault.clear();
    m_closing.setFuture(QtConcurrent::run(closeRun, m_records.front()));
    if (isShown())
        m_controller->forget();
    describe();
}

void ResumeBar::takeClosed()
{
    if (const auto closed = m_closing.result(); !closed)
        m_fault = toQt(closed.error().message);
    describe();
    m_known.refresh();
}

void ResumeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_goOn != nullptr)
        describe();
}

} // namespace meshwright::ui
