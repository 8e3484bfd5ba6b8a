// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/graphpicture.h"

#include <string>

namespace meshwright::report {

using Escape = std::string (*)(char);

/// Every character that `escape` has an answer for is replaced by it; control characters by a
/// space, so that no name can end a line.
std::string escaped(const std::string &text, Escape escape);

/// In double quotes, with a backslash before those and itself: as Graphviz and the Structurizr DSL
/// have it.
std::string quoted(const std::string &text);

/// The topics of a flow without what they share with its owner: `_public.sale, _public.refund`.
std::string topicsText(const layout::GraphContent &content, const layout::Flow &flow);

} // namespace meshwright::report
