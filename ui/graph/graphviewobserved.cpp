// SPDX-License-Identifier: Apache-2.0
// What runs on the cluster, beside what the specs say.
#include "ui/graph/clusterobserver.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/graphview.h"
#include "ui/graph/observationbar.h"

#include <QToolButton>

namespace meshwright::ui {

void GraphView::setObserver(ClusterObserver *observer)
{
    m_observer = observer;
    m_observation->setObserver(observer);
    m_inquiry->setObserver(observer);
    m_observeButton->show();
    m_figuresButton->show();
    connect(m_observeButton, &QToolButton::toggled, observer, &ClusterObserver::setObserving);
    connect(m_observeButton, &QToolButton::toggled, m_figuresButton, &QWidget::setEnabled);
    connect(m_figuresButton, &QToolButton::toggled, this, &GraphView::showFigures);
    connect(observer, &ClusterObserver::figuresChanged, this, &GraphView::showFigures);
    connect(observer, &ClusterObserver::pictureChanged, this, &GraphView::refresh);
    observer->setSeen(isVisible());
}

void GraphView::setObserving(bool isObserving)
{
    m_observeButton->setChecked(isObserving);
}

bool GraphView::isObserving() const
{
    return m_observeButton->isChecked();
}

void GraphView::setFiguresShown(bool isShown)
{
    if (isShown)
        setObserving(true); // there are none without
    m_figuresButton->setChecked(isShown);
}

bool GraphView::areFiguresShown() const
{
    return m_figuresButton->isChecked();
}

void GraphView::showFigures()
{
    const auto &sight = m_observer->sight();
    if (!sight || !m_figuresButton->isChecked()) {
        m_canvas->setFigures(std::nullopt);
        return;
    }
    m_canvas->setFigures(LiveFigures{sight->observed, sight->isOld ? clockOf(*sight) : QString()});
}

std::optional<Sight> GraphView::sight() const
{
    return m_observer ? m_observer->sight() : std::nullopt;
}

void GraphView::showEvent(QShowEvent *event)
{
    if (m_observer)
        m_observer->setSeen(true);
    QWidget::showEvent(event);
}

void GraphView::hideEvent(QHideEvent *event)
{
    if (m_observer)
        m_observer->setSeen(false);
    QWidget::hideEvent(event);
}

} // namespace meshwright::ui
