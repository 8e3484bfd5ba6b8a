// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "conformance/check.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::conformance {

struct IdWords
{
    std::string_view rule;
    std::string_view key;  ///< operationId, messageId
    std::string_view what; ///< operation, message
};

/// That no two owners have one id. An id of a trait counts, and so does a second use of one owner.
void checkUniqueIds(Check &check, const IdWords &words, const std::vector<Value> &owners);
/// Whether neither the owner nor a trait of it has an id.
bool lacksId(Check &check, const Value &owner, std::string_view key);

} // namespace meshwright::conformance
