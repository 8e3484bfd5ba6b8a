// SPDX-License-Identifier: Apache-2.0
// Messages: a name instead of an id, and the schema's format beside the schema.
#include "modelling/conversion.h"
#include "modelling/words.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

/// The format that the first trait with one gives.
const yaml::Node *formatOfTraits(Converting &converting, const Piece &message)
{
    const auto spot = converting.spotOf(message);
    const yaml::Node *traits = child(spot.node, "traits");
    if (!traits)
        return nullptr;
    for (const yaml::Node *item : traits->items)
        if (const auto trait = converting.resolver.follow({spot.file, &item->resolved()}))
            if (const yaml::Node *format = child(trait.node, "schemaFormat"))
                return format;
    return nullptr;
}

/// A comment of a field that goes stays with the field behind it, or at the end.
void keepComments(Piece &mapping, std::ptrdiff_t index, const Part &gone)
{
    const auto comments = gone.comments();
    auto &parts = mapping.parts;
    if (index < static_cast<std::ptrdiff_t>(parts.size())) {
        auto &above = parts[static_cast<std::size_t>(index)].above;
        above.insert(above.begin(), comments.begin(), comments.end());
    } else {
        mapping.below.insert(mapping.below.begin(), comments.begin(), comments.end());
    }
}

void drop(Piece &mapping, std::string_view key)
{
    if (const Part *part = mapping.find(key)) {
        const auto index = part - mapping.parts.data();
        keepComments(mapping, index, *mapping.take(key));
    }
}

void convertId(Converting &converting, Piece &message)
{
    Part *id = message.find("messageId");
    if (!id)
        return;
    const Part *name = message.find("name");
    if (!name) {
        id->rename("name");
        return;
    }
    const auto text = textOf(id->value);
    if (text && text != textOf(name->value))
        converting.note(id->value, "The messageId '" + *text +
                                       "' is left out: the message has the "
                                       "name '" +
                                       textOf(name->value).value_or("") +
                                       "', and AsyncAPI 3 has no further id.");
    drop(message, "messageId");
}

constexpr std::string_view avro = "application/vnd.apache.avro;version=1.9.0";

/// AsyncAPI 2 takes anything for a payload; AsyncAPI 3 wants to know what is no schema of its own.
bool isAvroFile(const yaml::Node *payload)
{
    const yaml::Node *reference = child(payload, "$ref");
    return reference && reference->isString() && reference->value.ends_with(".avsc");
}

/// `true` and `false` are schemas in AsyncAPI 2 alone.
bool isBoolean(const yaml::Node *payload)
{
    return payload && payload->asBool();
}

void convertBoolean(Part &payload)
{
    payload.addAbove(payload.value.comments());
    const bool takesAll = *payload.value.node->resolved().asBool();
    payload.value = Piece::mapping({});
    if (!takesAll)
        payload.value.parts.emplace_back("not", Piece::mapping({}));
}

void convertPayload(Converting &converting, Piece &message)
{
    std::optional<Part> format;
    const Part *own = message.find("schemaFormat");
    const auto *ofTraits = own ? nullptr : formatOfTraits(converting, message);
    if (!message.find("payload")) {
        if (own)
            converting.note(own->value, "The schemaFormat is left out: there is no payload that it "
                                        "could be of.");
        drop(message, "schemaFormat");
        return;
    }
    if (own)
        format = message.take("schemaFormat");
    else if (ofTraits)
        format = Part{"schemaFormat", Piece::textOf(ofTraits->text(), ofTraits->style)};
    Part *payload = message.find("payload");
    const yaml::Node *schemaNode = payload->value.node ? &payload->value.node->resolved() : nullptr;
    if (!format && isAvroFile(schemaNode))
        format = Part{"schemaFormat", Piece::textOf(std::string(avro), converting.quotes)};
    if (!format && isBoolean(schemaNode))
        convertBoolean(*payload);
    if (!format)
        return;
    while (!format->above.empty() && format->above.front().empty())
        format->above.erase(format->above.begin());
    Part schema{"schema", std::move(payload->value)};
    const auto style = message.style;
    payload->value = Piece::mapping({std::move(*format), std::move(schema)});
    if (style == yaml::Style::Flow)
        payload->value.style = style;
}

