// SPDX-License-Identifier: Apache-2.0
// What the company's policies make of its topics: values that they set, and what they find wrong.
#pragma once

#include "meshwright/topology/topology.h"
#include "meshwright/workspace/policies.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::policy {

/// What one topic is given: Kafka's topic settings, and `partitions` and `replicas`, as text.
using Values = std::map<std::string, std::string>;

/// What the topic's channel declares in its Kafka binding.
Values declaredValues(const Topic &topic);

/// Who answers for a topic: `x-owner` of its channel, of the spec's info, or the name or email of
/// `info.contact`; empty where nobody is named.
std::string ownerOf(const Topic &topic);

/// A value that a policy set, or would have set.
struct Change
{
    const Policy *policy = nullptr;
    const PolicyDemand *demand = nullptr;
    std::optional<std::string> before; ///< none: nothing was declared
    std::string after;
    bool isOverride = false;             ///< false: a default
    const Policy *overruledBy = nullptr; ///< set: an earlier policy set another value, which holds
};

/// Something that a policy asks for and a topic lacks, or that it forbids and a topic has.
struct Breach
{
    const Policy *policy = nullptr;
    const PolicyDemand *demand = nullptr;
    bool isForbidden = false;
    std::string message;               ///< what is wrong, without the policy's own words
    asyncapi::Place place;             ///< in the spec
    std::optional<std::string> wanted; ///< a value that would do, of a setting
};

class TopicFacts;

/// Judges topics by the policies that hold in one environment; none: those that hold in all.
/// Payloads are read once a judge, and only where a policy asks for marks in them. Not for several
/// threads at once.
class Judge
{
public:
    explicit Judge(const Topology &topology, std::optional<std::string_view> environment = {});
    ~Judge();
    Judge(const Judge &) = delete;
    Judge &operator=(const Judge &) = delete;

    bool hasPolicies() const { return !m_policies.empty(); }

    /// Whether the policy's conditions hold for the topic.
    bool applies(const PolicyCondition &when, const PolicyCondition &unless, const Topic &topic);
    std::vector<const Policy *> applying(const Topic &topic);

    /// Sets what policies set: defaults where nothing is declared, then overrides, each in the
    /// order of the files: values, of which the first holds, and then bounds. One change a subject
    /// is told, by the policy that had the last word; beside it, what could not be kept.
    std::vector<Change> adjust(const Topic &topic, Values &values);

    /// What the topic breaks with these values.
    std::vector<Breach> breaches(const Topic &topic, const Values &values);

private:
    bool isMet(const PolicyCondition &condition, const Topic &topic);

    const Topology &m_topology;
    std::vector<PolicyFilePtr> m_files; ///< keeps what is pointed to
    std::vector<const Policy *> m_policies;
    std::unique_ptr<TopicFacts> m_facts;
};

/// A value for people: `48 h (172800000)`.
std::string valueText(std::string_view subject, std::string_view value);

/// The environments that some policy names, sorted.
std::vector<std::string> namedEnvironments(const Workspace &workspace);

} // namespace meshwright::policy
