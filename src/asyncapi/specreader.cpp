// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/specreader.h"

#include "asyncapi/payloadreach.h"

#include <algorithm>
#include <utility>

namespace meshwright::asyncapi {

Place placeOf(const Spot &spot)
{
    return placeOf(spot, *spot.node);
}

Place placeOf(const Spot &spot, const yaml::Node &node)
{
    return {*spot.file, node.range};
}

Located located(const Spot &spot)
{
    const auto &node = *spot.node;
    if (node.kind != yaml::Kind::Scalar)
        return {{}, placeOf(spot)};
    return {node.isNull() ? std::string() : node.text(), placeOf(spot)};
}

Located joinedList(const Spot &spot)
{
    auto result = located(spot);
    for (const auto *item : spot.node->items)
        if (const auto text = item->scalarText())
            result.value += (result.value.empty() ? "" : ",") + std::string(*text);
    return result;
}

std::optional<Located> locatedAt(Resolver &resolver, const Spot &mapping, std::string_view key)
{
    const auto spot = resolver.child(mapping, key);
    if (!spot)
        return std::nullopt;
    return located(spot);
}

std::string textAt(Resolver &resolver, const Spot &mapping, std::string_view key)
{
    const auto spot = resolver.child(mapping, key);
    return spot && spot.node->isScalar() && !spot.node->isNull() ? spot.node->text()
                                                                 : std::string();
}

std::string referenceName(const Spot &spot)
{
    const auto *reference = referenceOf(*spot.node);
    if (!reference)
        return {};
    const auto slash = reference->value.rfind('/');
    return slash == std::string::npos ? std::string() : reference->text().substr(slash + 1);
}

std::vector<Spot> SpecReader::items(const Spot &list)
{
    std::vector<Spot> result;
    if (list)
        for (const auto *item : list.node->items)
            result.push_back({list.file, &item->resolved()});
    return result;
}

std::vector<Tag> SpecReader::tagsFrom(const Spot &owner)
{
    std::vector<Tag> tags;
    for (const auto &written : items(m_resolver.value(owner, "tags"))) {
        const auto tag = m_resolver.follow(written);
        const auto name = m_resolver.child(tag, "name");
        if (name && name.node->isScalar())
            tags.push_back({located(name), textAt(m_resolver, tag, "description")});
    }
    return tags;
}

std::vector<Spot> SpecReader::traitsOf(const Spot &owner)
{
    std::vector<Spot> traits;
    for (const auto &written : items(m_resolver.value(owner, "traits")))
        if (const auto trait = m_resolver.follow(written))
            traits.push_back(trait);
    return traits;
}

std::vector<Tag> SpecReader::tagsWithTraits(const Spot &owner)
{
    auto tags = tagsFrom(owner);
    for (const auto &trait : traitsOf(owner))
        for (auto &tag : tagsFrom(trait)) {
            const auto isSame = [&](const Tag &own) { return own.name.value == tag.name.value; };
            if (std::none_of(tags.begin(), tags.end(), isSame))
                tags.push_back(std::move(tag));
        }
    return tags;
}

void SpecReader::readInfo()
{
    const auto info = m_resolver.value(m_root, "info");
    if (!info)
        return;
    m_spec.infoPlace = placeOf(info);
    m_spec.title = textAt(m_resolver, info, "title");
    m_spec.apiVersion = textAt(m_resolver, info, "version");
    m_spec.description = textAt(m_resolver, info, "description");
    if (m_spec.major == 3)
        m_spec.tags = tagsFrom(info);
}

void SpecReader::readServers()
{
    const auto servers = m_resolver.value(m_root, "servers");
    if (!servers)
        return;
    for (const auto &entry : servers.node->mergedEntries()) {
        const auto server = m_resolver.follow({servers.file, &entry.value->resolved()});
        if (!server)
            continue;
        m_spec.servers.push_back({std::string(entry.key->scalarText().value_or("")),
                                  textAt(m_resolver, server, m_spec.major == 3 ? "host" : "url"),
                                  textAt(m_resolver, server, "protocol"), placeOf(server)});
    }
}

void SpecReader::readComponentMessages()
{
    const auto components = m_resolver.value(m_root, "components");
    m_spec.messages = messageMap(m_resolver.value(components, "messages"));
}

void SpecReader::read()
{
    m_defaultContentType = textAt(m_resolver, m_root, "defaultContentType");
    readInfo();
    if (m_spec.major == 0)
        return;
    if (m_spec.major == 2)
        m_spec.tags = tagsFrom(m_root);
    readServers();
    readComponentMessages();
    readChannels();
    if (m_spec.major == 3)
        readOperationsOfVersion3();
}

bool Channel::sends() const
{
    return std::any_of(operations.begin(), operations.end(),
                       [](const Operation &each) { return each.action == Action::Send; });
}

bool Channel::receives() const
{
    return std::any_of(operations.begin(), operations.end(),
                       [](const Operation &each) { return each.action == Action::Receive; });
}

bool isAsyncApi(const yaml::Document &document)
{
    return document.root() && document.root()->isMapping() && document.root()->find("asyncapi");
}

namespace {

int majorOf(std::string_view version)
{
    const bool hasMajor = !version.empty() && (version.size() == 1 || version[1] == '.');
    if (!hasMajor || (version[0] != '2' && version[0] != '3'))
        return 0;
    return version[0] - '0';
}

} // namespace

std::shared_ptr<const Spec> readSpec(const Files &files, const std::string &file,
                                     const yaml::DocumentPtr &document)
{
    auto spec = std::make_shared<Spec>();
    spec->file = file;
    spec->document = document;
    if (!document || !isAsyncApi(*document))
        return spec;
    Resolver resolver(files);
    const auto root = resolver.spot(file, *document->root());
    spec->version = *locatedAt(resolver, root, "asyncapi");
    spec->major = majorOf(spec->version.value);
    spec->id = locatedAt(resolver, root, "id");
    SpecReader(resolver, *spec, root).read();
    collectBrokenReferences(resolver, *spec);
    reachPayloadFiles(files, resolver, *spec);
    for (const auto &[path, reached] : resolver.reached()) {
        if (path == file)
            continue;
        spec->dependencies.push_back(path);
        if (reached)
            spec->referenced.push_back(reached);
    }
    return spec;
}

} // namespace meshwright::asyncapi
