// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <QString>

namespace meshwright::ui {

/// The embedded sample as a folder that the user may edit. Files that exist stay as they are;
/// missing ones are written.
Result<QString> unpackSample(const QString &folder);
/// Where the sample lives for this user.
QString sampleFolder();

} // namespace meshwright::ui
