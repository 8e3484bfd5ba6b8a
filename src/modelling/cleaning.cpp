// SPDX-License-Identifier: Apache-2.0
// Made of acts that there are.
#include "meshwright/modelling/cleaning.h"

#include "modelling/checked.h"
#include "modelling/steps.h"

#include "meshwright/modelling/accessacts.h"
#include "meshwright/modelling/topicacts.h"
#include "meshwright/policy/cleaning.h"

#include <algorithm>

namespace meshwright::modelling {

Result<WorkspaceEdit> addCleanedTopic(const TopologyPtr &topology, const CleanedTopic &wanted)
{
    const Topic *source = topology->topic(wanted.source);
    if (!source)
        return notFound("No spec here owns the topic '" + wanted.source.value + "'.");
    Steps steps(topology->workspace);
    const auto readings = topology->consumptionsOf(wanted.cleaner);
    const bool isReading = source->owner == wanted.cleaner ||
                           std::any_of(readings.begin(), readings.end(), [&](const auto *reading) {
                               return reading->topic == wanted.source;
                           });
    if (!isReading || !mayRead(*source, wanted.cleaner))
        if (auto done = steps.take(consume(*steps.now(), wanted.cleaner, wanted.source)); !done)
            return tl::unexpected(done.error());
    NewTopic made;
    made.context = wanted.cleaner;
    made.access = Access::Public;
    made.type = wanted.type;
    made.description = wanted.description;
    if (auto done = steps.take(addTopic(*steps.now(), made)); !done)
        return tl::unexpected(done.error());
    const auto &convention = topology->workspace->settings().convention;
    const Topic *cleaned =
        steps.now()->topic(topicNameFor(convention, wanted.cleaner, Access::Public, wanted.type));
    if (!cleaned)
        return notFound("The topic was not made.");
    const std::string tag = std::string(policy::cleanedPrefix) + wanted.source.value;
    if (auto done = steps.take(addTag(*steps.now(), channelIdOf(*cleaned), tag)); !done)
        return tl::unexpected(done.error());
    return steps.edit();
}

} // namespace meshwright::modelling
