// SPDX-License-Identifier: Apache-2.0
#include "meshwright/topology/topology.h"

#include <algorithm>

namespace meshwright {

namespace {

constexpr char separator = '.';

std::string withDots(std::string_view key)
{
    std::string name(key);
    std::replace(name.begin(), name.end(), '/', separator);
    return name;
}

/// The access whose keyword, with a separator, `name` starts with.
std::optional<Access> leadingAccess(std::string_view name, const Convention &convention)
{
    for (const auto access : {Access::Public, Access::Protected, Access::Private})
        if (isWithin(name, convention.keyword(access)))
            return access;
    return std::nullopt;
}

/// The longest known id that the name lies in.
std::optional<ContextId> ownerAmong(std::string_view name, const std::vector<ContextId> &known)
{
    for (auto end = name.rfind(separator); end != std::string_view::npos && end > 0;
         end = name.rfind(separator, end - 1)) {
        const auto id = name.substr(0, end);
        const auto found = std::lower_bound(
            known.begin(), known.end(), id,
            [](const ContextId &each, std::string_view value) { return each.value < value; });
        if (found != known.end() && found->value == id && isWithin(name, id))
            return *found;
    }
    return std::nullopt;
}

ChannelReading foreign(std::string name, std::optional<ContextId> owner,
                       const Convention &convention)
{
    ChannelReading reading;
    if (owner)
        reading.access =
            leadingAccess(std::string_view(name).substr(owner->value.size() + 1), convention);
    reading.owner = std::move(owner);
    reading.topic = {std::move(name)};
    return reading;
}

ChannelReading owned(std::string name, const ContextId &self, const Convention &convention)
{
    ChannelReading reading;
    reading.isOwned = true;
    reading.owner = self;
    const std::string_view rest = std::string_view(name).substr(self.value.size() + 1);
    reading.access = leadingAccess(rest, convention);
    reading.topic = {std::move(name)};
    return reading;
}

/// The rows of the table that the name itself decides, whoever produces.
std::optional<ChannelReading> readByName(const std::string &name, const ContextId &self,
                                         const Convention &convention,
                                         const std::vector<ContextId> &known)
{
    if (isWithin(name, self.value))
        return owned(name, self, convention);
    if (!self.value.empty() && leadingAccess(name, convention))
        return owned(self.value + separator + name, self, convention);
    if (auto owner = ownerAmong(name, known))
        return foreign(name, std::move(owner), convention);
    return std::nullopt;
}

} // namespace

ChannelReading readChannelName(const asyncapi::Channel &channel, const ContextId &self,
                               const Convention &convention,
                               const std::vector<ContextId> &knownContexts)
{
    const auto &key = channel.address;
    if (auto reading = readByName(key, self, convention, knownContexts))
        return *reading;
    if (key.starts_with('/')) {
        const auto name = withDots(std::string_view(key).substr(1));
        auto reading = readByName(name, self, convention, knownContexts);
        auto result = reading ? *reading : foreign(name, std::nullopt, convention);
        result.isLegacyForm = true;
        return result;
    }
    if (channel.sends() && !self.value.empty() && !key.empty()) {
        auto reading = owned(self.value + separator + withDots(key), self, convention);
        reading.isLegacyForm = key.find('/') != std::string::npos;
        reading.lacksKeyword = !reading.access;
        return reading;
    }
    return foreign(key, std::nullopt, convention);
}

} // namespace meshwright
