// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/layout/layout.h"
#include "meshwright/report/report.h"

#include <filesystem>

namespace meshwright::mw {} // namespace meshwright::mw
