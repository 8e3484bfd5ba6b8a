// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/grantspage.h"

#include "ui/graph/clusterobserver.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/fittingcolumns.h"
#include "ui/theme/pathdelegate.h"
#include "ui/theme/theme.h"

#include "meshwright/report/grantreport.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <tuple>

namespace meshwright::ui {

namespace {

constexpr std::array<const char *, std::size(grantStates)> toggles{
    "grantsWaiting", "grantsUsed", "grantsUnread", "grantsUndeclared"};

} // namespace

GrantsPage::GrantsPage(Session &session, const ClusterObserver &observer, QWidget *parent)
    : TablePage(session, new GrantsModel, QStringLiteral("grants"), "grant", parent)
    , m_observer(observer)
    , m_grants(findChild<GrantsModel *>())
    , m_ledger([this] { return prepare(); },
               [this](const Made &made) {
                   m_grants->show(made.workspace, made.ledger);
                   updateState();
               })
{
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        m_shown.at(i) = addToggle(toggles.at(i));
    m_give = addButton("add", "grantsGive");
    m_take = addButton("remove", "grantsTake");
    m_copy = addButton("copy", "grantsCopy");
    QHeaderView *header = table()->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(GrantsModel::TopicColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(GrantsModel::StateColumn, QHeaderView::ResizeToContents);
    table()->setItemDelegateForColumn(GrantsModel::PlaceColumn, new theme::PathDelegate(table()));
    table()->setItemDelegateForColumn(GrantsModel::TopicColumn, new theme::PathDelegate(table()));
    table()->setContextMenuPolicy(Qt::CustomContextMenu);
    new theme::FittingColumns(table(), {{GrantsModel::ReaderColumn, 210},
                                        {GrantsModel::OwnerColumn, 190},
                                        {GrantsModel::PlaceColumn, 240}});
    connect(m_give, &QToolButton::clicked, this, &GrantsPage::fix);
    connect(m_take, &QToolButton::clicked, this, &GrantsPage::fix);
    connect(m_copy, &QToolButton::clicked, this, &GrantsPage::copyRequests);
    connect(table(), &QWidget::customContextMenuRequested, this, &GrantsPage::showMenu);
    const auto renew = [this] {
        m_ledger.refresh();
        updateState();
    };
    connect(&session, &Session::snapshotChanged, this, renew);
    connect(&observer, &ClusterObserver::pictureChanged, this, renew);
    connect(&observer, &ClusterObserver::stateChanged, this, renew);
    retranslate();
}

std::function<GrantsPage::Made()> GrantsPage::prepare() const
{
    const TopologyPtr topology = m_session.snapshot().topology;
    if (!topology)
        return {};
    std::shared_ptr<const graph::Observed> observed;
    if (const auto &sight = m_observer.sight(); m_observer.isObserving() && sight)
        observed = sight->observed;
    return [topology, observed] {
        return Made{topology->workspace, grantLedger(*topology, observed.get())};
    };
}

std::optional<asyncapi::Place> GrantsPage::placeOf(int row, int /*column*/) const
{
    return GrantsModel::placeOf(m_grants->entry(row));
}

bool GrantsPage::accepts(int row) const
{
    const auto state = static_cast<std::size_t>(m_grants->entry(row).state);
    return !m_shown.at(state) || m_shown.at(state)->isChecked();
}

void GrantsPage::setSeen(bool isSeen)
{
    m_ledger.setWanted(isSeen);
}

/// The fix of the finding that tells of the same.
std::optional<QuickFix> GrantsPage::fixOf(int row) const
{
    const Snapshot &snapshot = m_session.snapshot();
    if (row < 0 || !snapshot.diagnostics || !m_session.isUpToDate())
        return std::nullopt;
    const GrantEntry &entry = m_grants->entry(row);
    const bool isWaiting = entry.state == GrantState::Waiting;
    if (!isWaiting && entry.state != GrantState::Unread)
        return std::nullopt;
    const asyncapi::Place &place = GrantsModel::placeOf(entry);
    const std::string_view rule = isWaiting ? "access/no-grant" : "grant/unread";
    const auto &all = *snapshot.diagnostics;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Diagnostic &each) {
        return each.rule == rule && each.file == place.file && each.range == place.range;
    });
    return found == all.end() || found->fixes.empty() ? std::nullopt
                                                      : std::optional(found->fixes.front());
}

