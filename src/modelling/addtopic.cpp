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

Result<ChannelText> channelTextOf(const NewTopic &wanted, const Convention &convention,
                                  SpecWriter &writer)
{
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
    return channel;
}

/// What those of one spec become in it.
Result<void> writeTopics(Draft &draft, const std::string &file,
                         const std::vector<const NewTopic *> &wanted, const Convention &convention)
{
    SpecWriter writer(draft, file);
    std::vector<ChannelText> channels;
    for (const auto *each : wanted) {
        auto channel = channelTextOf(*each, convention, writer);
        if (!channel)
            return tl::unexpected(channel.error());
        channels.push_back(std::move(*channel));
    }
    return writer.addChannels(channels);
}

/// Why these are not all that came, or nothing.
std::optional<std::string> surprise(const Topology &before, const Topology &after,
                                    const std::map<TopicName, Access> &added)
{
    for (const auto &[name, access] : added) {
        const auto *topic = after.topic(name);
        if (!topic || topic->access != access || !topic->declaration().sends())
            return "The topic would not read as '" + name.value +
                   "' where it can be written: write it in the text.";
    }
    if (after.topics.size() == before.topics.size() + added.size())
        return std::nullopt;
    return "Other topics would come or go with '" + added.begin()->first.value +
           "': write it in the text.";
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
    std::map<TopicName, Access> added;
    std::map<std::string, std::vector<const NewTopic *>> byFile;
    for (const auto &each : wanted) {
        const auto *context = topology.context(each.context);
        if (!context)
            return notFound("There is no bounded context '" + each.context.value + "' here.");
        const auto name = topicNameFor(convention, each.context, each.access, each.type);
        if (auto fine = checkTopic(topology, *context, each, name); !fine)
            return tl::unexpected(fine.error());
        if (!added.emplace(name, each.access).second)
            return conflict("The topic '" + name.value + "' is asked for twice.");
        byFile[context->spec->file].push_back(&each);
    }
    Draft draft(topology.workspace);
    Meaning meaning;
    meaning.addsChannels = true;
    for (const auto &[file, topics] : byFile) {
        if (auto done = writeTopics(draft, file, topics, convention); !done)
            return tl::unexpected(done.error());
        meaning.free.push_back(factOf(file, "", ""));
    }
    meaning.holds = [&](const Topology &after) { return surprise(topology, after, added); };
    return checked(topology, draft, meaning);
}

} // namespace meshwright::modelling
