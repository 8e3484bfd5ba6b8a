// SPDX-License-Identifier: Apache-2.0
#include "compare/messagechanges.h"

#include "asyncapi/payloadreach.h"
#include "compare/fieldchanges.h"

#include <algorithm>
#include <set>

namespace meshwright::compare {

namespace {

using asyncapi::Message;
using asyncapi::Payload;
using schema::FormatKind;

std::string labelOf(const Message &message)
{
    for (const auto *text : {&message.name, &message.key, &message.title})
        if (!text->empty())
            return *text;
    return {};
}

std::string_view nodeText(const yaml::Node *node, std::string_view key)
{
    const auto *value = node && node->isMapping() ? node->find(key) : nullptr;
    return value ? value->resolved().scalarText().value_or("") : std::string_view();
}

/// The type of the payload itself, which is no field.
std::string rootType(const yaml::Node *node)
{
    if (!node)
        return {};
    if (const auto text = node->resolved().scalarText())
        return std::string(*text);
    const auto type = nodeText(node, "type");
    const bool isNamed = type == "record" || type == "enum" || type == "fixed";
    return std::string(isNamed ? nodeText(node, "name") : type);
}

} // namespace

class SpecPayloads
{
public:
    SpecPayloads(WorkspacePtr workspace, std::shared_ptr<const asyncapi::Spec> spec)
        : m_workspace(std::move(workspace))
        , m_spec(std::move(spec))
        , m_resolver(*m_workspace)
        , m_reach(*m_workspace, m_resolver, m_spec->dependencies)
    {}

    schema::PayloadSchema schemaOf(const Payload &payload) { return m_reach.schemaOf(payload); }

    std::vector<schema::Field> fieldsOf(const Payload &payload)
    {
        return m_reach.fieldsOf(payload);
    }

    bool isFaulty(const Payload &payload)
    {
        const auto schema = m_reach.schemaOf(payload);
        if (!schema.node && !schema.text)
            return true;
        const auto checked =
            schema::checkPayload(asyncapi::schemaFormatOf(payload), schema, m_reach.reach());
        return std::any_of(checked.faults.begin(), checked.faults.end(),
                           [](const auto &fault) { return fault.isError; });
    }

