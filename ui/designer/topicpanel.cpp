// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/topicpanel.h"

#include "ui/designer/actdialog.h"
#include "ui/designer/acts.h"
#include "ui/designer/card.h"
#include "ui/designer/deeds.h"
#include "ui/designer/descriptionfield.h"
#include "ui/designer/messagetree.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/modelling/accessacts.h"
#include "meshwright/modelling/topicacts.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr int mostRows = 8;

QTreeWidgetItem *addRow(QTreeWidget *table, const QStringList &texts)
{
    auto *row = new QTreeWidgetItem(table, texts);
    row->setData(0, Qt::UserRole, texts.front());
    return row;
}

std::string currentKey(const QTreeWidget *table)
{
    const QTreeWidgetItem *row = table->currentItem();
    return row ? fromQt(row->data(0, Qt::UserRole).toString()) : std::string();
}

/// Fills a table anew, and keeps the row that was current.
template <typename Fill>
void refill(QTreeWidget *table, const Fill &fill)
{
    const QString current = toQt(currentKey(table));
    table->clear();
    fill();
    for (int row = 0; row < table->topLevelItemCount(); ++row)
        if (table->topLevelItem(row)->data(0, Qt::UserRole).toString() == current)
            table->setCurrentItem(table->topLevelItem(row));
    fitToRows(table, mostRows);
}

} // namespace

TopicPanel::TopicPanel(Session &session, Deeds &deeds, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_deeds(deeds)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::widePadding);
    for (Card *card : {makeDescription(), makeMessages(), makeGrants(), makeSettings(), makeTags()})
        all->addWidget(card);
}

Card *TopicPanel::makeDescription()
{
    auto *card = new Card(tr("What the topic is for"));
    m_description = new DescriptionField("designerTopicDescription", tr("Description of the topic"),
                                         tr("For somebody who meets it for the first time"));
    connect(m_description, &DescriptionField::committed, this, &TopicPanel::commitDescription);
    card->add(m_description);
    return card;
}

Card *TopicPanel::makeSettings()
{
    auto *card = new Card(tr("Kafka's settings"));
    m_settings = makeFormTable("designerSettings", tr("Settings of the topic"),
                               {tr("Setting"), tr("Value")});
    m_settings->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_settings->header()->setStretchLastSection(true);
    const QToolButton *add = card->addDeed("designerAddSetting", "add", tr("Set…"));
    QToolButton *remove = card->addDeed("designerRemoveSetting", "remove", tr("Remove"));
    card->add(m_settings);
    connect(m_settings, &QTreeWidget::itemChanged, this, &TopicPanel::commitSetting);
    connect(add, &QToolButton::clicked, this,
            [this] { acts::addSetting(m_session, m_topic.channel, this); });
    connect(remove, &QToolButton::clicked, this, &TopicPanel::removeSetting);
    connectRemoval(m_settings, remove);
    return card;
}

Card *TopicPanel::makeGrants()
{
    auto *card = new Card(tr("Who was granted access"));
    m_grants = makeFormTable("designerGrants", tr("Grants"), {tr("To"), tr("That is")});
    m_grants->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_grants->header()->setStretchLastSection(true);
    const QToolButton *add = card->addDeed("designerGrant", "grant", tr("Grant…"));
    QToolButton *remove = card->addDeed("designerRevoke", "remove", tr("Revoke"));
    card->add(m_grants);
    connect(add, &QToolButton::clicked, this,
            [this] { acts::grant(m_session, m_topic.name, this); });
    connect(remove, &QToolButton::clicked, this, &TopicPanel::revokeGrant);
    connectRemoval(m_grants, remove);
    return card;
}

Card *TopicPanel::makeTags()
{
    auto *card = new Card(tr("Tags"));
    m_tags = makeFormTable("designerTags", tr("Tags of the topic"), {tr("Tag"), tr("Description")});
    m_tags->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_tags->header()->setStretchLastSection(true);
    const QToolButton *add = card->addDeed("designerAddTag", "add", tr("Add tag…"));
    QToolButton *remove = card->addDeed("designerRemoveTag", "remove", tr("Remove"));
    card->add(m_tags);
    connect(add, &QToolButton::clicked, this,
            [this] { acts::addTag(m_session, m_topic.channel, this); });
    connect(remove, &QToolButton::clicked, this, &TopicPanel::removeTag);
    connectRemoval(m_tags, remove);
    return card;
}

