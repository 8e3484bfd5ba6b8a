// SPDX-License-Identifier: Apache-2.0
#include "meshwright/adoption/adoptdrift.h"

#include "meshwright/access/requestedacls.h"
#include "meshwright/modelling/topicacts.h"
#include "meshwright/topology/topicname.h"
#include "modelling/channeldraft.h"
#include "modelling/habits.h"
#include "modelling/steps.h"
#include "modelling/tagacts.h"
#include "plan/ownership.h"
#include "plan/settingvalue.h"

#include <algorithm>
#include <optional>
#include <set>

namespace meshwright::adoption {

namespace {

using modelling::ChannelId;
using modelling::Draft;
using modelling::Meaning;

/// `partitions`, `replicas`, or a setting's name.
std::string subjectOf(const DriftItem &item)
{
    return item.kind == PlanKind::Partitions ? "partitions" : item.detail;
}

bool isValue(const DriftItem &item)
{
    return item.kind == PlanKind::Partitions || !item.detail.empty();
}

bool isOverridden(const Environment &environment, const std::string &subject)
{
    return subject == "replicas" ? environment.replicas.has_value()
                                 : environment.topicSettings.contains(subject);
}

std::string whyNotValue(const Topology &topology, const Environment &environment,
                        const DriftItem &item)
{
    const std::string subject = subjectOf(item);
    if (topology.topic({item.resource}) == nullptr)
        return "No channel here has the topic's own name, so there is no place for " + subject +
               ": change the spec by hand.";
    if (!item.policy.empty())
        return "Policy '" + item.policy + "' sets " + subject +
               ": change the policy, or leave the topic out of it.";
    if (isOverridden(environment, subject))
        return "The environment '" + environment.name + "' sets " + subject +
               " for every topic: change its overrides in " + environment.place.file + ".";
    return {};
}

/// Whom a grant has to name so that the specs ask for the ACL; nothing where no grant does.
std::optional<std::string> granteeOf(const Topology &topology, const Environment &environment,
                                     const Acl &acl)
{
    const Topic *topic = topology.topic({acl.name});
    const Acl asked{.name = acl.name, .principal = acl.principal};
    if (acl != asked || topic == nullptr || topic->access != Access::Protected)
        return std::nullopt;
    if (acl.principal == "User:*")
        return topology.workspace->settings().convention.publicKeyword;
    for (const auto &context : topology.contexts)
        if (context.id != topic->owner && principalOf(context.id, &environment) == acl.principal)
            return context.id.value;
    return std::nullopt;
}

/// The grant that asks for the ACL, and for nothing else.
const Grant *grantOf(const Topology &topology, const Environment &environment, const Acl &acl)
{
    const Topic *topic = topology.topic({acl.name});
    if (topic == nullptr)
        return nullptr;
    const Grant *found = nullptr;
    for (const Grant &grant : topic->grants) {
        const std::string principal =
            grant.toEverybody ? "User:*" : principalOf({grant.target}, &environment);
        if (principal != acl.principal)
            continue;
        if (found != nullptr)
            return nullptr;
        found = &grant;
    }
    return found;
}

std::string whyNotAccess(const Topology &topology, const Environment &environment,
                         const DriftItem &item)
{
    if (item.state == DriftState::Unasked)
        return granteeOf(topology, environment, *aclOf(item))
                   ? std::string()
                   : "No tag of a spec asks for such access: a spec grants reading of a protected "
                     "topic to a bounded context. Restore takes the access away.";
    return grantOf(topology, environment, *aclOf(item))
               ? std::string()
               : "No grant to it alone asks for this access: it goes with the topic, or with a "
                 "wider grant. Change that in the spec.";
}

bool isUnaskedTopic(const DriftItem &item)
{
    return item.kind == PlanKind::Topic && item.state == DriftState::Unasked && item.detail.empty();
}

/// The access that the topic's name says; none where no keyword stands in its place.
std::optional<Access> accessOf(const Topology &topology, const DriftItem &item)
{
    const auto &convention = topology.workspace->settings().convention;
    const auto rest = shortTopicName(item.resource, {item.context}, convention);
    return rest ? accessIn(*rest, convention) : std::nullopt;
}

/// The name that a channel for it would have.
TopicName nameOf(const Topology &topology, const DriftItem &item)
{
    const auto &convention = topology.workspace->settings().convention;
    const auto rest = shortTopicName(item.resource, {item.context}, convention).value_or("");
    return modelling::topicNameFor(convention, {item.context},
                                   accessOf(topology, item).value_or(Access::Private),
                                   std::string(typeIn(rest, convention)));
}

std::string whyNotTopic(const Topology &topology, const DriftItem &item)
{
    if (!item.topic || topology.context({item.context}) == nullptr)
        return "No context here owns this topic: 'mw export' writes a spec for one that has none.";
    if (!accessOf(topology, item))
        return "Its name says nothing about who may read it, and may be another context's: write "
               "its channel in the text where it is this one's.";
    const auto &convention = topology.workspace->settings().convention;
    if (!isSurelyOf(item.resource, {item.context}, convention))
        return plan::perhapsAnothers(item.context) +
               ": write its channel in the text where it is this one's.";
    if (nameOf(topology, item).value != item.resource)
        return "No channel of " + item.context + " has this name by the pattern " +
               convention.pattern + ": there it would be " + nameOf(topology, item).value + ".";
    if (!item.topic->settingsKnown)
        return "Its settings could not be read, so the spec would ask for others: compare again "
               "with the right to read them.";
    for (const auto &[key, value] : item.topic->settings)
        if (value.empty() && !plan::isTransientSetting(key))
            return "Its " + key +
                   " is set to nothing, which a spec can't say: give it a value on "
                   "the cluster, or take it away there.";
    return {};
}

/// What the environment sets by itself, and what tools set while they move replicas, stays out of
/// the spec.
modelling::NewTopic topicAs(const Topology &topology, const Environment &environment,
                            const DriftItem &item)
{
    const auto &convention = topology.workspace->settings().convention;
    const auto rest = shortTopicName(item.resource, {item.context}, convention).value_or("");
    modelling::NewTopic wanted{.context = {item.context},
                               .access = accessOf(topology, item).value_or(Access::Private),
                               .type = std::string(typeIn(rest, convention)),
                               .partitions = item.topic->partitions,
                               .settings = item.topic->settings};
    if (!environment.replicas)
        wanted.replicas = item.topic->replicas;
    std::erase_if(wanted.settings, [&](const auto &setting) {
        return environment.topicSettings.contains(setting.first) ||
               plan::isTransientSetting(setting.first);
    });
    return wanted;
}

std::string whyChanged(const PlanItem &item, const std::string &subject)
{
    const std::string who = item.policies.empty()
                                ? "the specs ask"
                                : "policy '" + item.policies.front().policy + "' asks";
    return "Once " + item.resource + " is in a spec, " + who + " for " + subject + ' ' +
           afterText(item) + ", and the cluster has " + beforeText(item) +
           ": change the one or the other first.";
}

/// What a plan would still change of the adopted topics, or why it would plan nothing for them;
/// empty: they are in step, but for what the environment sets for every topic.
std::string whatStillDiffers(const Topology &after, Environment environment,
                             const std::vector<ActualTopic> &adopted)
{
    environment.protectedTopics.clear();
    ActualState actual{environment.expectedClusterId, adopted, std::vector<Acl>{}};
    std::sort(actual.topics->begin(), actual.topics->end(),
              [](const auto &a, const auto &b) { return a.name < b.name; });
    DesiredState desired;
    std::set<std::string_view> meant;
    for (const auto &topic : adopted)
        meant.insert(topic.name);
    for (auto &topic : desiredState(after, &environment).topics)
        if (meant.contains(topic.name.value))
            desired.topics.push_back(std::move(topic));
    if (desired.topics.size() != adopted.size())
        return "In this environment a channel would not ask for the topic by this name: write it "
               "in the text.";
    for (const auto &topic : desired.topics)
        meant.insert(topic.context.value);
    const auto plan = makePlan(after, environment, desired, actual, {}, {});
    for (const auto &item : plan.items) {
        const auto *setting = std::get_if<SettingChange>(&item.change);
        const std::string subject = setting != nullptr ? setting->key : "partitions";
        if (!item.policies.empty() || !isOverridden(environment, subject))
            return whyChanged(item, subject);
    }
    for (const auto &problem : plan.problems) {
        const bool isOverride = problem.subject == "replicas" && environment.replicas;
        if (problem.severity != Severity::Info && meant.contains(problem.resource) && !isOverride)
            return "With " + adopted.front().name + " in a spec: " + problem.message;
    }
    return {};
}

/// All steps upon one draft, and what they promise.
class Adopter
{
public:
    Adopter(const Topology &topology, const Environment &environment)
        : m_topology(topology)
        , m_environment(environment)
        , m_draft(topology.workspace)
    {}

