// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/observationbar.h"

#include "ui/graph/clusterobserver.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace meshwright::ui {

ObservationBar::ObservationBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("graphObservation"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    row->setSpacing(theme::padding);
    m_sign = new QLabel(this);
    m_sign->setObjectName(QStringLiteral("graphObservationSign"));
    row->addWidget(m_sign, 0, Qt::AlignTop);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("graphObservationText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_text, 1);
    hide();
}

void ObservationBar::setObserver(ClusterObserver *observer)
{
    m_observer = observer;
    connect(observer, &ClusterObserver::stateChanged, this, &ObservationBar::refresh);
    refresh();
}

QString ObservationBar::seenText() const
{
    const Sight &sight = *m_observer->sight();
    const graph::Observed &seen = *sight.observed;
    if (!seen.runsConsumers)
        return tr("%1 is a sandbox, which runs no consumers: no reading can be observed there. "
                  "Choose an environment with a Kafka cluster in the window's tool bar.")
            .arg(sight.environment);
    QStringList parts{tr("%1 at %2", "an environment, and the time of day")
                          .arg(sight.environment, clockOf(sight)),
                      tr("%n consumer group(s)", nullptr, int(seen.groups)),
                      tr("%n mismatch(es)", nullptr, int(seen.mismatches.size()))};
    if (seen.unknownGroups > 0)
        parts << tr("%n group(s) that could not be read", nullptr, int(seen.unknownGroups));
    if (!seen.isComplete)
        parts << tr("there may be groups that this user may not see");
    return parts.join(QStringLiteral("  ·  "));
}

QString ObservationBar::sentence() const
{
    if (!m_observer->environment())
        return tr("No environment is chosen, so there is no cluster to observe. Choose or add one "
                  "in the window's tool bar.");
    if (const auto &fault = m_observer->fault()) {
        const QString why = toQt(fault->message);
        if (!m_observer->sight())
            return tr("%1 could not be read: %2").arg(m_observer->environmentName(), why);
        return tr("%1 could not be read: %2 What is shown is of %3.")
            .arg(m_observer->environmentName(), why, clockOf(*m_observer->sight()));
    }
    return m_observer->sight()
               ? seenText()
               : tr("Reading the consumer groups of %1 …").arg(m_observer->environmentName());
}

void ObservationBar::refresh()
{
    setVisible(m_observer && m_observer->isObserving());
    if (!m_observer || !m_observer->isObserving())
        return;
    const bool isFailed = m_observer->fault().has_value();
    const bool isHindered = !m_observer->environment() ||
                            (m_observer->sight() && !m_observer->sight()->observed->runsConsumers);
    const QIcon icon = isFailed     ? theme::icon("error", theme::Ink::Error)
                       : isHindered ? theme::icon("warning", theme::Ink::Warning)
                                    : theme::icon("observe");
    m_sign->setPixmap(icon.pixmap(theme::scaled(16)));
    m_text->setText(sentence());
}

void ObservationBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace meshwright::ui