Card *TopicPanel::makeMessages()
{
    auto *card = new Card(tr("Messages"));
    m_messages = new MessageTree;
    const QToolButton *add = card->addDeed("designerAddMessage", "add", tr("Add message…"));
    QToolButton *field = card->addDeed("designerAddField", "add", tr("Add field…"));
    QToolButton *remove = card->addDeed("designerDeleteMessage", "remove", tr("Delete…"));
    card->add(m_messages);
    connect(add, &QToolButton::clicked, this,
            [this] { acts::addMessage(m_session, m_topic.channel, this); });
    connect(field, &QToolButton::clicked, this, [this] {
        acts::addField(m_session, m_topic.channel, m_messages->currentMessage().value_or(""), this);
    });
    connect(remove, &QToolButton::clicked, this, [this] {
        if (const auto message = m_messages->currentMessage())
            acts::deleteMessage(m_session, m_topic.channel, *message, this);
    });
    connect(m_messages, &MessageTree::placeChosen, this, &TopicPanel::placeChosen);
    connectRemoval(m_messages, remove);
    return card;
}

/// What acts on the current row is there with a row only.
void TopicPanel::connectRemoval(QTreeWidget *table, QToolButton *button)
{
    button->setEnabled(false);
    connect(table, &QTreeWidget::currentItemChanged, button,
            [button](const QTreeWidgetItem *row) { button->setEnabled(row != nullptr); });
}

void TopicPanel::show(const modelling::FormTopic &topic,
                      const std::vector<modelling::FormMessage> &messages)
{
    if (topic.name != m_topic.name)
        m_description->clearFocus(); // what was typed is the other topic's
    m_topic = topic;
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    m_description->show(toQt(topic.description));
    m_messages->show(messages);
    fillSettings();
    fillGrants();
    fillTags();
}

void TopicPanel::fillSettings()
{
    refill(m_settings, [this] {
        for (const asyncapi::TopicSetting &setting : m_topic.settings) {
            const QString key = toQt(setting.key.value);
            QTreeWidgetItem *row = addRow(m_settings, {key, toQt(setting.value.value)});
            row->setFlags(row->flags() | Qt::ItemIsEditable);
            row->setFont(0, theme::fixedFont());
            row->setFont(1, theme::fixedFont());
            if (const auto *known = asyncapi::findKafkaSetting(setting.key.value))
                row->setToolTip(0, toQt(known->meaning));
        }
    });
}

void TopicPanel::fillGrants()
{
    refill(m_grants, [this] {
        for (const Grant &grant : m_topic.grants) {
            QStringList readers;
            for (const ContextId &reader : grant.readers)
                readers += toQt(reader.value);
            const bool isItself = readers == QStringList{toQt(grant.target)};
            addRow(m_grants, {toQt(grant.target), grant.toEverybody   ? tr("everybody")
                                                  : readers.isEmpty() ? tr("no known context")
                                                  : isItself          ? tr("a context")
                                                                      : readers.join(u", ")})
                ->setFont(0, theme::fixedFont());
        }
    });
}

void TopicPanel::fillTags()
{
    refill(m_tags, [this] {
        for (const asyncapi::Tag &tag : m_topic.tags)
            addRow(m_tags, {toQt(tag.name.value), toQt(tag.description)});
    });
}

void TopicPanel::commitDescription(const QString &text)
{
    m_deeds.run(tr("Describe topic"),
                [channel = m_topic.channel, text = fromQt(text)](const Topology &topology) {
                    return modelling::setChannelDescription(topology, channel, text);
                });
}

void TopicPanel::commitSetting(QTreeWidgetItem *row, int column)
{
    if (m_isFilling)
        return;
    const std::string key = fromQt(row->data(0, Qt::UserRole).toString());
    if (column == 0) { // a key is not renamed: what it means would be another thing
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        row->setText(0, toQt(key));
        return;
    }
    const QString text = row->text(1).trimmed();
    const auto value = text.isEmpty() ? std::nullopt : std::optional(fromQt(text));
    m_deeds.run(tr("Set %1").arg(toQt(key)),
                [channel = m_topic.channel, key, value](const Topology &topology) {
                    return modelling::setTopicSetting(topology, channel, key, value);
                });
}

void TopicPanel::removeSetting()
{
    m_deeds.run(
        tr("Remove %1").arg(toQt(currentKey(m_settings))),
        [channel = m_topic.channel, key = currentKey(m_settings)](const Topology &topology) {
            return modelling::setTopicSetting(topology, channel, key, std::nullopt);
        });
}

void TopicPanel::revokeGrant()
{
    m_deeds.run(tr("Revoke access"),
                [topic = m_topic.name, target = currentKey(m_grants)](const Topology &topology) {
                    return modelling::revoke(topology, topic, target);
                });
}

void TopicPanel::removeTag()
{
    m_deeds.run(tr("Remove tag"),
                [channel = m_topic.channel, tag = currentKey(m_tags)](const Topology &topology) {
                    return modelling::removeTag(topology, channel, tag);
                });
}

} // namespace meshwright::ui
