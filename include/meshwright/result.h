// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace meshwright {

/// Why something could not be done, for a cause outside the program.
struct Error
{
    enum class Code { Invalid, NotFound, Conflict, Io, Network, Denied, Timeout, Cancelled };

    Code code = Code::Invalid;
    std::string message; ///< one sentence for the user: what, why, and what to do
    std::string where;   ///< file:line:column, JSON pointer or broker; may be empty

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

} // namespace meshwright
