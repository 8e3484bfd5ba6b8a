// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/state.h"

#include <map>
#include <string>
#include <vector>

namespace meshwright::adoption {

/// What a subject is to a topic, as its name tells.
struct SubjectUse
{
    const ActualSubject *subject = nullptr;
    bool isKey = false;
    std::string strategy = {}; ///< that makes this name; empty: the usual one
    std::string record = {};   ///< of a name with one
};

/// The uses of each topic, its key and value by the usual strategy first. A subject whose name has
/// none of the topics in it is in none of them.
std::map<std::string, std::vector<SubjectUse>>
subjectUses(const std::vector<ActualTopic> &topics, const std::vector<ActualSubject> &subjects);

} // namespace meshwright::adoption
