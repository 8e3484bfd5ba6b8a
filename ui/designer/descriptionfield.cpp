// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/descriptionfield.h"

#include "ui/theme/theme.h"

namespace meshwright::ui {

namespace {

constexpr int lines = 3;

} // namespace

DescriptionField::DescriptionField(const char *name, const QString &accessibleName,
                                   const QString &hint)
{
    setObjectName(QLatin1String(name));
    setAccessibleName(accessibleName);
    setPlaceholderText(hint);
    setTabChangesFocus(true);
    setFixedHeight(fontMetrics().lineSpacing() * lines + theme::widePadding);
}

void DescriptionField::show(const QString &text)
{
    m_shown = text;
    if (!hasFocus() && toPlainText() != text)
        setPlainText(text);
}

void DescriptionField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    const QString text = toPlainText().trimmed();
    if (text != m_shown.trimmed()) // a block of YAML ends with a line end
        emit committed(text);
}

} // namespace meshwright::ui
