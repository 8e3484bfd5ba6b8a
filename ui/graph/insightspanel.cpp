// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/insightspanel.h"

#include "ui/graph/contextname.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/grouprow.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShowEvent>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr int contextsRole = Qt::UserRole;
constexpr int titleRole = Qt::UserRole + 1;
constexpr int topicRole = Qt::UserRole + 2;
constexpr int isHubRole = Qt::UserRole + 3; ///< its partners belong to the answer
constexpr int mostRows = 500;               ///< of one kind: who has more mends some first

QString titleOf(graph::Mismatch::Kind kind)
{
    switch (kind) {
    case graph::Mismatch::Kind::Undeclared:
        return InsightsPanel::tr("Read, and declared by no spec");
    case graph::Mismatch::Kind::Unread:
        return InsightsPanel::tr("Declared, and not read");
    case graph::Mismatch::Kind::IdleGrant:
        return InsightsPanel::tr("Granted, and neither declared nor read");
    case graph::Mismatch::Kind::StrayGroup:
        return InsightsPanel::tr("Consumer groups of no context");
    case graph::Mismatch::Kind::MissingTopic:
        return InsightsPanel::tr("Topics that the cluster does not show");
    case graph::Mismatch::Kind::StrayTopic:
        return InsightsPanel::tr("Topics of contexts that stand in no spec");
    }
    return {};
}

QString mismatchText(const graph::Mismatch &mismatch, const QString &reader)
{
    const QString topic = toQt(mismatch.topic.value);
    switch (mismatch.kind) {
    case graph::Mismatch::Kind::Undeclared:
        return InsightsPanel::tr("%1: read by %2").arg(topic, reader);
    case graph::Mismatch::Kind::Unread:
        return InsightsPanel::tr("%1: not read by %2").arg(topic, reader);
    case graph::Mismatch::Kind::IdleGrant:
        return InsightsPanel::tr("%1: granted to %2").arg(topic, reader);
    case graph::Mismatch::Kind::StrayGroup:
        return toQt(mismatch.group);
    case graph::Mismatch::Kind::MissingTopic:
    case graph::Mismatch::Kind::StrayTopic:
        return topic;
    }
    return {};
}

/// What it is stands above it, so that a name which is elided never hides it.
QString rowText(const graph::Mismatch &mismatch, const QString &reader)
{
    const bool isOfReader = mismatch.kind <= graph::Mismatch::Kind::IdleGrant;
    return isOfReader ? QStringLiteral("%1: %2").arg(reader, toQt(mismatch.topic.value))
                      : mismatchText(mismatch, reader);
}

QStringList idsOf(const std::set<ContextId> &contexts)
{
    QStringList ids;
    for (const ContextId &id : contexts)
        ids << toQt(id.value);
    return ids;
}

QString lackText(graph::Lack lack, const QString &topic, const QString &context)
{
    switch (lack) {
    case graph::Lack::Reader:
        return InsightsPanel::tr("%1: nobody reads it").arg(topic);
    case graph::Lack::Writer:
        return InsightsPanel::tr("%1: nobody writes it").arg(topic);
    case graph::Lack::Owner:
        return InsightsPanel::tr("%1: read by %2, owned by nobody here").arg(topic, context);
    case graph::Lack::Consumer:
        return InsightsPanel::tr("%1: granted to %2, which does not read it").arg(topic, context);
    }
    return topic;
}

} // namespace

InsightsPanel::InsightsPanel(GraphInquiry &inquiry, Session &session, QWidget *parent)
    : QWidget(parent)
    , m_inquiry(inquiry)
    , m_session(session)
{
    setObjectName(QStringLiteral("graphInsights"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::padding, 0, 0);
    column->setSpacing(theme::padding);
    column->addWidget(makeWay());
    makeTree();
    connect(&m_inquiry, &GraphInquiry::answersChanged, this, [this] {
        fill();
        fillContexts();
    });
    retranslate();
}

QWidget *InsightsPanel::makeWay()
{
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(theme::padding, 0, theme::padding, 0);
    column->setSpacing(theme::grid);
    const auto addField = [&](const char *name) {
        auto *field = new QComboBox(form);
        field->setObjectName(QLatin1String(name));
        field->setEditable(true);
        field->setInsertPolicy(QComboBox::NoInsert);
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->setMinimumContentsLength(8);
        field->completer()->setFilterMode(Qt::MatchContains);
        field->completer()->setCompletionMode(QCompleter::PopupCompletion);
        theme::setFont(*field, theme::fixedFont);
        column->addWidget(field);
        return field;
    };
    m_from = addField("graphWayFrom");
    m_to = addField("graphWayTo");
    m_showWay = new QPushButton(form);
    m_showWay->setObjectName(QStringLiteral("graphShowWay"));
    column->addWidget(m_showWay, 0, Qt::AlignLeft);
    m_way = new QLabel(form);
    m_way->setObjectName(QStringLiteral("graphWay"));
    m_way->setWordWrap(true);
    m_way->setTextFormat(Qt::PlainText);
    m_way->hide();
    column->addWidget(m_way);
    connect(m_showWay, &QPushButton::clicked, this, &InsightsPanel::showWay);
    return form;
}

void InsightsPanel::makeTree()
{
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("graphStandsOut"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setUniformRowHeights(true);
    layout()->addWidget(m_tree);
    connect(m_tree, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem *item) { show(item); });
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) { show(item); });
}

