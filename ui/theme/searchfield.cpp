// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/searchfield.h"

#include "ui/theme/icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace meshwright::ui::theme {

void dressSearchField(QLineEdit &field, const char *icon)
{
    QAction *sign = field.addAction(theme::icon(icon, Ink::Faint), QLineEdit::LeadingPosition);
    sign->setText(field.placeholderText());
    addClearButton(field);
}

void addClearButton(QLineEdit &field)
{
    field.setClearButtonEnabled(true);
    // Qt gives its own clear button no text.
    if (auto *clear = field.findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(QCoreApplication::translate("SearchField", "Clear"));
}

QToolButton *makeSearchToggle(const QString &signs, const QString &tip, const char *name)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(signs);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    return button;
}

} // namespace meshwright::ui::theme
