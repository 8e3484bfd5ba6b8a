// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace meshwright::asyncapi {

/// Milliseconds from `48 h`, `7 d`, `1.5 h`, `2 weeks`, `90 min`, `1 d 12 h`, or a bare number of
/// milliseconds; `forever` and `-1` are -1, as Kafka has it. Units: ms, s, min (m), h, d, w, and
/// their English names. Invalid where it is no duration, is not whole milliseconds, or is longer
/// than Kafka counts.
Result<std::int64_t> parseDuration(std::string_view text);

/// The largest unit that says it exactly: `48 h`, `7 d`, `1500 ms`, `forever`. A whole number of
/// days up to two stays in hours, as people say it.
std::string durationText(std::int64_t milliseconds);

} // namespace meshwright::asyncapi