void InsightsPanel::retranslate()
{
    m_from->setAccessibleName(tr("The way of data from"));
    m_from->lineEdit()->setPlaceholderText(tr("From a context"));
    m_to->setAccessibleName(tr("The way of data to"));
    m_to->lineEdit()->setPlaceholderText(tr("To a context"));
    m_showWay->setText(tr("Show the way"));
    m_tree->setAccessibleName(tr("What stands out"));
    fill();
    fillContexts();
}

QString InsightsPanel::nameOf(const ContextId &id) const
{
    return contextName(m_session.snapshot().topology.get(), id);
}

QString InsightsPanel::namesOf(const std::vector<ContextId> &ids, std::size_t most,
                               const QString &between) const
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(most, ids.size()); ++i)
        names << nameOf(ids[i]);
    if (ids.size() > most)
        names << tr("and %n more", nullptr, static_cast<int>(ids.size() - most));
    return names.join(between);
}

/// What was typed or chosen stays.
void InsightsPanel::fillContexts()
{
    if (!isVisible())
        return;
    const TopologyPtr &topology = m_session.snapshot().topology;
    QStringList ids;
    if (topology)
        for (const Context &context : topology->contexts)
            ids << toQt(context.id.value);
    for (QComboBox *field : {m_from, m_to}) {
        const QSignalBlocker quiet(field);
        const QString text = field->currentText();
        field->clear();
        field->addItems(ids);
        field->setCurrentIndex(static_cast<int>(ids.indexOf(text)));
        field->setEditText(text);
    }
}

/// A heading, and a row for each of the list; where it is longer than anybody would read, the last
/// row says so.
template <typename List, typename AddRow>
void InsightsPanel::addGroup(const QString &title, const List &list, const AddRow &addRow)
{
    if (list.empty())
        return;
    const int count = static_cast<int>(list.size());
    auto *group = new QTreeWidgetItem(m_tree, {tr("%1 (%2)").arg(title).arg(count)});
    group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    dressGroup(*group);
    for (const auto &each : list) {
        if (group->childCount() == mostRows) {
            auto *more = new QTreeWidgetItem(group, {tr("and %n more", nullptr, count - mostRows)});
            more->setFlags(Qt::ItemIsEnabled);
            return;
        }
        addRow(group, each);
    }
}

QTreeWidgetItem *InsightsPanel::addItem(QTreeWidgetItem *group, const QString &text,
                                        const QString &tip, const std::set<ContextId> &contexts,
                                        const QString &title)
{
    auto *item = new QTreeWidgetItem(group, {text});
    item->setToolTip(0, plainTip(tip));
    item->setData(0, contextsRole, idsOf(contexts));
    item->setData(0, titleRole, title);
    return item;
}

