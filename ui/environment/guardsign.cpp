// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/guardsign.h"

#include <QCoreApplication>

namespace meshwright::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("GuardSign", text);
}

} // namespace

GuardSign guardSign(Guard guard)
{
    switch (guard) {
    case Guard::Dev:
        return {theme::Ink::Good, "environment", tr("open"), tr("Plans are applied at one click.")};
    case Guard::Confirm:
        return {theme::Ink::Warning, "warning", tr("asks first"),
                tr("Plans are applied after a second click.")};
    case Guard::Prod:
        break;
    }
    return {theme::Ink::Error, "shield-warning", tr("guarded"),
            tr("Read only, until its name is typed.")};
}

} // namespace meshwright::ui
