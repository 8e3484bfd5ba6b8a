// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/graphpicture.h"

#include <string>
#include <string_view>

namespace meshwright::report {

/// Control characters, and what Unicode says is no character, as spaces: no name can end a line,
/// and XML can hold what is left.
std::string printable(std::string_view text);

/// What a tool that draws has room for: the middle of a very long text is left out.
std::string drawn(const std::string &text);

using Escape = std::string (*)(char);

/// Printable, with every character replaced that `escape` has an answer for.
std::string escaped(const std::string &text, Escape escape);

/// In double quotes, with a backslash before those and itself.
std::string quoted(const std::string &text);

/// The topics of a flow without what they share with its owner: `_public.sale, _public.refund`.
std::string topicsText(const layout::GraphContent &content, const layout::Flow &flow);

} // namespace meshwright::report
