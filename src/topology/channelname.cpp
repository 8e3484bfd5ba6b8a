// SPDX-License-Identifier: Apache-2.0
#include "meshwright/topology/topicname.h"
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

/// Whether the name's first part is the company's, or one that a known context's id begins with.
bool beginsAsId(std::string_view name, const ContextId &self, const Convention &convention,
                const std::vector<ContextId> &known)
{
    const auto first = name.substr(0, name.find(separator));
    const auto isFirstOf = [&](std::string_view id) { return id == first || isWithin(id, first); };
    const auto near = std::lower_bound(
        known.begin(), known.end(), first,
        [](const ContextId &each, std::string_view value) { return each.value < value; });
    return first == convention.organisation || isFirstOf(self.value) ||
           (near != known.end() && isFirstOf(near->value));
}

ChannelReading foreign(std::string name, std::optional<ContextId> owner,
                       const Convention &convention)
{
    ChannelReading reading;
    if (owner)
        if (const auto rest = shortTopicName(name, *owner, convention))
            reading.access = accessIn(*rest, convention);
    reading.owner = std::move(owner);
    reading.topic = {std::move(name)};
    return reading;
}

ChannelReading owned(std::string_view shortName, const ContextId &self,
                     const Convention &convention)
{
    ChannelReading reading;
    reading.isOwned = true;
    reading.owner = self;
    reading.access = accessIn(shortName, convention);
    reading.topic = {fullTopicName(shortName, self, convention)};
    return reading;
}

/// The rows of the table that the name itself decides, whoever produces.
std::optional<ChannelReading> readByName(const std::string &name, const ContextId &self,
                                         const Convention &convention,
                                         const std::vector<ContextId> &known)
{
    if (const auto rest = shortTopicName(name, self, convention))
        return owned(*rest, self, convention);
    const bool isShort = !self.value.empty() && accessIn(name, convention);
    // A keyword that opens what follows the context's id can't stand in another's full name there.
    if (isShort && convention.keywordPlace() == KeywordPlace::BehindContext)
        return owned(name, self, convention);
    const auto below = withoutFrontKeyword(name, convention);
    if (auto owner = ownerAmong(below, known))
        return foreign(name, std::move(owner), convention);
    if (isShort && !beginsAsId(below, self, convention, known))
        return owned(name, self, convention);
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
        auto reading = owned(withDots(key), self, convention);
        reading.isLegacyForm = key.find('/') != std::string::npos;
        reading.lacksKeyword = !reading.access;
        return reading;
    }
    return foreign(key, std::nullopt, convention);
}

} // namespace meshwright
