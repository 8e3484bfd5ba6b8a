// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/actfields.h"

#include "ui/text/text.h"

#include <QComboBox>
#include <QLineEdit>

namespace meshwright::ui::acts {

std::string typed(const QLineEdit *field)
{
    return fromQt(field->text().trimmed());
}

std::string typed(const QComboBox *field)
{
    return fromQt(field->currentText().trimmed());
}

std::function<QString()> lacksText(const QLineEdit *field, const QString &sentence)
{
    return [field, sentence] { return typed(field).empty() ? sentence : QString(); };
}

std::function<QString()> lacksText(const QComboBox *field, const QString &sentence)
{
    return [field, sentence] { return typed(field).empty() ? sentence : QString(); };
}

std::function<QString()> nothingLacks()
{
    return [] { return QString(); };
}

ActDialog *shown(ActDialog *dialog)
{
    dialog->open();
    return dialog;
}

} // namespace meshwright::ui::acts
