// SPDX-License-Identifier: Apache-2.0
#include "ui/history/changeexplained.h"

#include "ui/text/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <map>

namespace meshwright::ui::changeexplained {

namespace {

using compare::Change;
using compare::ChangeKind;
using compare::Reason;

struct Changes
{
    Q_DECLARE_TR_FUNCTIONS(Changes)
};

/// One line: what specs say may have line ends.
QString oneLine(const std::string &text)
{
    return toQt(text).simplified();
}

QString valueOf(const std::optional<std::string> &value, const QString &none)
{
    return value && !value->empty() ? oneLine(*value) : none;
}

QString arrow(const Change &change, const QString &none)
{
    return QStringLiteral("%1 → %2").arg(valueOf(change.before, none), valueOf(change.after, none));
}

QString arrow(const Change &change)
{
    return arrow(change, Changes::tr("none"));
}

QString accessName(const std::optional<std::string> &access)
{
    return access == "public"      ? Changes::tr("public")
           : access == "protected" ? Changes::tr("protected")
                                   : Changes::tr("private");
}

/// `sale`, or `sale (key)`.
QString messageName(const Change &change)
{
    const QString name = change.message.empty() ? Changes::tr("message") : oneLine(change.message);
    return change.isKey ? Changes::tr("%1 (key)").arg(name) : name;
}

QString contextSentence(const Change &change)
{
    switch (change.kind) {
    case ChangeKind::ContextAdded:
        return Changes::tr("New context");
    case ChangeKind::ContextRemoved:
        return Changes::tr("Context removed");
    case ChangeKind::ContextRenamed:
        return Changes::tr("Context renamed: %1").arg(arrow(change));
    case ChangeKind::TitleChanged:
        return Changes::tr("Title: %1").arg(arrow(change));
    case ChangeKind::VersionChanged:
        return Changes::tr("Version: %1").arg(arrow(change));
    case ChangeKind::ConsumptionAdded:
        return Changes::tr("Now consumes %1").arg(oneLine(change.topic.value));
    case ChangeKind::ConsumptionRemoved:
        return Changes::tr("No longer consumes %1").arg(oneLine(change.topic.value));
    default:
        return Changes::tr("Description: %1").arg(arrow(change));
    }
}

QString topicSentence(const Change &change)
{
    const QString broker = Changes::tr("the broker's default");
    switch (change.kind) {
    case ChangeKind::TopicAdded:
        return Changes::tr("New topic");
    case ChangeKind::TopicRemoved:
        return Changes::tr("Topic removed");
    case ChangeKind::TopicRenamed:
        return Changes::tr("Topic renamed, before: %1").arg(valueOf(change.before, {}));
    case ChangeKind::OwnerChanged:
        return Changes::tr("Owner: %1").arg(arrow(change));
    case ChangeKind::AccessWidened:
        return Changes::tr("Access widened: %1 → %2")
            .arg(accessName(change.before), accessName(change.after));
    case ChangeKind::AccessNarrowed:
        return Changes::tr("Access narrowed: %1 → %2")
            .arg(accessName(change.before), accessName(change.after));
    case ChangeKind::GrantAdded:
        return Changes::tr("Granted to %1").arg(oneLine(change.item));
    case ChangeKind::GrantRevoked:
        return Changes::tr("No longer granted to %1").arg(oneLine(change.item));
    case ChangeKind::PartitionsChanged:
        return Changes::tr("Partitions: %1").arg(arrow(change, broker));
    case ChangeKind::ReplicasChanged:
        return Changes::tr("Replicas: %1").arg(arrow(change, broker));
    default:
        return QStringLiteral("%1: %2").arg(oneLine(change.item), arrow(change, broker));
    }
}

QString messageSentence(const Change &change)
{
    const QString name = messageName(change);
    switch (change.kind) {
    case ChangeKind::MessageAdded:
        return Changes::tr("New message %1").arg(name);
    case ChangeKind::MessageRemoved:
        return Changes::tr("Message %1 removed").arg(name);
    case ChangeKind::MessageRenamed:
        return Changes::tr("Message renamed: %1").arg(arrow(change));
    case ChangeKind::ContentTypeChanged:
        return Changes::tr("Content type of %1: %2").arg(name, arrow(change));
    case ChangeKind::SchemaFormatChanged:
        return Changes::tr("Schema format of %1: %2")
            .arg(name, arrow(change, Changes::tr("AsyncAPI's own")));
    case ChangeKind::SchemaAdded:
        return Changes::tr("%1 has a schema now").arg(name);
    case ChangeKind::SchemaRemoved:
        return Changes::tr("%1 has no schema any more").arg(name);
    case ChangeKind::SchemaUnknown:
        return Changes::tr("The schemas of %1 can't be compared: one can't be read").arg(name);
    default:
        return Changes::tr("The schema of %1 changed, but none of its fields").arg(name);
    }
}

/// The core's words for what a field asks of a value.
QString word(const std::optional<std::string> &text)
{
    const std::map<std::string, QString> words{
        {"required", Changes::tr("required")},    {"optional", Changes::tr("optional")},
        {"a default", Changes::tr("a default")},  {"no default", Changes::tr("no default")},
        {"nullable", Changes::tr("may be null")}, {"not null", Changes::tr("never null")}};
    const auto found = words.find(text.value_or(""));
    return found == words.end() ? valueOf(text, {}) : found->second;
}

QString fieldSentence(const Change &change)
{
    const QString path = change.item.empty() ? messageName(change)
                                             : QStringLiteral("%1 · %2").arg(messageName(change),
                                                                             oneLine(change.item));
    switch (change.kind) {
    case ChangeKind::FieldAdded:
        return Changes::tr("New field %1: %2").arg(path, valueOf(change.after, {}));
    case ChangeKind::FieldRemoved:
        return Changes::tr("Field %1 removed").arg(path);
    case ChangeKind::FieldRenamed:
        return Changes::tr("Field renamed: %1").arg(arrow(change));
    case ChangeKind::FieldTypeChanged:
        return Changes::tr("Type of %1: %2").arg(path, arrow(change));
    case ChangeKind::FieldValueAdded:
        return change.after ? Changes::tr("%1 allows %2").arg(path, valueOf(change.after, {}))
                            : Changes::tr("%1 allows any value").arg(path);
    case ChangeKind::FieldValueRemoved:
        return change.before
                   ? Changes::tr("%1 no longer allows %2").arg(path, valueOf(change.before, {}))
                   : Changes::tr("%1 allows certain values only").arg(path);
    case ChangeKind::FieldRequiredChanged:
    case ChangeKind::FieldNullableChanged:
        return QStringLiteral("%1: %2 → %3").arg(path, word(change.before), word(change.after));
    case ChangeKind::FieldNumberChanged:
        return Changes::tr("Number of %1: %2").arg(path, arrow(change));
    default:
        return QStringLiteral("%1: %2").arg(path, arrow(change));
    }
}

QString reasonSentence(Reason reason)
{
    switch (reason) {
    case Reason::TopicGone:
        return Changes::tr("Who uses the topic loses it.");
    case Reason::TopicRenamed:
        return Changes::tr("Who uses the topic by its old name loses it.");
    case Reason::AccessLost:
        return Changes::tr("Readers lose their access.");
    case Reason::GrantLost:
        return Changes::tr("A consumer loses its access.");
    case Reason::FewerPartitions:
        return Changes::tr(
            "Kafka can't take partitions away: the topic would have to be made anew.");
    case Reason::SettingStricter:
        return Changes::tr("Records that were accepted are refused.");
    case Reason::MessageGone:
        return Changes::tr("Consumers wait for it in vain.");
    case Reason::OldReaders:
        return Changes::tr("Readers with the old schema fail on new records.");
    case Reason::OldRecords:
        break;
    }
    return Changes::tr("Readers with the new schema fail on old records.");
}

} // namespace

QString sentence(const Change &change)
{
    if (change.kind >= ChangeKind::FieldAdded && change.kind <= ChangeKind::FieldMarkChanged)
        return fieldSentence(change);
    if (change.kind >= ChangeKind::MessageAdded && change.kind <= ChangeKind::SchemaUnknown)
        return messageSentence(change);
    if (change.kind >= ChangeKind::TopicAdded && change.kind <= ChangeKind::SettingChanged)
        return topicSentence(change);
    return contextSentence(change);
}

QStringList reasons(const Change &change)
{
    QStringList all;
    for (const auto reason : change.reasons)
        all += reasonSentence(reason);
    return all;
}

const char *icon(const Change &change)
{
    const auto name = compare::nameOf(change.kind);
    if (change.isBreaking)
        return "error";
    if (name.ends_with("-added"))
        return "add";
    const bool isGone = name.ends_with("-removed") || name.ends_with("-revoked");
    return isGone ? "remove" : "change";
}

} // namespace meshwright::ui::changeexplained
