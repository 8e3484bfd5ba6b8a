// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/searchfield.h"

#include "ui/theme/icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace meshwright::ui::theme {

void dressSearchField(QLineEdit &field, const char *icon)
{
    QAction *sign = field.addAction(theme::icon(icon, Ink::Faint), QLineEdit::LeadingPosition);
    sign->setText(field.placeholderText());
    field.setClearButtonEnabled(true);
    // Qt gives its own clear button no text.
    if (auto *clear = field.findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(QCoreApplication::translate("SearchField", "Clear"));
}

} // namespace meshwright::ui::theme
