// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/guardsign.h"

#include "ui/text/text.h"

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

GuardSign signOf(const Environment &environment)
{
    GuardSign sign = guardSign(environment.guard);
    if (environment.isReadOnly)
        sign = {theme::Ink::Muted, "private", GuardWords::tr("read-only"),
                GuardWords::tr("Nothing is ever written there.")};
    if (environment.unverifiedTlsReason.empty())
        return sign;
    return {theme::Ink::Error, "shield-warning", GuardWords::tr("not verified"),
            GuardWords::tr("Its certificates are not verified: %1. %2")
                .arg(toQt(environment.unverifiedTlsReason), sign.meaning)};
}

} // namespace meshwright::ui
