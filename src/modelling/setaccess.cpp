// SPDX-License-Identifier: Apache-2.0
// Another keyword in a topic's name: in every spec that names it, and in every reference to it.
#include "modelling/checked.h"
#include "modelling/references.h"
#include "modelling/tagacts.h"

#include "meshwright/modelling/topicacts.h"
#include "meshwright/topology/topicname.h"
#include "meshwright/yaml/edit.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

using Edits = std::map<std::string, std::vector<TextEdit>>;

/// `old` as a part of a name between dots or slashes, replaced; nothing where it is no part of it.
std::optional<std::string> withPart(const std::string &name, const std::string &old,
                                    const std::string &by)
{
    const auto isEdge = [&](std::size_t at) {
        return at >= name.size() || name[at] == '.' || name[at] == '/';
    };
    for (auto at = name.find(old); at != std::string::npos; at = name.find(old, at + 1))
        if ((at == 0 || isEdge(at - 1)) && isEdge(at + old.size()))
            return std::string(name).replace(at, old.size(), by);
    return std::nullopt;
}

/// The address with the keyword; one without any gets it in front of what follows the owner's id.
std::string readdressed(const std::string &address, const Topic &topic,
                        const Convention &convention, Access access)
{
    const auto &keyword = convention.keyword(access);
    if (topic.access)
        if (auto renamed = withPart(address, convention.keyword(*topic.access), keyword))
            return *renamed;
    auto local = address;
    std::replace(local.begin(), local.end(), '/', '.');
    if (local.starts_with('.'))
        local.erase(0, 1);
    const auto rest = shortTopicName(local, topic.owner, convention);
    const auto renamed = shortTopicName(access, rest.value_or(local), convention);
    return rest ? fullTopicName(renamed, topic.owner, convention) : renamed;
}

Result<void> replaceText(Edits &edits, const Workspace &workspace, const asyncapi::Place &place,
                         const std::string &text)
{
    const auto document = workspace.document(place.file);
    const auto *node = document ? document->nodeAt(place.range.begin) : nullptr;
    if (!node || node->kind != yaml::Kind::Scalar)
        return conflict("A name can't be changed where it stands: change it in the text.",
                        place.file);
    auto edit = yaml::replaceScalar(*document, *node, text);
    if (!edit)
        return tl::unexpected(edit.error());
    edits[place.file].push_back(std::move(*edit));
    return {};
}

/// The channel's address, and what refers to its key where that is the address.
Result<void> renameChannel(Edits &edits, const Workspace &workspace, const std::string &file,
                           const asyncapi::Channel &channel, const std::string &address,
                           const TopicName &oldName, const TopicName &newName)
{
    if (auto done = replaceText(edits, workspace, channel.addressPlace, address); !done)
        return done;
    const auto &binding = channel.kafka;
    if (binding && binding->topic &&
        (binding->topic->value == channel.address || binding->topic->value == oldName.value)) {
        const auto &now = binding->topic->value == oldName.value ? newName.value : address;
        if (auto done = replaceText(edits, workspace, binding->topic->place, now); !done)
            return done;
    }
    if (channel.addressPlace != channel.keyPlace)
        return {};
    for (const auto &reference : referencesOf(workspace, workspace)) {
        if (!reference.leadsInto(file, {"channels", channel.key}))
            continue;
        const std::string written = reference.text->text();
        auto keys = reference.keys;
        keys[1] = address;
        const auto pointer = referenceText(file, file, keys);
        const asyncapi::Place place{reference.file, reference.text->range};
        if (auto done = replaceText(edits, workspace, place,
                                    written.substr(0, written.find('#')) + pointer);
            !done)
            return done;
    }
    return {};
}

/// `text` of one channel's facts under another name of it.
Meaning meaningOf(const Topology &topology, const Topic &topic, const Convention &convention,
                  Access access)
{
    Meaning meaning;
    const auto add = [&](const std::string &file, const asyncapi::Channel &channel) {
        meaning.free.push_back(factOf(file, channel.key, ""));
        if (channel.addressPlace == channel.keyPlace)
            meaning.free.push_back(
                factOf(file, readdressed(channel.address, topic, convention, access), ""));
    };
    add(topic.spec->file, topic.declaration());
    for (const auto *reading : topology.readersOf(topic.name))
        add(reading->spec->file, reading->declaration());
    meaning.allowedRules = {"access/private", "access/no-grant"};
    return meaning;
}

std::size_t countOf(const Topic &topic)
{
    const auto &channel = topic.declaration();
    return channel.operations.size() + channel.messages.size() + topic.grants.size();
}

} // namespace

Result<WorkspaceEdit> setAccess(const Topology &topology, const TopicName &name, Access access,
                                bool grantReaders)
{
    const auto *topic = topology.topic(name);
    if (!topic)
        return notFound("There is no topic '" + name.value + "' here.");
    if (topic->access == access)
        return WorkspaceEdit{};
    const auto &workspace = *topology.workspace;
    const auto &convention = workspace.settings().convention;
    const TopicName renamed{readdressed(name.value, *topic, convention, access)};
    if (topology.topic(renamed))
        return conflict("The topic '" + renamed.value +
                            "' is there already: rename one of them "
                            "first.",
                        topic->spec->file);
    Draft draft(topology.workspace);
    const auto readers = topology.readersOf(name);
    std::size_t granted = 0;
    if (grantReaders && access == Access::Protected)
        for (const auto *reading : readers) {
            if (isGranted(*topic, reading->reader))
                continue;
            if (auto done = putTag(draft, channelIdOf(*topic), grantTag(reading->reader.value));
                !done)
                return tl::unexpected(done.error());
            ++granted;
        }
    // The names last, found in the texts with the grants.
    const auto granting = topology.workspace->withEdit(draft.edit());
    if (!granting)
        return tl::unexpected(granting.error());
    const auto between = buildTopology(*granting);
    const auto *now = between->topic(name);
    Edits edits;
    const auto rename = [&](const std::string &file, const asyncapi::Channel &channel) {
        return renameChannel(edits, **granting, file, channel,
                             readdressed(channel.address, *topic, convention, access), name,
                             renamed);
    };
    auto done = rename(now->spec->file, now->declaration());
    for (const auto *reading : between->readersOf(name))
        if (done)
            done = rename(reading->spec->file, reading->declaration());
    for (auto &[file, some] : edits)
        if (done)
            done = draft.applyAll(file, std::move(some));
    if (!done)
        return tl::unexpected(done.error());
    auto meaning = meaningOf(topology, *topic, convention, access);
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        const auto *is = after.topic(renamed);
        if (is && is->access == access && countOf(*is) == countOf(*topic) + granted &&
            after.readersOf(renamed).size() == readers.size())
            return std::nullopt;
        return "'" + renamed.value +
               "' would not read as the same topic in every spec: rename it "
               "in the text.";
    };
    return checked(topology, draft, meaning);
}

} // namespace meshwright::modelling