    /// The schema as it is written, without what it refers to.
    std::string textOf(const Payload &payload)
    {
        const auto schema = m_reach.schemaOf(payload);
        if (schema.text)
            return schema.text->text->bytes();
        return schema.node ? textAt(*m_workspace, {*schema.node.file, schema.node.node->range})
                           : std::string();
    }

private:
    WorkspacePtr m_workspace;
    std::shared_ptr<const asyncapi::Spec> m_spec;
    asyncapi::Resolver m_resolver;
    asyncapi::PayloadReach m_reach;
};

struct MessageComparer::Part
{
    std::string message;
    bool isKey = false;
    const Payload *base = nullptr;
    const Payload *next = nullptr;
};

MessageComparer::MessageComparer(const Topology &base, const Topology &next)
    : m_base(base)
    , m_next(next)
{}

MessageComparer::~MessageComparer() = default;

std::vector<const Message *> MessageComparer::messagesOf(const Topic &topic)
{
    const auto &channel = topic.declaration();
    std::vector<const Message *> all;
    std::set<std::string> labels;
    const auto addAll = [&](const std::vector<Message> &messages) {
        std::set<std::string> own; // two without a name in one list are two messages
        for (const auto &message : messages)
            if (const auto label = labelOf(message);
                !labels.contains(label) || own.contains(label)) {
                all.push_back(&message);
                own.insert(label);
            }
        labels.merge(own);
    };
    addAll(channel.messages);
    for (const auto &operation : channel.operations)
        addAll(operation.messages);
    return all;
}

std::vector<Change> MessageComparer::compare(const Topic &base, const Topic &next)
{
    m_changes.clear();
    m_baseTopic = &base;
    m_nextTopic = &next;
    if (isSameInput(base, next))
        return {};
    auto gone = messagesOf(base);
    auto fresh = messagesOf(next);
    for (auto each = gone.begin(); each != gone.end();) {
        const auto same = std::find_if(fresh.begin(), fresh.end(), [&](const Message *other) {
            return labelOf(*other) == labelOf(**each);
        });
        if (same == fresh.end()) {
            ++each;
            continue;
        }
        comparePair(**each, **same);
        fresh.erase(same);
        each = gone.erase(each);
    }
    if (gone.size() == 1 && fresh.size() == 1) {
        auto &change = add(ChangeKind::MessageRenamed, labelOf(*fresh.front()));
        change.before = labelOf(*gone.front());
        change.after = labelOf(*fresh.front());
        change.base = gone.front()->place;
        change.next = fresh.front()->place;
        comparePair(*gone.front(), *fresh.front());
        return std::move(m_changes);
    }
    for (const auto *message : gone) {
        auto &change = add(ChangeKind::MessageRemoved, labelOf(*message));
        change.reasons = {Reason::MessageGone};
        change.base = message->place;
    }
    for (const auto *message : fresh)
        add(ChangeKind::MessageAdded, labelOf(*message)).next = message->place;
    return std::move(m_changes);
}

/// Whether the spec and all that it reaches are the same bytes: then nothing is worth a look.
bool MessageComparer::isSameInput(const Topic &base, const Topic &next)
{
    const auto [place, isNew] = m_sameInput.try_emplace({base.spec.get(), next.spec.get()}, false);
    if (!isNew)
        return place->second;
    if (base.spec->file != next.spec->file || base.spec->dependencies != next.spec->dependencies)
        return false;
    const auto isSame = [&](const std::string &file) {
        const auto a = m_base.workspace->text(file);
        const auto b = m_next.workspace->text(file);
        return a == b || (a && b && a->bytes() == b->bytes());
    };
    const auto &files = base.spec->dependencies;
    place->second = isSame(base.spec->file) && std::all_of(files.begin(), files.end(), isSame);
    return place->second;
}

void MessageComparer::comparePair(const Message &base, const Message &next)
{
    const auto label = labelOf(next);
    if (base.contentType != next.contentType) {
        auto &change = add(ChangeKind::ContentTypeChanged, label);
        change.before = base.contentType;
        change.after = next.contentType;
        change.reasons = {Reason::OldReaders, Reason::OldRecords};
        change.base = base.place;
        change.next = next.place;
    }
    const auto part = [](const std::optional<Payload> &payload) {
        return payload ? &*payload : nullptr;
    };
    const auto key = [&](const Message &message) {
        return message.kafka ? part(message.kafka->keySchema) : nullptr;
    };
    comparePart({label, false, part(base.payload), part(next.payload)});
    comparePart({label, true, key(base), key(next)});
}

void MessageComparer::comparePart(const Part &part)
{
    if (!part.base && !part.next)
        return;
    const auto start = [&](ChangeKind kind) -> Change & {
        auto &change = add(kind, part.message);
        change.isKey = part.isKey;
        if (part.base)
            change.base = part.base->place;
        if (part.next)
            change.next = part.next->place;
        return change;
    };
    if (!part.base || !part.next) {
        start(part.next ? ChangeKind::SchemaAdded : ChangeKind::SchemaRemoved);
        return;
    }
    const auto before = asyncapi::schemaFormatOf(*part.base);
    const auto after = asyncapi::schemaFormatOf(*part.next);
    const auto format = schema::readFormat(after).kind;
    const bool isOther = schema::readFormat(before).kind != format;
    if (before != after) {
        auto &change = start(ChangeKind::SchemaFormatChanged);
        change.before = before;
        change.after = after;
        if (isOther)
            change.reasons = {Reason::OldReaders, Reason::OldRecords};
    }
    if (isOther)
        return;
    const auto count = m_changes.size();
    compareSchemas(part, format);
    auto &base = payloadsOf(m_base, m_baseTopic->spec);
    auto &next = payloadsOf(m_next, m_nextTopic->spec);
    if (m_changes.size() == count && base.textOf(*part.base) != next.textOf(*part.next))
        start(ChangeKind::SchemaChanged);
}

void MessageComparer::compareSchemas(const Part &part, FormatKind format)
{
    auto &inBase = payloadsOf(m_base, m_baseTopic->spec);
    auto &inNext = payloadsOf(m_next, m_nextTopic->spec);
    const auto base = inBase.fieldsOf(*part.base);
    const auto next = inNext.fieldsOf(*part.next);
    if ((base.empty() && inBase.isFaulty(*part.base)) ||
        (next.empty() && inNext.isFaulty(*part.next))) {
        auto &change = add(ChangeKind::SchemaUnknown, part.message);
        change.isKey = part.isKey;
        change.base = part.base->place;
        change.next = part.next->place;
        return;
    }
    auto changes = compareFields(format, base, next);
    std::vector<schema::Field> before(1);
    std::vector<schema::Field> after(1);
    before.front().type = rootType(part.base->node);
    after.front().type = rootType(part.next->node);
    if (format != FormatKind::Protobuf)
        for (auto &change : compareFields(format, before, after))
            changes.push_back(std::move(change));
    for (auto &found : changes) {
        auto &change = add(found.kind, part.message);
        change.isKey = part.isKey;
        change.item = found.path;
        change.before = std::move(found.before);
        change.after = std::move(found.after);
        change.reasons = std::move(found.reasons);
        const bool isWhole = found.path.empty();
        if (found.base || isWhole)
            change.base =
                isWhole ? part.base->place : asyncapi::Place{found.base->file, found.base->range};
        if (found.next || isWhole)
            change.next =
                isWhole ? part.next->place : asyncapi::Place{found.next->file, found.next->range};
    }
}

SpecPayloads &MessageComparer::payloadsOf(const Topology &topology,
                                          const std::shared_ptr<const asyncapi::Spec> &spec)
{
    auto &payloads = m_payloads[spec.get()];
    if (!payloads)
        payloads = std::make_unique<SpecPayloads>(topology.workspace, spec);
    return *payloads;
}

Change &MessageComparer::add(ChangeKind kind, const std::string &message)
{
    Change change;
    change.kind = kind;
    change.message = message;
    m_changes.push_back(std::move(change));
    return m_changes.back();
}

} // namespace meshwright::compare
