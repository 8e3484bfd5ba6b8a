// SPDX-License-Identifier: Apache-2.0
// URIs, `$id` and JSON Pointers: which schema a reference names.
#include "meshwright/schema/jsonschema.h"

#include <algorithm>
#include <cctype>

namespace meshwright::schema {

namespace {

std::string withoutEmptyFragment(std::string uri)
{
    if (uri.ends_with('#'))
        uri.pop_back();
    return uri;
}

std::string withoutFragment(const std::string &uri)
{
    return uri.substr(0, uri.find('#'));
}

bool hasScheme(std::string_view uri)
{
    const auto colon = uri.find(':');
    return colon != std::string_view::npos && colon > 0 && uri.find_first_of("/?#") > colon;
}

/// `a/b/../c` → `a/c`
std::string withoutDots(const std::string &path)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const auto end = std::min(path.find('/', begin), path.size());
        const std::string part = path.substr(begin, end - begin);
        if (part == ".." && parts.size() > 1)
            parts.pop_back();
        else if (part != "." && part != "..")
            parts.push_back(part);
        begin = end + 1;
    }
    std::string joined;
    for (std::size_t i = 0; i < parts.size(); ++i)
        joined += (i == 0 ? "" : "/") + parts[i];
    return joined;
}

/// RFC 3986, 5.2, as far as schemas use it.
std::string resolved(const std::string &base, const std::string &reference)
{
    if (hasScheme(reference))
        return reference;
    if (reference.starts_with('#'))
        return withoutFragment(base) + reference;
    const auto authority = base.find("://");
    const auto pathBegin =
        authority == std::string::npos ? 0 : std::min(base.find('/', authority + 3), base.size());
    const std::string root = base.substr(0, pathBegin);
    std::string path = withoutFragment(base.substr(pathBegin));
    if (reference.starts_with('/'))
        path = reference;
    else
        path = path.substr(0, path.rfind('/') + 1) + reference;
    const auto tail = std::min(path.find_first_of("?#"), path.size());
    return root + withoutDots(path.substr(0, tail)) + path.substr(tail);
}

std::string percentDecoded(std::string_view text)
{
    std::string decoded;
    const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '%' && i + 2 < text.size() &&
                              std::isxdigit(static_cast<unsigned char>(text[i + 1])) != 0 &&
                              std::isxdigit(static_cast<unsigned char>(text[i + 2])) != 0;
        if (!isEscape) {
            decoded += text[i];
            continue;
        }
        decoded += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
        i += 2;
    }
    return decoded;
}

std::string unescaped(std::string token)
{
    for (std::size_t at = 0; (at = token.find('~', at)) != std::string::npos; ++at)
        token.replace(at, 2, token.substr(at + 1, 1) == "1" ? "/" : "~");
    return token;
}

const yaml::Node *atPointer(const yaml::Node *node, const std::string &pointer)
{
    std::size_t begin = 1;
    while (node && begin <= pointer.size()) {
        const auto end = std::min(pointer.find('/', begin), pointer.size());
        const std::string token = unescaped(pointer.substr(begin, end - begin));
        node = &node->resolved();
        if (node->isSequence()) {
            const bool isIndex =
                !token.empty() && token.find_first_not_of("0123456789") == std::string::npos;
            const auto index = isIndex && token.size() < 7 ? std::stoul(token) : node->items.size();
            node = index < node->items.size() ? node->items[index] : nullptr;
        } else {
            node = node->find(token);
        }
        begin = end + 1;
    }
    return node ? &node->resolved() : nullptr;
}

/// The text of `$id`, which counts for nothing beside a `$ref`.
std::optional<std::string> idOf(const yaml::Node &schema)
{
    const yaml::Node *id = schema.find("$id");
    if (!id || !id->isString() || schema.find("$ref"))
        return std::nullopt;
    return std::string(*id->asString());
}

} // namespace

void SchemaLibrary::add(const std::string &uri, yaml::DocumentPtr document)
{
    const yaml::Node *root = document->root();
    m_documents.push_back(std::move(document));
    if (!root)
        return;
    m_uris.emplace(root, uri);
    m_targets.emplace(withoutEmptyFragment(uri), root);
    addNames(*root, uri);
}

void SchemaLibrary::addNames(const yaml::Node &schema, const std::string &base)
{
    std::string inner = base;
    if (const auto id = idOf(schema)) {
        inner = resolved(base, *id);
        m_targets.emplace(withoutEmptyFragment(inner), &schema);
        inner = withoutFragment(inner);
    }
    for (const yaml::Entry &entry : schema.entries)
        if (entry.key->value != "enum" && entry.key->value != "const")
            addNames(*entry.value, inner);
    for (const yaml::Node *item : schema.items)
        addNames(*item, inner);
}

std::string SchemaLibrary::baseOf(const yaml::Node &schema) const
{
    std::vector<std::string> ids;
    std::string base;
    for (const yaml::Node *node = &schema; node; node = node->parent) {
        if (const auto id = idOf(*node))
            ids.push_back(*id);
        if (const auto known = m_uris.find(node); known != m_uris.end())
            base = known->second;
    }
    std::reverse(ids.begin(), ids.end());
    for (const std::string &id : ids)
        base = resolved(base, id);
    return base;
}

const yaml::Node *SchemaLibrary::target(const yaml::Node &schema, std::string_view reference)
{
    const std::string uri = resolved(baseOf(schema), std::string(reference));
    if (const auto named = m_targets.find(withoutEmptyFragment(uri)); named != m_targets.end())
        return named->second;
    const auto resource = m_targets.find(withoutFragment(uri));
    const auto hash = uri.find('#');
    if (resource == m_targets.end() || hash == std::string::npos)
        return nullptr;
    const std::string pointer = percentDecoded(uri.substr(hash + 1));
    return pointer.starts_with('/') ? atPointer(resource->second, pointer) : nullptr;
}

} // namespace meshwright::schema
