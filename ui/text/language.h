// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

class QCoreApplication;

/// The language that the window speaks. Texts are made once, with their widgets, so another one
/// shows at the next start.
namespace meshwright::ui::language {

struct Language
{
    QString code; ///< such as `de`
    QString name; ///< in itself: `Deutsch`

    bool operator==(const Language &) const = default;
};

/// English, which needs no translation, then the others by their names.
QList<Language> available();

/// The user's choice, a code of `available()`; empty: as the system speaks.
QString chosen();
void choose(const QString &code);

/// The first of the system's languages that is available; English where none is.
QString bestOf(const QStringList &systemLanguages);

/// What the choice leads to: a code of `available()`.
QString wanted();

/// What was installed.
QString spoken();

/// True until the next start after a choice that changes something.
inline bool isRestartNeeded()
{
    return wanted() != spoken();
}

/// Before the first window: the translation, Qt's own of its dialogs, English plurals, the
/// direction of writing and the form of numbers and dates. `code` goes before the choice.
void install(QCoreApplication &application, const QString &code = {});

} // namespace meshwright::ui::language
