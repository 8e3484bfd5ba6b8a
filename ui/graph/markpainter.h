// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include "meshwright/compare/overlay.h"

#include <QChar>
#include <QPainter>

namespace meshwright::ui {

/// Green, red, amber; never without its sign.
QColor markColor(compare::Mark mark, const theme::Tokens &tokens);
/// + − ~
QChar markSign(compare::Mark mark);

/// The sign in a disc around `centre`.
void paintMark(QPainter &painter, const QPointF &centre, double radius, compare::Mark mark,
               const theme::Tokens &tokens);

} // namespace meshwright::ui
