// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelling/checked.h"
#include "modelling/places.h"

#include "meshwright/modelling/channelid.h"

#include <optional>
#include <string>

namespace meshwright::modelling {

/// What an act on one channel works with.
struct ChannelDraft
{
    const Topology &topology;
    ChannelId id;
    const asyncapi::Channel *channel = nullptr; ///< as it was read; null where there is none
    Draft draft;

    ChannelDraft(const Topology &topology, const ChannelId &id);

    const asyncapi::Spec &spec() const { return *topology.workspace->file(id.file)->spec; }

    /// The channel's value as the draft has it now.
    Spot written(asyncapi::Resolver &resolver) const;

    std::string factOf(std::string_view what) const;
    /// What the channel says before the act.
    std::string said(std::string_view what) const;

    Result<WorkspaceEdit> finish(const Result<void> &done, const Meaning &meaning) const;
};

tl::unexpected<Error> noChannel(const ChannelId &id);

} // namespace meshwright::modelling
