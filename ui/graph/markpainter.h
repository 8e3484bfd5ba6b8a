// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include "meshwright/compare/overlay.h"

#include <QPainter>

namespace meshwright::ui {

/// Green, red, amber; never without its sign.
QColor markColor(compare::Mark mark, const theme::Tokens &tokens);

/// Its sign, + − or ~, in a disc around `centre`.
void paintMark(QPainter &painter, const QPointF &centre, double radius, compare::Mark mark,
               const theme::Tokens &tokens);

} // namespace meshwright::ui
