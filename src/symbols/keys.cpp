// SPDX-License-Identifier: Apache-2.0
// Keys that people chose, and tags: found by a walk over every document.
#include "asyncapi/referencekeys.h"
#include "symbols/gathering.h"

#include <set>

namespace meshwright::symbols {

namespace {

class Walk
{
public:
    Walk(Gathering &gathering, const std::string &file, bool isPart)
        : m_gathering(gathering)
        , m_file(file)
        , m_isPart(isPart)
    {}

    void run(const yaml::Node &root)
    {
        m_root = &root;
        visit(root, {}, false);
    }

private:
    /// `holder`: the key that the node is the value of; `areNames`: the node's keys are names.
    /// Aliases are not followed: what they stand for is somewhere in the same document.
    void visit(const yaml::Node &node, std::string_view holder, bool areNames)
    {
        for (const auto *item : node.items)
            visitItem(*item, holder);
        if (node.kind == yaml::Kind::Mapping && !areNames)
            visitObject(node);
        for (const auto &entry : node.entries) {
            const auto &key = entry.key->resolved();
            if (!entry.key->isScalar())
                continue;
            if (key.value == "$ref" && entry.value->isScalar() && entry.value->isString())
                m_gathering.references.push_back({m_file, &entry.value->resolved(), &node});
            else if (areNames)
                visitNamed(entry, holder);
            else if (!asyncapi::holdsData(key.value))
                visit(*entry.value, key.value, holdsNames(entry));
        }
    }

    static bool holdsNames(const yaml::Entry &entry)
    {
        return entry.value->kind == yaml::Kind::Mapping &&
               asyncapi::holdsNames(entry.key->resolved().value);
    }

    void visitNamed(const yaml::Entry &entry, std::string_view holder)
    {
        addKey(entry, holder);
        if (holder == "tags" && entry.value->kind == yaml::Kind::Mapping)
            addTag(*entry.value, Role::Declared);
        if (holder == "messages")
            addMessageName(entry);
        visit(*entry.value, {}, false);
    }

    void addKey(const yaml::Entry &entry, std::string_view holder)
    {
        const auto &key = entry.key->resolved();
        if (holder == "channels" && addChannelKey(entry, key))
            return;
        const auto kind = holder == "messages" ? Kind::Message
                          : holder == "properties" || holder == "patternProperties"
                              ? Kind::Field
                              : Kind::Component;
        const Range whole{0, key.value.size()};
        const auto home = placeOf(m_gathering.workspace(), m_file, key, whole);
        const auto symbol = m_gathering.symbol({kind, key.text(), home});
        if (m_gathering.keys.emplace(&key, symbol).second)
            m_gathering.addWhole(symbol, Role::Declared, m_file, key);
    }

    /// A channel's key that stands for a topic. One of the root's is among the topic's names
    /// already; one of the components may be called as it likes.
    bool addChannelKey(const yaml::Entry &entry, const yaml::Node &key)
    {
        auto &topics = m_gathering.topics;
        auto topic = topics.find(&key);
        if (topic == topics.end()) {
            auto &resolver = m_gathering.resolver();
            const auto value = resolver.follow(resolver.spot(m_file, *entry.value));
            topic = value ? topics.find(value.node) : topics.end();
            if (topic == topics.end())
                return false;
            m_gathering.addWhole(topic->second, Role::Referenced, m_file, key, true);
        }
        m_gathering.keys.emplace(&key, topic->second);
        return true;
    }

    /// A message's `name` that says the same as its key goes with it.
    void addMessageName(const yaml::Entry &entry)
    {
        const auto &key = entry.key->resolved();
        const auto *name =
            entry.value->kind == yaml::Kind::Mapping ? entry.value->find("name") : nullptr;
        const auto symbol = m_gathering.keys.find(&key);
        if (name && name->isScalar() && name->resolved().value == key.value &&
            symbol != m_gathering.keys.end())
            m_gathering.addWhole(symbol->second, Role::Referenced, m_file, name->resolved());
    }

    /// A message in place has no key: its `name` is what it is called.
    void addMessageInPlace(const yaml::Node &message)
    {
        const auto *name = message.kind == yaml::Kind::Mapping ? message.find("name") : nullptr;
        if (!m_isPart || !name || name->kind != yaml::Kind::Scalar || name->value.empty() ||
            message.find("$ref"))
            return;
        const auto home = placeOf(m_gathering.workspace(), m_file, *name, {0, name->value.size()});
        m_gathering.addWhole(m_gathering.symbol({Kind::Message, name->text(), home}),
                             Role::Declared, m_file, *name);
    }

