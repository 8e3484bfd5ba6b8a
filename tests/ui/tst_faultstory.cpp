// SPDX-License-Identifier: Apache-2.0
// One fault of each kind, in the real window, by keys and clicks: each is one error in the list of
// problems and no more, at its line and column; a click goes to the token, the mouse on it shows
// what is wrong, and where there is a quick fix, it mends the fault.
#include "connectors/connectors.h"
#include "ui/editor/codeeditor.h"
#include "ui/shell/workbench.h"
#include "ui/theme/theme.h"
#include "ui/watchdog.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QPainter>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::ui;

namespace {

constexpr QSize windowSize(1400, 880);
constexpr int slow = 30000;

struct Fault
{
    const char *kind;
    const char *place; ///< file:line:column
    const char *token; ///< what is selected and underlined
    const char *rule;
    const char *words; ///< of its message
    const char *fix;   ///< of a quick fix's title; empty: there is none
};

constexpr Fault faults[] = {
    {"access", "access.yaml:7:3", "acme.sales.owner._protected.margin", "access/no-grant",
     "waiting for a grant", "Grant access to 'acme.sales.access' in owner.yaml"},
    {"unknown alias", "alias.yaml:8:24", "*sael", "yaml/unknown-alias", "No anchor &sael", ""},
    {"Avro payload", "avro.yaml:14:36", "lnog", "asyncapi/payload", "Did you mean 'long'?", ""},
    {"duplicate key", "duplicate.yaml:7:3", "_public.sale", "yaml/duplicate-key", "in line 5", ""},
    {"example of a payload", "example.yaml:14:31", "'12'", "asyncapi/message-example",
     "takes a whole number", ""},
    {"Kafka binding", "kafka.yaml:9:11", "retention.msec", "kafka/unknown-setting",
     "Did you mean 'retention.ms'?", "Write 'retention.ms'"},
    {"meaning", "meaning.yaml:8:28", "sell", "asyncapi/operation-id-unique", "in line 6", ""},
    {"naming convention", "naming.yaml:5:3", "_pubic.sale", "naming/unknown-keyword",
     "Did you mean '_public'?", "Rename to '_public.sale'"},
    {"Protobuf payload", "protobuf.yaml:13:13", "int46", "asyncapi/payload",
     "'int46' is not defined. Did you mean 'int64'?", ""},
    {"reference", "reference.yaml:7:23", "'#/components/messages/sael'", "reference/unresolved",
     "leads nowhere", ""},
    {"structure", "structure.yaml:7:7", "sumary", "asyncapi/structure", "Did you mean 'summary'?",
     "Write 'summary'"},
    {"syntax", "syntax.yaml:8:3", "_public.refund:", "yaml/syntax", "The '{' of line 7", ""},
    {"syntax further down", "syntax.yaml:10:16", "\"Every refund", "yaml/syntax", "The quote", ""},
    {"tab", "tab.yaml:7:1", "\t", "yaml/tab", "spaces", "Indent by spaces"},
};

/// Where this run keeps all that it writes: settings, and the company.
QTemporaryDir &home()
{
    static QTemporaryDir folder;
    return folder;
}

} // namespace

class TestFaultStory : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qputenv(name, home().path().toLocal8Bit());
        QCoreApplication::setApplicationName(QStringLiteral("meshwright"));
    }

