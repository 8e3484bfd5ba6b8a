// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/landscape.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace meshwright::importing {

/// A bounded context to be: a project, or an application that only reads.
struct NewContext
{
    std::string title;
    std::string principal; ///< User:…; empty: nobody writes
    std::vector<const JulieTopic *> topics;
    std::set<std::string> reads;
    Origin origin;
};

/// Whose topics are whose, and who may read them.
struct Ownership
{
    std::map<std::string, NewContext> contexts;          ///< by id
    std::map<std::string, std::set<std::string>> grants; ///< topic → ids of readers, or `_public`
    std::vector<Note> notes;
};

Ownership ownershipIn(const Landscape &landscape);

} // namespace meshwright::importing
