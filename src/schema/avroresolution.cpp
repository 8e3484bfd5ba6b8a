// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/avroresolution.h"

#include "schema/avrojson.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace meshwright::schema {

namespace {

using avro::Json;
using avro::kindOf;
using Kind = ResolutionFault::Kind;

/// The named types of one side, by their full names.
class Side
{
public:
    explicit Side(const AvroText &text)
        : m_root(avro::canonical(text.text))
    {
        for (const auto &referred : text.referred)
            if (auto parsed = avro::canonical(referred))
                m_referred.push_back(std::move(*parsed));
        for (const auto &each : m_referred)
            collect(each);
        if (m_root)
            collect(*m_root);
    }

    const Json *root() const { return m_root ? &*m_root : nullptr; }

    /// What a schema stands for: the definition behind a name, or itself.
    const Json &settled(const Json &schema) const
    {
        if (schema.is_object() && schema.size() == 1 && schema.contains("type"))
            return settled(schema.at("type"));
        if (!schema.is_string())
            return schema;
        const auto found = m_types.find(schema.get<std::string>());
        return found == m_types.end() ? schema : *found->second;
    }

private:
    void collect(const Json &schema)
    {
        if (schema.is_array()) {
            for (const auto &branch : schema)
                collect(branch);
            return;
        }
        if (!schema.is_object())
            return;
        if (avro::isNamedKind(kindOf(schema)) && schema.contains("name"))
            m_types.emplace(schema.value("name", std::string()), &schema);
        for (const char *key : {"items", "values", "type"})
            if (schema.contains(key))
                collect(schema.at(key));
        if (schema.contains("fields") && schema.at("fields").is_array())
            for (const auto &field : schema.at("fields"))
                collect(field);
    }

    std::optional<Json> m_root;
    std::vector<Json> m_referred;
    std::map<std::string, const Json *> m_types;
};

bool isPromotion(std::string_view reader, std::string_view writer)
{
    if (writer == "int")
        return reader == "long" || reader == "float" || reader == "double";
    if (writer == "long")
        return reader == "float" || reader == "double";
    if (writer == "float")
        return reader == "double";
    return (writer == "string" && reader == "bytes") || (writer == "bytes" && reader == "string");
}

std::string nameOf(const Json &definition)
{
    return definition.value("name", std::string());
}

std::string lastPart(const std::string &name)
{
    return name.substr(name.rfind('.') + 1);
}

bool hasAlias(const Json &definition, const std::string &name)
{
    const auto aliases = definition.find("aliases");
    return aliases != definition.end() && aliases->is_array() &&
           std::find(aliases->begin(), aliases->end(), Json(name)) != aliases->end();
}

/// As people say it: `union of null, string`, `acme.Money`.
std::string typeText(const Json &schema)
{
    if (schema.is_array()) {
        std::string text;
        for (const auto &branch : schema)
            text += (text.empty() ? "" : " or ") + typeText(branch);
        return text;
    }
    const auto kind = kindOf(schema);
    if (avro::isNamedKind(kind))
        return kind + ' ' + nameOf(schema);
    if (kind == "array" && schema.contains("items"))
        return "array of " + typeText(schema.at("items"));
    if (kind == "map" && schema.contains("values"))
        return "map of " + typeText(schema.at("values"));
    return kind;
}

class Resolution
{
public:
    Resolution(const Side &reader, const Side &writer)
        : m_reader(reader)
        , m_writer(writer)
    {}

    std::vector<ResolutionFault> run()
    {
        compare(*m_reader.root(), *m_writer.root(), {});
        return std::move(m_faults);
    }

private:
    void compare(const Json &readerSchema, const Json &writerSchema, const std::string &path)
    {
        const Json &reader = m_reader.settled(readerSchema);
        const Json &writer = m_writer.settled(writerSchema);
        if (!m_open.insert({&reader, &writer}).second)
            return; // a type within itself, or one that was judged already
        if (writer.is_array())
            return compareWriterUnion(reader, writer, path);
        if (reader.is_array())
            return compareReaderUnion(reader, writer, path);
        const auto kind = kindOf(reader);
        if (kind != kindOf(writer)) {
            if (!isPromotion(kind, kindOf(writer)))
                add(Kind::Type, path, typeText(reader), typeText(writer));
            return;
        }
        if (avro::isNamedKind(kind))
            return compareNamed(reader, writer, path);
        if (kind == "array" && reader.contains("items") && writer.contains("items"))
            compare(reader.at("items"), writer.at("items"), path + "[]");
        else if (kind == "map" && reader.contains("values") && writer.contains("values"))
            compare(reader.at("values"), writer.at("values"), path + "{}");
    }

    void compareWriterUnion(const Json &reader, const Json &writer, const std::string &path)
    {
        for (const auto &branch : writer) {
            const bool isKnown =
                reader.is_array() ? holds(reader, branch) : canRead(reader, branch);
            if (isKnown)
                continue;
            if (const Json *same = reader.is_array() ? sameBranch(reader, branch) : &reader;
                same && kindOf(m_reader.settled(*same)) == kindOf(m_writer.settled(branch)))
                compare(*same, branch, path);
            else
                return add(Kind::Branch, path, typeText(reader), typeText(writer));
        }
    }

