// SPDX-License-Identifier: Apache-2.0
// Which policies hold for a topic, and the values that they set.
#include "meshwright/policy/policy.h"

#include "meshwright/topology/contact.h"
#include "policy/topicfacts.h"
#include "policy/values.h"

#include <algorithm>
#include <set>

namespace meshwright::policy {

namespace {

bool fitsOne(std::string_view text, const std::vector<std::string> &patterns)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const std::string &pattern) { return fitsPattern(text, pattern); });
}

std::string wordAt(const yaml::Node *node, std::initializer_list<std::string_view> path)
{
    for (const std::string_view key : path)
        node = node ? node->find(key) : nullptr;
    return node ? std::string(node->asString().value_or("")) : std::string();
}

} // namespace

Values declaredValues(const Topic &topic)
{
    Values values;
    const auto &binding = topic.declaration().kafka;
    if (!binding)
        return values;
    for (const asyncapi::TopicSetting &setting : binding->settings)
        if (!setting.value.value.empty())
            values[setting.key.value] = setting.value.value;
    if (binding->partitions)
        values["partitions"] = binding->partitions->value;
    if (binding->replicas)
        values["replicas"] = binding->replicas->value;
    return values;
}

std::string ownerOf(const Topic &topic)
{
    const yaml::DocumentPtr &document = topic.spec->document;
    const yaml::Node *root = document ? document->root() : nullptr;
    for (const std::string &owner :
         {extensionOf(topic, "x-owner"), wordAt(root, {"info", "x-owner"})})
        if (!owner.empty())
            return owner;
    return contactOf(*topic.spec).label();
}

Judge::Judge(const Topology &topology, std::optional<std::string_view> environment)
    : m_topology(topology)
    , m_files(topology.workspace->policyFiles())
    , m_facts(std::make_unique<TopicFacts>(*topology.workspace))
{
    for (const PolicyFilePtr &file : m_files)
        for (const Policy &policy : file->policies)
            if (policy.environments.empty() || (environment && policy.holdsIn(*environment)))
                m_policies.push_back(&policy);
}

Judge::~Judge() = default;

bool Judge::isMet(const PolicyCondition &condition, const Topic &topic)
{
    const asyncapi::Channel &channel = topic.declaration();
    const Context *context = m_topology.context(topic.owner);
    if (!condition.accesses.empty() &&
        (!topic.access || std::find(condition.accesses.begin(), condition.accesses.end(),
                                    *topic.access) == condition.accesses.end()))
        return false;
    if (!condition.topics.empty() && !fitsOne(topic.name.value, condition.topics))
        return false;
    if (!condition.contexts.empty() && !fitsOne(topic.owner.value, condition.contexts))
        return false;
    if (!condition.domains.empty() &&
        (!context || std::none_of(condition.domains.begin(), condition.domains.end(),
                                  [&](const std::string &domain) {
                                      return context->domain == domain ||
                                             isWithin(context->domain, domain);
                                  })))
        return false;
    if (!condition.tags.empty()) {
        const auto tags = tagsOf(channel);
        if (std::none_of(tags.begin(), tags.end(),
                         [&](const Name &tag) { return fitsOne(tag.value, condition.tags); }))
            return false;
    }
    if (!condition.settings.empty()) {
        const Values values = declaredValues(topic);
        for (const PolicyDemand &demand : condition.settings) {
            const auto found = values.find(demand.subject);
            if (found == values.end() || wantedValue(demand, found->second))
                return false;
        }
    }
    if (condition.fields.empty())
        return true;
    const std::set<std::string> &marks = m_facts->marksOf(topic);
    return std::any_of(condition.fields.begin(), condition.fields.end(),
                       [&](const std::string &mark) { return marks.contains(markIn(mark)); });
}

bool Judge::applies(const PolicyCondition &when, const PolicyCondition &unless, const Topic &topic)
{
    return isMet(when, topic) && (unless.isEmpty() || !isMet(unless, topic));
}

