// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace meshwright {

/// A bounded context's domain id: `acme.finance.campaign`.
struct ContextId
{
    std::string value;
    auto operator<=>(const ContextId &) const = default;
    bool operator==(const ContextId &) const = default;
};

/// A topic's full name: `acme.finance.campaign._public.sale`.
struct TopicName
{
    std::string value;
    auto operator<=>(const TopicName &) const = default;
    bool operator==(const TopicName &) const = default;
};

/// `urn:acme:finance.campaign` → `acme.finance.campaign`.
ContextId contextIdFrom(std::string_view specId);
/// The group above a context: its id less the last part; the id itself where it has one part.
std::string domainOf(const ContextId &id);
/// Whether `name` is `id` followed by a separator and more.
bool isWithin(std::string_view name, std::string_view id);
/// `User:acme.finance.campaign`.
std::string defaultPrincipal(const ContextId &id);

} // namespace meshwright
