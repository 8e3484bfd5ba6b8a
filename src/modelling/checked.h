// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelling/draft.h"
#include "modelling/facts.h"

#include "meshwright/topology/topology.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace meshwright::modelling {

/// What an act promises of its result.
struct Meaning
{
    /// Facts that have these texts afterwards; an empty text: the fact is gone.
    Facts facts = {};
    /// Facts that may change with it, by the beginnings of their names.
    std::vector<std::string> free = {};
    /// More of the same kind.
    std::function<bool(const std::string &fact)> alsoFree = {};
    /// Whether what refers to the edited files from others may read differently.
    bool othersFollow = false;
    /// Whether channels may come that were not there.
    bool addsChannels = false;
    /// Rules that may find more errors afterwards, since that is what was asked for.
    std::set<std::string> allowedRules = {};
    /// What else has to hold; the text says what doesn't.
    std::function<std::optional<std::string>(const Topology &after)> holds = {};
};

/// The draft's edit, where it does what the act promises and nothing else; Invalid with a rule's
/// message where a rule finds a new error, Conflict where more would change than was asked for.
Result<WorkspaceEdit> checked(const Topology &before, const Draft &draft, const Meaning &meaning);

tl::unexpected<Error> invalid(std::string message, std::string where = {});
tl::unexpected<Error> notFound(std::string message, std::string where = {});
tl::unexpected<Error> conflict(std::string message, std::string where = {});
tl::unexpected<Error> denied(std::string message, std::string where = {});

} // namespace meshwright::modelling
