// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/payload.h"
#include "meshwright/yaml/document.h"

#include <map>
#include <string>

namespace meshwright::schema {

/// Some texts by name, the first of which is the schema; `$ref`s are `#/key/key` within one text or
/// the name of another.
class Texts
{
public:
    Texts(std::initializer_list<std::pair<const std::string, std::string>> texts)
        : m_texts(texts)
    {
        for (const auto &[name, text] : m_texts)
            m_documents[name] = yaml::Document::parse(makeText(text));
        reach.follow = [this](const SchemaNode &at) { return follow(at, 0); };
        reach.import = [this](const std::string &,
                              const std::string &path) -> std::optional<SchemaText> {
            const auto found = m_texts.find(path);
            if (found == m_texts.end())
                return std::nullopt;
            return SchemaText{path, makeText(found->second)};
        };
    }

    Texts(const Texts &) = delete;
    Texts &operator=(const Texts &) = delete;

    SchemaNode node(const std::string &name) const
    {
        const auto found = m_documents.find(name);
        if (found == m_documents.end() || !found->second->root())
            return {};
        return {&found->first, &found->second->root()->resolved()};
    }

    SchemaText text(const std::string &name) const { return {name, makeText(m_texts.at(name))}; }

    /// `id line:column [bytes]` for each fault, with its file where that is not `name`.
    std::string shown(const std::vector<PayloadFault> &faults, const std::string &name) const
    {
        std::string all;
        for (const auto &fault : faults) {
            const SourceText text(m_texts.at(fault.file));
            const auto at = text.position(fault.range.begin);
            auto slice = std::string(text.slice(fault.range));
            if (slice.size() > 24)
                slice = slice.substr(0, 24) + "~";
            all += (all.empty() ? "" : "; ") + fault.id + (fault.isError ? "" : "?") + " " +
                   (fault.file == name ? "" : fault.file + ":") + std::to_string(at.line) + ":" +
                   std::to_string(at.column) + " [" + slice + "]";
        }
        return all;
    }

    Reach reach;

private:
    SchemaNode follow(const SchemaNode &at, int depth) const
    {
        const auto *reference = at.node->find("$ref");
        if (!reference || depth > 20)
            return reference ? SchemaNode{} : at;
        const std::string text = reference->text();
        if (!text.starts_with("#"))
            return node(text) ? follow(node(text), depth + 1) : SchemaNode{};
        const auto &document = *m_documents.at(*at.file);
        std::vector<std::string> path;
        for (std::size_t begin = 2; begin < text.size();) {
            const auto end = std::min(text.find('/', begin), text.size());
            path.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
        const auto *found = document.find(path);
        if (!found)
            return {};
        return follow({at.file, &found->resolved()}, depth + 1);
    }

    std::map<std::string, std::string> m_texts;
    std::map<std::string, yaml::DocumentPtr> m_documents;
};

/// One line for a field: path: type, ! where it is required, ? where it may be null, marks,
/// comment.
inline std::string shownField(const Field &field)
{
    auto line = field.path + ": " + field.type + (field.isRequired ? "!" : "") +
                (field.isNullable ? "?" : "");
    for (const auto &mark : field.annotations)
        line += " " + mark.key + "=" + mark.value;
    return line + (field.documentation.empty() ? "" : " # " + field.documentation) + "\n";
}

inline std::string shownFields(const std::vector<Field> &fields)
{
    std::string all;
    for (const auto &field : fields)
        all += shownField(field);
    return all;
}

} // namespace meshwright::schema
