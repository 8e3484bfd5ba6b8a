// SPDX-License-Identifier: Apache-2.0
// Acts upon who reads what: see channelid.h for what all acts have in common.
#pragma once

#include "meshwright/modelling/channelid.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"

#include <string>

namespace meshwright::modelling {

/// Lets `reader` consume another context's topic: a channel in its spec (AsyncAPI 2 `subscribe`,
/// AsyncAPI 3 an operation that receives) with the topic's messages, whose payloads refer to the
/// owner's schemas; and, where the topic is protected and not granted yet, the grant in the
/// owner's spec. Denied for a private topic.
Result<WorkspaceEdit> consume(const Topology &topology, const ContextId &reader,
                              const TopicName &topic);

/// Whether `consume` may be asked for at all: NotFound, Invalid where the reader owns the topic,
/// Denied where that is private, Conflict where it consumes the topic already and may.
Result<void> checkConsuming(const Topology &topology, const ContextId &reader,
                            const TopicName &topic);

/// Takes the channel out of the reader's spec (where it writes to it too, only the reading), and
/// with `revokeToo` the grant that names this reader out of the owner's.
Result<WorkspaceEdit> stopConsuming(const Topology &topology, const ContextId &reader,
                                    const TopicName &topic, bool revokeToo = false);

/// Adds the tag `grant-access:<target>` to the topic: `target` is a context's id, a domain, or the
/// keyword for everybody. Denied for a private topic; an empty edit where the target reads already.
Result<WorkspaceEdit> grant(const Topology &topology, const TopicName &topic,
                            const std::string &target);

/// Takes the tag away. NotFound where the topic has no grant with this very target: a context that
/// reads by its domain's grant keeps that.
Result<WorkspaceEdit> revoke(const Topology &topology, const TopicName &topic,
                             const std::string &target);

} // namespace meshwright::modelling
