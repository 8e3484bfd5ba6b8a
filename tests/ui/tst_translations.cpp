// SPDX-License-Identifier: Apache-2.0
// The translations as texts: all there, and each says what its source says with the same marks.
#include "ui/shell/questions.h"
#include "ui/shell/workbench.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QXmlStreamReader>
#include <QtTest>

using namespace meshwright;
using namespace meshwright::ui;

namespace {

struct Message
{
    QString context;
    QString source;
    bool isCounted = false;
    bool isFinished = false;
    QStringList forms; ///< one, or as many as the language counts
};

QString folder()
{
    return QStringLiteral(MESHWRIGHT_TRANSLATIONS);
}

QStringList languages()
{
    QStringList codes;
    for (const QFileInfo &file : QDir(folder()).entryInfoList({QStringLiteral("*.ts")}))
        codes.append(file.baseName());
    return codes;
}

QList<Message> messagesOf(const QString &language)
{
    QFile file(QStringLiteral("%1/%2.ts").arg(folder(), language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> all;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        const auto attributes = xml.attributes();
        if (name == u"name")
            context = xml.readElementText();
        else if (name == u"message")
            all.append(
                {context, {}, attributes.value(QLatin1String("numerus")) == u"yes", false, {}});
        else if (name == u"source")
            all.last().source = xml.readElementText();
        else if (name == u"numerusform")
            all.last().forms.append(xml.readElementText());
        else if (name == u"translation") {
            all.last().isFinished = !attributes.hasAttribute(QLatin1String("type"));
            if (!all.last().isCounted)
                all.last().forms.append(xml.readElementText());
        }
    }
    return all;
}

/// The places that are filled in, in order; numbers may be written as the locale does.
QStringList placesOf(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%L?([1-9n])"));
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places.append(found.next().captured(1));
    places.sort();
    return places;
}

/// `&File` has one; `a && b`, `&nbsp;` and ` & ` have none.
QString mnemonicOf(const QString &text)
{
    static const QRegularExpression mark(QStringLiteral("(?<!&)&([\\w])(?!\\w*;)"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return mark.match(text).captured(1).toUpper();
}

/// What stands after the last letter, digit, place or bracket.
QString endOf(const QString &text)
{
    static const QRegularExpression end(QStringLiteral("[.:…!?]*\\s*$"));
    return end.match(text).captured();
}

QString beginOf(const QString &text)
{
    static const QRegularExpression begin(QStringLiteral("^\\s*"));
    return begin.match(text).captured();
}

QStringList namesIn(const QString &text)
{
    static const QRegularExpression names(QStringLiteral(
        "Meshwright|Kafka|AsyncAPI|Git\\b|ACME|JSON|YAML|Avro|Apache|\\$\\{\\w+:\\w+\\}|"
        "meshwright(\\.yaml|://)|</?\\w+>|PLAINTEXT|CRLF|Esc\\b|HEAD"));
    QStringList found;
    for (auto each = names.globalMatch(text); each.hasNext();)
        found.append(each.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_translations"));
        QSettings().clear();
        QVERIFY(languages().contains(QStringLiteral("de")));
    }

    // Acceptance 36
    /// What the sources say, and nothing else, and all of it.
    void allIsTranslated()
    {
        QProcess update;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LUPDATE"), QStringLiteral(MESHWRIGHT_LUPDATE));
        environment.insert(QStringLiteral("LCONVERT"), QStringLiteral(MESHWRIGHT_LCONVERT));
        update.setProcessEnvironment(environment);
        update.setProcessChannelMode(QProcess::MergedChannels);
        update.start(folder() + QStringLiteral("/update"), {QStringLiteral("--check")});
        QVERIFY(update.waitForFinished());
        QVERIFY2(update.exitCode() == 0, update.readAll().constData());
        for (const QString &language : languages())
            for (const Message &each : messagesOf(language))
                QVERIFY2(each.isFinished, qPrintable(each.source));
    }

    void eachSaysTheSame_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : languages())
            QTest::newRow(qPrintable(language)) << language;
    }

    void eachSaysTheSame()
    {
        QFETCH(const QString, language);
        const auto messages = messagesOf(language);
        QVERIFY(messages.size() > 500);
        QStringList faults;
        for (const Message &each : messages)
            for (const QString &form : each.forms)
                if (const QString fault = faultOf(each, form); !fault.isEmpty())
                    faults.append(QStringLiteral("%1: '%2' – '%3'").arg(fault, each.source, form));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void menuKeysAreNotTakenTwice_data()
    {
        eachSaysTheSame_data();
        QTest::newRow("en") << QStringLiteral("en");
    }

    void menuKeysAreNotTakenTwice()
    {
        QFETCH(const QString, language);
        language::install(*qApp, language);
        Workbench workbench(std::make_unique<DialogQuestions>(), Connections({}));
        QList<const QMenu *> menus;
        for (const QMenu *menu : workbench.window().menuBar()->findChildren<QMenu *>())
            menus.append(menu);
        QVERIFY(menus.size() > 6);
        QStringList twice = sharedKeys(workbench.window().menuBar()->actions());
        for (const QMenu *menu : menus)
            twice += sharedKeys(menu->actions());
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(QLatin1Char('\n'))));
        language::install(*qApp, QStringLiteral("en"));
    }

private:
    static QString faultOf(const Message &message, const QString &form)
    {
        const QString &source = message.source;
        if (form.isEmpty())
            return QStringLiteral("empty");
        QStringList places = placesOf(source);
        if (message.isCounted && &form == &message.forms.first() && !placesOf(form).contains(u"n"))
            places.removeAll(QStringLiteral("n")); // "the first match" needs no number
        if (places != placesOf(form))
            return QStringLiteral("other places to fill");
        if (mnemonicOf(source).isEmpty() != mnemonicOf(form).isEmpty())
            return QStringLiteral("a menu key more or less");
        if (beginOf(source) != beginOf(form) || endOf(source) != endOf(form))
            return QStringLiteral("begins or ends otherwise");
        if (namesIn(source) != namesIn(form))
            return QStringLiteral("a name was changed");
        return {};
    }

    static QStringList sharedKeys(const QList<QAction *> &actions)
    {
        QMap<QString, QString> owners;
        QStringList shared;
        for (const QAction *action : actions) {
            const QString key = mnemonicOf(action->text());
            if (!key.isEmpty() && owners.contains(key))
                shared.append(QStringLiteral("%1: %2, %3").arg(key, owners[key], action->text()));
            owners[key] = action->text();
        }
        return shared;
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
