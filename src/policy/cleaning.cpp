// SPDX-License-Identifier: Apache-2.0
#include "meshwright/policy/cleaning.h"

#include "policy/topicfacts.h"
#include "text/lowercase.h"

#include <algorithm>
#include <cctype>

namespace meshwright::policy {

namespace {

/// A tag of the source that the cleaned topic's payload is still marked with, or nothing.
std::string markLeft(const Topology &topology, const Topic &cleaned, const Topic &source)
{
    TopicFacts facts(*topology.workspace);
    const std::set<std::string> &marks = facts.marksOf(cleaned);
    for (const Name &tag : tagsOf(source.declaration()))
        if (marks.contains(lowerCase(tag.value)))
            return tag.value;
    return {};
}

} // namespace

std::vector<Cleaning> cleaningsOf(const Topic &topic)
{
    std::vector<Cleaning> found;
    for (const Name &tag : tagsOf(topic.declaration()))
        if (tag.value.starts_with(cleanedPrefix))
            found.push_back({&topic, {tag.value.substr(cleanedPrefix.size())}, tag.place});
    return found;
}

std::vector<Cleaning> cleanings(const Topology &topology)
{
    std::vector<Cleaning> all;
    for (const Topic &topic : topology.topics) {
        const auto found = cleaningsOf(topic);
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

std::vector<CleaningFault> faultsOf(const Topology &topology, const Cleaning &cleaning)
{
    using Kind = CleaningFault::Kind;
    const Topic *source = topology.topic(cleaning.source);
    const std::string &from = cleaning.source.value;
    const ContextId &cleaner = cleaning.cleaned->owner;
    if (!source)
        return {{Kind::UnknownSource, "No spec here owns the topic '" + from +
                                          "' that this one is said to be cleaned "
                                          "from."}};
    std::vector<CleaningFault> faults;
    const auto readings = topology.consumptionsOf(cleaner);
    const bool isRead = source->owner == cleaner ||
                        std::any_of(readings.begin(), readings.end(), [&](const auto *each) {
                            return each->topic == cleaning.source;
                        });
    if (!isRead)
        faults.push_back({Kind::NotRead, "'" + cleaner.value + "' does not read '" + from +
                                             "', so this topic can't be cleaned from it."});
    else if (!mayRead(*source, cleaner))
        faults.push_back({Kind::NotRead, "'" + cleaner.value + "' may not read '" + from +
                                             "': its owner grants it '" + grantTag(cleaner.value) +
                                             "'."});
    const Context *context = topology.context(cleaner);
    if (context && !context->isControlPlane && !topology.workspace->settings().controlPlane.empty())
        faults.push_back({Kind::OutsideControlPlane,
                          "'" + cleaner.value + "' cleans '" + from +
                              "' and is no part of the control plane, which the company trusts "
                              "with that."});
    if (const std::string mark = markLeft(topology, *cleaning.cleaned, *source); !mark.empty())
        faults.push_back({Kind::StillMarked, "This topic is said to be cleaned from '" + from +
                                                 "', and its payload has fields marked '" + mark +
                                                 "' still: take them out of the schema."});
    return faults;
}

} // namespace meshwright::policy
