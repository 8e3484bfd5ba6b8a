// SPDX-License-Identifier: Apache-2.0
#include "reference/kafkasettingdocs.h"

#include "meshwright/asyncapi/kafkasettings.h"

#include <cmath>

namespace meshwright::reference {

namespace {

using asyncapi::KafkaSetting;

std::string typeName(KafkaSetting::Type type)
{
    switch (type) {
    case KafkaSetting::Type::Boolean:
        return "true or false";
    case KafkaSetting::Type::Integer:
    case KafkaSetting::Type::Long:
        return "whole number";
    case KafkaSetting::Type::Double:
        return "number";
    case KafkaSetting::Type::String:
    case KafkaSetting::Type::Choice:
        return "text";
    case KafkaSetting::Type::List:
        return "list";
    }
    return {};
}

std::string bounds(const KafkaSetting &setting)
{
    const auto number = [](double value) {
        return std::to_string(static_cast<long long>(std::llround(value)));
    };
    if (setting.minimum && setting.maximum)
        return ", from " + number(*setting.minimum) + " to " + number(*setting.maximum);
    if (setting.minimum)
        return ", at least " + number(*setting.minimum);
    return setting.maximum ? ", at most " + number(*setting.maximum) : "";
}

} // namespace

std::optional<Documentation> kafkaSettingDocumentation(std::string_view name)
{
    const KafkaSetting *setting = asyncapi::findKafkaSetting(name);
    if (!setting)
        return std::nullopt;
    Documentation found;
    found.object = "Kafka topic setting";
    found.field = setting->name;
    found.text = setting->meaning;
    found.type = typeName(setting->type) +
                 (setting->unit.empty() ? "" : " of " + std::string(setting->unit)) +
                 bounds(*setting);
    for (const std::string_view choice : setting->choices)
        found.values.push_back({std::string(choice), {}});
    if (setting->type == KafkaSetting::Type::Boolean)
        found.values = {{"true", {}}, {"false", {}}};
    found.defaultValue = setting->defaultValue;
    if (setting->defaultValue == "9223372036854775807")
        found.defaultValue = "no limit";
    if (setting->removed)
        found.until = "Kafka 3.9";
    return found;
}

} // namespace meshwright::reference
