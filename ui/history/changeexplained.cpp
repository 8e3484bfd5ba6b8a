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

QString tr(const char *text)
{
    return QCoreApplication::translate("Changes", text);
}

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
    return arrow(change, tr("none"));
}

QString accessName(const std::optional<std::string> &access)
{
    return access == "public"      ? tr("public")
           : access == "protected" ? tr("protected")
                                   : tr("private");
}

/// `sale`, or `sale (key)`.
QString messageName(const Change &change)
{
    const QString name = change.message.empty() ? tr("message") : oneLine(change.message);
    return change.isKey ? tr("%1 (key)").arg(name) : name;
}

QString contextSentence(const Change &change)
{
    switch (change.kind) {
    case ChangeKind::ContextAdded:
        return tr("New context");
    case ChangeKind::ContextRemoved:
        return tr("Context removed");
    case ChangeKind::ContextRenamed:
        return tr("Context renamed: %1").arg(arrow(change));
    case ChangeKind::TitleChanged:
        return tr("Title: %1").arg(arrow(change));
    case ChangeKind::VersionChanged:
        return tr("Version: %1").arg(arrow(change));
    case ChangeKind::ConsumptionAdded:
        return tr("Now consumes %1").arg(oneLine(change.topic.value));
    case ChangeKind::ConsumptionRemoved:
        return tr("No longer consumes %1").arg(oneLine(change.topic.value));
    default:
        return tr("Description: %1").arg(arrow(change));
    }
}

QString topicSentence(const Change &change)
{
    const QString broker = tr("the broker's default");
    switch (change.kind) {
    case ChangeKind::TopicAdded:
        return tr("New topic");
    case ChangeKind::TopicRemoved:
        return tr("Topic removed");
    case ChangeKind::TopicRenamed:
        return tr("Topic renamed, before: %1").arg(valueOf(change.before, {}));
    case ChangeKind::OwnerChanged:
        return tr("Owner: %1").arg(arrow(change));
    case ChangeKind::AccessWidened:
        return tr("Access widened: %1 → %2")
            .arg(accessName(change.before), accessName(change.after));
    case ChangeKind::AccessNarrowed:
        return tr("Access narrowed: %1 → %2")
            .arg(accessName(change.before), accessName(change.after));
    case ChangeKind::GrantAdded:
        return tr("Granted to %1").arg(oneLine(change.item));
    case ChangeKind::GrantRevoked:
        return tr("No longer granted to %1").arg(oneLine(change.item));
    case ChangeKind::PartitionsChanged:
        return tr("Partitions: %1").arg(arrow(change, broker));
    case ChangeKind::ReplicasChanged:
        return tr("Replicas: %1").arg(arrow(change, broker));
    default:
        return QStringLiteral("%1: %2").arg(oneLine(change.item), arrow(change, broker));
    }
}

QString messageSentence(const Change &change)
{
    const QString name = messageName(change);
    switch (change.kind) {
    case ChangeKind::MessageAdded:
        return tr("New message %1").arg(name);
    case ChangeKind::MessageRemoved:
        return tr("Message %1 removed").arg(name);
    case ChangeKind::MessageRenamed:
        return tr("Message renamed: %1").arg(arrow(change));
    case ChangeKind::ContentTypeChanged:
        return tr("Content type of %1: %2").arg(name, arrow(change));
    case ChangeKind::SchemaFormatChanged:
        return tr("Schema format of %1: %2").arg(name, arrow(change, tr("AsyncAPI's own")));
    case ChangeKind::SchemaAdded:
        return tr("%1 has a schema now").arg(name);
    case ChangeKind::SchemaRemoved:
        return tr("%1 has no schema any more").arg(name);
    case ChangeKind::SchemaUnknown:
        return tr("The schemas of %1 can't be compared: one can't be read").arg(name);
    default:
        return tr("The schema of %1 changed, but none of its fields").arg(name);
    }
}

/// The core's words for what a field asks of a value.
QString word(const std::optional<std::string> &text)
{
    const std::map<std::string, QString> words{
        {"required", tr("required")},    {"optional", tr("optional")},
        {"a default", tr("a default")},  {"no default", tr("no default")},
        {"nullable", tr("may be null")}, {"not null", tr("never null")}};
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
        return tr("New field %1: %2").arg(path, valueOf(change.after, {}));
    case ChangeKind::FieldRemoved:
        return tr("Field %1 removed").arg(path);
    case ChangeKind::FieldRenamed:
        return tr("Field renamed: %1").arg(arrow(change));
    case ChangeKind::FieldTypeChanged:
        return tr("Type of %1: %2").arg(path, arrow(change));
    case ChangeKind::FieldValueAdded:
        return change.after ? tr("%1 allows %2").arg(path, valueOf(change.after, {}))
                            : tr("%1 allows any value").arg(path);
    case ChangeKind::FieldValueRemoved:
        return change.before ? tr("%1 no longer allows %2").arg(path, valueOf(change.before, {}))
                             : tr("%1 allows certain values only").arg(path);
    case ChangeKind::FieldRequiredChanged:
    case ChangeKind::FieldNullableChanged:
        return QStringLiteral("%1: %2 → %3").arg(path, word(change.before), word(change.after));
    case ChangeKind::FieldNumberChanged:
        return tr("Number of %1: %2").arg(path, arrow(change));
    default:
        return QStringLiteral("%1: %2").arg(path, arrow(change));
    }
}

QString reasonSentence(Reason reason)
{
    switch (reason) {
    case Reason::TopicGone:
        return tr("Who uses the topic loses it.");
    case Reason::TopicRenamed:
        return tr("Who uses the topic by its old name loses it.");
    case Reason::AccessLost:
        return tr("Readers lose their access.");
    case Reason::GrantLost:
        return tr("A consumer loses its access.");
    case Reason::FewerPartitions:
        return tr("Kafka can't take partitions away: the topic would have to be made anew.");
    case Reason::SettingStricter:
        return tr("Records that were accepted are refused.");
    case Reason::MessageGone:
        return tr("Consumers wait for it in vain.");
    case Reason::OldReaders:
        return tr("Readers with the old schema fail on new records.");
    case Reason::OldRecords:
        break;
    }
    return tr("Readers with the new schema fail on old records.");
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
