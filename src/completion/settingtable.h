// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/expectation.h"

#include <string_view>
#include <vector>

namespace meshwright::completion {

/// A key of meshwright.yaml; docs/settings.md has the same.
struct Setting
{
    std::string_view path; ///< environments/*/guard; `*` is a name or an item
    reference::Shape shape = reference::Shape::Scalar;
    std::string_view text;
    std::string_view values = {}; ///< those that can be written, with blanks between
    std::string_view defaultValue = {};
    bool isRequired = false;
};

/// In the order in which they are usually written.
const std::vector<Setting> &settingTable();

} // namespace meshwright::completion
