// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/guardsign.h"

#include <QCoreApplication>

namespace meshwright::ui {

namespace {

struct GuardWords
{
    Q_DECLARE_TR_FUNCTIONS(GuardSign)
};

} // namespace

GuardSign guardSign(Guard guard)
{
    switch (guard) {
    case Guard::Dev:
        return {theme::Ink::Good, "environment", GuardWords::tr("open"),
                GuardWords::tr("Plans are applied at one click.")};
    case Guard::Confirm:
        return {theme::Ink::Warning, "warning", GuardWords::tr("asks first"),
                GuardWords::tr("Plans are applied after a second click.")};
    case Guard::Prod:
        break;
    }
    return {theme::Ink::Error, "shield-warning", GuardWords::tr("guarded"),
            GuardWords::tr("Read only, until its name is typed.")};
}

} // namespace meshwright::ui
