// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::asyncapi {

/// A topic setting of Apache Kafka 4.x. Source: the topic configuration reference of Apache Kafka.
struct KafkaSetting
{
    enum class Type { Boolean, Integer, Long, Double, String, List, Choice };

    std::string_view name;
    Type type = Type::String;
    std::string_view defaultValue;
    std::vector<std::string_view>
        choices; ///< of a Choice, or of a List's items where they are fixed
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::string_view unit; ///< ms, bytes or empty
    std::string_view meaning;
    bool removed = false; ///< accepted by brokers before 4.0 only
};

const std::vector<KafkaSetting> &kafkaSettings();
const KafkaSetting *findKafkaSetting(std::string_view name);
/// Why the value is not one that a broker takes, or nothing.
std::optional<std::string> settingFault(const KafkaSetting &setting, std::string_view value);
/// Why no topic may have this name (empty, . or .., over 249 characters, a character outside
/// [A-Za-z0-9._-]), or nothing. Source: org.apache.kafka.common.internals.Topic.
std::optional<std::string> topicNameFault(std::string_view name);
/// Topics with one such key collide in the broker's metrics (`.` and `_` are one there).
std::string topicCollisionKey(std::string_view name);

} // namespace meshwright::asyncapi
