// SPDX-License-Identifier: Apache-2.0
#include "modelling/specwriter.h"

#include "modelling/habits.h"
#include "modelling/references.h"
#include "modelling/words.h"

#include "meshwright/yaml/edit.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

using asyncapi::Action;
using Entries = yaml::Value::Entries;
using Items = yaml::Value::Items;

Entries referenceTo(const std::string &text)
{
    return {{"$ref", yaml::Quoted{text}}};
}

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

const yaml::Entry *entryNamed(const yaml::Node &mapping, const std::string &key)
{
    return key.empty() ? nullptr : mapping.findEntry(key);
}

} // namespace

SpecWriter::SpecWriter(Draft &draft, std::string file)
    : m_draft(draft)
    , m_file(std::move(file))
    , m_spec(draft.spec(m_file))
{}

std::vector<std::string> SpecWriter::operationIds(std::optional<Action> action) const
{
    std::vector<std::string> ids;
    for (const auto &channel : m_spec->channels)
        for (const auto &operation : channel.operations)
            if (!operation.id.empty() && (!action || operation.action == *action))
                ids.push_back(operation.id);
    return ids;
}

bool SpecWriter::hasOperationIds() const
{
    const bool hasOperations =
        std::any_of(m_spec->channels.begin(), m_spec->channels.end(),
                    [](const auto &channel) { return !channel.operations.empty(); });
    return m_spec->major == 3 || !hasOperations || !operationIds(std::nullopt).empty();
}

/// `publishSale` where the others are publishOffer and publishMargin.
std::string SpecWriter::operationId(const ChannelText &wanted)
{
    const auto like = operationIds(wanted.action);
    std::map<std::string, int> counts;
    for (const auto &id : like)
        if (const auto words = wordsOf(id); words.size() > 1)
            ++counts[words.front()];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](auto &a, auto &b) { return a.second < b.second; });
    const bool isHabit = most != counts.end() && 2 * most->second > static_cast<int>(like.size());
    auto words = wanted.words;
    const char *usual = wanted.action == Action::Receive ? "on"
                        : m_spec->major == 3             ? "send"
                                                         : "publish";
    words.insert(words.begin(), isHabit ? most->first : usual);
    const auto all = operationIds(std::nullopt);
    m_newIds.push_back(
        unused(inStyle(words, styleOf(all, WordStyle::Camel)),
               [&](const std::string &id) { return contains(all, id) || contains(m_newIds, id); }));
    return m_newIds.back();
}

std::string SpecWriter::channelKey(const ChannelText &wanted)
{
    if (m_spec->major == 2)
        return wanted.address;
    std::vector<std::string> keys;
    std::size_t sameAsAddress = 0;
    for (const auto &channel : m_spec->channels) {
        keys.push_back(channel.key);
        sameAsAddress += channel.key == channel.address ? 1 : 0;
    }
    if (!keys.empty() && 2 * sameAsAddress > keys.size())
        return wanted.address;
    m_newKeys.push_back(
        unused(inStyle(wanted.words, styleOf(keys, WordStyle::Camel)), [&](const std::string &key) {
            return contains(keys, key) || contains(m_newKeys, key);
        }));
    return m_newKeys.back();
}

bool SpecWriter::keepsMessagesInComponents() const
{
    std::size_t inComponents = 0;
    std::size_t all = 0;
    for (const auto &channel : m_spec->channels)
        for (const auto *message : messagesOf(channel)) {
            ++all;
            inComponents +=
                std::any_of(m_spec->messages.begin(), m_spec->messages.end(),
                            [&](const auto &each) { return each.place == message->place; })
                    ? 1
                    : 0;
        }
    return 2 * inComponents > all;
}

bool SpecWriter::keepsSchemasInComponents() const
{
    std::size_t inComponents = 0;
    std::size_t inPlace = 0;
    const auto count = [&](const asyncapi::Message &message) {
        if (!message.payload)
            return;
        const auto &reference = message.payload->reference;
        inPlace += reference ? 0 : 1;
        inComponents += reference && reference->value.starts_with("#/components/schemas/") ? 1 : 0;
    };
    for (const auto &message : m_spec->messages)
        count(message);
    for (const auto &channel : m_spec->channels)
        for (const auto *message : messagesOf(channel))
            count(*message);
    return inComponents > inPlace;
}

bool SpecWriter::listsOperationMessages() const
{
    asyncapi::Resolver resolver(m_draft);
    const auto operations = spotAt(resolver, m_draft, m_file, {"operations"});
    if (!operations || operations.node->kind != yaml::Kind::Mapping)
        return false;
    const auto &entries = operations.node->entries;
    const auto lists = std::count_if(entries.begin(), entries.end(), [](const auto &entry) {
        return entry.value->resolved().find("messages") != nullptr;
    });
    return 2 * static_cast<std::size_t>(lists) > entries.size();
}

