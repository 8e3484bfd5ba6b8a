// SPDX-License-Identifier: Apache-2.0
#include "meshwright/compare/schemacompatibility.h"

#include "compare/fieldchanges.h"
#include "meshwright/schema/avroresolution.h"
#include "meshwright/schema/protobuf.h"
#include "schema/avrojson.h"

#include <algorithm>
#include <set>

namespace meshwright::compare {

namespace {

using schema::ResolutionFault;

/// Who fails where the two versions don't fit.
enum class Direction { Backward, Forward };

std::string consequence(Direction direction)
{
    return direction == Direction::Backward
               ? "so a reader of this version can't read the records written before"
               : "so readers of the version before can't read new records";
}

std::string named(const std::string &path)
{
    return path.empty() ? std::string("the schema") : "'" + path + "'";
}

std::string avroText(const ResolutionFault &fault, Direction direction)
{
    const bool isBackward = direction == Direction::Backward;
    const auto &before = isBackward ? fault.writer : fault.reader;
    const auto &after = isBackward ? fault.reader : fault.writer;
    const auto name = named(fault.path);
    const auto so = consequence(direction);
    switch (fault.kind) {
    case ResolutionFault::Kind::NoDefault:
        return isBackward ? name + " (" + fault.reader + ") is new and has no default, " + so +
                                ": give it a default."
                          : name + " (" + fault.reader + ") is gone and had no default, " + so +
                                ": keep it, or give it a default one version earlier.";
    case ResolutionFault::Kind::Type:
    case ResolutionFault::Kind::Branch:
        return name + " was " + before + " and is " + after + ", " + so + '.';
    case ResolutionFault::Kind::Name:
        return name + " was of the type " + before + " and is of " + after + ", " + so +
               (isBackward ? ": keep the name, or give the new type the old name as an alias."
                           : ": keep the name.");
    case ResolutionFault::Kind::Symbols:
        return name + (isBackward ? " loses the symbols " : " gets the symbols ") + fault.writer +
               ", " + so +
               (isBackward ? ": keep them, or give the enum a default."
                           : ": give the enum a default one version earlier.");
    case ResolutionFault::Kind::Size:
        return name + " had " + before + " bytes and has " + after + ", " + so + '.';
    case ResolutionFault::Kind::Unreadable:
        return "one of the two versions can't be read as Avro.";
    }
    return {};
}

schema::AvroText avroOf(const SchemaVersion &version)
{
    schema::AvroText text{version.text, {}};
    for (const auto &[name, referred] : version.referred)
        text.referred.push_back(referred);
    return text;
}

/// The fields of a schema whose references are at hand.
class FieldReading
{
public:
    explicit FieldReading(const SchemaVersion &version)
        : m_version(version)
        , m_document(yaml::Document::parse(makeText(version.text)))
    {
        m_reach.follow = [this](const schema::SchemaNode &at) { return follow(at, 0); };
        m_reach.import = [this](const std::string &, const std::string &path) {
            const auto found = m_version.referred.find(path);
            return found == m_version.referred.end()
                       ? std::nullopt
                       : std::optional(schema::SchemaText{path, makeText(found->second)});
        };
    }

    std::vector<schema::Field> fields()
    {
        schema::PayloadSchema payload;
        const bool isProtobuf = m_version.type == "PROTOBUF";
        if (isProtobuf)
            payload.text = schema::SchemaText{m_file, makeText(m_version.text)};
        else if (m_document->root())
            payload.node = {&m_file, m_document->root()};
        return schema::payloadFields(isProtobuf ? "application/vnd.google.protobuf" : "", payload,
                                     m_reach);
    }

private:
    static constexpr int longestWay = 50;

    schema::SchemaNode follow(const schema::SchemaNode &at, int steps)
    {
        const auto *reference =
            at && at.node->isMapping() ? at.node->resolved().find("$ref") : nullptr;
        const auto text = reference ? reference->asString() : std::nullopt;
        if (!text)
            return at;
        const auto hash = std::min(text->find('#'), text->size());
        const std::string name(text->substr(0, hash));
        const auto *file = name.empty() ? at.file : &*m_names.insert(name).first;
        const auto document = documentOf(*file);
        const auto *node = document ? document->find(tokens(text->substr(hash))) : nullptr;
        return node && steps < longestWay ? follow({file, &node->resolved()}, steps + 1)
                                          : schema::SchemaNode{};
    }

