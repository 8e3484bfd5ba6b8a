// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/journal/statefolder.h"

#include <memory>

namespace meshwright::journal {

/// The right to write to a cluster, held by one process of a user on a host; it ends with the
/// process, however that ends. Other users and hosts are kept apart by what apply finds again
/// before it writes.
class Lease
{
public:
    /// Conflict, with who holds it since when.
    static Result<Lease> take(const std::filesystem::path &stateFolder,
                              const std::string &clusterId, const Runner &by);

private:
    explicit Lease(std::shared_ptr<void> lock)
        : m_lock(std::move(lock))
    {}

    std::shared_ptr<void> m_lock;
};

} // namespace meshwright::journal
