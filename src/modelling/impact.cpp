// SPDX-License-Identifier: Apache-2.0
// What an edit means: two topologies, one before and one after it, side by side.
#include "meshwright/modelling/impact.h"

#include "meshwright/access/requestedacls.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace meshwright::modelling {

namespace {

bool mayRead(const Topology &topology, const Consumption &reading)
{
    const auto *topic = topology.topic(reading.topic);
    return topic && meshwright::mayRead(*topic, reading.reader);
}

const Consumption *sameReading(const Topology &topology, const Consumption &reading)
{
    for (const auto *each : topology.readersOf(reading.topic))
        if (each->reader == reading.reader)
            return each;
    for (const auto *each : topology.consumptionsOf(reading.reader)) // under another name
        if (each->channel == reading.channel &&
            each->spec->channels.size() == reading.spec->channels.size())
            return each;
    return nullptr;
}

void compareReadings(Impact &impact, const Topology &before, const Topology &after)
{
    for (const auto &reading : before.consumptions) {
        if (!before.topic(reading.topic))
            continue; // it led nowhere before
        const Reading told{reading.reader, reading.topic, reading.declaration().addressPlace};
        const auto *now = sameReading(after, reading);
        if (!now || !now->declaration().receives()) {
            if (after.context(reading.reader)) // else it goes with its context
                impact.readersRemoved.push_back(told);
        } else if (!after.topic(now->topic)) {
            impact.readersLost.push_back(told);
        } else if (mayRead(before, reading) && !mayRead(after, *now)) {
            impact.readersShut.push_back(told);
        }
    }
}

void compareTopics(Impact &impact, const Topology &before, const Topology &after)
{
    for (const auto &context : before.contexts)
        if (!after.context(context.id))
            impact.contextsGone.push_back(context.id);
    for (const auto &topic : before.topics) {
        const auto *now = after.topic(topic.name);
        if (!now)
            impact.topicsGone.push_back(topic.name);
        for (const auto &grant : topic.grants) {
            const bool stays =
                now && std::any_of(now->grants.begin(), now->grants.end(),
                                   [&](const Grant &each) { return each.target == grant.target; });
            if (!stays)
                impact.grantsGone.push_back({topic.name, grant.target, grant.place});
        }
    }
    for (const auto &topic : after.topics)
        if (!before.topic(topic.name))
            impact.topicsNew.push_back(topic.name);
}

/// References that lead nowhere afterwards, and did not before.
void compareReferences(Impact &impact, const Workspace &before, const Workspace &after)
{
    for (const auto &[path, file] : after.files()) {
        const auto *earlier = before.file(path);
        if (!file->spec || (earlier && earlier->spec == file->spec))
            continue;
        std::multiset<std::string> known;
        if (earlier && earlier->spec)
            for (const auto &broken : earlier->spec->brokenReferences)
                known.insert(broken.reference.value);
        for (const auto &broken : file->spec->brokenReferences) {
            const auto same = known.find(broken.reference.value);
            if (same != known.end())
                known.erase(same);
            else
                impact.dangling.push_back({broken.reference.value, broken.reference.place});
        }
    }
}

std::vector<Acl> aclsOf(const Topology &topology)
{
    std::vector<Acl> acls;
    for (const auto &each : requestedAcls(topology, nullptr))
        acls.push_back(each.acl);
    std::sort(acls.begin(), acls.end());
    acls.erase(std::unique(acls.begin(), acls.end()), acls.end());
    return acls;
}

std::string counted(std::size_t count, const std::string &one, const std::string &many)
{
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

bool isOfGone(const Impact &impact, const std::string &name)
{
    return std::any_of(impact.contextsGone.begin(), impact.contextsGone.end(),
                       [&](const ContextId &id) { return isWithin(name, id.value); });
}

/// the topic 'a'; 5 topics ('a', 'b', 'c' and 2 more)
std::string named(const std::vector<TopicName> &topics)
{
    constexpr std::size_t most = 3;
    std::string names;
    for (std::size_t i = 0; i < std::min(topics.size(), most); ++i)
        names += (i == 0 ? "'" : ", '") + topics[i].value + "'";
    if (topics.size() == 1)
        return "the topic " + names;
    if (topics.size() > most)
        names += " and " + std::to_string(topics.size() - most) + " more";
    return std::to_string(topics.size()) + " topics (" + names + ")";
}

std::string creation(const std::vector<TopicName> &topics)
{
    return "A plan creates " + named(topics) + ", empty.";
}

std::string undeleted(const std::vector<TopicName> &topics)
{
    return "No plan deletes " + named(topics) +
           (topics.size() == 1 ? ", since no spec here owns its name any more: it stays on the "
                                 "cluster until somebody removes it there."
                               : ", since no spec here owns their names any more: they stay on "
                                 "the cluster until somebody removes them there.");
}

std::string left(const std::vector<TopicName> &topics)
{
    return "A plan leaves " + named(topics) +
           (topics.size() == 1 ? " on the cluster; only one that may delete takes it away, with "
                                 "all its records."
                               : " on the cluster; only one that may delete takes them away, with "
                                 "all their records.");
}

/// Source: docs/plan.md.
void addPlanWords(Impact &impact)
{
    auto &words = impact.planWords;
    std::vector<TopicName> disowned;
    std::vector<TopicName> unasked;
    for (const auto &topic : impact.topicsGone)
        (isOfGone(impact, topic.value) ? disowned : unasked).push_back(topic);
    if (!impact.topicsNew.empty())
        words.push_back(creation(impact.topicsNew));
    if (!disowned.empty())
        words.push_back(undeleted(disowned));
    if (!unasked.empty())
        words.push_back(left(unasked));
    if (!impact.topicsGone.empty() && !impact.topicsNew.empty())
        words.emplace_back("Kafka can't rename a topic: what the old one holds is not moved, and "
                           "its readers start anew.");
    if (!impact.aclsNew.empty())
        words.push_back("A plan adds " + counted(impact.aclsNew.size(), "ACL", "ACLs") + ".");
    if (!impact.aclsGone.empty())
        words.push_back("No spec asks for " + counted(impact.aclsGone.size(), "ACL", "ACLs") +
                        " any more; a cluster that has them keeps them, unless a plan may delete.");
}

} // namespace

Result<TopologyPtr> topologyAfter(const Topology &topology, const WorkspaceEdit &edit)
{
    const auto edited = topology.workspace->withEdit(edit);
    if (!edited)
        return tl::unexpected(edited.error());
    return buildTopology(*edited);
}

Result<Impact> impactOf(const Topology &topology, const WorkspaceEdit &edit)
{
    const auto after = topologyAfter(topology, edit);
    if (!after)
        return tl::unexpected(after.error());
    return impactOf(topology, **after);
}

Impact impactOf(const Topology &before, const Topology &after)
{
    Impact impact;
    compareTopics(impact, before, after);
    compareReadings(impact, before, after);
    compareReferences(impact, *before.workspace, *after.workspace);
    const auto old = aclsOf(before);
    const auto now = aclsOf(after);
    std::set_difference(old.begin(), old.end(), now.begin(), now.end(),
                        std::back_inserter(impact.aclsGone));
    std::set_difference(now.begin(), now.end(), old.begin(), old.end(),
                        std::back_inserter(impact.aclsNew));
    addPlanWords(impact);
    return impact;
}

} // namespace meshwright::modelling
