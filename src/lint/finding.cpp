// SPDX-License-Identifier: Apache-2.0
#include "lint/finding.h"

#include "asyncapi/referencetext.h"

#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/yaml/edit.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <unordered_map>

namespace meshwright::linting {

namespace {

/// Every `$ref` below `node` to a channel of its file or into one, by the channel's token.
void collectReferences(const yaml::Node &node, ChannelReferences &found)
{
    constexpr std::string_view channels = "#/channels/";
    for (const yaml::Entry &entry : node.entries) {
        if (entry.key->value == "$ref" && entry.value->kind == yaml::Kind::Scalar &&
            std::string_view(entry.value->value).starts_with(channels)) {
            const std::string_view token =
                std::string_view(entry.value->value).substr(channels.size());
            found[std::string(token.substr(0, token.find('/')))].push_back(entry.value);
        }
        collectReferences(*entry.value, found);
    }
    for (const yaml::Node *item : node.items)
        collectReferences(*item, found);
}

void addReplacement(WorkspaceEdit &edit, const std::string &file, const yaml::Document &document,
                    const yaml::Node &scalar, std::string_view value)
{
    if (const auto replaced = yaml::replaceScalar(document, scalar, value))
        edit.files[file].push_back(*replaced);
}

void sortEdits(WorkspaceEdit &edit)
{
    for (auto &[file, edits] : edit.files)
        std::sort(edits.begin(), edits.end(),
                  [](const TextEdit &a, const TextEdit &b) { return a.range < b.range; });
}

bool isPrintable(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7F'; });
}

/// Control characters, those without a width, and those that turn the direction of writing.
bool isUnseen(char32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xAD ||
           c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

std::string withUnseenNamed(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8::length(text[i]);
        const char32_t c = utf8::decode(text, i);
        if (isUnseen(c)) {
            std::array<char, 16> name{};
            std::snprintf(name.data(), name.size(), "<U+%04X>", static_cast<unsigned>(c));
            out += name.data();
        } else {
            out += text.substr(i, length);
        }
        i += length;
    }
    return out;
}

} // namespace

std::string readable(std::string text)
{
    constexpr std::size_t longest = 2000;
    if (!isPrintable(text) && utf8::firstInvalid(text) == std::string::npos)
        text = withUnseenNamed(text);
    if (text.size() <= longest)
        return text;
    const auto isInside = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80;
    };
    std::size_t begin = longest / 2;
    while (begin > 0 && isInside(begin))
        --begin;
    std::size_t end = text.size() - longest / 2;
    while (end < text.size() && isInside(end))
        ++end;
    return text.replace(begin, end - begin, " … ");
}

CompanyNames::CompanyNames(const Topology &topology)
{
    for (const Context &context : topology.contexts)
        contexts.push_back(context.id);
    std::unordered_map<std::string, const Topic *> first;
    first.reserve(topology.topics.size());
    for (const Topic &topic : topology.topics) {
        std::string key = asyncapi::topicCollisionKey(topic.name.value);
        const auto [other, isNew] = first.try_emplace(key, &topic);
        if (isNew)
            continue;
        auto &alike = collisions[std::move(key)];
        if (alike.empty())
            alike.push_back(other->second);
        alike.push_back(&topic);
    }
    for (const Topic &topic : topology.topics)
        addSchemaFiles(topic);
}

void CompanyNames::addSchemaFiles(const Topic &topic)
{
    const auto add = [&](const std::vector<asyncapi::Message> &messages) {
        for (const asyncapi::Message &message : messages) {
            const bool isApart = message.payload && !message.payload->file.empty() &&
                                 message.payload->file != topic.spec->file;
            auto *topics = isApart ? &schemaFiles[message.payload->file] : nullptr;
            if (topics && (topics->empty() || topics->back() != &topic))
                topics->push_back(&topic);
        }
    };
    add(topic.declaration().messages);
    for (const asyncapi::Operation &operation : topic.declaration().operations)
        add(operation.messages);
}

const Context *Pass::context() const
{
    const asyncapi::Spec *read = spec();
    if (!read || !read->id)
        return nullptr;
    const Context *found = topology.context(contextIdFrom(read->id->value));
    return found && found->spec->file == file.path ? found : nullptr;
}

const ChannelReferences &Pass::channelReferences() const
{
    if (!m_channelReferences) {
        m_channelReferences.emplace();
        if (file.document && file.document->root())
            collectReferences(*file.document->root(), *m_channelReferences);
    }
    return *m_channelReferences;
}

Diagnostic &report(Pass &pass, std::string_view rule, const asyncapi::Place &place,
                   std::string message)
{
    Diagnostic diagnostic;
    diagnostic.file = place.file.empty() ? pass.file.path : place.file;
    diagnostic.rule = rule;
    const Rule *known = findRule(rule);
    diagnostic.severity = known ? known->severity : Severity::Error;
    diagnostic.reference = known ? known->reference : std::string_view();
    diagnostic.message = readable(std::move(message));
    diagnostic.range = place.range;
    const yaml::DocumentPtr document = pass.workspace().document(diagnostic.file);
    if (document)
        if (const yaml::Node *node = document->nodeAt(place.range.begin))
            diagnostic.path = document->pathTo(*node);
    return pass.out.emplace_back(std::move(diagnostic));
}

QuickFix replaceScalarFix(const Pass &pass, const asyncapi::Place &place, std::string_view value,
                          std::string title)
{
    QuickFix fix{readable(std::move(title)), {}};
    const yaml::DocumentPtr document = pass.workspace().document(place.file);
    const yaml::Node *node = document ? document->nodeAt(place.range.begin) : nullptr;
    if (node && node->kind == yaml::Kind::Scalar)
        addReplacement(fix.edit, place.file, *document, *node, value);
    return fix;
}

QuickFix renameChannelFix(const Pass &pass, const asyncapi::Channel &channel,
                          std::string_view address)
{
    QuickFix fix = replaceScalarFix(pass, channel.addressPlace, address,
                                    "Rename to '" + std::string(address) + "'");
    if (channel.addressPlace != channel.keyPlace || !pass.file.document ||
        !pass.file.document->root())
        return fix;
    const std::string token = asyncapi::pointerToken(channel.key);
    const std::string pointer = "#/channels/" + token;
    const auto references = pass.channelReferences().find(token);
    if (references == pass.channelReferences().end())
        return fix;
    for (const yaml::Node *reference : references->second)
        addReplacement(fix.edit, pass.file.path, *pass.file.document, *reference,
                       "#/channels/" + asyncapi::pointerToken(address) +
                           reference->text().substr(pointer.size()));
    sortEdits(fix.edit);
    return fix;
}

bool isForKafka(const asyncapi::Spec &spec)
{
    return spec.servers.empty() ||
           std::any_of(spec.servers.begin(), spec.servers.end(), [](const asyncapi::Server &each) {
               return each.protocol.empty() || each.protocol.starts_with("kafka");
           });
}

} // namespace meshwright::linting
