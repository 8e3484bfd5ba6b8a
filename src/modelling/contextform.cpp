// SPDX-License-Identifier: Apache-2.0
#include "meshwright/modelling/contextform.h"

#include "asyncapi/payloadreach.h"
#include "meshwright/asyncapi/duration.h"
#include "meshwright/modelling/messageacts.h"
#include "modelling/draft.h"

#include <algorithm>
#include <charconv>

namespace meshwright::modelling {

namespace {

constexpr std::string_view retentionKey = "retention.ms";

std::string valueOf(const std::optional<asyncapi::Located> &text)
{
    return text ? text->value : std::string();
}

std::string retentionOf(const asyncapi::KafkaChannelBinding &kafka)
{
    for (const asyncapi::TopicSetting &setting : kafka.settings) {
        if (setting.key.value != retentionKey)
            continue;
        const std::string &text = setting.value.value;
        std::int64_t milliseconds = 0;
        const auto *const end = text.data() + text.size();
        const auto [rest, error] = std::from_chars(text.data(), end, milliseconds);
        return error == std::errc() && rest == end ? asyncapi::durationText(milliseconds) : text;
    }
    return {};
}

void addTags(std::vector<asyncapi::Tag> &all, const std::vector<asyncapi::Tag> &some)
{
    for (const asyncapi::Tag &tag : some) {
        const bool isKnown = std::any_of(all.begin(), all.end(), [&](const auto &known) {
            return known.name.value == tag.name.value;
        });
        if (!isKnown && !tag.name.value.starts_with(grantPrefix))
            all.push_back(tag);
    }
}

FormTopic formOf(const Topology &topology, const Topic &topic)
{
    const asyncapi::Channel &channel = topic.declaration();
    FormTopic form;
    form.channel = channelIdOf(topic);
    form.name = topic.name;
    form.access = topic.access;
    form.description = channel.description;
    form.grants = topic.grants;
    form.place = channel.keyPlace;
    addTags(form.tags, channel.tags);
    for (const asyncapi::Operation &operation : channel.operations)
        addTags(form.tags, operation.tags);
    for (const Consumption *reading : topology.readersOf(topic.name))
        form.readers.push_back(reading->reader);
    if (!channel.kafka)
        return form;
    form.partitions = valueOf(channel.kafka->partitions);
    form.replicas = valueOf(channel.kafka->replicas);
    form.retention = retentionOf(*channel.kafka);
    form.settings = channel.kafka->settings;
    return form;
}

FormConsumption formOf(const Topology &topology, const Consumption &consumption)
{
    FormConsumption form;
    form.channel = channelIdOf(consumption);
    form.topic = consumption.topic;
    form.owner = consumption.owner;
    form.place = consumption.declaration().keyPlace;
    if (const Topic *known = topology.topic(consumption.topic)) {
        form.access = known->access;
        form.mayRead = mayRead(*known, consumption.reader);
    }
    return form;
}

/// As it is, or as it was before a syntax error.
std::shared_ptr<const asyncapi::Spec> specOf(const WorkspaceFile *file)
{
    if (!file)
        return nullptr;
    return file->spec ? file->spec : file->lastGoodSpec;
}

} // namespace

const FormTopic *ContextForm::topic(const TopicName &name) const
{
    const auto found = std::find_if(topics.begin(), topics.end(),
                                    [&](const FormTopic &each) { return each.name == name; });
    return found == topics.end() ? nullptr : &*found;
}

std::optional<ContextForm> contextForm(const Topology &topology, const std::string &file)
{
    const WorkspaceFile *known = topology.workspace->file(file);
    const auto spec = specOf(known);
    if (!spec)
        return std::nullopt;
    ContextForm form;
    form.file = file;
    form.title = spec->title;
    form.description = spec->description;
    form.asyncapi = spec->version.value;
    form.apiVersion = spec->apiVersion;
    form.servers = spec->servers;
    form.isOld = known->document && !known->document->isComplete();
    if (spec->id)
        form.id = contextIdFrom(spec->id->value);
    for (const Topic &topic : topology.topics)
        if (topic.spec->file == file)
            form.topics.push_back(formOf(topology, topic));
    for (const Consumption &consumption : topology.consumptions)
        if (consumption.spec->file == file)
            form.consumptions.push_back(formOf(topology, consumption));
    const auto byPlace = [](const auto &a, const auto &b) {
        return a.place.range.begin < b.place.range.begin;
    };
    std::stable_sort(form.topics.begin(), form.topics.end(), byPlace);
    std::stable_sort(form.consumptions.begin(), form.consumptions.end(), byPlace);
    return form;
}

std::vector<FormMessage> formMessages(const Workspace &workspace, const ChannelId &channel)
{
    std::vector<FormMessage> list;
    const auto spec = specOf(workspace.file(channel.file));
    const asyncapi::Channel *known = spec ? channelOf(*spec, channel.key) : nullptr;
    if (!known)
        return list;
    asyncapi::Resolver resolver(workspace);
    asyncapi::PayloadReach reach(workspace, resolver, spec->dependencies);
    for (const asyncapi::Message *message : messagesOf(*known)) {
        FormMessage form;
        form.name = nameOf(*message);
        form.title = message->title.empty() ? message->summary : message->title;
        form.place = message->place;
        form.hasPayload = message->payload.has_value();
        if (message->payload) {
            form.format = asyncapi::schemaFormatOf(*message->payload);
            form.fields = reach.fieldsOf(*message->payload);
        }
        list.push_back(std::move(form));
    }
    return list;
}

std::vector<const Topic *> topicsToConsume(const Topology &topology, const ContextId &reader)
{
    std::vector<const Topic *> open;
    std::vector<const Topic *> closed;
    const auto consumed = topology.consumptionsOf(reader);
    for (const Topic &topic : topology.topics) {
        const bool isConsumed = std::any_of(consumed.begin(), consumed.end(), [&](const auto *own) {
            return own->topic == topic.name;
        });
        if (topic.owner == reader || topic.access == Access::Private || !topic.access || isConsumed)
            continue;
        (mayRead(topic, reader) ? open : closed).push_back(&topic);
    }
    open.insert(open.end(), closed.begin(), closed.end());
    return open;
}

} // namespace meshwright::modelling
