// SPDX-License-Identifier: Apache-2.0
#include "meshwright/modelling/channelid.h"

#include "modelling/draft.h"

namespace meshwright::modelling {

ChannelId channelIdOf(const Topic &topic)
{
    return {topic.spec->file, topic.declaration().key};
}

ChannelId channelIdOf(const Consumption &consumption)
{
    return {consumption.spec->file, consumption.declaration().key};
}

const asyncapi::Channel *findChannel(const Workspace &workspace, const ChannelId &id)
{
    const auto *file = workspace.file(id.file);
    if (!file || !file->spec)
        return nullptr;
    return channelOf(*file->spec, id.key);
}

} // namespace meshwright::modelling
