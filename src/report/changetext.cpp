// SPDX-License-Identifier: Apache-2.0
#include "report/changetext.h"

#include <algorithm>

namespace meshwright::report {

namespace {

using compare::Change;
using compare::ChangeKind;
using compare::Reason;

constexpr std::size_t longestSpan = 120; // bytes

/// Cut between characters.
std::string shortened(std::string text)
{
    if (text.size() <= longestSpan)
        return text;
    std::size_t end = longestSpan;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
        --end;
    text.resize(end);
    return text + "…";
}

std::size_t longestRunOfTicks(std::string_view text)
{
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

std::string beforeAfter(const Change &change, const char *none)
{
    const auto text = [&](const std::optional<std::string> &value) {
        return value && !value->empty() ? codeSpan(*value) : std::string(none);
    };
    return text(change.before) + " → " + text(change.after);
}

/// `field` of message `sale`.
std::string fieldText(const Change &change)
{
    std::string text = change.item.empty() ? "the whole" : codeSpan(change.item);
    text += change.isKey ? " of the key" : "";
    return change.message.empty() ? text : text + " of message " + codeSpan(change.message);
}

std::string schemaText(const Change &change)
{
    const std::string what = change.isKey ? "The schema of the key" : "The schema";
    return change.message.empty() ? what : what + " of message " + codeSpan(change.message);
}

std::string contextText(const Change &change)
{
    const auto name = codeSpan(change.context.value);
    switch (change.kind) {
    case ChangeKind::ContextAdded:
        return "Context " + name + " is new";
    case ChangeKind::ContextRemoved:
        return "Context " + name + " is removed";
    case ChangeKind::ContextRenamed:
        return "The context is renamed: " + beforeAfter(change, "none");
    case ChangeKind::TitleChanged:
        return "Title: " + beforeAfter(change, "none");
    case ChangeKind::VersionChanged:
        return "Version: " + beforeAfter(change, "none");
    case ChangeKind::ConsumptionAdded:
        return "Now consumes " + codeSpan(change.topic.value);
    case ChangeKind::ConsumptionRemoved:
        return "No longer consumes " + codeSpan(change.topic.value);
    default:
        return "Description: " + beforeAfter(change, "none");
    }
}

std::string topicText(const Change &change)
{
    switch (change.kind) {
    case ChangeKind::TopicAdded:
        return "New topic";
    case ChangeKind::TopicRemoved:
        return "The topic is removed";
    case ChangeKind::TopicRenamed:
        return "The topic is renamed: " + beforeAfter(change, "none");
    case ChangeKind::OwnerChanged:
        return "The owner is another: " + beforeAfter(change, "none");
    case ChangeKind::AccessWidened:
        return "Access is wider: " + beforeAfter(change, "none");
    case ChangeKind::AccessNarrowed:
        return "Access is narrower: " + beforeAfter(change, "none");
    case ChangeKind::GrantAdded:
        return "Granted to " + codeSpan(change.item);
    case ChangeKind::GrantRevoked:
        return "No longer granted to " + codeSpan(change.item);
    case ChangeKind::PartitionsChanged:
        return "Partitions: " + beforeAfter(change, "the broker's default");
    case ChangeKind::ReplicasChanged:
        return "Replicas: " + beforeAfter(change, "the broker's default");
    default:
        return "Setting " + codeSpan(change.item) + ": " +
               beforeAfter(change, "the broker's default");
    }
}

std::string messageText(const Change &change)
{
    const auto name = change.message.empty() ? std::string() : ' ' + codeSpan(change.message);
    switch (change.kind) {
    case ChangeKind::MessageAdded:
        return "New message" + name;
    case ChangeKind::MessageRemoved:
        return "Message" + name + " is removed";
    case ChangeKind::MessageRenamed:
        return "The message has another name: " + beforeAfter(change, "none");
    case ChangeKind::ContentTypeChanged:
        return "Content type of message" + name + ": " + beforeAfter(change, "none");
    case ChangeKind::SchemaFormatChanged:
        return schemaText(change) +
               " is in another format: " + beforeAfter(change, "AsyncAPI's own");
    case ChangeKind::SchemaAdded:
        return schemaText(change) + " is new";
    case ChangeKind::SchemaRemoved:
        return schemaText(change) + " is removed";
    case ChangeKind::SchemaUnknown:
        return schemaText(change) + " can't be compared, for one of the two can't be read";
    default:
        return schemaText(change) + " changed in something other than its fields";
    }
}

std::string fieldChangeText(const Change &change)
{
    const auto field = fieldText(change);
    const auto type = [](const std::optional<std::string> &text) {
        return text ? " (" + codeSpan(*text) + ")" : std::string();
    };
    switch (change.kind) {
    case ChangeKind::FieldAdded:
        return "New field " + field + type(change.after);
    case ChangeKind::FieldRemoved:
        return "Field " + field + type(change.before) + " is removed";
    case ChangeKind::FieldRenamed:
        return "Field " + field + " has another name: " + beforeAfter(change, "none");
    case ChangeKind::FieldTypeChanged:
        return "Type of " + field + ": " + beforeAfter(change, "none");
    case ChangeKind::FieldValueAdded:
        return change.after ? "Field " + field + " allows " + codeSpan(*change.after)
                            : "Field " + field + " allows any value";
    case ChangeKind::FieldValueRemoved:
        return change.before ? "Field " + field + " no longer allows " + codeSpan(*change.before)
                             : "Field " + field + " allows certain values only";
    case ChangeKind::FieldNumberChanged:
        return "Number of " + field + ": " + beforeAfter(change, "none");
    case ChangeKind::FieldMarkChanged:
        return "Mark on " + field + ": " + beforeAfter(change, "none");
    default:
        return "Field " + field + ": " + beforeAfter(change, "none");
    }
}

} // namespace

std::string counted(std::size_t count, const std::string &noun)
{
    return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string codeSpan(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == '\x7f';
        line += isControl ? ' ' : c;
    }
    line = line.empty() ? " " : shortened(std::move(line));
    const std::string fence(longestRunOfTicks(line) + 1, '`');
    const bool needsSpace = line.front() == '`' || line.back() == '`';
    const std::string space = needsSpace ? " " : "";
    return fence + space + line + space + fence;
}

std::string changeText(const Change &change)
{
    if (change.kind >= ChangeKind::FieldAdded && change.kind <= ChangeKind::FieldMarkChanged)
        return fieldChangeText(change);
    if (change.kind >= ChangeKind::MessageAdded && change.kind <= ChangeKind::SchemaUnknown)
        return messageText(change);
    if (change.kind >= ChangeKind::TopicAdded && change.kind <= ChangeKind::SettingChanged)
        return topicText(change);
    return contextText(change);
}

std::string reasonText(Reason reason)
{
    switch (reason) {
    case Reason::TopicGone:
        return "who uses the topic loses it";
    case Reason::TopicRenamed:
        return "who uses the topic by its old name loses it";
    case Reason::AccessLost:
        return "readers lose their access";
    case Reason::GrantLost:
        return "a consumer loses its access";
    case Reason::FewerPartitions:
        return "Kafka can't take partitions away: the topic would have to be made anew";
    case Reason::SettingStricter:
        return "records that were accepted are refused";
    case Reason::MessageGone:
        return "consumers wait for it in vain";
    case Reason::OldReaders:
        return "readers with the old schema fail on new records";
    case Reason::OldRecords:
        return "readers with the new schema fail on old records";
    }
    return {};
}

} // namespace meshwright::report
