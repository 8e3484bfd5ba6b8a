// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/protobuf.h"

#include "schema/fieldlist.h"
#include "schema/protobuffiles.h"

#include <algorithm>
#include <set>

namespace meshwright::schema {

namespace pb = google::protobuf;

namespace {

constexpr std::size_t deepest = 100;

std::string valueOf(const pb::UninterpretedOption &option)
{
    if (option.has_identifier_value())
        return option.identifier_value();
    if (option.has_positive_int_value())
        return std::to_string(option.positive_int_value());
    if (option.has_negative_int_value())
        return std::to_string(option.negative_int_value());
    if (option.has_double_value()) {
        auto text = std::to_string(option.double_value());
        return text.substr(0, text.find_last_not_of('0') + 1);
    }
    return option.has_string_value() ? option.string_value() : option.aggregate_value();
}

/// Options by the names that stand in the file, without brackets: `[(acme.pii) = true]` is
/// acme.pii.
template <typename Options>
void annotateFrom(Field &field, const Options &options)
{
    for (const auto &option : options.uninterpreted_option()) {
        std::string name;
        for (const auto &part : option.name())
            name += (name.empty() ? "" : ".") + part.name_part();
        annotate(field, name.starts_with('.') ? name.substr(1) : name, valueOf(option));
    }
}

std::string trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\n*");
    if (begin == std::string_view::npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\n*") + 1 - begin));
}

class FieldWalk
{
public:
    FieldWalk(const protobuf::Files &files, std::vector<Field> &out)
        : m_files(files)
        , m_out(out)
    {}

    void addMessage(const pb::Descriptor &message, const std::string &path)
    {
        const bool isOpen = std::find(m_open.begin(), m_open.end(), &message) != m_open.end();
        if (isOpen || m_open.size() >= deepest)
            return;
        m_open.push_back(&message);
        for (int i = 0; i < message.field_count() && m_out.size() < mostFields; ++i)
            addField(*message.field(i), path);
        m_open.pop_back();
    }

private:
    void addField(const pb::FieldDescriptor &from, const std::string &path)
    {
        Field field;
        field.path = joinedPath(path, from.name());
        field.type = typeText(from);
        field.isRequired = from.is_required();
        field.isNullable = from.has_presence() && !from.is_required();
        if (const auto *written = parsed(from))
            annotateFrom(field, written->options());
        const auto &held = from.is_map() ? *from.message_type()->field(1) : from;
        const auto *type = held.message_type();
        if (const auto *written = type ? parsed(*type) : nullptr)
            annotateFrom(field, written->options());
        field.number = from.number();
        addValues(field, held);
        place(field, from);
        m_out.push_back(field);
        if (type)
            addMessage(*type, field.path + (from.is_map() ? "{}" : from.is_repeated() ? "[]" : ""));
    }

    static void addValues(Field &field, const pb::FieldDescriptor &held)
    {
        const auto *choices = held.enum_type();
        field.takesUnknownValues = choices != nullptr;
        for (int i = 0; choices && i < choices->value_count(); ++i)
            field.values.push_back(choices->value(i)->name());
    }

    static std::string nameOf(const pb::FieldDescriptor &field)
    {
        if (field.message_type())
            return field.message_type()->full_name();
        return field.enum_type() ? field.enum_type()->full_name() : field.type_name();
    }

    static std::string typeText(const pb::FieldDescriptor &field)
    {
        if (field.is_map())
            return "map<" + nameOf(*field.message_type()->field(0)) + ", " +
                   nameOf(*field.message_type()->field(1)) + ">";
        return (field.is_repeated() ? "repeated " : "") + nameOf(field);
    }

    void place(Field &field, const pb::FieldDescriptor &from) const
    {
        field.file = from.file()->name();
        const auto text = m_files.textOf(field.file);
        pb::SourceLocation place;
        if (from.GetSourceLocation(&place))
            field.documentation = trimmed(place.leading_comments.empty() ? place.trailing_comments
                                                                         : place.leading_comments);
        auto path = pathTo(*from.containing_type());
        path.insert(path.end(), {pb::DescriptorProto::kFieldFieldNumber, from.index(),
                                 pb::FieldDescriptorProto::kNameFieldNumber});
        if (from.file()->GetSourceLocation(path, &place))
            field.range = {protobuf::byteAt(text, place.start_line, place.start_column),
                           protobuf::byteAt(text, place.end_line, place.end_column)};
    }

    /// As descriptor.proto counts the parts of a file.
    static std::vector<int> pathTo(const pb::Descriptor &message)
    {
        const auto *outer = message.containing_type();
        if (!outer)
            return {pb::FileDescriptorProto::kMessageTypeFieldNumber, message.index()};
        auto path = pathTo(*outer);
        path.insert(path.end(), {pb::DescriptorProto::kNestedTypeFieldNumber, message.index()});
        return path;
    }

    const pb::DescriptorProto *parsed(const pb::Descriptor &message) const
    {
        if (const auto *outer = message.containing_type()) {
            const auto *from = parsed(*outer);
            return from ? &from->nested_type(message.index()) : nullptr;
        }
        const auto *file = m_files.parsed(message.file()->name());
        return file ? &file->message_type(message.index()) : nullptr;
    }

    const pb::FieldDescriptorProto *parsed(const pb::FieldDescriptor &field) const
    {
        const auto *message = parsed(*field.containing_type());
        return message ? &message->field(field.index()) : nullptr;
    }

    const protobuf::Files &m_files;
    std::vector<Field> &m_out;
    std::vector<const pb::Descriptor *> m_open;
};

void collectUses(const pb::Descriptor &message, std::set<const pb::Descriptor *> &used)
{
    for (int i = 0; i < message.field_count(); ++i)
        if (const auto *type = message.field(i)->message_type(); type && type != &message)
            used.insert(type);
    for (int i = 0; i < message.nested_type_count(); ++i)
        collectUses(*message.nested_type(i), used);
}

/// The messages that no other of the file uses.
std::vector<const pb::Descriptor *> rootsOf(const pb::FileDescriptor &file)
{
    std::set<const pb::Descriptor *> used;
    for (int i = 0; i < file.message_type_count(); ++i)
        collectUses(*file.message_type(i), used);
    std::vector<const pb::Descriptor *> roots;
    for (int i = 0; i < file.message_type_count(); ++i)
        if (!used.contains(file.message_type(i)))
            roots.push_back(file.message_type(i));
    if (roots.empty() && file.message_type_count() > 0)
        roots.push_back(file.message_type(0));
    return roots;
}

} // namespace

std::vector<Field> protobufFields(const SchemaText &schema, const Reach &reach)
{
    protobuf::Files files(reach);
    files.load(schema);
    std::vector<Field> fields;
    if (!files.root())
        return fields;
    const auto roots = rootsOf(*files.root());
    for (const auto *message : roots)
        FieldWalk(files, fields).addMessage(*message, roots.size() == 1 ? "" : message->name());
    return fields;
}

} // namespace meshwright::schema
