// SPDX-License-Identifier: Apache-2.0
#include "modelling/channeldraft.h"

namespace meshwright::modelling {

ChannelDraft::ChannelDraft(const Topology &topology, const ChannelId &id)
    : topology(topology)
    , id(id)
    , channel(findChannel(*topology.workspace, id))
    , draft(topology.workspace)
{}

Spot ChannelDraft::written(asyncapi::Resolver &resolver) const
{
    if (const auto entry = spotAt(resolver, draft, id.file, {"channels", id.key}))
        return entry;
    return spotAt(resolver, draft, channel->place); // one that stands with an operation
}

std::string ChannelDraft::factOf(std::string_view what) const
{
    return modelling::factOf(id.file, id.key, what);
}

std::string ChannelDraft::said(std::string_view what) const
{
    Facts facts;
    addFacts(facts, *topology.workspace, spec());
    const auto found = facts.find(factOf(what));
    return found == facts.end() ? std::string() : found->second;
}

Result<WorkspaceEdit> ChannelDraft::finish(const Result<void> &done, const Meaning &meaning) const
{
    if (!done)
        return tl::unexpected(done.error());
    return checked(topology, draft, meaning);
}

tl::unexpected<Error> noChannel(const ChannelId &id)
{
    return notFound("There is no channel '" + id.key + "' in " + id.file + ".", id.file);
}

} // namespace meshwright::modelling