    yaml::DocumentPtr documentOf(const std::string &name)
    {
        if (name == m_file)
            return m_document;
        const auto found = m_version.referred.find(name);
        if (found == m_version.referred.end())
            return nullptr;
        auto &document = m_documents[name];
        if (!document)
            document = yaml::Document::parse(makeText(found->second));
        return document;
    }

    static std::vector<std::string> tokens(std::string_view fragment)
    {
        std::vector<std::string> tokens;
        for (auto slash = fragment.find('/'); slash != std::string_view::npos;) {
            const auto next = fragment.find('/', slash + 1);
            std::string token(fragment.substr(slash + 1, next - slash - 1));
            for (auto at = token.find("~1"); at != std::string::npos; at = token.find("~1"))
                token.replace(at, 2, "/");
            for (auto at = token.find("~0"); at != std::string::npos; at = token.find("~0", at + 1))
                token.replace(at, 2, "~");
            tokens.push_back(std::move(token));
            slash = next;
        }
        return tokens;
    }

    const SchemaVersion &m_version;
    const std::string m_file = "schema";
    yaml::DocumentPtr m_document;
    std::set<std::string> m_names;
    std::map<std::string, yaml::DocumentPtr> m_documents;
    schema::Reach m_reach;
};

std::string fieldText(const FieldChange &change, Direction direction)
{
    const auto name = named(change.path);
    const auto before = change.before.value_or("");
    const auto after = change.after.value_or("");
    const auto so = ", " + consequence(direction) + '.';
    switch (change.kind) {
    case ChangeKind::FieldAdded:
        return name + " (" + after + ") is new and required" + so;
    case ChangeKind::FieldRemoved:
        return name + " (" + before + ") is gone and was required" + so;
    case ChangeKind::FieldValueAdded:
        return name + (after.empty() ? std::string(" takes any value now") : " takes " + after) +
               so;
    case ChangeKind::FieldValueRemoved:
        return name +
               (before.empty() ? std::string(" takes only some values now")
                               : " no longer takes " + before) +
               so;
    case ChangeKind::FieldNumberChanged:
        return name + " had the number " + before + " and has " + after + so;
    default: // of a field, a type or a mark that was one and is another
        return name + " was " + before + " and is " + after + so;
    }
}

void addFields(const SchemaVersion &before, const SchemaVersion &after, Direction direction,
               std::vector<std::string> &out)
{
    const auto format =
        before.type == "PROTOBUF" ? schema::FormatKind::Protobuf : schema::FormatKind::Own;
    FieldReading base(before);
    FieldReading next(after);
    const auto old = base.fields();
    const auto made = next.fields();
    const auto reason = direction == Direction::Backward ? Reason::OldRecords : Reason::OldReaders;
    for (const auto &change : compareFields(format, old, made))
        if (std::find(change.reasons.begin(), change.reasons.end(), reason) != change.reasons.end())
            out.push_back(fieldText(change, direction));
}

void add(const SchemaVersion &before, const SchemaVersion &after, Direction direction,
         std::vector<std::string> &out)
{
    if (before.type != "AVRO")
        return addFields(before, after, direction, out);
    const bool isBackward = direction == Direction::Backward;
    for (const auto &fault : schema::avroResolutionFaults(avroOf(isBackward ? after : before),
                                                          avroOf(isBackward ? before : after)))
        out.push_back(avroText(fault, direction));
}

} // namespace

const std::vector<std::string_view> &compatibilityLevels()
{
    static const std::vector<std::string_view> levels{
        "NONE", "BACKWARD",       "BACKWARD_TRANSITIVE", "FORWARD", "FORWARD_TRANSITIVE",
        "FULL", "FULL_TRANSITIVE"};
    return levels;
}

std::vector<std::string> incompatibilities(const SchemaVersion &before, const SchemaVersion &after,
                                           std::string_view level)
{
    if (level.empty() || level == "NONE")
        return {};
    if (before.type != after.type)
        return {"it was " + before.type + " and is " + after.type +
                ": readers of the one can't read the other."};
    std::vector<std::string> out;
    const bool isFull = level.starts_with("FULL");
    if (isFull || level.starts_with("BACKWARD"))
        add(before, after, Direction::Backward, out);
    if (isFull || level.starts_with("FORWARD"))
        add(before, after, Direction::Forward, out);
    return out;
}

bool isSameSchema(std::string_view type, std::string_view a, std::string_view b)
{
    if (a == b)
        return true;
    if (type == "AVRO")
        return schema::isSameAvro(a, b);
    if (type == "PROTOBUF")
        return schema::isSameProtobuf(a, b);
    const auto first = schema::avro::parsed(a);
    return first && first == schema::avro::parsed(b);
}

} // namespace meshwright::compare
