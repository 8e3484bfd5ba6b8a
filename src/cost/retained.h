// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/cost/costs.h"

namespace meshwright::cost {

/// Either what one copy of the topic holds, or why that is not known.
struct RetainedOrGap
{
    std::optional<Retained> retained;
    std::optional<Gap> gap;
};

RetainedOrGap retainedBy(const DesiredTopic &topic, const std::optional<asyncapi::Volume> &volume);

} // namespace meshwright::cost