void GrantsPage::fix()
{
    const auto fix = fixOf(currentRow());
    if (!fix)
        return;
    const auto done = m_session.perform(fix->edit, toQt(fix->title));
    if (!done)
        emit message(toQt(done.error().message));
}

/// Of the rows that are shown.
void GrantsPage::copyRequests()
{
    std::vector<GrantEntry> shown;
    for (const int row : shownRows())
        if (m_grants->entry(row).state == GrantState::Waiting)
            shown.push_back(m_grants->entry(row));
    std::sort(shown.begin(), shown.end(), [](const GrantEntry &a, const GrantEntry &b) {
        return std::tie(a.topic, a.reader) < std::tie(b.topic, b.reader);
    });
    QApplication::clipboard()->setText(
        toQt(report::requestsMarkdown(*m_grants->workspace(), shown)));
    emit message(tr("Copied %n request(s).", nullptr, static_cast<int>(shown.size())));
}

void GrantsPage::showMenu(const QPoint &point)
{
    const int row = table()->indexAt(point).isValid() ? currentRow() : -1;
    if (row < 0)
        return;
    const GrantEntry &entry = m_grants->entry(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto fix = fixOf(row)) {
        menu->addAction(theme::icon("lightbulb", theme::Ink::Accent), toQt(fix->title), this,
                        &GrantsPage::fix);
        menu->addSeparator();
    }
    const auto add = [&](const QString &text, const std::optional<asyncapi::Place> &place) {
        if (place)
            menu->addAction(theme::icon("jump"), text, this, [this, place] { goTo(place); });
    };
    add(tr("Go to the &reader's line"), entry.asked);
    add(tr("Go to the &grant"), entry.given);
    add(tr("Go to the &topic"), entry.topicPlace);
    menu->popup(table()->viewport()->mapToGlobal(point));
}

void GrantsPage::updateState()
{
    std::array<int, std::size(grantStates)> counts{};
    for (int row = 0; row < m_grants->rowCount(); ++row)
        ++counts.at(static_cast<std::size_t>(m_grants->entry(row).state));
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        if (m_shown.at(i))
            m_shown.at(i)->setText(signOf(grantStates[i]) + QLatin1Char(' ') +
                                   QLocale().toString(counts.at(i)));
    if (!m_copy)
        return;
    const int row = currentRow();
    const bool canFix = fixOf(row).has_value();
    const bool isWaiting = row >= 0 && m_grants->entry(row).state == GrantState::Waiting;
    m_give->setEnabled(canFix && isWaiting);
    m_take->setEnabled(canFix && !isWaiting);
    m_copy->setEnabled(counts.front() > 0);
    if (!m_session.isOpen())
        showState(tr("No grants yet"),
                  tr("Who asks for which protected topic appears here once a folder is open."));
    else if (m_grants->rowCount() == 0)
        showState(tr("Nothing is protected, or nobody asks"),
                  tr("Protected topics appear here with those that read them, ask for them, or "
                     "were granted them."));
    else
        showState(tr("Nothing fits the filter"), tr("Clear it to see all grants."));
}

void GrantsPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter by reader, topic, owner or file"));
    m_filter->setAccessibleName(tr("Filter grants"));
    table()->setAccessibleName(tr("Grants"));
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_shown[0], tr("Show who waits for a grant"));
    name(m_shown[1], tr("Show what is granted and read"));
    name(m_shown[2], tr("Show what is given, but nobody reads"));
    name(m_shown[3], tr("Show who reads without a declaration"));
    name(m_give, tr("Give the access that is asked for"));
    name(m_take, tr("Take the grant away that nobody uses"));
    name(m_copy, tr("Copy the requests as Markdown"));
    updateState();
}

} // namespace meshwright::ui
