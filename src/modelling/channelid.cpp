// SPDX-License-Identifier: Apache-2.0
#include "meshwright/modelling/channelid.h"

#include <algorithm>

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
    const auto &channels = file->spec->channels;
    const auto found = std::find_if(channels.begin(), channels.end(),
                                    [&](const auto &each) { return each.key == id.key; });
    return found == channels.end() ? nullptr : &*found;
}

} // namespace meshwright::modelling
