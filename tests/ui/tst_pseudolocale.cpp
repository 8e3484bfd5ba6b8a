// SPDX-License-Identifier: Apache-2.0
// The window in a language that is longer than English, and from right to left: every room and
// dialog of the sample is looked at, and no text may be cut or have missed its translator.
#include "support/gitfolder.h"
#include "ui/planfixture.h"
#include "ui/textinspector.h"

#include "git/opengit.h"
#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/search/search.h"
#include "ui/diff/diffdialog.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/editor/editorpage.h"
#include "ui/designer/designersplit.h"
#include "ui/environment/environmentchooser.h"
#include "ui/graph/graphcanvas.h"
#include "ui/plan/plancontroller.h"
#include "ui/recovery/recoverydialog.h"
#include "ui/search/searchview.h"
#include "ui/shell/questions.h"
#include "ui/shell/unsaveddialog.h"
#include "ui/shell/workbench.h"
#include "ui/text/language.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QMenuBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTreeView>
#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

constexpr int slow = 30000;
constexpr QSize windowSize(1280, 800);
const std::string shop = "retail/shop/shop.yaml";

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The sample in a Git repository, with a change since its commit and a file that is too large.
class Company
{
public:
    Company()
    {
        const QDir original(QStringLiteral(MESHWRIGHT_SAMPLES "/acme"));
        QDirIterator all(original.path(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString file = original.relativeFilePath(all.next());
            const QByteArray text = bytesOf(all.filePath());
            git.write(file, text);
            m_texts += file.toUtf8() + '\n' + text + '\n';
        }
        git.write(QStringLiteral("large.yaml"), "a: " + QByteArray(20'100, 'b') + '\n');
        git.git({QStringLiteral("init"), QStringLiteral("-q")});
        git.commit();
        replace(QString::fromStdString(shop), "_public.order:", "_private.order:");
    }

    void replace(const QString &file, const QByteArray &from, const QByteArray &to) const
    {
        git.write(file, bytesOf(git.path(file)).replace(from, to));
    }

    QString texts() const { return QString::fromUtf8(m_texts); }

    GitFolder git;

private:
    QByteArray m_texts;
};

} // namespace

class TestPseudoLocale : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_pseudolocale"));
        QApplication::setCursorFlashTime(0);
        theme::install(*qApp, theme::Mode::Light);
        const QString ts = QStringLiteral(MESHWRIGHT_TRANSLATIONS "/de.ts");
        m_translator = std::make_unique<PseudoTranslator>(
            ts, QStringLiteral(":/meshwright/translations/de.qm"));
    }

    void everyTextIsTranslatedAndFits_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QString>("language");
        QTest::newRow("longer") << Qt::LeftToRight << QString();
        QTest::newRow("mirrored") << Qt::RightToLeft << QString();
        QTest::newRow("german") << Qt::LeftToRight << QStringLiteral("de");
    }

    // Acceptance 36
    void everyTextIsTranslatedAndFits()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        QFETCH(const QString, language);
        const bool isPseudo = language.isEmpty();
        language::install(*qApp, isPseudo ? QStringLiteral("en") : language);
        if (isPseudo)
            QVERIFY(QCoreApplication::installTranslator(m_translator.get()));
        QGuiApplication::setLayoutDirection(direction);
        QSettings().clear();
        const Company company;
        m_inspector = std::make_unique<TextInspector>();
        m_inspector->setChecksTranslation(isPseudo);
        auto kafka = std::make_shared<FakeConnector>("kafka");
        auto sandbox = std::make_shared<FakeConnector>("sandbox");
        m_workbench =
            std::make_unique<Workbench>(std::make_unique<DialogQuestions>(),
                                        Connections({kafka, sandbox}), git::openRepository);
        window().resize(windowSize);
        window().show();
        allowFixed();
        for (QDockWidget *dock : window().findChildren<QDockWidget *>())
            dock->show();
        lookAtPanels("before a folder is open");
        look("the first page");

        window().openPath(company.git.path());
        QTRY_VERIFY_WITH_TIMEOUT(session().isOpen() && isSettled(), slow);
        allowSpecs(company);
        lookAround(company);
        lookAtMenus();
        lookAtDialogs();
        lookAtOtherDialogs();

        const QTemporaryDir empty;
        window().openPath(empty.path());
        QTRY_VERIFY_WITH_TIMEOUT(session().rootPath() == empty.path() && isSettled(), slow);
        m_inspector->allow(empty.path());
        lookAtPanels("an empty folder");
        m_workbench.reset();
        QCoreApplication::removeTranslator(m_translator.get());
        const QStringList faults = m_inspector->faults();
        for (const QString &fault : faults)
            qWarning("%s", qPrintable(fault));
        QCOMPARE(faults.size(), 0);
    }

    /// What was shown until here and stands in no translation, or under another context there.
    void everyTextIsInTheTranslations()
    {
        const QStringList lost = m_translator->lost();
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(QLatin1Char('\n'))));
    }

