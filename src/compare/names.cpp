// SPDX-License-Identifier: Apache-2.0
#include "meshwright/compare/compare.h"

namespace meshwright::compare {

std::string_view nameOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::ContextAdded:
        return "context-added";
    case ChangeKind::ContextRemoved:
        return "context-removed";
    case ChangeKind::ContextRenamed:
        return "context-renamed";
    case ChangeKind::TitleChanged:
        return "title-changed";
    case ChangeKind::VersionChanged:
        return "version-changed";
    case ChangeKind::DescriptionChanged:
        return "description-changed";
    case ChangeKind::TopicAdded:
        return "topic-added";
    case ChangeKind::TopicRemoved:
        return "topic-removed";
    case ChangeKind::TopicRenamed:
        return "topic-renamed";
    case ChangeKind::OwnerChanged:
        return "owner-changed";
    case ChangeKind::AccessWidened:
        return "access-widened";
    case ChangeKind::AccessNarrowed:
        return "access-narrowed";
    case ChangeKind::GrantAdded:
        return "grant-added";
    case ChangeKind::GrantRevoked:
        return "grant-revoked";
    case ChangeKind::PartitionsChanged:
        return "partitions-changed";
    case ChangeKind::ReplicasChanged:
        return "replicas-changed";
    case ChangeKind::SettingChanged:
        return "setting-changed";
    case ChangeKind::MessageAdded:
        return "message-added";
    case ChangeKind::MessageRemoved:
        return "message-removed";
    case ChangeKind::MessageRenamed:
        return "message-renamed";
    case ChangeKind::ContentTypeChanged:
        return "content-type-changed";
    case ChangeKind::SchemaFormatChanged:
        return "schema-format-changed";
    case ChangeKind::SchemaAdded:
        return "schema-added";
    case ChangeKind::SchemaRemoved:
        return "schema-removed";
    case ChangeKind::SchemaChanged:
        return "schema-changed";
    case ChangeKind::SchemaUnknown:
        return "schema-unknown";
    case ChangeKind::FieldAdded:
        return "field-added";
    case ChangeKind::FieldRemoved:
        return "field-removed";
    case ChangeKind::FieldRenamed:
        return "field-renamed";
    case ChangeKind::FieldTypeChanged:
        return "field-type-changed";
    case ChangeKind::FieldRequiredChanged:
        return "field-required-changed";
    case ChangeKind::FieldNullableChanged:
        return "field-nullable-changed";
    case ChangeKind::FieldValueAdded:
        return "field-value-added";
    case ChangeKind::FieldValueRemoved:
        return "field-value-removed";
    case ChangeKind::FieldNumberChanged:
        return "field-number-changed";
    case ChangeKind::FieldMarkChanged:
        return "field-mark-changed";
    case ChangeKind::ConsumptionAdded:
        return "consumption-added";
    case ChangeKind::ConsumptionRemoved:
        return "consumption-removed";
    }
    return {};
}

std::string_view nameOf(Reason reason)
{
    switch (reason) {
    case Reason::TopicGone:
        return "topic-gone";
    case Reason::TopicRenamed:
        return "topic-renamed";
    case Reason::AccessLost:
        return "access-lost";
    case Reason::GrantLost:
        return "grant-lost";
    case Reason::FewerPartitions:
        return "fewer-partitions";
    case Reason::SettingStricter:
        return "setting-stricter";
    case Reason::MessageGone:
        return "message-gone";
    case Reason::OldReaders:
        return "old-readers";
    case Reason::OldRecords:
        return "old-records";
    }
    return {};
}

std::string_view nameOf(Compatibility compatibility)
{
    switch (compatibility) {
    case Compatibility::Backward:
        return "backward";
    case Compatibility::Forward:
        return "forward";
    case Compatibility::Full:
        break;
    }
    return "full";
}

} // namespace meshwright::compare