std::vector<const Policy *> Judge::applying(const Topic &topic)
{
    std::vector<const Policy *> found;
    for (const Policy *policy : m_policies)
        if (applies(policy->when, policy->unless, topic))
            found.push_back(policy);
    return found;
}

namespace {

/// Settles the values of one topic.
class Adjustment
{
public:
    explicit Adjustment(Values &values)
        : m_values(values)
        , m_declared(values)
    {}

    void fill(const Policy *policy, const PolicyDemand &demand)
    {
        if (!m_declared.contains(demand.subject))
            set(policy, demand, false);
    }

    /// A value, whatever there is.
    void bind(const Policy *policy, const PolicyDemand &demand) { set(policy, demand, true); }

    /// Bounds, which hold for values of policies too.
    void bound(const Policy *policy, const PolicyDemand &demand)
    {
        if (auto wanted = wantedValue(demand, in(m_values, demand.subject)))
            change(policy, demand, *wanted, true);
    }

    /// That the bounds could not all be kept.
    void judge(const Policy *policy, const PolicyDemand &demand)
    {
        if (auto wanted = wantedValue(demand, in(m_values, demand.subject)))
            m_changes.push_back({policy, &demand, in(m_declared, demand.subject), *wanted, true,
                                 m_lastWord.at(demand.subject)});
    }

    std::vector<Change> take() { return std::move(m_changes); }

private:
    static std::optional<std::string> in(const Values &values, const std::string &subject)
    {
        const auto found = values.find(subject);
        return found == values.end() ? std::nullopt : std::optional(found->second);
    }

    void set(const Policy *policy, const PolicyDemand &demand, bool isOverride)
    {
        auto &setBy = isOverride ? m_boundBy : m_filledBy;
        const auto [first, isNew] = setBy.emplace(demand.subject, policy);
        const auto wanted = wantedValue(demand, in(m_values, demand.subject));
        if (!wanted)
            return;
        if (isNew)
            change(policy, demand, *wanted, isOverride);
        else
            m_changes.push_back({policy, &demand, in(m_declared, demand.subject), *wanted,
                                 isOverride, first->second});
    }

    /// The last word on a subject is the one that is told.
    void change(const Policy *policy, const PolicyDemand &demand, const std::string &after,
                bool isOverride)
    {
        std::erase_if(m_changes, [&](const Change &each) {
            return !each.overruledBy && each.demand->subject == demand.subject;
        });
        m_values[demand.subject] = after;
        m_lastWord[demand.subject] = policy;
        m_changes.push_back(
            {policy, &demand, in(m_declared, demand.subject), after, isOverride, nullptr});
    }

    Values &m_values;
    const Values m_declared;
    std::map<std::string, const Policy *> m_filledBy;
    std::map<std::string, const Policy *> m_boundBy;
    std::map<std::string, const Policy *> m_lastWord;
    std::vector<Change> m_changes;
};

} // namespace

std::vector<Change> Judge::adjust(const Topic &topic, Values &values)
{
    Adjustment adjustment(values);
    const auto policies = applying(topic);
    for (const Policy *policy : policies)
        for (const PolicyDemand &demand : policy->defaults)
            adjustment.fill(policy, demand);
    for (const Policy *policy : policies)
        for (const PolicyDemand &demand : policy->overrides)
            if (!demand.values.empty())
                adjustment.bind(policy, demand);
    for (const bool isLast : {false, true})
        for (const Policy *policy : policies)
            for (const PolicyDemand &demand : policy->overrides)
                if (demand.values.empty())
                    isLast ? adjustment.judge(policy, demand) : adjustment.bound(policy, demand);
    return adjustment.take();
}

std::vector<std::string> namedEnvironments(const Workspace &workspace)
{
    std::set<std::string> names;
    for (const PolicyFilePtr &file : workspace.policyFiles())
        for (const Policy &policy : file->policies)
            names.insert(policy.environments.begin(), policy.environments.end());
    return {names.begin(), names.end()};
}

} // namespace meshwright::policy
