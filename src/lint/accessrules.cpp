// SPDX-License-Identifier: Apache-2.0
// Who reads what: consumed topics that nobody offers, grants that reach nobody, names claimed
// twice.
#include "lint/finding.h"
#include "lint/tagedit.h"
#include "text/suggestion.h"

#include <algorithm>

namespace meshwright::linting {

namespace {

/// Whether another topic's channel or operation is around this place too.
bool isOthersToo(const Topology &topology, const Topic &topic, const asyncapi::Place &written)
{
    const auto holds = [&](const asyncapi::Place &place) {
        return place.file == written.file && place.range.begin <= written.range.begin &&
               written.range.end <= place.range.end;
    };
    return std::any_of(topology.topics.begin(), topology.topics.end(), [&](const Topic &other) {
        const asyncapi::Channel &channel = other.declaration();
        const auto &all = channel.operations;
        return other.name != topic.name &&
               (holds(channel.place) || std::any_of(all.begin(), all.end(), [&](const auto &each) {
                    return holds(each.place);
                }));
    });
}

/// Writes the grant into the owner's spec.
std::optional<QuickFix> grantFix(const Pass &pass, const Topic &topic, const ContextId &reader)
{
    auto edit = tagEdit(pass.workspace(), *topic.spec, topic.declaration(), grantTag(reader.value));
    if (!edit)
        return std::nullopt;
    auto &[file, change] = *edit;
    if (file != topic.spec->file && isOthersToo(pass.topology, topic, {file, change.range}))
        return std::nullopt;
    QuickFix fix{"Grant access to '" + reader.value + "' in " + file, {}};
    fix.edit.files[file].push_back(std::move(change));
    return fix;
}

std::optional<std::string> nearestTopic(const Pass &pass, const std::string &name,
                                        const std::optional<ContextId> &owner)
{
    std::vector<std::string> names;
    if (owner)
        for (const Topic *topic : pass.topology.topicsOf(*owner))
            names.push_back(topic->name.value);
    else
        for (const Topic &topic : pass.topology.topics)
            names.push_back(topic.name.value);
    return nearest(name, names);
}

void reportMissingTopic(Pass &pass, const Consumption &consumption)
{
    const std::string &name = consumption.topic.value;
    const auto meant = nearestTopic(pass, name, consumption.owner);
    const bool knowsOwner = consumption.owner.has_value();
    const std::string why = knowsOwner
                                ? "'" + consumption.owner->value + "' has no topic '" + name + "'."
                                : "No spec here owns the topic '" + name + "'.";
    const std::string advice = knowsOwner
                                   ? " Correct the name, or let its owner add the topic first."
                                   : " Correct the name, or add its owner's spec to the workspace.";
    Diagnostic &found =
        report(pass, knowsOwner ? "access/unknown-topic" : "access/unknown-owner",
               consumption.declaration().addressPlace, why + didYouMean(meant) + advice);
    if (meant)
        found.fixes.push_back(renameChannelFix(pass, consumption.declaration(), *meant));
}

void checkConsumption(Pass &pass, const Consumption &consumption)
{
    const asyncapi::Channel &channel = consumption.declaration();
    const Topic *topic = pass.topology.topic(consumption.topic);
    if (!topic) {
        reportMissingTopic(pass, consumption);
        return;
    }
    const std::string &name = topic->name.value;
    const std::string &owner = topic->owner.value;
    if (consumption.writes)
        report(pass, "access/writes-foreign", channel.addressPlace,
               "Only '" + owner + "' may write its topic '" + name +
                   "': publish to a topic of your own, and let that context read it.");
    if (topic->access == Access::Private || !topic->access)
        report(pass, "access/private", channel.addressPlace,
               "The topic '" + name + "' is " +
                   (topic->access ? "private to" : "without an access keyword, so only for") +
                   " '" + owner + "': ask its owner to offer it as '" +
                   pass.convention().protectedKeyword + "' or '" + pass.convention().publicKeyword +
                   "'.");
    if (topic->access != Access::Protected || isGranted(*topic, consumption.reader))
        return;
    Diagnostic &found =
        report(pass, "access/no-grant", channel.addressPlace,
               "'" + consumption.reader.value + "' is waiting for a grant: the topic '" + name +
                   "' is protected, and its owner '" + owner + "' adds the tag '" +
                   grantTag(consumption.reader.value) + "' to let it read.");
    if (auto fix = grantFix(pass, *topic, consumption.reader))
        found.fixes.push_back(std::move(*fix));
}

/// A grant to everybody is an offer, and needs no reader here.
void checkUse(Pass &pass, const Topic &topic, const Grant &grant)
{
    const auto consumptions = pass.topology.readersOf(topic.name);
    const bool isRead =
        std::any_of(consumptions.begin(), consumptions.end(), [&](const auto *each) {
            return declaresReading(*each) &&
                   std::binary_search(grant.readers.begin(), grant.readers.end(), each->reader);
        });
    if (isRead || topic.access != Access::Protected)
        return;
    Diagnostic &found = report(
        pass, "grant/unread", grant.place,
        "No spec here says that it reads '" + topic.name.value + "' by this grant to '" +
            grant.target + "': take it away, or let a reader declare that it reads the topic.");
    QuickFix fix{readable("Take the grant to '" + grant.target + "' away"), {}};
    for (auto &[file, edit] :
         tagRemovals(pass.workspace(), *topic.spec, topic.declaration(), grantTag(grant.target)))
        fix.edit.files[file].push_back(std::move(edit));
    if (!fix.edit.files.empty())
        found.fixes.push_back(std::move(fix));
}

void checkGrants(Pass &pass, const Topic &topic)
{
    for (const Grant &grant : topic.grants) {
        if (topic.access != Access::Protected && !grant.toEverybody)
            report(pass, "grant/not-protected", grant.place,
                   "This grant to '" + grant.target + "' " +
                       (topic.access == Access::Public
                            ? "changes nothing: everybody reads a public topic."
                            : "is given on a topic that is not protected: name it '" +
                                  pass.convention().protectedKeyword + ".…' to share it."));
        if (grant.toEverybody)
            continue;
        if (!grant.readers.empty()) {
            checkUse(pass, topic, grant);
            continue;
        }
        std::vector<std::string> names = pass.topology.domains();
        for (const Context &context : pass.topology.contexts)
            names.push_back(context.id.value);
        const auto meant = nearest(grant.target, names);
        Diagnostic &found = report(pass, "grant/unknown-context", grant.place,
                                   "No bounded context or domain here is named '" + grant.target +
                                       "', so this grant reaches nobody." + didYouMean(meant));
        if (meant)
            found.fixes.push_back(
                replaceScalarFix(pass, grant.place, grantTag(*meant), "Grant to '" + *meant + "'"));
    }
}

/// Two channels, of this spec or of two, that name one topic.
void checkDuplicates(Pass &pass)
{
    const asyncapi::Spec &spec = *pass.file.spec;
    if (!spec.id)
        return;
    const ContextId own = contextIdFrom(spec.id->value);
    std::map<std::string, const asyncapi::Channel *> seen;
    for (const asyncapi::Channel &channel : spec.channels) {
        const ChannelReading reading =
            readChannelName(channel, own, pass.convention(), pass.names.contexts);
        const auto [first, isNew] = seen.emplace(reading.topic.value, &channel);
        if (!isNew) {
            report(pass, "topic/duplicate", channel.addressPlace,
                   "'" + channel.address + "' and '" + first->second->address +
                       "' are one topic, '" + reading.topic.value + "': keep one of the channels.");
            continue;
        }
        const Topic *topic = reading.isOwned ? pass.topology.topic(reading.topic) : nullptr;
        if (topic && topic->spec->file != pass.file.path)
            report(pass, "topic/duplicate", channel.addressPlace,
                   "The topic '" + reading.topic.value + "' is owned in " + topic->spec->file +
                       " already: a topic has one owner. Rename one of them.");
    }
}

} // namespace

void checkAccess(Pass &pass)
{
    checkDuplicates(pass);
    const Context *context = pass.context();
    if (!context)
        return;
    for (const Consumption *consumption : pass.topology.consumptionsOf(context->id))
        checkConsumption(pass, *consumption);
    for (const Topic *topic : pass.topology.topicsOf(context->id))
        checkGrants(pass, *topic);
}

} // namespace meshwright::linting