private:
    MainWindow &window() { return m_workbench->window(); }

    Session &session() { return m_workbench->session(); }

    bool isSettled() { return session().isUpToDate() && !session().isBusy(); }

    /// What stays as it is: names of products and formats, and what a user types.
    void allowFixed()
    {
        for (const char *text : {"English",
                                 "Deutsch",
                                 "AsyncAPI",
                                 "kafka",
                                 "sandbox",
                                 "PLAINTEXT",
                                 "SSL",
                                 "SASL_PLAINTEXT",
                                 "SASL_SSL",
                                 "PLAIN",
                                 "SCRAM-SHA-256",
                                 "SCRAM-SHA-512",
                                 "${env:KAFKA_USER}",
                                 "${env:KAFKA_PASSWORD}",
                                 "${env:KAFKA_CLIENT_SECRET}",
                                 "https://id.example/oauth2/token",
                                 "OAUTHBEARER",
                                 "meshwright",
                                 "3.0.0",
                                 "sale",
                                 "Sale",
                                 "customerId",
                                 "string",
                                 "integer",
                                 "number",
                                 "boolean",
                                 "object",
                                 "array",
                                 "HEAD",
                                 "main",
                                 "large.yaml",
                                 "acme.finance.sales",
                                 "_public",
                                 "_protected",
                                 "_private"})
            m_inspector->allow(QString::fromUtf8(text));
        m_inspector->allow(QSysInfo::prettyProductName());
        for (const AclOperation operation : {AclOperation::Read, AclOperation::Write})
            m_inspector->allow(toQt(std::string(nameOf(operation))));
        m_inspector->allow(QStringLiteral("RW")); // in the access matrix, told in words beside it
        // What stands against an act, and what it means for a cluster, is said by the core.
        for (const char *label :
             {"actWord", "actMeaning", "newSpecFault", "renameMessage", "renameEffects"})
            m_inspector->allowIn(QLatin1String(label));
    }

    /// Spec text, and what the core says in English.
    void allowSpecs(const Company &company)
    {
        TextInspector &inspector = *m_inspector;
        inspector.allow(company.texts());
        inspector.allow(company.git.path());
        inspector.allow(QFileInfo(company.git.path()).fileName());
        const Snapshot &snapshot = session().snapshot();
        for (const search::Entry &entry : search::entriesOf(*snapshot.topology)) {
            inspector.allow(toQt(entry.name));
            inspector.allow(toQt(entry.detail));
        }
        for (const Context &context : snapshot.topology->contexts)
            inspector.allow(QStringLiteral("User:") + toQt(context.id.value));
        for (const Diagnostic &each : *snapshot.diagnostics) {
            inspector.allow(toQt(each.message));
            inspector.allow(toQt(each.rule));
        }
        for (const asyncapi::KafkaSetting &setting : asyncapi::kafkaSettings()) {
            inspector.allow(toQt(setting.name));
            inspector.allow(toQt(setting.meaning));
            for (const auto choice : setting.choices)
                inspector.allow(toQt(choice));
        }
    }

    void look(const char *where) { look(window(), QString::fromUtf8(where)); }

    void look(QWidget &widget, const QString &where)
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        m_inspector->allow(m_translator->qts());
        if (const auto &diagnostics = session().snapshot().diagnostics)
            for (const Diagnostic &each : *diagnostics)
                m_inspector->allow(toQt(each.message));
        m_inspector->look(widget, where);
        takePicture(widget, where);
    }

    /// Light and dark, where MESHWRIGHT_SCREENSHOTS names a folder.
    static void takePicture(QWidget &widget, const QString &where)
    {
        const QString folder = qEnvironmentVariable("MESHWRIGHT_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        for (const auto mode : {theme::Mode::Dark, theme::Mode::Light}) {
            theme::setMode(mode);
            QCoreApplication::processEvents();
            QString name = QStringLiteral("%1-%2-%3")
                               .arg(QLatin1String(QTest::currentDataTag()), where,
                                    QLatin1String(mode == theme::Mode::Dark ? "dark" : "light"));
            widget.grab().save(folder + QLatin1Char('/') +
                               name.replace(QLatin1Char(' '), QLatin1Char('-')) +
                               QStringLiteral(".png"));
        }
    }

    QAction *action(const QString &id)
    {
        QAction *found = window().actions().get(id);
        if (!found)
            qFatal("there is no action %s", qPrintable(id));
        return found;
    }

    void run(const char *id) { action(QLatin1String(id))->trigger(); }

    void lookAtPanels(const char *when)
    {
        for (const char *dock :
             {"show-problems", "show-searchDock", "show-planDock", "show-driftDock",
              "show-usagesDock", "show-changesDock", "show-grants", "show-policies", "show-slices",
              "show-glossary", "show-explorer"}) {
            run(dock);
            look(window(), QStringLiteral("%1, %2").arg(QLatin1String(when), QLatin1String(dock)));
        }
    }

    CodeEditor *edit(const std::string &file, const QString &word = {})
    {
        window().editors().openFile(file);
        CodeEditor *editor = window().editors().currentEditor();
        if (!word.isEmpty()) {
            editor->moveCursor(QTextCursor::Start);
            if (!editor->find(word))
                qFatal("%s is not in the text", qPrintable(word));
        }
        editor->setFocus();
        return editor;
    }

    void lookAround(const Company &company)
    {
        auto *canvas = window().findChild<GraphCanvas *>();
        QTRY_VERIFY_WITH_TIMEOUT(canvas->scene() && canvas->scene()->cards.size() == 17, slow);
        look("text and graph");
        run("mode-graph");
        window().findChild<QToolButton *>(QStringLiteral("graphLegendToggle"))->click();
        look("the graph");
        run("mode-text");
        edit("large.yaml");
        look("a large file");
        edit(shop, QStringLiteral("_private.checkout"));
        run("find-usages");
        run("replace");
        lookAtPanels("the sample");
        window().findChild<SearchView *>()->findChild<QLineEdit *>("searchField")->setText("sale");
        window().findChild<SearchView *>()->findChild<QLineEdit *>("searchReplace")->setText("x");
        auto *found = window().findChild<QTreeView *>(QStringLiteral("searchTree"));
        QTRY_VERIFY_WITH_TIMEOUT(found->model()->rowCount() > 0, slow);
        run("show-searchDock");
        look("what was found");
        run("show-changesDock");
        auto *changes = window().findChild<QTreeView *>(QStringLiteral("changesTree"));
        QTRY_VERIFY_WITH_TIMEOUT(changes->model()->rowCount() > 0, slow);
        look("what changed");
        lookAtPlans();
        run("mode-text");
        edit(shop);
        window().editors().currentPage()->split()->setDesigning(true);
        run("show-problems");
        look("the designer");
        run("toggle-panels");
        look("the designer alone");
        run("toggle-panels");
        window().editors().currentPage()->split()->setDesigning(false);
        window().showNote(PseudoTranslator::padded(QStringLiteral("A note").repeated(20)));
        look("a note");
        lookAtConflict(company);
    }

    void lookAtPlans()
    {
        auto *controller = window().findChild<PlanController *>();
        auto *chooser = window().findChild<EnvironmentChooser *>();
        for (const char *environment : {"sandbox", "production"}) {
            chooser->setCurrent(QLatin1String(environment));
            run("provision");
            QTRY_COMPARE_WITH_TIMEOUT(controller->phase(), PlanController::Phase::Planned, slow);
            for (const PlanItem &item : controller->made()->plan.items) {
                m_inspector->allow(toQt(item.resource));
                m_inspector->allow(toQt(describe(item)));
                m_inspector->allow(toQt(beforeText(item)));
                m_inspector->allow(toQt(afterText(item)));
            }
            for (const PlanProblem &problem : controller->made()->plan.problems)
                m_inspector->allow(toQt(problem.message));
            look(window(), QStringLiteral("the plan for %1").arg(QLatin1String(environment)));
        }
    }

    /// Another program changes a file with unsaved edits.
    void lookAtConflict(const Company &company)
    {
        CodeEditor *editor = edit(shop);
        QTest::keyClicks(editor, QStringLiteral("#"));
        company.replace(QString::fromStdString(shop), "asyncapi:", "# other\nasyncapi:");
        QTRY_VERIFY_WITH_TIMEOUT(session().hasConflict(shop), slow);
        look("a conflict");
        session().takeTheirs(shop);
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(), slow);
    }

    void lookAtMenus()
    {
        QList<QMenu *> menus = window().menuBar()->findChildren<QMenu *>();
        menus.append(window().findChild<QMenu *>(QStringLiteral("environmentMenu")));
        for (QMenu *menu : std::as_const(menus)) {
            menu->popup(window().mapToGlobal(QPoint(40, 40)));
            look(*menu, QStringLiteral("menu %1").arg(menus.indexOf(menu)));
            menu->hide();
        }
    }

    /// The dialog that an action opened.
    QDialog *opened()
    {
        for (QWidget *each : QApplication::topLevelWidgets())
            if (auto *dialog = qobject_cast<QDialog *>(each); dialog && dialog->isVisible())
                return dialog;
        return nullptr;
    }

    void lookAtOpened(const QString &where)
    {
        QTRY_VERIFY_WITH_TIMEOUT(opened(), slow);
        QDialog *dialog = opened();
        look(*dialog, where);
        bool isFilledIn = false;
        for (auto *field : dialog->findChildren<QLineEdit *>())
            if (field->isEnabled() && field->text().isEmpty()) {
                field->setText(QStringLiteral("x1"));
                isFilledIn = true;
            }
        if (isFilledIn) {
            QTest::qWait(120); // the dialogs judge what was typed when typing pauses
            look(*dialog, where + QStringLiteral(" filled in"));
        }
        const QPointer<QDialog> gone(dialog);
        dialog->reject();
        QTRY_VERIFY_WITH_TIMEOUT(!gone || !gone->isVisible(), slow);
    }

    void lookAtDialogs()
    {
        edit(shop, QStringLiteral("_private.checkout"));
        session().select(TopicName{"acme.retail.shop._private.checkout"});
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(), slow);
        for (const char *id :
             {"palette", "search", "shortcuts", "about", "new-spec", "rename", "add-topic",
              "consume-topic", "change-access", "grant-access", "add-message", "add-field",
              "set-setting", "add-tag", "delete-topic", "delete-context", "go-to-line"}) {
            QVERIFY2(action(QLatin1String(id))->isEnabled(), id);
            run(id);
            lookAtOpened(QLatin1String(id));
        }
        auto *menu = window().findChild<QMenu *>(QStringLiteral("environmentMenu"));
        for (const char *id : {"editEnvironment", "addEnvironment"}) {
            emit menu->aboutToShow();
            menu->findChild<QAction *>(QLatin1String(id))->trigger();
            lookAtOpened(QLatin1String(id));
        }
    }

    void lookAtOtherDialogs()
    {
        UnsavedDialog unsaved({QString::fromStdString(shop)}, &window());
        unsaved.show();
        look(unsaved, QStringLiteral("unsaved edits"));
        const Text onDisk = session().text(shop);
        const Draft draft{{}, shop, {}, 0, 1, onDisk->bytes() + "\n# more\n"};
        RecoveryDialog recovery({{{draft, {}, {}}, onDisk, true}}, &window());
        recovery.show();
        look(recovery, QStringLiteral("recovered edits"));
    }

    std::unique_ptr<PseudoTranslator> m_translator;
    std::unique_ptr<TextInspector> m_inspector;
    std::unique_ptr<Workbench> m_workbench;
};

QTEST_MAIN(TestPseudoLocale)
#include "tst_pseudolocale.moc"
