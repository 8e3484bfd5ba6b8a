// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/spec.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace meshwright::modelling {

/// What a spec says, as flat as can be, so that two readings of it can be compared: of a name that
/// `fact…` makes, the text.
using Facts = std::map<std::string, std::string>;

/// `title`, `description`, `id` of a spec.
std::string factOf(std::string_view file, std::string_view what);
/// `description`, `partitions`, `replicas`, `tags`, `setting/retention.ms` … of a channel.
std::string factOf(std::string_view file, std::string_view channel, std::string_view what);
/// `summary`, `payload`, `field/order.sku` … of a channel's message.
std::string factOf(std::string_view file, std::string_view channel, std::string_view message,
                   std::string_view what);
/// A fact's name, for people.
std::string readable(const std::string &fact);

void addFacts(Facts &facts, const asyncapi::Files &files, const asyncapi::Spec &spec);

} // namespace meshwright::modelling