Result<void> SpecWriter::addChild(const Keys &path, const std::string &key,
                                  const yaml::Value &value, const std::string &after)
{
    return addChildren(path, {{key, value}}, after);
}

/// Sets children of a mapping of the spec, which is made where it is missing.
Result<void> SpecWriter::addChildren(const Keys &path, const Entries &children,
                                     const std::string &after)
{
    if (children.empty())
        return {};
    asyncapi::Resolver resolver(m_draft);
    const auto document = m_draft.document(m_file);
    const auto mapping = spotAt(resolver, m_draft, m_file, path);
    const bool isThere =
        mapping && mapping.node->kind == yaml::Kind::Mapping && !mapping.node->entries.empty();
    if (!isThere) {
        auto way = path;
        way.push_back(children.front().first);
        const auto root = resolver.spot(m_file, *document->root());
        if (auto done = putAlong(m_draft, root, way, children.front().second, true); !done)
            return done;
        return addChildren(path, {std::next(children.begin()), children.end()}, way.back());
    }
    const auto *behind = entryNamed(*mapping.node, after);
    TextEdit all; // all of them go to one place, one behind the other
    for (const auto &[key, value] : children) {
        const auto edit = yaml::insertEntry(*document, *mapping.node, key,
                                            yaml::write(value, yaml::habitsOf(*document)),
                                            behind ? behind : &mapping.node->entries.back());
        if (!edit)
            return m_draft.apply(m_file, edit);
        all.range = edit->range;
        all.replacement += edit->replacement;
    }
    return m_draft.apply(m_file, all);
}

Result<yaml::Value> SpecWriter::placeMessage(const std::string &name, Entries message)
{
    if (!keepsMessagesInComponents())
        return yaml::Value(std::move(message));
    asyncapi::Resolver resolver(m_draft);
    const auto known = spotAt(resolver, m_draft, m_file, {"components", "messages"});
    const auto key = unused(name, [&](const std::string &each) {
        return known && known.node->findEntry(each) != nullptr;
    });
    const auto done = addChild({"components", "messages"}, key, std::move(message), {});
    if (!done)
        return tl::unexpected(done.error());
    return yaml::Value(referenceTo(referenceText(m_file, m_file, {"components", "messages", key})));
}

Result<Entries> SpecWriter::messageEntries(const NewMessage &wanted)
{
    Entries message{{"name", wanted.name}};
    if (!wanted.summary.empty())
        message.emplace_back("summary", wanted.summary);
    if (const auto *reference = std::get_if<PayloadReference>(&wanted.payload)) {
        addPayload(message, m_spec->major, formatOfFile(reference->reference),
                   referenceTo(reference->reference));
    } else if (const auto *fields = std::get_if<std::vector<NewField>>(&wanted.payload)) {
        auto schema = objectSchema(*fields);
        if (keepsSchemasInComponents()) {
            asyncapi::Resolver resolver(m_draft);
            const auto known = spotAt(resolver, m_draft, m_file, {"components", "schemas"});
            const auto key = unused(wanted.name, [&](const std::string &each) {
                return known && known.node->findEntry(each) != nullptr;
            });
            if (auto done = addChild({"components", "schemas"}, key, schema, {}); !done)
                return tl::unexpected(done.error());
            schema = referenceTo(referenceText(m_file, m_file, {"components", "schemas", key}));
        }
        message.emplace_back("payload", std::move(schema));
    }
    return message;
}

/// A `kafka` binding with what is wanted; the official name and form of settings unless the spec
/// uses others.
Result<yaml::Value> SpecWriter::bindingOf(const ChannelText &wanted,
                                          const std::string &settingsMap) const
{
    Entries kafka;
    if (wanted.partitions)
        kafka.emplace_back("partitions", yaml::Plain{std::to_string(*wanted.partitions)});
    if (wanted.replicas)
        kafka.emplace_back("replicas", yaml::Plain{std::to_string(*wanted.replicas)});
    Entries settings;
    for (const auto &[key, value] : wanted.settings) {
        auto written = valueOfSetting(key, value, settingsMap);
        if (!written)
            return tl::unexpected(written.error());
        settings.emplace_back(key, std::move(*written));
    }
    if (!settings.empty())
        kafka.emplace_back(settingsMap, std::move(settings));
    for (const auto &channel : m_spec->channels)
        if (channel.kafka && channel.kafka->bindingVersion && !kafka.empty()) {
            kafka.emplace_back("bindingVersion",
                               yaml::Quoted{channel.kafka->bindingVersion->value});
            break;
        }
    return yaml::Value(std::move(kafka));
}