private slots:

    void initTestCase()
    {
        const QDir original(QStringLiteral(MESHWRIGHT_TEST_DATA "/faults"));
        const QString copy = home().filePath(QStringLiteral("faults"));
        QVERIFY(QDir().mkpath(copy));
        for (const QString &file : original.entryList(QDir::Files))
            QVERIFY(QFile::copy(original.filePath(file), copy + QLatin1Char('/') + file));
        QApplication::setCursorFlashTime(0);
        theme::install(*qApp, theme::Mode::Light);
        m_workbench = std::make_unique<Workbench>(std::make_unique<DialogQuestions>(),
                                                  Connections(builtInConnectors()));
        window().resize(windowSize);
        window().show();
        window().openPath(copy);
        QTRY_VERIFY_WITH_TIMEOUT(session().isOpen(), slow);
        QTRY_VERIFY_WITH_TIMEOUT(session().isUpToDate() && !session().isBusy(), slow);
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    void eachFaultIsToldOnce()
    {
        QStringList expected;
        for (const Fault &fault : faults)
            expected.append(QStringLiteral("%1 %2").arg(fault.place, fault.rule));
        QStringList told;
        for (int row = 0; row < problems().rowCount(); ++row)
            told.append(cell(row, 2) + QLatin1Char(' ') + cell(row, 1));
        expected.sort();
        told.sort();
        QCOMPARE(told, expected);
    }

    void aClickLeadsToTheToken_data() { rows(); }

    void aClickLeadsToTheToken()
    {
        QFETCH(int, number);
        const Fault &fault = faults[number];
        const QModelIndex row = rowOf(fault);
        QVERIFY(row.isValid());
        QVERIFY2(row.data().toString().contains(QString::fromUtf8(fault.words)),
                 qPrintable(row.data().toString()));
        auto *table = find<QTreeView>("problemsTable");
        table->scrollTo(row);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(row).center());
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(placeOfCaret(), QString::fromUtf8(fault.place));
        QTRY_VERIFY(editor()->hasFocus());
        QVERIFY(isTitleWhole());
        QVERIFY(!editor()->textCursor().hasSelection()); // or the next key would replace it
        QCOMPARE(squiggledAtCaret(), QString::fromUtf8(fault.token));
        hover();
        QTRY_VERIFY_WITH_TIMEOUT(QToolTip::isVisible(), slow);
        const QString shown = QToolTip::text();
        QVERIFY2(shown.contains(QString::fromUtf8(fault.rule)), qPrintable(shown));
        QVERIFY2(shown.contains(QString::fromUtf8(fault.words).toHtmlEscaped()), qPrintable(shown));
        takePictures(fault);
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    // Acceptance 9
    /// Typing right after leaves the token as it is; undo takes back what was typed.
    void theTokenIsNotTypedOver()
    {
        const QModelIndex row = rowOf(faults[0]);
        auto *table = find<QTreeView>("problemsTable");
        table->scrollTo(row);
        const QPoint place = table->visualRect(row).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
        QTRY_VERIFY(editor()->hasFocus());
        QTRY_COMPARE(placeOfCaret(), QString::fromUtf8(faults[0].place));
        QString expected = editor()->toPlainText();
        expected.insert(editor()->textCursor().position(), QLatin1Char('x'));
        QTest::keyClicks(editor(), QStringLiteral("x"));
        QCOMPARE(editor()->toPlainText(), expected);
        editor()->undoStep();
        QTRY_VERIFY(session().isUpToDate() && !session().isBusy());
    }

    void theQuickFixMendsIt_data() { rows(); }

    // Acceptance 9
    void theQuickFixMendsIt()
    {
        QFETCH(int, number);
        const Fault &fault = faults[number];
        const int before = problems().rowCount();
        find<QTreeView>("problemsTable")->setCurrentIndex(rowOf(fault));
        QTest::keyClick(find<QTreeView>("problemsTable"), Qt::Key_Return);
        QTRY_COMPARE(placeOfCaret(), QString::fromUtf8(fault.place));
        QTRY_VERIFY(editor()->hasFocus());
        QTest::keyClick(editor(), Qt::Key_Return, Qt::AltModifier);
        auto *menu = editor()->findChild<QMenu *>(QStringLiteral("fixesMenu"));
        QCOMPARE(menu != nullptr, *fault.fix != '\0');
        if (!menu)
            return;
        QTRY_VERIFY(menu->isVisible());
        QCOMPARE(menu->actions().constFirst()->text(), QString::fromUtf8(fault.fix));
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(!rowOf(fault).isValid());
        QTRY_VERIFY(session().isUpToDate() && !session().isBusy());
        QCOMPARE(problems().rowCount(), before - 1);
        window().activateWindow(); // without a window manager nobody gives the focus back
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    void cleanupTestCase() { m_workbench.reset(); }

private:
    static void rows()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < int(std::size(faults)); ++i)
            QTest::newRow(faults[i].kind) << i;
    }

    MainWindow &window() const { return m_workbench->window(); }

    Session &session() const { return m_workbench->session(); }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        auto *widget = window().findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }

    /// The editor in front; null where none is open.
    CodeEditor *editor() const
    {
        QWidget *page = find<QTabWidget>("editorTabs")->currentWidget();
        return page ? page->findChild<CodeEditor *>(QStringLiteral("codeEditor")) : nullptr;
    }

    const QAbstractItemModel &problems() const
    {
        return *find<QTreeView>("problemsTable")->model();
    }

    QString cell(int row, int column) const
    {
        return problems().index(row, column).data().toString();
    }

    QModelIndex rowOf(const Fault &fault) const
    {
        for (int row = 0; row < problems().rowCount(); ++row)
            if (cell(row, 2) == QLatin1String(fault.place))
                return problems().index(row, 0);
        return {};
    }

    QString placeOfCaret() const
    {
        if (!editor())
            return {};
        const QTextCursor cursor = editor()->textCursor();
        return QStringLiteral("%1:%2:%3")
            .arg(QString::fromStdString(editor()->file()))
            .arg(cursor.blockNumber() + 1)
            .arg(cursor.positionInBlock() + 1);
    }

    /// Whether the tab in front shows the whole name of its file, however many there are.
    bool isTitleWhole() const
    {
        const QTabBar &bar = *find<QTabWidget>("editorTabs")->tabBar();
        const int front = bar.currentIndex();
        return bar.tabText(front) == QString::fromStdString(editor()->file()) &&
               bar.elideMode() == Qt::ElideNone &&
               bar.tabRect(front).width() > bar.fontMetrics().horizontalAdvance(bar.tabText(front));
    }

    /// What is marked as wrong from the caret on.
    QString squiggledAtCaret() const
    {
        for (const auto &mark : editor()->extraSelections())
            if (mark.format.underlineStyle() == QTextCharFormat::WaveUnderline &&
                mark.cursor.selectionStart() == editor()->textCursor().position())
                return mark.cursor.selectedText();
        return {};
    }

    /// Puts the mouse on the first character behind the caret.
    void hover() const
    {
        const QRect box = editor()->cursorRect();
        QTest::mouseMove(editor()->viewport(), editor()->viewport()->rect().bottomRight());
        QTest::mouseMove(editor()->viewport(), box.center() + QPoint(3, 0));
    }

    /// Light and dark, with what the mouse shows, where MESHWRIGHT_SCREENSHOTS names a folder.
    void takePictures(const Fault &fault) const
    {
        const QString folder = qEnvironmentVariable("MESHWRIGHT_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        for (const QString &look : {QStringLiteral("dark"), QStringLiteral("light")}) {
            QToolTip::hideText();
            QTRY_VERIFY(!QToolTip::isVisible());
            window().actions().get(QStringLiteral("theme-") + look)->trigger();
            hover();
            QTRY_VERIFY_WITH_TIMEOUT(QToolTip::isVisible(), slow);
            const auto path =
                QStringLiteral("%1/fault-%2-%3.png")
                    .arg(folder, QString::fromUtf8(fault.kind).replace(' ', '-'), look);
            QVERIFY2(picture().save(path), qPrintable(path));
        }
    }

    QPixmap picture() const
    {
        QPixmap whole = window().grab();
        QPainter painter(&whole);
        for (QWidget *top : QApplication::topLevelWidgets())
            if (top->inherits("QTipLabel") && top->isVisible())
                painter.drawPixmap(window().mapFromGlobal(top->pos()), top->grab());
        return whole;
    }

    std::unique_ptr<Workbench> m_workbench;
};

MESHWRIGHT_STORY_MAIN(TestFaultStory)
#include "tst_faultstory.moc"
