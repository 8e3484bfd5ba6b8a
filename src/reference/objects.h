// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/reference.h"

namespace meshwright::reference {

inline constexpr std::string_view kafkaChannelObject = "Kafka channel binding";
inline constexpr std::string_view topicConfigurationObject = "Kafka topic configuration";

const Object *objectNamed(std::string_view name);
/// The object that has this name in the schemas; null for one that is not described.
const Object *objectDefinedAs(std::string_view definition);
/// The field, or the one of an object that this one is like. A `$ref` is a reference's everywhere.
const Field *findField(const Object &object, std::string_view name);

} // namespace meshwright::reference
