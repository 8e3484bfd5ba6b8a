// SPDX-License-Identifier: Apache-2.0
// What is laid over the specs: an earlier state, the cluster, or what an act would do.
#include "ui/graph/comparisonbar.h"
#include "ui/graph/graphcomparison.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/graphview.h"
#include "ui/history/historywatch.h"
#include "ui/plan/plancontroller.h"
#include "ui/text/text.h"

#include <QMenu>

namespace meshwright::ui {

namespace {

constexpr int mostRevisions = 20; ///< in the menu; the changes panel takes any other

} // namespace

void GraphView::makeComparison()
{
    m_comparison = new GraphComparison(*m_session, this);
    m_comparisonBar = new ComparisonBar(*m_comparison, this);
    connect(m_comparison, &GraphComparison::changed, this, &GraphView::refresh);
    connect(m_comparisonBar, &ComparisonBar::onlyDifferencesWanted, this,
            &GraphView::showOnlyDifferences);
}

void GraphView::fillCompareMenu(QMenu &menu)
{
    menu.clear();
    const HistoryWatch *history = m_comparison->history();
    const bool isVersioned = history && history->status().head && history->status().head->commit;
    QAction *last = menu.addAction(tr("With the &last commit"), this,
                                   [this] { m_comparison->withRevision(QStringLiteral("HEAD")); });
    last->setEnabled(isVersioned);
    QMenu *others = menu.addMenu(tr("With a &branch or tag"));
    others->setEnabled(isVersioned && !history->status().references.empty());
    if (isVersioned)
        for (const history::Reference &reference : history->status().references) {
            if (others->actions().size() == mostRevisions)
                break;
            const QString name = toQt(reference.name);
            others->addAction(QString(name).replace(u'&', QStringLiteral("&&")), this,
                              [this, name] { m_comparison->withRevision(name); });
        }
    const PlanController *plans = m_comparison->plans();
    const QString environment = plans ? plans->environmentName() : QString();
    QAction *cluster =
        menu.addAction(environment.isEmpty() ? tr("With the &cluster")
                                             : tr("With the &cluster of %1").arg(environment),
                       m_comparison, &GraphComparison::withCluster);
    cluster->setEnabled(!environment.isEmpty());
    menu.addSeparator();
    menu.addAction(tr("&Stop comparing"), m_comparison, &GraphComparison::stop)
        ->setEnabled(m_comparison->kind() != GraphComparison::Kind::None);
}

/// The contexts that differ, and both ends of the flows that do.
void GraphView::showOnlyDifferences()
{
    const OverlayPtr overlay = m_comparison->overlay();
    if (!overlay)
        return;
    Look look;
    for (const auto &[context, mark] : overlay->contexts)
        look.found.insert(context);
    for (const auto &[flow, mark] : overlay->flows)
        look.found.insert({flow.first, flow.second});
    if (look.found.empty())
        return;
    look.title = tr("what differs");
    look.onlyThese = true;
    m_inquiry->ask(look);
}

} // namespace meshwright::ui
