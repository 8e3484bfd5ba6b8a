// SPDX-License-Identifier: Apache-2.0
// The lines that head a list: what is in it, and what else is to be known.
#pragma once

#include <QString>

class QColor;
class QLabel;
class QWidget;

namespace meshwright::ui::headline {

QLabel *make(const char *objectName, QWidget *parent);
/// Hidden where there is nothing to say.
void show(QLabel &line, const QString &html);

/// A sign and a text in a colour; `html` is taken as it is.
QString marked(const QString &sign, const QColor &color, const QString &html);
QString link(const QString &text);

} // namespace meshwright::ui::headline
