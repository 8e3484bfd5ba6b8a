// SPDX-License-Identifier: Apache-2.0
// What references name: the file, and each key on the way of their pointers.
#include "asyncapi/referencetext.h"
#include "symbols/gathering.h"
#include "symbols/spelling.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace meshwright::symbols {

namespace {

class References
{
public:
    explicit References(Gathering &gathering)
        : m_gathering(gathering)
    {}

    void gather(const WrittenReference &reference)
    {
        m_file = &reference.file;
        m_scalar = reference.scalar;
        const std::string_view text = m_scalar->value;
        const auto hash = std::min(text.find('#'), text.size());
        if (hash > 0)
            addFile(text.substr(0, hash));
        if (hash == text.size())
            return;
        const auto tokens = asyncapi::pointerTokens(text.substr(hash + 1));
        std::optional<std::uint32_t> last;
        for (std::size_t i = 0; tokens && i < tokens->size(); ++i)
            last = addToken((*tokens)[i], hash + 1, i + 1 == tokens->size());
        if (last)
            addForward(*reference.mapping, *last);
    }

private:
    void addFile(std::string_view path)
    {
        const auto &target = m_gathering.resolver().resolve(*m_file, path);
        using Status = asyncapi::Resolution::Status;
        if (target.status != Status::Found && target.status != Status::Foreign)
            return;
        const auto symbol = m_gathering.symbol({Kind::File, target.file, {target.file, {}}});
        m_gathering.add(symbol, Role::Referenced, *m_file, *m_scalar, {0, path.size()});
    }

    /// The symbol of the key that the token names, if it is one that somebody chose.
    std::optional<std::uint32_t> addToken(const asyncapi::PointerToken &token, std::size_t fragment,
                                          bool isLast)
    {
        const auto begin = fragment + token.written.begin;
        const auto way = std::string_view(m_scalar->value).substr(0, begin - 1);
        const auto &holder = m_gathering.resolver().resolve(*m_file, way);
        const auto *entry =
            holder.status == asyncapi::Resolution::Status::Found && holder.node->isMapping()
                ? holder.node->findEntry(token.key)
                : nullptr;
        if (!entry)
            return std::nullopt;
        const auto &key = entry->key->resolved();
        const auto symbol = symbolOf(holder.file, key, isLast);
        if (!symbol)
            return std::nullopt;
        const Range part{begin, fragment + token.written.end};
        const bool isCode = isOtherName(*symbol, key);
        m_gathering.add(*symbol, Role::Referenced, *m_file, *m_scalar, part, Spelling::Token,
                        isCode);
        if (!isCode)
            addContext(*symbol, key, part);
        return symbol;
    }

    /// What a pointer ends at is a name, even where no keyword above says that names stand there.
    std::optional<std::uint32_t> symbolOf(const std::string &file, const yaml::Node &key,
                                          bool isLast)
    {
        const auto known = m_gathering.keys.find(&key);
        if (known != m_gathering.keys.end())
            return known->second;
        if (!isLast)
            return std::nullopt;
        const Range whole{0, key.value.size()};
        const auto home = placeOf(m_gathering.workspace(), file, key, whole);
        const auto symbol = m_gathering.symbol({Kind::Component, key.text(), home});
        m_gathering.keys.emplace(&key, symbol);
        m_gathering.addWhole(symbol, Role::Declared, file, key);
        return symbol;
    }

    /// Whether the key is a word of the author's for a topic that has another name.
    bool isOtherName(std::uint32_t symbol, const yaml::Node &key) const
    {
        const auto &named = m_gathering.symbolOf(symbol);
        return named.kind == Kind::Topic &&
               !topicRespelled(key.value, named.name, named.name,
                               ownerOf(m_gathering.topology(), named.name));
    }

    /// The context in a token that spells a topic's full name.
    void addContext(std::uint32_t symbol, const yaml::Node &key, Range part)
    {
        const auto &named = m_gathering.symbolOf(symbol);
        const auto owner =
            named.kind == Kind::Topic ? ownerOf(m_gathering.topology(), named.name) : std::nullopt;
        const auto inKey = owner ? contextPart(key.value, *owner) : std::nullopt;
        if (!inKey)
            return;
        const auto token = std::string_view(m_scalar->value).substr(part.begin, part.size());
        const Range inToken{part.begin + asyncapi::writtenSize(token, inKey->begin),
                            part.begin + asyncapi::writtenSize(token, inKey->end)};
        m_gathering.add(m_gathering.symbol({Kind::Context, owner->value, {}}), Role::Referenced,
                        *m_file, *m_scalar, inToken, Spelling::Token);
    }

    /// A key whose value is nothing but this reference stands for what it leads to.
    void addForward(const yaml::Node &mapping, std::uint32_t target)
    {
        if (!mapping.parent)
            return;
        for (const auto &entry : mapping.parent->entries)
            if (entry.value == &mapping) {
                const auto known = m_gathering.keys.find(&entry.key->resolved());
                if (known != m_gathering.keys.end() &&
                    m_gathering.symbolOf(known->second).kind != Kind::Topic)
                    m_gathering.forward(known->second, target);
            }
    }

    Gathering &m_gathering;
    const std::string *m_file = nullptr;
    const yaml::Node *m_scalar = nullptr;
};

} // namespace

void gatherReferences(Gathering &gathering)
{
    References references(gathering);
    for (const auto &each : gathering.references)
        references.gather(each);
    for (const auto &[file, scalar, mapping] : gathering.keyNames)
        if (const auto *entry = mapping->findEntry(scalar->value)) {
            const auto known = gathering.keys.find(&entry->key->resolved());
            if (known != gathering.keys.end())
                gathering.addWhole(known->second, Role::Referenced, file, *scalar);
        }
}

} // namespace meshwright::symbols
