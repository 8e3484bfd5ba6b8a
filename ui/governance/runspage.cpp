// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/runspage.h"

#include "ui/plan/goingon.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/fittingcolumns.h"
#include "ui/theme/pathdelegate.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace meshwright::ui {

RunsPage::RunsPage(Session &session, QWidget *parent)
    : TablePage(session, new RunsModel, QStringLiteral("runs"), "plan", parent)
    , m_runs(findChild<RunsModel *>())
    , m_known([]() -> std::function<KnownRuns()> { return readKnownRuns; },
              [this](const KnownRuns &known) {
                  m_runs->show(known);
                  updateState();
              })
{
    m_goOn = addButton("apply", "runsGoOn");
    m_close = addButton("close", "runsClose");
    m_reload = addButton("refresh", "runsReload");
    makeItems();
    connect(m_goOn, &QToolButton::clicked, this, &RunsPage::goOn);
    connect(m_close, &QToolButton::clicked, this, &RunsPage::closeRun);
    connect(&m_closing, &QFutureWatcherBase::finished, this, &RunsPage::takeClosed);
    connect(m_reload, &QToolButton::clicked, this, [this] { m_known.refresh(); });
    table()->header()->setStretchLastSection(false);
    table()->header()->setSectionResizeMode(RunsModel::EnvironmentName, QHeaderView::Stretch);
    table()->header()->setSectionResizeMode(RunsModel::Started, QHeaderView::ResizeToContents);
    new theme::FittingColumns(table(), {{RunsModel::Outcome, 120},
                                        {RunsModel::Items, 90},
                                        {RunsModel::Who, 170},
                                        {RunsModel::ClusterId, 220}});
    retranslate();
}

void RunsPage::makeItems()
{
    const auto addLabel = [this](const char *name) {
        auto *label = new QLabel(this);
        label->setObjectName(QLatin1String(name));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
        return label;
    };
    m_verdict = addLabel("runsVerdict");
    m_message = addLabel("runsMessage");
    m_itemTable = new QTreeView(this);
    m_itemTable->setObjectName(QStringLiteral("runItemsTable"));
    m_itemTable->setModel(&m_items);
    m_itemTable->setRootIsDecorated(false);
    m_itemTable->setFrameShape(QFrame::NoFrame);
    m_itemTable->setUniformRowHeights(true);
    m_itemTable->setItemDelegate(new theme::SpecTextDelegate(m_itemTable));
    m_itemTable->header()->setStretchLastSection(false);
    m_itemTable->header()->setSectionResizeMode(RunItemsModel::Resource, QHeaderView::Stretch);
    m_itemTable->setItemDelegateForColumn(RunItemsModel::Resource,
                                          new theme::PathDelegate(m_itemTable));
    new theme::FittingColumns(m_itemTable, {{RunItemsModel::State, 90},
                                            {RunItemsModel::What, 140},
                                            {RunItemsModel::Before, 120},
                                            {RunItemsModel::After, 120},
                                            {RunItemsModel::Message, 260}});
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(1, m_verdict);
    column->addWidget(m_message);
    column->addWidget(m_itemTable, 1);
}

std::optional<asyncapi::Place> RunsPage::placeOf(int /*row*/, int /*column*/) const
{
    return std::nullopt;
}

void RunsPage::setSeen(bool isSeen)
{
    m_known.setWanted(isSeen);
    if (isSeen)
        m_known.refresh();
}

const journal::Record *RunsPage::unfinished() const
{
    const int row = currentRow();
    return row >= 0 && m_runs->run(row).unfinished ? &*m_runs->run(row).unfinished : nullptr;
}

void RunsPage::goOn()
{
    const auto *record = unfinished();
    if (record == nullptr)
        return;
    const auto &name = record->head.plan.environment;
    const auto folder = toQt(record->head.workspace);
    if (!m_session.isOpen() || folder != m_session.rootPath())
        emit message(tr("Open the folder of this run first: %1").arg(folder));
    else if (!m_session.snapshot().workspace->settings().environment(name))
        emit message(tr("meshwright.yaml has no environment %1 any more.").arg(toQt(name)));
    else
        emit goOnRequested(toQt(name), toQt(record->path.string()));
}

void RunsPage::closeRun()
{
    const auto *record = unfinished();
    if (record == nullptr)
        return;
    m_closing.setFuture(QtConcurrent::run(ui::closeRun, *record));
    updateState();
}

void RunsPage::takeClosed()
{
    if (const auto closed = m_closing.result(); !closed)
        emit message(toQt(closed.error().message));
    updateState();
    m_known.refresh();
}

QString RunsPage::trailText() const
{
    const auto &known = m_runs->known();
    if (known.error)
        return toQt(known.error->message);
    if (known.faults.empty())
        return tr("✓ The trail is as it was written.");
    const auto &first = known.faults.front();
    return tr("✕ The trail is not as it was written. Line %L1: %2")
        .arg(first.line)
        .arg(toQt(first.message));
}

void RunsPage::updateState()
{
    if (m_itemTable == nullptr)
        return;
    const int row = currentRow();
    const bool isChosen = row >= 0;
    m_items.show(isChosen ? m_runs->run(row).entry.items : std::vector<journal::AuditItem>());
    m_itemTable->setVisible(isChosen);
    const auto text = isChosen ? toQt(m_runs->run(row).entry.message) : QString();
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    const bool isOpen = unfinished() != nullptr && m_closing.isFinished();
    m_goOn->setEnabled(isOpen);
    m_close->setEnabled(isOpen);
    const auto &known = m_runs->known();
    m_verdict->setText(trailText());
    m_verdict->setVisible(known.error || !known.faults.empty() || !known.runs.empty());
    theme::setInk(*m_verdict,
                  known.error || !known.faults.empty() ? theme::Ink::Error : theme::Ink::Muted);
    if (known.runs.empty())
        showState(tr("No runs yet"), tr("Who applied what, when and where appears here once a plan "
                                        "was applied, by the window or by mw."));
    else
        showState(tr("Nothing fits the filter"), tr("Clear it to see all runs."));
}

void RunsPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter by environment, outcome or user"));
    m_filter->setAccessibleName(tr("Filter runs"));
    table()->setAccessibleName(tr("Runs"));
    m_itemTable->setAccessibleName(tr("Items of the run"));
    m_goOn->setToolTip(tr("Go on with the run that did not end: shows what is left of it"));
    m_goOn->setAccessibleName(m_goOn->toolTip());
    m_close->setToolTip(tr("Close the run that did not end, without going on with it"));
    m_close->setAccessibleName(m_close->toolTip());
    m_reload->setToolTip(tr("Read again"));
    m_reload->setAccessibleName(m_reload->toolTip());
    updateState();
}

} // namespace meshwright::ui
