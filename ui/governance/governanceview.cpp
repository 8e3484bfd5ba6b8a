// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/governanceview.h"

#include "ui/governance/glossarypage.h"
#include "ui/governance/grantspage.h"
#include "ui/governance/policiespage.h"
#include "ui/governance/runspage.h"
#include "ui/governance/slicespage.h"

#include <QEvent>
#include <QLineEdit>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QTreeView>

namespace meshwright::ui {

GovernanceView::GovernanceView(Session &session, const ClusterObserver &observer, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QTabWidget)
{
    setObjectName(QStringLiteral("governanceView"));
    m_pages->setObjectName(QStringLiteral("governancePages"));
    m_pages->setDocumentMode(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    add(new GrantsPage(session, observer));
    add(new PoliciesPage(session));
    add(new SlicesPage(session));
    add(new GlossaryPage(session));
    auto *runs = new RunsPage(session);
    connect(runs, &RunsPage::goOnRequested, this, &GovernanceView::goOnRequested);
    add(runs);
    retranslate();
}

void GovernanceView::add(TablePage *page)
{
    connect(page, &TablePage::message, this, &GovernanceView::message);
    m_pages->addTab(page, {});
}

void GovernanceView::retranslate()
{
    m_pages->setAccessibleName(tr("Governance"));
    m_pages->setTabText(GrantsTab, tr("Grants"));
    m_pages->setTabText(PoliciesTab, tr("Policies"));
    m_pages->setTabText(SlicesTab, tr("Vertical slices"));
    m_pages->setTabText(GlossaryTab, tr("Glossary"));
    m_pages->setTabText(RunsTab, tr("Runs"));
}

TablePage *GovernanceView::page(Page page) const
{
    return static_cast<TablePage *>(m_pages->widget(page));
}

void GovernanceView::showPage(Page wanted)
{
    m_pages->setCurrentIndex(wanted);
    page(wanted)->table()->setFocus();
}

void GovernanceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace meshwright::ui
