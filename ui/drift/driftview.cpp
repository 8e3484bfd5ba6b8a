// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/driftview.h"

#include "ui/designer/actdialog.h"
#include "ui/designer/actfields.h"
#include "ui/drift/driftbar.h"
#include "ui/drift/driftcontroller.h"
#include "ui/drift/driftheader.h"
#include "ui/drift/drifttexts.h"
#include "ui/drift/drifttree.h"
#include "ui/plan/emptypage.h"
#include "ui/plan/listpage.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include "meshwright/adoption/adoptdrift.h"

#include <QAction>
#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <set>

namespace meshwright::ui {

namespace {

// In lines of text: below it, the list needs the room more.
constexpr int roomForDetail = 25;
constexpr int roomForComparison = 19;

} // namespace

DriftView::DriftView(Session *session, DriftController *controller, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_controller(controller)
{
    setObjectName(QStringLiteral("driftView"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    makeWidgets();
    makeMenu();
    connectParts();
    takeMade();
}

void DriftView::makeWidgets()
{
    m_empty = new EmptyPage(this);
    m_header = new DriftHeader;
    m_tree = new DriftTree;
    m_tree->setModel(&m_filtered);
    m_bar = new DriftBar;
    m_page = new ListPage({m_header, m_tree, m_bar}, QStringLiteral("driftDetail"), this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_page);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_pages);
}

void DriftView::makeMenu()
{
    auto *open = new QAction(theme::icon("jump"), tr("Go to the spec"), this);
    connect(open, &QAction::triggered, this,
            [this] { revealPlace(*m_session, m_tree->currentIndex()); });
    m_tree->addActions({m_bar->restoreAction(), m_bar->adoptAction(), open});
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void DriftView::connectParts()
{
    connect(m_controller, &DriftController::madeChanged, this, &DriftView::takeMade);
    connect(m_controller, &DriftController::changed, this, &DriftView::refresh);
    connect(m_session, &Session::opened, this, &DriftView::refresh);
    connect(m_header, &DriftHeader::compareRequested, m_controller, &DriftController::compare);
    connect(m_header, &DriftHeader::cancelRequested, m_controller, &DriftController::cancel);
    connect(m_header, &DriftHeader::filterChanged, this, [this](const QString &text) {
        m_filtered.setFilterFixedString(text.trimmed());
        m_tree->expandAsFits();
        showChosen();
    });
    connect(m_header, &DriftHeader::unknownsRequested, m_tree, &GroupTree::showFirstGroup);
    const auto reveal = [this](const QModelIndex &row) { revealPlace(*m_session, row); };
    connect(m_tree, &GroupTree::linkActivated, this, reveal);
    connect(m_tree, &QTreeView::doubleClicked, this, reveal);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DriftView::showChosen);
    connect(m_bar->restoreAction(), &QAction::triggered, this,
            [this] { emit restoreRequested(restoring(m_bar->restorable())); });
    connect(m_bar->adoptAction(), &QAction::triggered, this, &DriftView::adopt);
    connect(m_empty, &EmptyPage::actionRequested, this, [this] {
        if (m_controller->isComparing())
            m_controller->cancel();
        else
            m_controller->compare();
    });
    connect(m_empty, &EmptyPage::otherRequested, this,
            [this] { emit connectionRequested(m_controller->environmentName()); });
}

void DriftView::takeMade()
{
    m_model.setDrift(m_controller->made());
    m_tree->expandAsFits();
    refresh();
}

void DriftView::refresh()
{
    const bool hasRows = m_model.rowCount() > 0;
    if (!hasRows) {
        m_pages->setCurrentWidget(m_empty);
        return showEmpty();
    }
    m_pages->setCurrentWidget(m_page);
    m_header->describe(*m_model.made(), *m_controller);
    showChosen();
}

void DriftView::showEmpty()
{
    const auto name = m_controller->environmentName();
    if (m_controller->isComparing())
        return m_empty->setContent({"running",
                                    theme::Ink::Accent,
                                    tr("Reading %1 …").arg(name),
                                    tr("What it has is read, and compared with what the specs ask "
                                       "for. Nothing is written."),
                                    tr("Cancel"),
                                    {},
                                    true});
    if (m_controller->fault())
        return m_empty->setContent(
            {"error", theme::Ink::Error, tr("%1 could not be read").arg(name),
             tr("Whether it is in step is not known. %1").arg(toQt(m_controller->fault()->message)),
             tr("Try again"), tr("Connection…")});
    if (const auto &made = m_controller->made())
        return m_empty->setContent(
            {"done", theme::Ink::Good, drifttexts::headline(*made),
             (m_controller->isOutdated()
                  ? tr("%1. %2. The specs or the cluster changed since then.")
                  : tr("%1. %2."))
                 .arg(drifttexts::comparison(*made), nextComparison(*m_controller)),
             tr("Compare again")});
    if (!m_controller->environment())
        return m_empty->setContent(
            {"compare", theme::Ink::Faint, tr("No comparison yet"),
             tr("Open a folder with specs. Then this shows where a cluster is out of step with "
                "them, whoever moved.")});
    m_empty->setContent(
        {"compare", theme::Ink::Faint, tr("No comparison yet"),
         tr("This will show where %1 is out of step with the specs: changed by hand, or never "
            "applied. Comparing writes nothing. %2.")
             .arg(name, nextComparison(*m_controller)),
         tr("Compare with %1").arg(name)});
}

/// The items of the selected rows; of a group, all that it shows.
std::vector<DriftItem> DriftView::chosen() const
{
    std::set<int> numbers;
    const auto add = [&numbers](const QModelIndex &row) {
        if (const int number = row.data(DriftModel::ItemRole).toInt(); number >= 0)
            numbers.insert(number);
    };
    for (const auto &row : m_tree->selectionModel()->selectedRows()) {
        add(row);
        for (int child = 0; child < m_filtered.rowCount(row); ++child)
            add(m_filtered.index(child, 0, row));
    }
    std::vector<DriftItem> items;
    for (const int number : numbers)
        items.push_back(m_model.made()->drift.items[static_cast<std::size_t>(number)]);
    return items;
}

void DriftView::showChosen()
{
    if (!m_model.made())
        return;
    const auto rows = m_tree->selectionModel()->selectedRows();
    const bool isShown =
        rows.size() == 1 && height() >= roomForDetail * fontMetrics().lineSpacing();
    m_page->showDetail(isShown ? rows.front().data(DriftModel::DetailRole).toString() : QString());
    m_bar->describe(*m_model.made(), chosen(),
                    m_controller->isApplying()    ? tr("A plan is being applied.")
                    : m_controller->isComparing() ? tr("The cluster is being compared again.")
                                                  : QString());
}

void DriftView::adopt()
{
    const auto &items = m_bar->adoptable();
    auto *dialog =
        new ActDialog(*m_session,
                      tr("Adopt %Ln thing(s) from %1", nullptr, static_cast<int>(items.size()))
                          .arg(m_controller->environmentName()),
                      tr("Adopt into spec"), window());
    const auto act = [items, environment = m_model.made()->environment](
                         const TopologyPtr &topology) -> Result<Proposal> {
        auto edit = adoption::adoptDrift(*topology, environment, items);
        if (!edit)
            return tl::unexpected(edit.error());
        return Proposal{std::move(*edit)};
    };
    dialog->setAct(acts::nothingLacks(), [act]() -> Propose { return act; });
    acts::shown(dialog);
}

void DriftView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_header->setCompact(height() < roomForComparison * fontMetrics().lineSpacing());
    showChosen();
}

void DriftView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_bar != nullptr)
        refresh();
}

} // namespace meshwright::ui
