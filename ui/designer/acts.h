// SPDX-License-Identifier: Apache-2.0
// The dialogs of the modelling acts: each asks for one act's arguments. They open at once and go
// away by themselves; `parent` is never null.
#pragma once

#include "meshwright/modelling/channelid.h"
#include "meshwright/topology/topology.h"

#include <QtGlobal>

class QWidget;

namespace meshwright::ui {

class ActDialog;
class Session;

namespace acts {

ActDialog *addTopic(Session &session, const ContextId &owner, QWidget *parent);
ActDialog *changeAccess(Session &session, const TopicName &topic, QWidget *parent);
ActDialog *deleteTopic(Session &session, const TopicName &topic, QWidget *parent);
/// A topic of another context for `reader`; `topic` empty: it is chosen in the dialog.
ActDialog *consume(Session &session, const ContextId &reader, const TopicName &topic,
                   QWidget *parent);
/// One of the readings of `reader`, of `topic`, or of both; an empty one stands for all.
ActDialog *stopConsuming(Session &session, const ContextId &reader, const TopicName &topic,
                         QWidget *parent);
ActDialog *grant(Session &session, const TopicName &topic, QWidget *parent);
ActDialog *addSetting(Session &session, const modelling::ChannelId &channel, QWidget *parent);
ActDialog *addTag(Session &session, const modelling::ChannelId &channel, QWidget *parent);
ActDialog *addMessage(Session &session, const modelling::ChannelId &channel, QWidget *parent);
/// `message`: as modelling::findMessage takes it.
ActDialog *addField(Session &session, const modelling::ChannelId &channel,
                    const std::string &message, QWidget *parent);
ActDialog *deleteMessage(Session &session, const modelling::ChannelId &channel,
                         const std::string &message, QWidget *parent);
ActDialog *deleteContext(Session &session, const ContextId &context, QWidget *parent);

/// A public topic that holds what is left of this one, made by a context of the control plane.
ActDialog *addCleanedTopic(Session &session, const TopicName &topic, QWidget *parent);
ActDialog *moveTopic(Session &session, const TopicName &topic, QWidget *parent);
ActDialog *splitContext(Session &session, const ContextId &context, QWidget *parent);
ActDialog *convertSpec(Session &session, const ContextId &context, QWidget *parent);

} // namespace acts
} // namespace meshwright::ui
