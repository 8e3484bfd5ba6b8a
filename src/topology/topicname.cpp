// SPDX-License-Identifier: Apache-2.0
#include "meshwright/topology/topicname.h"

namespace meshwright {

namespace {

constexpr char separator = '.';

bool endsWithPart(std::string_view name, std::string_view part)
{
    return name.size() > part.size() + 1 && name.ends_with(part) &&
           name[name.size() - part.size() - 1] == separator;
}

} // namespace

std::optional<std::string> shortTopicName(std::string_view topic, const ContextId &owner,
                                          const Convention &convention)
{
    if (isWithin(topic, owner.value))
        return std::string(topic.substr(owner.value.size() + 1));
    const auto below = withoutFrontKeyword(topic, convention);
    if (below.size() == topic.size() || !isWithin(below, owner.value))
        return std::nullopt;
    const auto keyword = topic.substr(0, topic.size() - below.size());
    return std::string(keyword) + std::string(below.substr(owner.value.size() + 1));
}

std::string fullTopicName(std::string_view shortName, const ContextId &owner,
                          const Convention &convention)
{
    const auto below = withoutFrontKeyword(shortName, convention);
    const auto keyword = shortName.substr(0, shortName.size() - below.size());
    return std::string(keyword) + owner.value + separator + std::string(below);
}

std::string shortTopicName(Access access, std::string_view type, const Convention &convention)
{
    const auto &keyword = convention.keyword(access);
    if (convention.keywordPlace() == KeywordPlace::AtEnd)
        return std::string(type) + separator + keyword;
    return keyword + separator + std::string(type);
}

std::optional<Access> accessIn(std::string_view shortName, const Convention &convention)
{
    const bool isAtEnd = convention.keywordPlace() == KeywordPlace::AtEnd;
    for (const auto access : {Access::Public, Access::Protected, Access::Private}) {
        const auto &keyword = convention.keyword(access);
        if (isAtEnd ? endsWithPart(shortName, keyword) : isWithin(shortName, keyword))
            return access;
    }
    return std::nullopt;
}

std::string_view typeIn(std::string_view shortName, const Convention &convention)
{
    const auto access = accessIn(shortName, convention);
    if (!access)
        return shortName;
    const auto size = convention.keyword(*access).size() + 1;
    return convention.keywordPlace() == KeywordPlace::AtEnd
               ? shortName.substr(0, shortName.size() - size)
               : shortName.substr(size);
}

bool isSurelyOf(std::string_view topic, const ContextId &owner, const Convention &convention)
{
    const auto rest = shortTopicName(topic, owner, convention);
    if (!rest)
        return false;
    const bool isOnePart = typeIn(*rest, convention).find(separator) == std::string_view::npos;
    if (convention.keywordPlace() == KeywordPlace::BehindContext)
        return isOnePart || accessIn(*rest, convention).has_value();
    return isOnePart;
}

std::string_view withoutFrontKeyword(std::string_view topic, const Convention &convention)
{
    if (convention.keywordPlace() == KeywordPlace::InFront)
        for (const auto access : {Access::Public, Access::Protected, Access::Private})
            if (isWithin(topic, convention.keyword(access)))
                return topic.substr(convention.keyword(access).size() + 1);
    return topic;
}

} // namespace meshwright