    void visitItem(const yaml::Node &item, std::string_view holder)
    {
        if (holder == "tags" && item.kind == yaml::Kind::Mapping)
            addTag(item, isOfDocument(*item.parent) ? Role::Declared : Role::Referenced);
        visit(item, {}, false);
    }

    /// The tags of the whole document, with what they mean: AsyncAPI 2 has them at the root,
    /// AsyncAPI 3 in `info`.
    bool isOfDocument(const yaml::Node &tags) const
    {
        return tags.parent == m_root || tags.parent == m_root->find("info");
    }

    void visitObject(const yaml::Node &node)
    {
        addFieldNames(node);
        addServerNames(node);
        addSecurityNames(node);
        const auto *message = node.find("message");
        if (!message || message->kind != yaml::Kind::Mapping)
            return;
        addMessageInPlace(*message);
        if (const auto *choices = message->find("oneOf"))
            for (const auto *choice : choices->resolved().items)
                addMessageInPlace(choice->resolved());
    }

    void addTag(const yaml::Node &tag, Role role)
    {
        const auto *name = m_isPart ? tag.find("name") : nullptr;
        if (!name || name->kind != yaml::Kind::Scalar || name->value.empty())
            return;
        const std::string_view text = name->value;
        if (!text.starts_with(grantPrefix)) {
            m_gathering.addWhole(m_gathering.symbol({Kind::Tag, name->text(), {}}), role, m_file,
                                 *name);
            return;
        }
        const auto &convention = m_gathering.workspace().settings().convention;
        const auto target = text.substr(grantPrefix.size());
        if (!target.empty() && target != convention.publicKeyword)
            m_gathering.addContextName(Role::Granted, m_file, *name,
                                       {grantPrefix.size(), text.size()});
    }

    /// `required` and `discriminator` of a schema name its properties.
    void addFieldNames(const yaml::Node &node)
    {
        const auto *properties = node.find("properties");
        if (!properties || !properties->isMapping())
            return;
        addKeyNames(node.find("required"), *properties);
        if (const auto *discriminator = node.find("discriminator"))
            addKeyName(*discriminator, *properties);
    }

    /// In AsyncAPI 2, a channel lists its servers by their keys.
    void addServerNames(const yaml::Node &node)
    {
        const auto *servers = m_root->find("servers");
        const auto *names = &node == m_root ? nullptr : node.find("servers");
        if (servers && servers->isMapping())
            addKeyNames(names, *servers);
    }

    /// In AsyncAPI 2, `security` names schemes by their keys.
    void addSecurityNames(const yaml::Node &node)
    {
        const auto *components = m_root->find("components");
        const auto *schemes =
            components && components->isMapping() ? components->find("securitySchemes") : nullptr;
        const auto *security = node.find("security");
        if (!schemes || !schemes->isMapping() || !security || !security->isSequence())
            return;
        for (const auto *item : security->resolved().items)
            for (const auto &entry : item->resolved().entries)
                if (entry.key->kind == yaml::Kind::Scalar && entry.key->value != "$ref")
                    addKeyName(*entry.key, *schemes);
    }

    void addKeyNames(const yaml::Node *names, const yaml::Node &mapping)
    {
        if (names && names->isSequence())
            for (const auto *item : names->resolved().items)
                addKeyName(*item, mapping);
    }

    void addKeyName(const yaml::Node &name, const yaml::Node &mapping)
    {
        if (name.isScalar())
            m_gathering.keyNames.push_back({m_file, &name.resolved(), &mapping.resolved()});
    }

    Gathering &m_gathering;
    const std::string &m_file;
    bool m_isPart; ///< a spec, or a file that a spec refers to
    const yaml::Node *m_root = nullptr;
};

/// The specs, and the files that they refer to.
std::set<std::string> partsOf(const Workspace &workspace)
{
    std::set<std::string> parts;
    for (const auto &[path, file] : workspace.files())
        if (file->spec) {
            parts.insert(path);
            parts.insert(file->spec->dependencies.begin(), file->spec->dependencies.end());
        }
    return parts;
}

} // namespace

void gatherKeys(Gathering &gathering)
{
    const auto parts = partsOf(gathering.workspace());
    for (const auto &[path, file] : gathering.workspace().files())
        if (file->document && file->document->root() && path != settingsFileName)
            Walk(gathering, path, parts.contains(path)).run(*file->document->root());
}

} // namespace meshwright::symbols
