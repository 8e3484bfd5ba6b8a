// SPDX-License-Identifier: Apache-2.0
// Channels get an id beside their address; their operations go to the root.
#include "modelling/conversion.h"
#include "modelling/words.h"

#include "meshwright/topology/names.h"

#include <algorithm>
#include <cctype>

namespace meshwright::modelling {

namespace {

void dropBlankLines(std::vector<std::string> &lines)
{
    while (!lines.empty() && lines.front().empty())
        lines.erase(lines.begin());
}

yaml::Style styleOfKey(const Part &part)
{
    if (part.key.starts_with('"'))
        return yaml::Style::DoubleQuoted;
    return part.key.starts_with('\'') ? yaml::Style::SingleQuoted : yaml::Style::Plain;
}

/// Takes the operation's id out of it, its comments to the part above which it stood.
std::string takeId(Converting &converting, Part &operation, const std::string &made)
{
    std::optional<Part> id = operation.value.take("operationId");
    std::string wanted = made;
    if (id) {
        operation.addAbove(id->comments());
        wanted = textOf(id->value).value_or(made);
    } else if (const Part *traits = operation.value.find("traits"); traits && traits->value.node) {
        const auto spot = converting.spotOf(traits->value);
        for (const yaml::Node *item : spot.node->items) {
            const auto trait = converting.resolver.follow({spot.file, &item->resolved()});
            if (const yaml::Node *text = child(trait.node, "operationId"); text && text->isScalar())
                wanted = text->value;
        }
    }
    const auto name = unused(wanted, converting.operationIds);
    if (name != wanted && wanted != made)
        converting.note(operation.value, "Several operations have the id '" + wanted +
                                             "'; one of them is '" + name + "' now.");
    converting.operationIds.insert(name);
    return name;
}

/// The parts that one channel's conversion needs to know.
struct ChannelPlace
{
    Path old;       ///< where its operations stood
    Path reference; ///< how operations name it
    std::string id;
    std::optional<std::string> address;
    yaml::Style addressStyle = yaml::Style::Plain;
};

void convertOperation(Converting &converting, Part &operation, const ChannelPlace &place,
                      ChannelMessages &messages, std::vector<Part> &operations)
{
    const bool isSend = operation.name == "publish"; // the owner produces
    Path old = place.old;
    old.push_back(operation.name);
    dropBlankLines(operation.above);
    if (!operation.value.openMerged())
        operation.value = Piece::mapping({});
    const auto id = takeId(converting, operation, (isSend ? "send" : "on") + pascalCase(place.id));
    operation.rename(id);
    auto &parts = operation.value.parts;
    if (Part *security = operation.value.find("security"))
        convertSecurity(converting, security->value);
    if (Part *traits = operation.value.find("traits"); traits && traits->value.open())
        for (Part &trait : traits->value.parts)
            convertWhereNeeded(converting, trait.value, operationTraitNeedsIt,
                               convertOperationTrait);
    auto index = parts.size();
    if (Part *message = operation.value.find("message")) {
        index = static_cast<std::size_t>(message - parts.data());
        Path oldMessage = old;
        oldMessage.emplace_back("message");
        Part taken = *operation.value.take("message");
        dropBlankLines(taken.above);
        Part list("messages", Piece::sequence(messages.add(std::move(taken), oldMessage)));
        parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(index), std::move(list));
    }
    parts.insert(parts.begin(),
                 {Part("action", Piece::textOf(isSend ? "send" : "receive")),
                  Part("channel", Piece::mapping({reference(converting, place.reference)}))});
    converting.moves[old] = place.reference.front() == "components"
                                ? Path{"components", "operations", id}
                                : Path{"operations", id};
    operations.push_back(std::move(operation));
}

void convertServerNames(Converting &converting, Piece &servers)
{
    if (!servers.open())
        return;
    for (Part &item : servers.parts)
        if (const auto name = textOf(item.value)) {
            item.addAbove(item.value.comments());
            item.value = Piece::mapping({reference(converting, {"servers", *name})});
        }
    if (!servers.parts.empty())
        servers.style = yaml::Style::Block;
}

void convertChannel(Converting &converting, Piece &channel, const ChannelPlace &place,
                    std::vector<Part> &operations)
{
    if (!channel.openMerged() || channel.form != Piece::Form::Mapping)
        return;
    ChannelMessages messages(converting, place.reference, pascalCase(place.id));
    const auto first = operations.size();
    std::optional<std::size_t> index;
    for (std::size_t i = 0; i < channel.parts.size();) {
        if (channel.parts[i].name != "publish" && channel.parts[i].name != "subscribe") {
            ++i;
            continue;
        }
        index = index.value_or(i);
        Part operation = std::move(channel.parts[i]);
        channel.parts.erase(channel.parts.begin() + static_cast<std::ptrdiff_t>(i));
        convertOperation(converting, operation, place, messages, operations);
    }
    for (auto i = first; i < operations.size(); ++i)
        if (!operations[i].value.find("messages") && !messages.isEmpty())
            operations[i].value.parts.emplace_back("messages", Piece::sequence({}));
    if (index && !messages.isEmpty())
        channel.parts.insert(channel.parts.begin() + static_cast<std::ptrdiff_t>(*index),
                             messages.takeAll());
    if (place.address)
        channel.parts.insert(channel.parts.begin(),
                             {"address", Piece::textOf(*place.address, place.addressStyle)});
    if (Part *servers = channel.find("servers"))
        convertServerNames(converting, servers->value);
    if (Part *parameters = channel.find("parameters"))
        convertEach(converting, parameters->value, parameterNeedsIt, convertParameter);
}

/// The key of a channel of this file's components that a channel is nothing but a reference to.
std::optional<std::string> componentOf(Converting &converting, const Piece &channel)
{
    const auto spot = converting.spotOf(channel);
    const auto *text = spot ? asyncapi::referenceOf(*spot.node) : nullptr;
    if (!text || !text->value.starts_with("#/components/channels/"))
        return std::nullopt;
    const auto target = converting.follow(channel);
    if (!target || *target.file != converting.file)
        return std::nullopt;
    const auto path = converting.draft.document->pathTo(*target.node);
    const bool isOne = path.size() == 3 && path[0] == "components" && path[1] == "channels";
    return isOne ? std::optional(path[2]) : std::nullopt;
}

/// In AsyncAPI 2 a channel may be a reference with fields of its own beside it, which go first.
void writeOut(Converting &converting, Piece &channel, const yaml::Spot &target)
{
    const auto kept = channel.comments();
    Piece copy = importedCopy(converting, target);
    channel.openMerged();
    channel.take("$ref");
    for (Part &own : channel.parts) {
        const auto comments = own.comments();
        if (Part *same = copy.find(own.name))
            *same = std::move(own);
        else
            copy.parts.push_back(std::move(own));
    }
    const auto has = copy.comments();
    for (const std::string &comment : kept)
        if (std::find(has.begin(), has.end(), comment) == has.end())
            copy.below.push_back(comment);
    channel = std::move(copy);
}

std::map<std::string, int> componentUses(Converting &converting, const Piece &channels)
{
    std::map<std::string, int> uses;
    for (const Part &part : channels.parts)
        if (const auto key = componentOf(converting, part.value)) {
            const bool hasOwnFields = part.value.node->resolved().entries.size() > 1;
            uses[*key] += hasOwnFields ? 2 : 1;
        }
    return uses;
}

std::string domainIdOf(const yaml::Node &root)
{
    const yaml::Node *id = child(&root, "id");
    return id && id->isScalar() ? contextIdFrom(id->value).value : std::string();
}

void convertRootChannel(Converting &converting, Part &part, const std::string &id,
                        const std::map<std::string, int> &uses)
{
    ChannelPlace place{{"channels", part.name}, {"channels", id}, id, part.name, styleOfKey(part)};
    const auto target = converting.follow(part.value);
    if (!target) {
        converting.note(part.value, "The channel's reference leads nowhere, so it stays as it is.");
        return;
    }
    converting.moves[place.old] = place.reference;
    part.rename(id);
    if (!isReference(part.value)) {
        convertChannel(converting, part.value, place, converting.operations);
        return;
    }
    const auto component = componentOf(converting, part.value);
    Piece *channels = component ? converting.components("channels") : nullptr;
    Part *own = channels && uses.at(*component) == 1 ? channels->find(*component) : nullptr;
    if (own) {
        place.old = {"components", "channels", *component};
        converting.convertedChannels.insert(*component);
        convertChannel(converting, own->value, place, converting.operations);
        return;
    }
    converting.note(part.value, component ? "The channel is written out: in AsyncAPI 3 a channel "
                                            "of the components has one address."
                                          : "The channel of " + *target.file +
                                                " is written out here, and that file stays as it "
                                                "is.");
    writeOut(converting, part.value, target);
    convertChannel(converting, part.value, place, converting.operations);
}

Part operationsPart(std::vector<Part> &&operations, const Piece &root)
{
    Part part("operations", Piece::mapping(std::move(operations)));
    const auto hasBlank = [](const Part &each) {
        return !each.above.empty() && each.above.front().empty();
    };
    if (root.style != yaml::Style::Flow &&
        std::any_of(root.parts.begin(), root.parts.end(), [&](const Part &each) {
            return (each.name == "channels" || each.name == "components") && hasBlank(each);
        }))
        part.above.emplace_back();
    return part;
}

} // namespace

