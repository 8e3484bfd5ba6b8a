// SPDX-License-Identifier: Apache-2.0
// What the dialogs of the acts read from their fields.
#pragma once

#include "ui/designer/actdialog.h"

#include <QString>

#include <functional>
#include <string>

class QComboBox;
class QLineEdit;

namespace meshwright::ui::acts {

std::string typed(const QLineEdit *field);
std::string typed(const QComboBox *field);

/// For `ActDialog::setAct`: the sentence, as long as the field is empty.
std::function<QString()> lacksText(const QLineEdit *field, const QString &sentence);
std::function<QString()> lacksText(const QComboBox *field, const QString &sentence);
std::function<QString()> nothingLacks();

ActDialog *shown(ActDialog *dialog);

} // namespace meshwright::ui::acts
