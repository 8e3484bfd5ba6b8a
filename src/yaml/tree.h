// SPDX-License-Identifier: Apache-2.0
// How the parts of a tree are made: in the memory of its document, where nothing is destroyed
// alone.
#pragma once

#include "meshwright/yaml/node.h"

#include <algorithm>
#include <memory_resource>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>

namespace meshwright::yaml {

using Memory = std::pmr::monotonic_buffer_resource;

template <typename T>
std::span<T> makeSpan(Memory &memory, std::size_t count)
{
    static_assert(std::is_trivially_destructible_v<T>);
    if (count == 0)
        return {};
    T *begin = std::pmr::polymorphic_allocator<T>(&memory).allocate(count);
    std::uninitialized_value_construct_n(begin, count);
    return {begin, count};
}

template <typename T>
std::span<const T> keep(Memory &memory, std::span<const T> values)
{
    const auto kept = makeSpan<T>(memory, values.size());
    std::copy(values.begin(), values.end(), kept.begin());
    return kept;
}

inline std::string_view keep(Memory &memory, std::string_view text)
{
    const auto kept = keep(memory, std::span<const char>(text));
    return {kept.data(), kept.size()};
}

/// A mapping's index exists from this many entries on.
constexpr std::size_t longMapping = 17;

/// Sums up what stands in the value: its fingerprint, and whether it holds links.
void sumUp(Node &node);

} // namespace meshwright::yaml