bool operationTraitNeedsIt(Converting &, const yaml::Spot &trait)
{
    return child(trait.node, "operationId") || child(trait.node, "security");
}

void convertOperationTrait(Converting &converting, Piece &trait)
{
    if (Part *security = trait.find("security"))
        convertSecurity(converting, security->value);
    const auto id = trait.take("operationId");
    if (!id)
        return;
    converting.note(id->value, "The trait's operationId is the key of the operation that has it.");
    if (trait.parts.empty())
        trait.below = id->comments();
    else
        trait.parts.front().addAbove(id->comments());
}

void convertChannels(Converting &converting)
{
    Piece &root = converting.draft.root;
    if (Part *channels = root.find("channels"); channels && channels->value.openMerged()) {
        std::vector<std::string> addresses;
        for (const Part &part : channels->value.parts)
            if (!part.name.starts_with("x-"))
                addresses.push_back(part.name);
        const auto ids = channelIds(addresses, domainIdOf(*converting.draft.document->root()),
                                    converting.workspace.settings().convention);
        const auto uses = componentUses(converting, channels->value);
        std::size_t index = 0;
        for (Part &part : channels->value.parts)
            if (!part.name.starts_with("x-"))
                convertRootChannel(converting, part, ids[index++], uses);
    }
    if (Piece *channels = converting.components("channels"))
        for (Part &part : channels->parts)
            if (!converting.convertedChannels.contains(part.name) && !isReference(part.value)) {
                const Path path{"components", "channels", part.name};
                convertChannel(converting, part.value, {path, path, part.name, {}, {}},
                               converting.componentOperations);
            }
    if (!converting.operations.empty())
        root.insertAfter("channels", operationsPart(std::move(converting.operations), root));
    Part *components = root.find("components");
    if (components && !converting.componentOperations.empty())
        components->value.insertAfter(
            "channels",
            Part("operations", Piece::mapping(std::move(converting.componentOperations))));
}

} // namespace meshwright::modelling
