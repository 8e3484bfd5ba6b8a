// SPDX-License-Identifier: Apache-2.0
#include "policy/topicfacts.h"
#include "text/lowercase.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace meshwright::policy {

namespace {

bool holdsMarks(std::string_view mark)
{
    constexpr std::array<std::string_view, 4> lists{"tags", "tag", "classification",
                                                    "classifications"};
    return std::find(lists.begin(), lists.end(), mark) != lists.end();
}

void addMarks(const schema::Annotation &annotation, std::set<std::string> &marks)
{
    const std::string mark = markIn(annotation.key);
    if (!holdsMarks(mark)) {
        if (annotation.value != "false" && annotation.value != "null")
            marks.insert(mark);
        return;
    }
    std::string word;
    for (const char c : annotation.value + ",")
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_') {
            word += c;
        } else if (!word.empty()) {
            marks.insert(lowerCase(word));
            word.clear();
        }
}

void addTags(const std::vector<asyncapi::Tag> &tags, std::vector<Name> &names)
{
    for (const asyncapi::Tag &tag : tags)
        if (!tag.name.value.empty() && !tag.name.value.starts_with(grantPrefix))
            names.push_back(tag.name);
}

} // namespace

std::string markIn(std::string_view key)
{
    while (!key.empty() && key.back() == ')')
        key.remove_suffix(1);
    if (const auto at = key.find_last_of(".:("); at != std::string_view::npos)
        key.remove_prefix(at + 1);
    if (key.starts_with("x-"))
        key.remove_prefix(2);
    return lowerCase(key);
}

std::vector<const asyncapi::Message *> messagesOf(const asyncapi::Channel &channel)
{
    std::vector<const asyncapi::Message *> all;
    const auto add = [&](const std::vector<asyncapi::Message> &messages) {
        for (const asyncapi::Message &message : messages)
            if (std::none_of(all.begin(), all.end(), [&](const asyncapi::Message *each) {
                    return each->place == message.place;
                }))
                all.push_back(&message);
    };
    add(channel.messages);
    for (const asyncapi::Operation &operation : channel.operations)
        add(operation.messages);
    return all;
}

std::vector<Name> tagsOf(const asyncapi::Channel &channel)
{
    std::vector<Name> names;
    addTags(channel.tags, names);
    for (const asyncapi::Operation &operation : channel.operations)
        addTags(operation.tags, names);
    for (const asyncapi::Message *message : messagesOf(channel))
        addTags(message->tags, names);
    return names;
}

std::vector<Name> readersOf(const Topology &topology, const Topic &topic)
{
    std::vector<Name> readers;
    if (topic.access == Access::Public)
        readers.push_back({"everybody", topic.declaration().addressPlace});
    for (const Grant &grant : topic.grants) {
        readers.push_back({grant.toEverybody ? "everybody" : grant.target, grant.place});
        for (const ContextId &reader : grant.readers)
            if (reader.value != grant.target)
                readers.push_back({reader.value, grant.place});
    }
    for (const Consumption *consumption : topology.readersOf(topic.name))
        readers.push_back({consumption->reader.value, consumption->declaration().addressPlace});
    return readers;
}

std::string extensionOf(const Topic &topic, std::string_view key)
{
    const yaml::DocumentPtr &document = topic.spec->document;
    const yaml::Node *root = document ? document->root() : nullptr;
    const yaml::Node *channels = root ? root->find("channels") : nullptr;
    const yaml::Node *channel = channels ? channels->find(topic.declaration().key) : nullptr;
    const yaml::Node *value = channel ? channel->find(key) : nullptr;
    return value ? std::string(value->asString().value_or("")) : std::string();
}

bool isDescribed(const asyncapi::Channel &channel)
{
    return !channel.description.empty() ||
           std::any_of(channel.operations.begin(), channel.operations.end(),
                       [](const asyncapi::Operation &each) { return !each.summary.empty(); });
}

struct TopicFacts::Reading
{
    Reading(const Workspace &workspace, std::shared_ptr<const asyncapi::Spec> read)
        : spec(std::move(read))
        , resolver(workspace)
        , reach(workspace, resolver, spec->dependencies)
    {}

    std::shared_ptr<const asyncapi::Spec> spec;
    asyncapi::Resolver resolver;
    asyncapi::PayloadReach reach;
};

TopicFacts::TopicFacts(const Workspace &workspace)
    : m_workspace(workspace)
{}

TopicFacts::~TopicFacts() = default;

const std::set<std::string> &TopicFacts::marksOf(const Topic &topic)
{
    const auto [found, isNew] = m_marksOfTopic.try_emplace(&topic.declaration());
    std::set<std::string> &all = found->second;
    if (!isNew)
        return all;
    for (const asyncapi::Message *message : messagesOf(topic.declaration())) {
        if (!message->payload)
            continue;
        const auto [known, isUnread] = m_marks.try_emplace(message->payload->place);
        std::set<std::string> &marks = known->second;
        if (isUnread) {
            if (!m_reading || m_reading->spec != topic.spec)
                m_reading = std::make_unique<Reading>(m_workspace, topic.spec);
            for (const schema::Field &field : m_reading->reach.fieldsOf(*message->payload))
                for (const schema::Annotation &annotation : field.annotations)
                    addMarks(annotation, marks);
        }
        all.insert(marks.begin(), marks.end());
    }
    return all;
}

bool fitsPattern(std::string_view text, std::string_view pattern)
{
    std::size_t star = std::string_view::npos; // the last * and what it stands for so far
    std::size_t taken = 0;
    std::size_t at = 0;
    std::size_t in = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == '*') {
            star = in++;
            taken = at;
        } else if (in < pattern.size() && pattern[in] == text[at]) {
            ++in;
            ++at;
        } else if (star != std::string_view::npos) {
            in = star + 1;
            at = ++taken;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', in) == std::string_view::npos;
}

} // namespace meshwright::policy