    Result<void> adopt(const DriftItem &item)
    {
        return item.kind == PlanKind::Acl ? adoptAccess(item) : adoptValue(item);
    }

    Result<WorkspaceEdit> finish()
    {
        m_meaning.holds = [this](const Topology &after) { return whatIsStillAsked(after); };
        return modelling::checked(m_topology, m_draft, m_meaning);
    }

private:
    Result<void> adoptValue(const DriftItem &item);
    Result<void> adoptAccess(const DriftItem &item);
    std::optional<std::string> whatIsStillAsked(const Topology &after) const;

    const Topology &m_topology;
    const Environment &m_environment;
    Draft m_draft;
    Meaning m_meaning;
    std::vector<std::pair<Acl, bool>> m_access; ///< and whether it is to be asked for
};

Result<void> Adopter::adoptValue(const DriftItem &item)
{
    const ChannelId id = modelling::channelIdOf(*m_topology.topic({item.resource}));
    const std::string subject = subjectOf(item);
    const bool isSetting = item.kind == PlanKind::Config;
    std::string map;
    modelling::Keys way{"bindings", "kafka"};
    if (isSetting)
        way.push_back(map = modelling::settingsMapOf(m_draft, id, subject));
    way.push_back(subject);
    asyncapi::Resolver resolver(m_draft);
    auto written = modelling::spotAt(resolver, m_draft, id.file, {"channels", id.key});
    if (!written && m_draft.edit().isEmpty()) // one that stands with an operation
        written = modelling::spotAt(resolver, m_draft,
                                    modelling::findChannel(*m_topology.workspace, id)->place);
    if (!written)
        return modelling::noChannel(id);
    const std::string fact =
        modelling::factOf(id.file, id.key, isSetting ? "setting/" + subject : subject);
    if (item.state == DriftState::Missing) {
        m_meaning.facts[fact] = {};
        return modelling::takeAlong(m_draft, written, way, {"bindingVersion"});
    }
    Result<yaml::Value> value = yaml::Plain{item.cluster};
    if (isSetting)
        value = modelling::valueOfSetting(subject, item.cluster, map);
    if (!value)
        return tl::unexpected(value.error());
    m_meaning.facts[fact] =
        isSetting ? modelling::textOfSetting(subject, item.cluster) : item.cluster;
    return modelling::putAlong(m_draft, written, way, *value, isSetting);
}

Result<void> Adopter::adoptAccess(const DriftItem &item)
{
    const ChannelId id = modelling::channelIdOf(*m_topology.topic({aclOf(item)->name}));
    const bool isAdded = item.state == DriftState::Unasked;
    m_access.emplace_back(*aclOf(item), isAdded);
    m_meaning.free.push_back(modelling::factOf(id.file, id.key, "tags"));
    if (isAdded)
        return modelling::putTag(m_draft, id,
                                 grantTag(*granteeOf(m_topology, m_environment, *aclOf(item))));
    m_meaning.allowedRules.insert("access/no-grant"); // who reads without one is told of it
    return modelling::takeTag(m_draft, id,
                              grantTag(grantOf(m_topology, m_environment, *aclOf(item))->target));
}

std::optional<std::string> Adopter::whatIsStillAsked(const Topology &after) const
{
    if (m_access.empty())
        return std::nullopt;
    std::set<Acl> asked;
    for (const auto &requested : requestedAcls(after, &m_environment))
        asked.insert(requested.acl);
    for (const auto &[acl, isWanted] : m_access)
        if (asked.contains(acl) != isWanted)
            return "The grant can't be changed so that the specs " +
                   std::string(isWanted ? "ask" : "no longer ask") + " for " + describe(acl) +
                   ": change it in the text.";
    return std::nullopt;
}

/// All but topics that no spec asks for.
Result<WorkspaceEdit> adoptWithin(const Topology &topology, const Environment &environment,
                                  const std::vector<DriftItem> &items)
{
    Adopter adopter(topology, environment);
    for (const auto &item : items) {
        if (isUnaskedTopic(item))
            continue;
        if (const auto why = adoption::whyNotAdopted(topology, environment, item); !why.empty())
            return modelling::denied(why, item.reason.file);
        if (auto done = adopter.adopt(item); !done)
            return tl::unexpected(done.error());
    }
    return adopter.finish();
}

} // namespace

std::string whyNotAdopted(const Topology &topology, const Environment &environment,
                          const DriftItem &item)
{
    if (aclOf(item) != nullptr)
        return whyNotAccess(topology, environment, item);
    if (item.kind == PlanKind::Schema)
        return item.state == DriftState::Missing
                   ? "The registry has no such schema: take it out of the message in the spec."
                   : "A schema is not taken over by itself: compare it in the plan, then change "
                     "its own file.";
    if (isValue(item))
        return whyNotValue(topology, environment, item);
    if (item.state == DriftState::Unasked)
        return whyNotTopic(topology, item);
    return "The cluster has no such topic. Where it is to go, use 'Delete the topic', which tells "
           "who uses it.";
}

Result<WorkspaceEdit> adoptDrift(const Topology &topology, const Environment &environment,
                                 const std::vector<DriftItem> &items)
{
    std::vector<modelling::NewTopic> wanted;
    std::vector<ActualTopic> adopted;
    for (const auto &item : items) {
        if (!isUnaskedTopic(item))
            continue;
        if (const auto why = whyNotAdopted(topology, environment, item); !why.empty())
            return modelling::denied(why);
        wanted.push_back(topicAs(topology, environment, item));
        adopted.push_back(*item.topic);
    }
    if (wanted.empty())
        return adoptWithin(topology, environment, items);
    modelling::Steps steps(topology.workspace);
    if (auto done = steps.take(modelling::addTopics(topology, wanted)); !done)
        return tl::unexpected(done.error());
    if (const auto why = whatStillDiffers(*steps.now(), environment, adopted); !why.empty())
        return modelling::denied(why);
    const auto withTopics = steps.now(); // whose readers may be adopted too
    if (auto done = steps.take(adoptWithin(*withTopics, environment, items)); !done)
        return tl::unexpected(done.error());
    return steps.edit();
}

} // namespace meshwright::adoption
