// SPDX-License-Identifier: Apache-2.0
#include "ui/text/actionname.h"

#include <QAction>
#include <QVariant>

namespace meshwright::ui {

QString nameOf(const QAction &action)
{
    if (const QVariant fullName = action.property(fullNameKey); fullName.isValid())
        return fullName.toString();
    QString name = action.text();
    name.remove(QLatin1Char('&'));
    if (name.endsWith(QStringLiteral("…")))
        name.chop(1);
    return name;
}

} // namespace meshwright::ui
