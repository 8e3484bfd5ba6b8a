// SPDX-License-Identifier: Apache-2.0
#include "modelling/checked.h"
#include "modelling/specwriter.h"
#include "modelling/words.h"

#include "lint/namepattern.h"

#include "meshwright/modelling/topicacts.h"
#include "meshwright/topology/topicname.h"

#include <map>

namespace meshwright::modelling {

namespace {

Result<void> checkCount(const std::optional<int> &count, const std::string &what)
{
    if (count && *count < 1)
        return invalid("A topic has at least 1 of its " + what +
                       "; leave the number out to leave it to the environment.");
    return {};
}

/// What the convention says against the name, as far as the type is at fault for it.
std::optional<std::string> nameFault(const Settings &settings, const NewTopic &wanted,
                                     const TopicName &name)
{
    const auto &convention = settings.convention;
    const auto plain = topicNameFor(convention, wanted.context, wanted.access, "x");
    const auto fault = linting::patternFault(name.value, convention);
    if (fault && !linting::patternFault(plain.value, convention))
        return "The topic '" + name.value + "' does not follow " + convention.pattern + ": " +
               *fault + ".";
    if (const auto word =
            linting::infrastructureWord(wanted.type, settings.forbiddenWords.infrastructure))
        return "'" + *word + "' in '" + wanted.type +
               "' is a matter of infrastructure: name what the data is about.";
    return std::nullopt;
}

Result<void> checkTopic(const Topology &topology, const Context &context, const NewTopic &wanted,
                        const TopicName &name)
{
    const auto &file = context.spec->file;
    if (wanted.type.empty())
        return invalid("A topic has a type: what one message tells, such as sale.", file);
    for (auto fine :
         {checkCount(wanted.partitions, "partitions"), checkCount(wanted.replicas, "replicas")})
        if (!fine)
            return fine;
    if (wanted.message)
        if (const auto fault = messageFault(*wanted.message))
            return invalid(*fault, file);
    if (const auto *known = topology.topic(name))
        return conflict("The topic '" + name.value + "' is there already, in " + known->spec->file +
                            ": choose another type.",
                        known->spec->file);
    if (const auto fault = nameFault(topology.workspace->settings(), wanted, name))
        return invalid(*fault, file);
    return {};
}

Result<void> writeTopic(Draft &draft, const std::string &file, const NewTopic &wanted,
                        const Convention &convention)
{
    SpecWriter writer(draft, file);
    ChannelText channel;
    channel.address = shortTopicName(wanted.access, wanted.type, convention);
    channel.words = wordsOf(wanted.type);
    channel.description = wanted.description;
    channel.partitions = wanted.partitions;
    channel.replicas = wanted.replicas;
    channel.settings = wanted.settings;
    if (wanted.message) {
        auto message = writer.messageEntries(*wanted.message);
        if (!message)
            return tl::unexpected(message.error());
        channel.messages.emplace_back(wanted.message->name, std::move(*message));
    }
    return writer.addChannel(channel);
}

} // namespace

TopicName topicNameFor(const Convention &convention, const ContextId &owner, Access access,
                       const std::string &type)
{
    return {fullTopicName(shortTopicName(access, type, convention), owner, convention)};
}

Result<WorkspaceEdit> addTopic(const Topology &topology, const NewTopic &wanted)
{
    return addTopics(topology, {wanted});
}

Result<WorkspaceEdit> addTopics(const Topology &topology, const std::vector<NewTopic> &wanted)
{
    const auto &convention = topology.workspace->settings().convention;
    Draft draft(topology.workspace);
    Meaning meaning;
    std::map<TopicName, Access> added;
    for (const auto &each : wanted) {
        const auto *context = topology.context(each.context);
        if (!context)
            return notFound("There is no bounded context '" + each.context.value + "' here.");
        const auto name = topicNameFor(convention, each.context, each.access, each.type);
        if (auto fine = checkTopic(topology, *context, each, name); !fine)
            return tl::unexpected(fine.error());
        if (!added.emplace(name, each.access).second)
            return conflict("The topic '" + name.value + "' is asked for twice.");
        if (auto done = writeTopic(draft, context->spec->file, each, convention); !done)
            return tl::unexpected(done.error());
        meaning.free.push_back(factOf(context->spec->file, "", ""));
    }
    meaning.addsChannels = true;
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        const auto isThere = [&](const TopicName &name, Access access) {
            const auto *topic = after.topic(name);
            return topic && topic->access == access && topic->declaration().sends() &&
                   after.topics.size() == topology.topics.size() + added.size();
        };
        for (const auto &[name, access] : added)
            if (!isThere(name, access))
                return "The topic would not read as '" + name.value +
                       "' where it can be written: write it in the text.";
        return std::nullopt;
    };
    return checked(topology, draft, meaning);
}

} // namespace meshwright::modelling
