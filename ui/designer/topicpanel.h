// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/modelling/contextform.h"

#include <QWidget>

class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace meshwright::ui {

class Card;
class Deeds;
class DescriptionField;
class MessageTree;
class Session;

/// All that a spec says of one owned topic: what it is for, Kafka's settings, who was granted
/// access, how it is classified, and its messages.
class TopicPanel : public QWidget
{
    Q_OBJECT

public:
    TopicPanel(Session &session, Deeds &deeds, QWidget *parent = nullptr);

    void show(const modelling::FormTopic &topic,
              const std::vector<modelling::FormMessage> &messages);

signals:
    void placeChosen(const meshwright::asyncapi::Place &place);

private:
    Card *makeDescription();
    Card *makeSettings();
    Card *makeGrants();
    Card *makeTags();
    Card *makeMessages();
    void connectRemoval(QTreeWidget *table, QToolButton *button);
    void fillSettings();
    void fillGrants();
    void fillTags();
    void commitDescription(const QString &text);
    void commitSetting(QTreeWidgetItem *row, int column);
    void removeSetting();
    void revokeGrant();
    void removeTag();

    Session &m_session;
    Deeds &m_deeds;
    modelling::FormTopic m_topic;
    bool m_isFilling = false;
    DescriptionField *m_description = nullptr;
    QTreeWidget *m_settings = nullptr;
    QTreeWidget *m_grants = nullptr;
    QTreeWidget *m_tags = nullptr;
    MessageTree *m_messages = nullptr;
};

} // namespace meshwright::ui
