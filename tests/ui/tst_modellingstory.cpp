// SPDX-License-Identifier: Apache-2.0
// A company from nothing, by mouse and keys alone: an empty folder gets three contexts with topics,
// messages and fields, who may read and who does; nobody types YAML. What is saved then is what a
// person would have written, and undo leads back to the empty folder.
#include "ui/windowbench.h"

#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphview.h"
#include "ui/shell/newspecdialog.h"
#include "ui/watchdog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QProcess>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

constexpr QSize windowSize(1600, 1000);

const ContextId campaign{"acme.finance.campaign"};
const ContextId ledger{"acme.finance.ledger"};

QString expectedFolder()
{
    return QStringLiteral(MESHWRIGHT_TEST_DATA "/modellingstory");
}

/// All files below a folder, with what is in them.
std::map<QString, QByteArray> contentsOf(const QString &folder)
{
    std::map<QString, QByteArray> contents;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (file.open(QIODevice::ReadOnly))
            contents[QDir(folder).relativeFilePath(file.fileName())] = file.readAll();
    }
    return contents;
}

struct Field
{
    const char *name;
    const char *type;
    const char *description;
    bool isRequired;
};

} // namespace

class TestModellingStory : public QObject
{
    Q_OBJECT

public:
    static void initMain() { useOwnHome(); }

private slots:

    void initTestCase()
    {
        theme::install(*qApp, theme::Mode::Light);
        m_bench = std::make_unique<WindowBench>(Texts());
        window().resize(windowSize);
        QVERIFY(m_bench->open());
        QVERIFY(contentsOf(folder()).empty());
    }

    void threeContexts()
    {
        newContext("acme.finance.ledger", nullptr);
        newContext("acme.retail.pricing", nullptr);
        newContext("acme.finance.campaign", "sale");
        QCOMPARE(topology().contexts.size(), std::size_t(3));
        QVERIFY(topology().topic({"acme.finance.campaign._public.sale"}));
    }

    void itsOtherTopics()
    {
        addTopic("_protected", "margin", "What a campaign earns, by product", "Margin", "6", "7 d");
        addTopic("_private", "draft", "", "Draft", "", "");
        QCOMPARE(topology().topicsOf(campaign).size(), std::size_t(3));
    }

    void whatItsMessagesCarry()
    {
        addFields("_public.sale", {{"saleId", "string", "Given by the till", true},
                                   {"amount", "number", "", true},
                                   {"couponCode", "string", "", false}});
        addFields("_protected.margin",
                  {{"product", "string", "", true}, {"margin", "number", "In percent", true}});
    }

    /// Dragged from card to card, and chosen where it was dropped.
    void theLedgerSubscribesInTheGraph()
    {
        drag(campaign, ledger, "_protected.margin");
        drag(campaign, ledger, "_public.sale");
        QCOMPARE(topology().consumptionsOf(ledger).size(), std::size_t(2));
    }

    void pricingSubscribesByTheMenu()
    {
        choose(menuOf("pricing"), "Consume a topic…");
        auto *topic = m_bench->inDialog<QComboBox>("actTopic");
        topic->lineEdit()->selectAll();
        QTest::keyClicks(topic->lineEdit(), "acme.finance.campaign._protected.margin");
        QVERIFY(m_bench->doIt());
        QCOMPARE(topology().topic({"acme.finance.campaign._protected.margin"})->grants.size(),
                 std::size_t(2));
    }

    void allIsSaved()
    {
        QVERIFY(contentsOf(folder()).empty()); // nothing before that
        press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(session().modifiedFiles().isEmpty(), slow);
        m_written = contentsOf(folder());
        QCOMPARE(m_written.size(), std::size_t(3));
    }

    void itIsWhatAPersonWouldHaveWritten()
    {
        const auto expected = contentsOf(expectedFolder());
        for (const auto &[file, bytes] : m_written) {
            const auto like = expected.find(file);
            QVERIFY2(like != expected.end(), qPrintable(file));
            QCOMPARE(QString::fromUtf8(bytes), QString::fromUtf8(like->second));
        }
        QCOMPARE(m_written.size(), expected.size());
    }

    void theCheckFindsNothingGrave()
    {
        QProcess mw;
        mw.start(qEnvironmentVariable("MESHWRIGHT_BIN") + QStringLiteral("/mw"),
                 {QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("json"),
                  folder()});
        QVERIFY(mw.waitForFinished(slow));
        const QByteArray said = mw.readAllStandardOutput();
        QCOMPARE(mw.exitCode(), 0);
        QVERIFY2(!said.contains("\"error\"") && !said.contains("\"warning\""), said.constData());
    }