    void compareReaderUnion(const Json &reader, const Json &writer, const std::string &path)
    {
        if (holds(reader, writer))
            return;
        if (const Json *same = sameBranch(reader, writer))
            compare(*same, writer, path);
        else
            add(Kind::Type, path, typeText(reader), typeText(writer));
    }

    bool holds(const Json &reader, const Json &writer)
    {
        return std::any_of(reader.begin(), reader.end(),
                           [&](const Json &branch) { return canRead(branch, writer); });
    }

    /// The branch that was most likely meant, so that its own faults are told.
    const Json *sameBranch(const Json &reader, const Json &writer)
    {
        const Json &written = m_writer.settled(writer);
        for (const auto &branch : reader) {
            const Json &settled = m_reader.settled(branch);
            if (kindOf(settled) == kindOf(written) &&
                (!avro::isNamedKind(kindOf(written)) || isSameName(settled, written)))
                return &branch;
        }
        return nullptr;
    }

    bool canRead(const Json &reader, const Json &writer)
    {
        Resolution trial(m_reader, m_writer);
        trial.m_open = m_open;
        trial.compare(reader, writer, {});
        return trial.m_faults.empty();
    }

    static bool isSameName(const Json &reader, const Json &writer)
    {
        return lastPart(nameOf(reader)) == lastPart(nameOf(writer)) ||
               hasAlias(reader, nameOf(writer));
    }

    void compareNamed(const Json &reader, const Json &writer, const std::string &path)
    {
        if (!isSameName(reader, writer))
            return add(Kind::Name, path, nameOf(reader), nameOf(writer));
        const auto kind = kindOf(reader);
        if (kind == "enum")
            compareSymbols(reader, writer, path);
        else if (kind == "fixed")
            compareSizes(reader, writer, path);
        else
            compareFields(reader, writer, path);
    }

    void compareSymbols(const Json &reader, const Json &writer, const std::string &path)
    {
        if (reader.contains("default"))
            return;
        const auto known = reader.value("symbols", Json::array());
        std::string unknown;
        for (const auto &symbol : writer.value("symbols", Json::array()))
            if (std::find(known.begin(), known.end(), symbol) == known.end() && symbol.is_string())
                unknown += (unknown.empty() ? "" : ", ") + symbol.get<std::string>();
        if (!unknown.empty())
            add(Kind::Symbols, path, nameOf(reader), unknown);
    }

    void compareSizes(const Json &reader, const Json &writer, const std::string &path)
    {
        const auto before = reader.value("size", Json(0));
        const auto after = writer.value("size", Json(0));
        if (before != after)
            add(Kind::Size, path, before.dump(), after.dump());
    }

    void compareFields(const Json &reader, const Json &writer, const std::string &path)
    {
        const auto fields = reader.find("fields");
        if (fields == reader.end() || !fields->is_array())
            return;
        for (const auto &field : *fields) {
            if (!field.is_object() || !field.contains("type"))
                continue;
            const auto name = nameOf(field);
            const auto inner = path.empty() ? name : path + '.' + name;
            if (const Json *other = fieldOf(writer, field))
                compare(field.at("type"), other->at("type"), inner);
            else if (!field.contains("default"))
                add(Kind::NoDefault, inner, typeText(m_reader.settled(field.at("type"))), {});
        }
    }

    static const Json *fieldOf(const Json &record, const Json &wanted)
    {
        const auto fields = record.find("fields");
        if (fields == record.end() || !fields->is_array())
            return nullptr;
        for (const auto &field : *fields)
            if (field.is_object() && field.contains("type") &&
                (nameOf(field) == nameOf(wanted) || hasAlias(wanted, nameOf(field))))
                return &field;
        return nullptr;
    }

    void add(Kind kind, const std::string &path, std::string reader, std::string writer)
    {
        m_faults.push_back({kind, path, std::move(reader), std::move(writer)});
    }

    const Side &m_reader;
    const Side &m_writer;
    std::set<std::pair<const Json *, const Json *>> m_open;
    std::vector<ResolutionFault> m_faults;
};

} // namespace

std::vector<ResolutionFault> avroResolutionFaults(const AvroText &reader, const AvroText &writer)
{
    const Side read(reader);
    const Side written(writer);
    if (!read.root() || !written.root())
        return {{Kind::Unreadable, {}, {}, {}}};
    return Resolution(read, written).run();
}

bool isSameAvro(std::string_view a, std::string_view b)
{
    if (a == b)
        return true;
    const auto first = avro::canonical(a);
    return first && first == avro::canonical(b);
}

std::string avroName(std::string_view text)
{
    const auto schema = avro::canonical(text);
    return schema && avro::isNamedKind(kindOf(*schema)) ? nameOf(*schema) : std::string();
}

} // namespace meshwright::schema