std::string SpecWriter::lastChannelLike(Action action) const
{
    std::string last;
    for (const auto &channel : m_spec->channels)
        if (action == Action::Send ? channel.sends() : channel.receives())
            last = channel.key;
    return last;
}

Result<yaml::Value> SpecWriter::operationOfVersion2(const ChannelText &wanted)
{
    Entries operation;
    if (hasOperationIds())
        operation.emplace_back("operationId", operationId(wanted));
    std::vector<yaml::Value> messages;
    for (const auto &[name, message] : wanted.messages) {
        auto placed = placeMessage(name, message);
        if (!placed)
            return tl::unexpected(placed.error());
        messages.push_back(std::move(*placed));
    }
    if (messages.size() == 1)
        operation.emplace_back("message", std::move(messages.front()));
    else if (!messages.empty())
        operation.emplace_back("message", Entries{{"oneOf", Items(std::move(messages))}});
    return yaml::Value(std::move(operation));
}

yaml::Value SpecWriter::operationOn(const ChannelText &wanted, const std::string &channel,
                                    const std::vector<std::string> &messages) const
{
    Entries operation{
        {"action", wanted.action == Action::Send ? "send" : "receive"},
        {"channel", referenceTo(referenceText(m_file, m_file, {"channels", channel}))}};
    if (listsOperationMessages() && !messages.empty()) {
        Items list;
        for (const auto &key : messages)
            list.emplace_back(
                referenceTo(referenceText(m_file, m_file, {"channels", channel, "messages", key})));
        operation.emplace_back("messages", std::move(list));
    }
    return operation;
}

std::string SpecWriter::lastOperationLike(Action action) const
{
    std::string last;
    for (const auto &each : m_spec->channels)
        for (const auto &known : each.operations)
            if (known.action == action && known.keyPlace.file == m_file)
                last = known.id;
    return last;
}

Result<void> SpecWriter::addOperation(const ChannelText &wanted, const std::string &channel,
                                      const std::vector<std::string> &messages)
{
    return addChild({"operations"}, operationId(wanted), operationOn(wanted, channel, messages),
                    lastOperationLike(wanted.action));
}

Result<yaml::Value> SpecWriter::channelOf(const ChannelText &wanted, const std::string &settingsMap)
{
    const bool isVersion3 = m_spec->major == 3;
    Entries channel;
    if (isVersion3)
        channel.emplace_back("address", wanted.address);
    if (!wanted.description.empty())
        channel.emplace_back("description", wanted.description);
    auto binding = bindingOf(wanted, settingsMap);
    if (!binding)
        return binding;
    const bool isBound = !std::get<Entries>(binding->content).empty();
    Entries messages;
    if (isVersion3)
        for (const auto &[name, message] : wanted.messages) {
            auto placed = placeMessage(name, message);
            if (!placed)
                return placed;
            messages.emplace_back(name, std::move(*placed));
        }
    if (!messages.empty())
        channel.emplace_back("messages", std::move(messages));
    if (isBound)
        channel.emplace_back("bindings", Entries{{"kafka", std::move(*binding)}});
    if (!isVersion3) {
        auto operation = operationOfVersion2(wanted);
        if (!operation)
            return operation;
        channel.emplace_back(wanted.action == Action::Send ? "publish" : "subscribe",
                             std::move(*operation));
    }
    return channel;
}

Result<void> SpecWriter::addChannel(const ChannelText &wanted)
{
    return addChannels({wanted});
}

Result<void> SpecWriter::addChannels(const std::vector<ChannelText> &wanted)
{
    if (wanted.empty())
        return {};
    const auto settingsMap = settingsMapOf(m_draft, {m_file, {}}, {});
    const auto action = wanted.front().action;
    Entries channels;
    Entries operations; // of AsyncAPI 3
    for (const auto &each : wanted) {
        const auto key = channelKey(each);
        auto channel = channelOf(each, settingsMap);
        if (!channel)
            return tl::unexpected(channel.error());
        channels.emplace_back(key, std::move(*channel));
        if (m_spec->major != 3)
            continue;
        std::vector<std::string> names;
        for (const auto &[name, message] : each.messages)
            names.push_back(name);
        const auto id = operationId(each);
        operations.emplace_back(id, operationOn(each, key, names));
    }
    if (auto done = addChildren({"channels"}, channels, lastChannelLike(action)); !done)
        return done;
    return addChildren({"operations"}, operations, lastOperationLike(action));
}

} // namespace meshwright::modelling
