// SPDX-License-Identifier: Apache-2.0
#include "ui/text/language.h"

#include "ui/text/plurals.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>

#include <algorithm>

namespace meshwright::ui::language {

namespace {

const QString english = QStringLiteral("en");
const QString folder = QStringLiteral(":/meshwright/translations");
const QString settingsKey = QStringLiteral("language");
constexpr auto spokenKey = "meshwrightLanguage";
const QString ownName = QStringLiteral("meshwrightTranslator");

/// Qt names English by the country of its default, and some languages without a capital.
QString nameOf(const QString &code)
{
    if (code == english)
        return QStringLiteral("English");
    QString name = QLocale(code).nativeLanguageName();
    return name.replace(0, 1, name.left(1).toUpper());
}

bool isAvailable(const QString &code)
{
    const auto all = available();
    return std::any_of(all.begin(), all.end(),
                       [&](const Language &each) { return each.code == code; });
}

/// The last one that is installed is asked first.
void add(QCoreApplication &application, QTranslator *translator)
{
    translator->setObjectName(ownName);
    QCoreApplication::installTranslator(translator);
    translator->setParent(&application);
}

void addFile(QCoreApplication &application, const QString &name, const QString &directory)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(name, directory))
        add(application, translator.release());
}

/// Where the system speaks the language it also says how numbers and dates are written; else they
/// follow the language, with the system's territory.
QLocale localeFor(const QString &code)
{
    const QLocale system = QLocale::system();
    const QLocale own(code);
    const bool isSystems = system.language() == own.language();
    const bool isPlain = system.language() == QLocale::C && code == english;
    return isSystems || isPlain ? system : QLocale(own.language(), system.territory());
}

} // namespace

QList<Language> available()
{
    QList<Language> all;
    const auto files = QDir(folder).entryInfoList({QStringLiteral("*.qm")});
    for (const QFileInfo &file : files)
        all.append({file.baseName(), nameOf(file.baseName())});
    std::sort(all.begin(), all.end(), [](const Language &a, const Language &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    all.prepend({english, nameOf(english)});
    return all;
}

QString chosen()
{
    const QString code = QSettings().value(settingsKey).toString();
    return isAvailable(code) ? code : QString();
}

void choose(const QString &code)
{
    if (code.isEmpty())
        QSettings().remove(settingsKey);
    else
        QSettings().setValue(settingsKey, code);
}

QString bestOf(const QStringList &systemLanguages)
{
    for (const QString &each : systemLanguages) {
        const QString plain = QString(each).replace(QLatin1Char('-'), QLatin1Char('_'));
        for (QString code = plain; !code.isEmpty();
             code = code.left(qMax(0, code.lastIndexOf(QLatin1Char('_')))))
            if (isAvailable(code))
                return code;
    }
    return english;
}

QString wanted()
{
    const QString code = chosen();
    return code.isEmpty() ? bestOf(QLocale::system().uiLanguages()) : code;
}

QString spoken()
{
    const QVariant code = QCoreApplication::instance()->property(spokenKey);
    return code.isValid() ? code.toString() : english;
}

void install(QCoreApplication &application, const QString &code)
{
    qDeleteAll(application.findChildren<QTranslator *>(ownName, Qt::FindDirectChildrenOnly));
    const QString speak = isAvailable(code) ? code : wanted();
    application.setProperty(spokenKey, speak);
    QLocale::setDefault(localeFor(speak));
    add(application, new EnglishPlurals);
    if (speak != english) {
        addFile(application, QStringLiteral("qtbase_") + speak,
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        addFile(application, speak, folder);
    }
    if (qobject_cast<QGuiApplication *>(&application))
        QGuiApplication::setLayoutDirection(QLocale(speak).textDirection());
}

} // namespace meshwright::ui::language
