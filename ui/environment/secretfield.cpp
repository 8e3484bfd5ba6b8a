// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/secretfield.h"

#include "ui/environment/formfields.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QEvent>

namespace meshwright::ui {

SecretField::SecretField(const QString &setting, QWidget *parent)
    : QLineEdit(parent)
    , m_setting(setting)
    , m_keep(new QAction(tr("Keep it in the keychain"), this))
{
    m_keep->setObjectName(QStringLiteral("keepSecret"));
    m_keep->setVisible(false);
    addAction(m_keep, QLineEdit::TrailingPosition);
    paintSign();
    connect(m_keep, &QAction::triggered, this, &SecretField::keepRequested);
    connect(this, &QLineEdit::textChanged, this, &SecretField::updateSecrecy);
}

void SecretField::setBusy(bool isBusy)
{
    setReadOnly(isBusy);
    m_keep->setEnabled(!isBusy);
}

/// A reference begins with a dollar sign; who begins a secret so has it hidden from the second
/// character on.
void SecretField::updateSecrecy()
{
    const QString typed = text().trimmed();
    const bool isSecret =
        !typed.isEmpty() && typed != QLatin1String("$") && !typed.startsWith(QLatin1String("${"));
    setEchoMode(isSecret ? QLineEdit::Password : QLineEdit::Normal);
    m_keep->setVisible(isSecret);
}

void SecretField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSign();
}

void SecretField::paintSign()
{
    m_keep->setIcon(theme::icon("key"));
}

namespace form {

SecretField *addSecret(QFormLayout &rows, const char *objectName, const QString &setting,
                       const QString &label, const QString &hint)
{
    auto *field = new SecretField(setting);
    addLine(rows, field, objectName, label, hint);
    return field;
}

} // namespace form

} // namespace meshwright::ui
