// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/topology.h"

#include <compare>
#include <string>

namespace meshwright::modelling {

/// A channel, by the file of its spec and its key there: for acts that any spec allows, whether it
/// has an id or not.
struct ChannelId
{
    std::string file;
    std::string key;

    auto operator<=>(const ChannelId &) const = default;
    bool operator==(const ChannelId &) const = default;
};

ChannelId channelIdOf(const Topic &topic);
ChannelId channelIdOf(const Consumption &consumption);

/// The channel as it was read; null where the spec has none of this key (or can't be read).
const asyncapi::Channel *findChannel(const Workspace &workspace, const ChannelId &id);

// What all acts have in common, in the headers beside this one:
//
// An act is a pure function from a topology (and the workspace behind it) to an edit; nothing is
// written. The edit is empty where the documents say already what is asked for. Before it is
// returned, it is applied to a snapshot, and that is read again: it says what was asked for and
// nothing else, and no rule finds an error in the edited files that was not there.
//
// Errors: NotFound where a context, topic, channel or message is not there; Invalid where a rule
// refuses what was asked for (its message says why); Conflict where the documents don't let one
// place be changed alone (a part that others share by `$ref`, an alias); Denied where the access
// convention forbids it.

} // namespace meshwright::modelling