std::string keyFrom(const std::string &text)
{
    const auto isPlain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
    };
    return std::all_of(text.begin(), text.end(), isPlain) ? text : pascalCase(text);
}

} // namespace

bool messageTraitNeedsIt(Converting &, const yaml::Spot &trait)
{
    return child(trait.node, "schemaFormat") || child(trait.node, "messageId");
}

void convertMessageTrait(Converting &converting, Piece &trait)
{
    convertId(converting, trait);
    if (const Part *format = trait.find("schemaFormat"))
        converting.note(format->value, "The trait's schemaFormat stands at the payloads of the "
                                       "messages that have the trait.");
    drop(trait, "schemaFormat");
}

bool messageNeedsIt(Converting &converting, const yaml::Spot &message)
{
    if (child(message.node, "messageId") || child(message.node, "schemaFormat") ||
        isAvroFile(child(message.node, "payload")) || isBoolean(child(message.node, "payload")))
        return true;
    const yaml::Node *traits = child(message.node, "traits");
    return traits && std::any_of(traits->items.begin(), traits->items.end(), [&](auto *item) {
               const auto trait = converting.resolver.follow({message.file, &item->resolved()});
               return trait && messageTraitNeedsIt(converting, trait);
           });
}

void convertMessage(Converting &converting, Piece &message)
{
    convertId(converting, message);
    convertPayload(converting, message);
    Part *traits = message.find("traits");
    if (traits && traits->value.open())
        for (Part &trait : traits->value.parts)
            convertWhereNeeded(converting, trait.value, messageTraitNeedsIt, convertMessageTrait);
}

void dropIdThatIsKey(Part &message)
{
    const auto spot = message.value.node ? &message.value.node->resolved() : nullptr;
    const yaml::Node *id = child(spot, "messageId");
    const bool isKey = id && id->scalarText() == message.name && child(spot, "name");
    if (isKey && message.value.openMerged())
        drop(message.value, "messageId");
}

void splitComponentMessages(Converting &converting)
{
    Piece *messages = converting.components("messages");
    if (!messages)
        return;
    std::set<std::string> taken;
    for (const Part &part : messages->parts)
        taken.insert(part.name);
    std::vector<Part> kept;
    for (Part &part : messages->parts) {
        if (!part.value.node || !child(&part.value.node->resolved(), "oneOf") ||
            !part.value.openMerged() || !part.value.find("oneOf")->value.open()) {
            kept.push_back(std::move(part));
            continue;
        }
        auto comments = part.above;
        Piece choices = std::move(part.value.find("oneOf")->value);
        const auto more = part.value.comments();
        comments.insert(comments.end(), more.begin(), more.end());
        for (std::size_t i = 0; i < choices.parts.size(); ++i) {
            Part &choice = choices.parts[i];
            if (choice.value.node && isReference(choice.value)) {
                const auto ofChoice = choice.comments();
                comments.insert(comments.end(), ofChoice.begin(), ofChoice.end());
                continue;
            }
            choice.rename(unused(part.name + std::to_string(i + 1), taken));
            taken.insert(choice.name);
            converting.moves[{"components", "messages", part.name, "oneOf", std::to_string(i)}] = {
                "components", "messages", choice.name};
            choice.above.insert(choice.above.begin(), comments.begin(), comments.end());
            comments.clear();
            kept.push_back(std::move(choice));
        }
        choices.parts.clear();
        const auto rest = choices.comments();
        comments.insert(comments.end(), rest.begin(), rest.end());
        messages->below.insert(messages->below.end(), comments.begin(), comments.end());
    }
    messages->parts = std::move(kept);
}

// A channel's messages
// ------------------------------------------------------------------------------

