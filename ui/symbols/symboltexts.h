// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/symbols/symbols.h"

#include <QString>

namespace meshwright::ui {

/// "Topic acme.sales._public.order".
QString symbolTitle(const symbols::Symbol &symbol);
const char *symbolIconName(symbols::Kind kind);
QString roleName(symbols::Role role);
/// "7 uses of the topic acme.sales._public.order in 3 files".
QString usagesHeadline(const symbols::Symbol &symbol, int uses, int files);

} // namespace meshwright::ui
