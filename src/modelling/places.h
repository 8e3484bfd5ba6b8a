// SPDX-License-Identifier: Apache-2.0
// Where the parts of a spec stand in a draft's texts, and small steps there.
#pragma once

#include "modelling/draft.h"

#include "asyncapi/resolver.h"
#include "meshwright/asyncapi/spec.h"
#include "meshwright/yaml/write.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::modelling {

using yaml::Spot;
using Keys = std::vector<std::string>;

/// The value that stands at a place of the draft's present text; nothing where there is none.
Spot spotAt(asyncapi::Resolver &resolver, const Draft &draft, const asyncapi::Place &place);
/// The value at the keys from a file's root, no reference followed.
Spot spotAt(asyncapi::Resolver &resolver, const Draft &draft, const std::string &file,
            const Keys &keys);

/// Where `key` of a mapping is written, or would be: in `written` itself where it stands there or
/// no reference does, else behind its reference.
Spot holderOf(asyncapi::Resolver &resolver, const Spot &written, std::string_view key);

/// Sets an entry, in the habits of the file. A new one stands where the mapping's siblings have it,
/// else where people write such a key; what is no key of AsyncAPI's own (`isName`) stands last. A
/// text in place of a scalar keeps its quotes.
Result<void> putEntry(Draft &draft, const Spot &mapping, std::string_view key,
                      const yaml::Value &value, bool isName = false);

/// The same at the end of a way through mappings and references; what is missing of the way is
/// made. `isName`: of the last key.
Result<void> putAlong(Draft &draft, const Spot &mapping, const Keys &way, const yaml::Value &value,
                      bool isName = false);

/// Takes out the entry at the end of a way, and what has nothing left in it then but keys of
/// `leftovers`; nothing happens where it is not there.
Result<void> takeAlong(Draft &draft, const Spot &mapping, const Keys &way,
                       const Keys &leftovers = {});

/// Takes an entry out with the comments right above it.
Result<void> takeEntry(Draft &draft, const Spot &mapping, std::string_view key);

} // namespace meshwright::modelling
