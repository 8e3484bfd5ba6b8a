// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/compare/compare.h"

#include <QString>
#include <QStringList>

namespace meshwright::ui::changeexplained {

/// What changed, as a short sentence without its topic.
QString sentence(const compare::Change &change);
/// Why it breaks or would, one sentence a reason; empty where nothing does.
QStringList reasons(const compare::Change &change);
/// For what breaks; else for what came, went or is another.
const char *icon(const compare::Change &change);

} // namespace meshwright::ui::changeexplained
