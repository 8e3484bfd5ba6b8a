// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/adoption/adopt.h"

#include <map>
#include <string>
#include <vector>

namespace meshwright::adoption {

/// A topic as a spec is to say it.
struct TopicText
{
    std::string address;
    std::string type; ///< what its keys are named after
    int partitions = 0;
    int replicas = 0;
    std::map<std::string, std::string> settings;
    std::vector<std::string> grants; ///< contexts, or the keyword for everybody
};

/// One that the context reads and another owns.
struct ConsumptionText
{
    std::string topic;
    std::string type;
};

struct SpecText
{
    ContextId context;
    std::vector<TopicText> topics;
    std::vector<ConsumptionText> consumptions;
};

/// The text of the spec, AsyncAPI 3. What could not be written is noted.
std::string write(const SpecText &spec, std::vector<Note> &notes);

} // namespace meshwright::adoption
