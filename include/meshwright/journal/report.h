// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/journal/journal.h"

namespace meshwright::journal {

std::string journalsJson(const Journals &journals); ///< of docs/formats.md

} // namespace meshwright::journal
