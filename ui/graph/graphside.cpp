// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphside.h"

#include "ui/graph/contexttable.h"
#include "ui/graph/filterpanel.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/insightspanel.h"
#include "ui/theme/theme.h"

#include <QEvent>

namespace meshwright::ui {

GraphSide::GraphSide(GraphInquiry &inquiry, Session &session, QWidget *parent)
    : QTabWidget(parent)
    , m_inquiry(inquiry)
{
    setObjectName(QStringLiteral("graphSide"));
    setDocumentMode(true);
    auto *filters = new FilterPanel(inquiry, this);
    auto *insights = new InsightsPanel(inquiry, session, this);
    addTab(filters, QString());
    addTab(insights, QString());
    addTab(new ContextTable(inquiry, session, this), QString());
    connect(filters, &FilterPanel::message, this, &GraphSide::message);
    retranslate();
}

QSize GraphSide::sizeHint() const
{
    return {theme::scaled(420), QTabWidget::sizeHint().height()};
}

void GraphSide::retranslate()
{
    setAccessibleName(tr("Questions to the graph"));
    setTabText(0, tr("Filter"));
    setTabText(1, tr("Stands out"));
    setTabText(2, tr("Table"));
}

void GraphSide::showEvent(QShowEvent *event)
{
    m_inquiry.setWanted(true);
    QTabWidget::showEvent(event);
}

void GraphSide::hideEvent(QHideEvent *event)
{
    m_inquiry.setWanted(false);
    QTabWidget::hideEvent(event);
}

void GraphSide::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTabWidget::changeEvent(event);
}

} // namespace meshwright::ui
