// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelling/draft.h"

#include "meshwright/asyncapi/spec.h"

#include <string>

namespace meshwright::modelling {

/// One step: a tag on a channel as it was read, before any step in its file.
Result<void> putTag(Draft &draft, const asyncapi::Spec &spec, const asyncapi::Channel &channel,
                    const std::string &tag, const std::string &description = {});

} // namespace meshwright::modelling
