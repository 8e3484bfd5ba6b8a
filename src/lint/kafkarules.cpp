// SPDX-License-Identifier: Apache-2.0
// What a broker would refuse: names, numbers and settings of topics.
#include "lint/finding.h"
#include "text/suggestion.h"

#include "meshwright/asyncapi/kafkasettings.h"

#include <charconv>

namespace meshwright::linting {

namespace {

constexpr int mostPartitions = 1'000'000;
constexpr int mostReplicas = 32'767; // a 16-bit number in Kafka's protocol
constexpr int manyPartitions = 1'000;

std::optional<long long> wholeNumber(const std::string &text)
{
    long long value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, value);
    return fault == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

void checkCount(Pass &pass, const std::optional<asyncapi::Located> &count, std::string_view rule,
                const std::string &what, int most)
{
    if (!count)
        return;
    const auto value = wholeNumber(count->value);
    if (!value || *value < 1 || *value > most)
        report(pass, rule, count->place,
               "'" + count->value + "' is no number of " + what +
                   ": write a whole number from 1 to " + std::to_string(most) +
                   ", or leave it out for the broker's default.");
    else if (what == "partitions" && *value > manyPartitions)
        report(pass, rule, count->place,
               count->value +
                   " partitions are far more than a topic needs, and partitions can't be "
                   "taken away again: start with fewer.")
            .severity = Severity::Warning;
}

void checkSetting(Pass &pass, const asyncapi::TopicSetting &setting)
{
    const asyncapi::KafkaSetting *known = asyncapi::findKafkaSetting(setting.key.value);
    if (!known) {
        std::vector<std::string> names;
        for (const asyncapi::KafkaSetting &each : asyncapi::kafkaSettings())
            names.emplace_back(each.name);
        const auto meant = nearest(setting.key.value, names);
        Diagnostic &found = report(pass, "kafka/unknown-setting", setting.key.place,
                                   "Kafka has no topic setting '" + setting.key.value +
                                       "' and would refuse the topic." + didYouMean(meant));
        if (meant)
            found.fixes.push_back(
                replaceScalarFix(pass, setting.key.place, *meant, "Write '" + *meant + "'"));
        return;
    }
    if (known->removed)
        report(pass, "kafka/removed-setting", setting.key.place,
               "Kafka 4 has no topic setting '" + setting.key.value +
                   "' any more: remove it, or keep it for brokers before 4.0 only.");
    if (const auto fault = asyncapi::settingFault(*known, setting.value.value))
        report(pass, "kafka/setting-value", setting.value.place, *fault);
}

void checkBinding(Pass &pass, const asyncapi::KafkaChannelBinding &binding)
{
    checkCount(pass, binding.partitions, "kafka/partitions", "partitions", mostPartitions);
    checkCount(pass, binding.replicas, "kafka/replicas", "replicas", mostReplicas);
    for (const asyncapi::TopicSetting &setting : binding.settings)
        checkSetting(pass, setting);
}

void checkTopic(Pass &pass, const Topic &topic)
{
    const asyncapi::Place &place = topic.declaration().addressPlace;
    if (const auto fault = asyncapi::topicNameFault(topic.name.value))
        report(pass, "kafka/topic-name", place,
               "Kafka refuses the topic name '" + topic.name.value + "': " + *fault);
    const auto alike = pass.names.collisions.find(asyncapi::topicCollisionKey(topic.name.value));
    if (alike == pass.names.collisions.end())
        return;
    for (const Topic *other : alike->second)
        if (other->name != topic.name)
            report(pass, "kafka/name-collision", place,
                   "Kafka refuses '" + topic.name.value + "' beside '" + other->name.value + "' (" +
                       other->spec->file +
                       "): its metrics read '.' and '_' as one. Rename one of them.");
}

} // namespace

void checkKafka(Pass &pass)
{
    for (const asyncapi::Channel &channel : pass.file.spec->channels)
        if (channel.kafka)
            checkBinding(pass, *channel.kafka);
    const Context *context = pass.context();
    if (!context)
        return;
    for (const Topic *topic : pass.topology.topicsOf(context->id))
        checkTopic(pass, *topic);
}

} // namespace meshwright::linting