    // Acceptance 6
    void undoLeadsBackToTheEmptyFolder()
    {
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier); // away from the texts
        const QAction *undo = window().actions().get(QStringLiteral("undo"));
        int steps = 0;
        for (; undo->isEnabled() && steps < 100; ++steps)
            press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(steps, 13); // one for each deed
        QVERIFY(m_bench->settle());
        QVERIFY(topology().contexts.empty());
        press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(session().modifiedFiles().isEmpty(), slow);
        QCOMPARE(QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList());
    }

    void redoBringsAllOfItAgain()
    {
        const QAction *redo = window().actions().get(QStringLiteral("redo"));
        while (redo->isEnabled())
            window().actions().get(QStringLiteral("redo"))->trigger();
        press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(session().modifiedFiles().isEmpty(), slow);
        QVERIFY(contentsOf(folder()) == m_written);
    }

    void cleanupTestCase() { m_bench.reset(); }

private:
    MainWindow &window() const { return m_bench->window(); }

    Session &session() const { return m_bench->session(); }

    const Topology &topology() const { return *session().snapshot().topology; }

    QString folder() const { return m_bench->files.folder.path(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        m_bench->activate();
        QTest::keyClick(&window(), key, modifiers);
    }

    template <typename T>
    T *find(const char *name) const
    {
        auto *widget = window().findChild<T *>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }

    void newContext(const char *id, const char *firstTopic)
    {
        press(Qt::Key_N, Qt::ControlModifier);
        auto *dialog = find<NewSpecDialog>("newSpecDialog");
        auto *field = dialog->findChild<QLineEdit *>(QStringLiteral("newSpecId"));
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(id));
        if (firstTopic)
            QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("newSpecType")),
                             QLatin1String(firstTopic));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!window().findChild<NewSpecDialog *>(), slow);
        QVERIFY(m_bench->settle());
    }

    /// Looks a row of the explorer up by its filter, and presses the key of its menu.
    QMenu *menuOf(const char *name)
    {
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto *filter = find<QLineEdit>("explorerFilter");
        QTest::keyClicks(filter, QLatin1String(name));
        m_bench->click(name);
        QTest::keyClick(filter, Qt::Key_Escape);
        return m_bench->menuByKey(name);
    }

    static void choose(QMenu *menu, const char *text)
    {
        QVERIFY(menu);
        const auto isThere = [&] {
            return menu->activeAction() &&
                   plainText(menu->activeAction()->text()) == QString::fromUtf8(text);
        };
        for (int i = 0; i < menu->actions().size() && !isThere(); ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QVERIFY2(isThere(), text);
        QTest::keyClick(menu, Qt::Key_Return);
    }

    static void choose(QComboBox *box, const char *text)
    {
        for (int i = 0; i < box->count() && box->currentText() != QLatin1String(text); ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), QLatin1String(text));
    }

    void type(const char *field, const char *text)
    {
        QTest::keyClicks(m_bench->inDialog<QLineEdit>(field), QLatin1String(text));
    }

    void addTopic(const char *access, const char *topic, const char *description,
                  const char *message, const char *partitions, const char *retention)
    {
        choose(menuOf("campaign"), "Add a topic…");
        choose(m_bench->inDialog<QComboBox>("actAccess"), access);
        type("actType", topic);
        type("actDescription", description);
        type("actMessage", message);
        type("actPartitions", partitions);
        type("actRetention", retention);
        QVERIFY(m_bench->doIt());
    }

    void addFields(const char *topic, std::initializer_list<Field> fields)
    {
        for (const Field &field : fields) {
            choose(menuOf(topic), "Add a payload field…");
            type("actName", field.name);
            auto *kind = m_bench->inDialog<QComboBox>("actType");
            kind->lineEdit()->selectAll();
            QTest::keyClicks(kind->lineEdit(), QLatin1String(field.type));
            type("actDescription", field.description);
            auto *required = m_bench->inDialog<QCheckBox>("actRequired");
            required->setFocus();
            if (field.isRequired)
                QTest::keyClick(required, Qt::Key_Space);
            QVERIFY(m_bench->doIt());
        }
    }

    QPoint centreOf(const GraphCanvas &canvas, const ContextId &id) const
    {
        const auto card = canvas.scene()->cardOf(id);
        return canvas.frame().toScreen(canvas.scene()->cards.at(*card).box).center().toPoint();
    }

    void drag(const ContextId &from, const ContextId &to, const char *topic)
    {
        auto &canvas = *find<GraphCanvas>("graphCanvas");
        QTRY_VERIFY_WITH_TIMEOUT(find<GraphView>("graphView")->isSettled(), slow);
        const QPoint begin = centreOf(canvas, from);
        const QPoint end = centreOf(canvas, to);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, begin);
        for (const QPoint &at : {begin + (end - begin) / 3, end}) {
            QMouseEvent move(QEvent::MouseMove, at, canvas.mapToGlobal(QPointF(at)), Qt::NoButton,
                             Qt::LeftButton, {});
            QApplication::sendEvent(&canvas, &move);
        }
        QVERIFY(canvas.link());
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, end);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->menu(), slow);
        choose(m_bench->menu(), topic);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->dialog(), slow);
        QVERIFY(m_bench->doIt());
    }

    std::unique_ptr<WindowBench> m_bench;
    std::map<QString, QByteArray> m_written;
};

MESHWRIGHT_STORY_MAIN(TestModellingStory)
#include "tst_modellingstory.moc"