void InsightsPanel::fill()
{
    if (!isVisible())
        return;
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    const GraphAnswersPtr &answers = m_inquiry.answers();
    if (!answers)
        return;
    addMismatches();
    using Group = QTreeWidgetItem *;
    addGroup(tr("Data that comes back"), answers->cycles,
             [this](Group group, const std::vector<ContextId> &cycle) {
                 addItem(group, namesOf(cycle, 8, QStringLiteral(", ")),
                         namesOf(cycle, 40, QStringLiteral("\n")), {cycle.begin(), cycle.end()},
                         tr("a cycle"));
             });
    addGroup(tr("Contexts with many partners"), answers->hubs,
             [this](Group group, const graph::Hub &hub) {
                 addItem(group,
                         tr("%1: reads from %2, read by %3")
                             .arg(nameOf(hub.context), QString::number(hub.sources),
                                  QString::number(hub.readers)),
                         toQt(hub.context.value), {hub.context}, tr("a hub"))
                     ->setData(0, isHubRole, true);
             });
    addGroup(tr("Contexts that share much"), answers->couplings,
             [this](Group group, const graph::Coupling &pair) {
                 const QString text = tr("%1 and %2: %n topic(s)", nullptr, pair.topics)
                                          .arg(nameOf(pair.first), nameOf(pair.second));
                 addItem(group, pair.isMutual ? tr("%1, both ways").arg(text) : text,
                         toQt(pair.first.value) + u'\n' + toQt(pair.second.value),
                         {pair.first, pair.second}, tr("a close pair"));
             });
    addGroup(tr("Topics that lack a side"), answers->orphans,
             [this](Group group, const graph::Orphan &orphan) {
                 const QString text =
                     lackText(orphan.lack, toQt(orphan.topic.value), nameOf(orphan.context));
                 addItem(group, text, text, {orphan.context}, tr("a topic that lacks a side"))
                     ->setData(0, topicRole, toQt(orphan.topic.value));
             });
    if (m_tree->topLevelItemCount() == 0) {
        auto *none = new QTreeWidgetItem(m_tree, {tr("Nothing stands out")});
        none->setFlags(Qt::ItemIsEnabled);
    }
}

void InsightsPanel::addMismatches()
{
    const auto &all = m_inquiry.answers()->mismatches; // sorted by kind
    for (const auto kind : graph::mismatchKinds) {
        const auto [first, last] =
            std::equal_range(all.begin(), all.end(), graph::Mismatch{kind, {}, {}, {}},
                             [](const auto &a, const auto &b) { return a.kind < b.kind; });
        addGroup(titleOf(kind), std::vector<graph::Mismatch>(first, last),
                 [this](QTreeWidgetItem *group, const graph::Mismatch &mismatch) {
                     const QString reader =
                         mismatch.contexts.empty() ? QString() : nameOf(mismatch.contexts.back());
                     auto *item = addItem(
                         group, rowText(mismatch, reader), mismatchText(mismatch, reader),
                         {mismatch.contexts.begin(), mismatch.contexts.end()}, tr("a mismatch"));
                     item->setIcon(0, theme::icon("mismatch", theme::Ink::Error));
                     item->setData(0, topicRole, toQt(mismatch.topic.value));
                 });
    }
}

/// With what was observed, where there are answers.
TopologyPtr InsightsPanel::topology() const
{
    const GraphAnswersPtr &answers = m_inquiry.answers();
    return answers ? answers->topology : m_session.snapshot().topology;
}

void InsightsPanel::show(QTreeWidgetItem *item)
{
    const QStringList ids = item ? item->data(0, contextsRole).toStringList() : QStringList();
    if (ids.isEmpty())
        return;
    Look look;
    for (const QString &id : ids)
        look.found.insert({fromQt(id)});
    const TopologyPtr known = topology();
    if (known && item->data(0, isHubRole).toBool())
        for (const auto &[id, hops] :
             graph::reach(*known, *look.found.begin(), graph::Direction::Both, 1))
            look.found.insert(id);
    look.title = item->data(0, titleRole).toString();
    look.onlyThese = m_inquiry.look().onlyThese;
    m_inquiry.ask(look);
    const QString topic = item->data(0, topicRole).toString();
    if (!topic.isEmpty())
        m_session.select(TopicName{fromQt(topic)});
}

void InsightsPanel::showWay()
{
    const TopologyPtr known = topology();
    const ContextId from{fromQt(m_from->currentText().trimmed())};
    const ContextId to{fromQt(m_to->currentText().trimmed())};
    m_way->show();
    for (const ContextId &id : {from, to})
        if (!known || !known->context(id)) {
            m_way->setText(tr("There is no bounded context '%1' here.").arg(toQt(id.value)));
            return;
        }
    const auto steps = graph::path(*known, from, to);
    if (steps.empty()) {
        m_way->setText(tr("No data of %1 gets to %2.").arg(nameOf(from), nameOf(to)));
        return;
    }
    m_way->setText(namesOf(steps, 40, QStringLiteral(" → ")));
    Look look;
    look.found = {steps.begin(), steps.end()};
    look.title = tr("the way from %1 to %2").arg(nameOf(from), nameOf(to));
    look.onlyThese = m_inquiry.look().onlyThese;
    m_inquiry.ask(look);
}

/// What came while it was not seen.
void InsightsPanel::showEvent(QShowEvent *event)
{
    fill();
    fillContexts();
    QWidget::showEvent(event);
}

void InsightsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace meshwright::ui
