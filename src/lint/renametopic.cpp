// SPDX-License-Identifier: Apache-2.0
// A topic under another name: in its owner's channel, in every consumer's, and in what refers to
// them by their keys.
#include "lint/finding.h"

#include "asyncapi/referencetext.h"
#include "meshwright/topology/topicname.h"
#include "meshwright/yaml/edit.h"

#include <algorithm>

namespace meshwright::linting {

namespace {

class TopicRenaming
{
public:
    TopicRenaming(const Topology &topology, WorkspaceEdit &edit)
        : m_workspace(*topology.workspace)
        , m_edit(edit)
    {}

    void rename(const asyncapi::Spec &spec, const asyncapi::Channel &channel,
                const TopicName &oldName, const std::string &address, const std::string &newName)
    {
        replace(channel.addressPlace, address);
        if (channel.kafka && channel.kafka->topic) {
            const auto &bound = channel.kafka->topic->value;
            if (bound == oldName.value || bound == channel.address)
                replace(channel.kafka->topic->place, bound == oldName.value ? newName : address);
        }
        if (channel.addressPlace != channel.keyPlace)
            return;
        for (const auto &[path, file] : m_workspace.files())
            if (file->document && file->document->root() &&
                (path == spec.file || refersTo(*file, spec.file)))
                renameReferences(path, *file->document->root(),
                                 {spec.file, {"channels", channel.key}}, address);
    }

    void sort()
    {
        for (auto &[file, edits] : m_edit.files) {
            std::sort(edits.begin(), edits.end(),
                      [](const TextEdit &a, const TextEdit &b) { return a.range < b.range; });
            edits.erase(std::unique(edits.begin(), edits.end()), edits.end());
        }
    }

private:
    static bool refersTo(const WorkspaceFile &file, const std::string &target)
    {
        return file.spec && std::binary_search(file.spec->dependencies.begin(),
                                               file.spec->dependencies.end(), target);
    }

    void replace(const asyncapi::Place &place, const std::string &text)
    {
        const auto document = m_workspace.document(place.file);
        const yaml::Node *node = document ? document->nodeAt(place.range.begin) : nullptr;
        if (!node || node->kind != yaml::Kind::Scalar)
            return;
        if (auto edit = yaml::replaceScalar(*document, *node, text))
            m_edit.files[place.file].push_back(std::move(*edit));
    }

    void renameReferences(const std::string &file, const yaml::Node &node,
                          const asyncapi::ReferenceTarget &target, const std::string &key)
    {
        for (const yaml::Entry &entry : node.entries) {
            if (entry.key->value == "$ref" && entry.value->kind == yaml::Kind::Scalar)
                renameReference(file, *entry.value, target, key);
            renameReferences(file, *entry.value, target, key);
        }
        for (const yaml::Node *item : node.items)
            renameReferences(file, *item, target, key);
    }

    void renameReference(const std::string &file, const yaml::Node &scalar,
                         const asyncapi::ReferenceTarget &target, const std::string &key)
    {
        auto named = asyncapi::referenceTarget(file, scalar.value);
        const bool isMeant =
            named && named->file == target.file && named->keys.size() >= target.keys.size() &&
            std::equal(target.keys.begin(), target.keys.end(), named->keys.begin());
        if (!isMeant)
            return;
        named->keys[target.keys.size() - 1] = key;
        const std::string written = scalar.text();
        replace({file, scalar.range},
                written.substr(0, written.find('#')) + asyncapi::pointerTo(named->keys));
    }

    const Workspace &m_workspace;
    WorkspaceEdit &m_edit;
};

/// How the channel spells the name: short, or in full.
std::string addressLike(const asyncapi::Channel &channel, const Topic &topic,
                        const std::string &newName, const Convention &convention)
{
    const auto now = shortTopicName(newName, topic.owner, convention);
    const bool isShort = !shortTopicName(channel.address, topic.owner, convention);
    return isShort && now ? *now : newName;
}

} // namespace

std::optional<QuickFix> renameTopicFix(const Pass &pass, const Topic &topic,
                                       const std::string &newName)
{
    if (newName == topic.name.value || pass.topology.topic({newName}))
        return std::nullopt;
    QuickFix fix;
    TopicRenaming renaming(pass.topology, fix.edit);
    const asyncapi::Channel &own = topic.declaration();
    const std::string address = addressLike(own, topic, newName, pass.convention());
    renaming.rename(*topic.spec, own, topic.name, address, newName);
    for (const Consumption *reading : pass.topology.readersOf(topic.name))
        renaming.rename(*reading->spec, reading->declaration(), topic.name, newName, newName);
    renaming.sort();
    const auto others = fix.edit.files.size() - fix.edit.files.count(pass.file.path);
    fix.title = readable("Rename to '" + address + "'" +
                         (others == 0   ? ""
                          : others == 1 ? ", in 1 other file too"
                                        : ", in " + std::to_string(others) + " other files too"));
    return fix.edit.files.empty() ? std::nullopt : std::optional(fix);
}

} // namespace meshwright::linting