std::string ChannelMessages::nameFor(const Piece &message)
{
    std::string name;
    if (message.parts.size() == 1 && message.parts.front().name == "$ref" &&
        message.parts.front().value.form == Piece::Form::Text) { // made by addChoices
        const std::string &text = message.parts.front().value.text;
        name = text.substr(text.rfind('/') + 1);
    }
    const auto spot = m_converting.spotOf(message);
    const yaml::Node *node = spot.node;
    if (name.empty() && node && asyncapi::referenceOf(*node)) {
        const std::string text = asyncapi::referenceOf(*node)->text();
        const auto target = movedReference(m_converting, *spot.file, text).value_or(text);
        name = keyFrom(target.substr(target.rfind('/') + 1));
        if (const auto dot = name.rfind('.');
            target.find('#') == std::string::npos && dot != std::string::npos)
            name.erase(dot); // a file that is the message
    }
    for (const char *key : {"messageId", "name", "title"})
        if (const yaml::Node *text = child(node, key); name.empty() && text && text->isScalar())
            name = keyFrom(text->text());
    if (name.empty())
        name = m_fallbackName;
    std::set<std::string> taken;
    for (const Part &part : m_parts)
        taken.insert(part.name);
    return unused(name, taken);
}

void ChannelMessages::addOne(Part &&message, const Path &oldPath, std::vector<Part> &list)
{
    const auto target = m_converting.follow(message.value);
    const yaml::Node *identity = target ? target.node : message.value.node;
    if (target && child(target.node, "oneOf") && isReference(message.value)) {
        const auto comments = message.comments();
        m_head.insert(m_head.end(), comments.begin(), comments.end());
        addChoices(target, oldPath, list);
        return;
    }
    auto found = m_nameOf.find(identity);
    if (found == m_nameOf.end()) {
        found = m_nameOf.emplace(identity, nameFor(message.value)).first;
        message.rename(found->second);
        dropIdThatIsKey(message);
        convertWhereNeeded(m_converting, message.value, messageNeedsIt, convertMessage);
        message.above.insert(message.above.begin(), m_head.begin(), m_head.end());
        m_head.clear();
        m_parts.push_back(std::move(message));
    } else {
        const auto comments = message.comments();
        m_head.insert(m_head.end(), comments.begin(), comments.end());
    }
    Path path = m_channel;
    path.insert(path.end(), {"messages", found->second});
    m_converting.moves[oldPath] = path;
    list.emplace_back(std::string(), Piece::mapping({reference(m_converting, path)}));
    list.back().above = std::exchange(m_head, {});
}

/// The choices of a message that stands elsewhere.
void ChannelMessages::addChoices(const yaml::Spot &choices, const Path &oldPath,
                                 std::vector<Part> &list)
{
    const yaml::Node &oneOf = *child(choices.node, "oneOf");
    const auto document = m_converting.workspace.document(*choices.file);
    for (const yaml::Node *choice : oneOf.items) {
        Part part{{}, importedCopy(m_converting, {choices.file, &choice->resolved()})};
        const bool isHere = *choices.file == m_converting.file;
        if (isHere && !asyncapi::referenceOf(choice->resolved())) {
            const auto moved = m_converting.moves.find(document->pathTo(*choice));
            if (moved != m_converting.moves.end()) {
                part.value.parts = {reference(m_converting, moved->second)};
                part.value.parts.front().value.node = nullptr;
            }
        }
        Path path = oldPath;
        path.insert(path.end(), {"oneOf", std::to_string(&choice - oneOf.items.data())});
        addOne(std::move(part), path, list);
    }
}

std::vector<Part> ChannelMessages::add(Part message, const Path &oldPath)
{
    std::vector<Part> list;
    const yaml::Node *node = message.value.node ? &message.value.node->resolved() : nullptr;
    if (!node || !child(node, "oneOf") || isReference(message.value) ||
        !message.value.openMerged()) {
        addOne(std::move(message), oldPath, list);
        return list;
    }
    Part oneOf = *message.value.take("oneOf");
    if (!oneOf.value.open()) {
        return list;
    }
    m_head = message.comments(); // and of fields beside the choice, which AsyncAPI ignores
    for (const std::string &line : oneOf.above)
        if (!line.empty())
            m_head.push_back(line);
    std::vector<Part> choices = std::exchange(oneOf.value.parts, {});
    const auto more = oneOf.value.comments();
    m_head.insert(m_head.end(), more.begin(), more.end());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        Path path = oldPath;
        path.insert(path.end(), {"oneOf", std::to_string(i)});
        addOne(std::move(choices[i]), path, list);
    }
    return list;
}

Part ChannelMessages::takeAll()
{
    Part part("messages", Piece::mapping(std::exchange(m_parts, {})));
    part.addAbove(std::exchange(m_head, {}));
    return part;
}

} // namespace meshwright::modelling
