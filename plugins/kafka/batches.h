// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace meshwright::kafka {

/// How a list of writes goes out: what is faulty never does, the rest in batches, one request each.
struct Batches
{
    using Indices = std::vector<std::size_t>;

    std::size_t count = 0;     ///< of all items
    std::size_t batchSize = 0; ///< of one request
    /// Why an item must not be sent, or nothing.
    std::function<std::optional<Error>(std::size_t)> fault;
    /// One answer an index; or why the whole request failed.
    std::function<Result<Outcomes>(const Indices &)> send;
};

/// One outcome an item. After a request that failed as a whole nothing more is sent: the items of
/// the later ones fail with the same cause, but never as unknown.
Outcomes run(const Batches &batches, const std::stop_token &stop);

/// A list in pieces of at most `size`.
template <typename T>
std::vector<std::vector<T>> inBatches(const std::vector<T> &all, std::size_t size)
{
    std::vector<std::vector<T>> batches;
    for (std::size_t from = 0; from < all.size(); from += size) {
        const auto to = std::min(all.size(), from + size);
        batches.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(from),
                             all.begin() + static_cast<std::ptrdiff_t>(to));
    }
    return batches;
}

} // namespace meshwright::kafka
