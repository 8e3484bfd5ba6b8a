// SPDX-License-Identifier: Apache-2.0
// The acts in the menus: those of a context, of a topic and of the ground, in the explorer and in
// the graph; and those that cut a company anew, by keys and clicks in their dialogs.
#include "ui/windowbench.h"

#include "ui/diff/diffview.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphview.h"
#include "ui/shell/subjectmenu.h"
#include "ui/symbols/renamedialog.h"
#include "ui/symbols/usagesview.h"

#include "meshwright/modelling/convert.h"

#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

const std::string ordersSpec = "asyncapi: 3.0.0\n"
                               "id: urn:acme.retail.orders\n"
                               "info:\n"
                               "  title: Orders\n"
                               "  version: 1.0.0\n"
                               "channels:\n"
                               "  order:\n"
                               "    address: _public.order\n"
                               "    messages:\n"
                               "      Order:\n"
                               "        payload:\n"
                               "          type: object\n"
                               "  refund:\n"
                               "    address: _public.refund\n"
                               "    messages:\n"
                               "      Refund:\n"
                               "        payload:\n"
                               "          type: object\n"
                               "operations:\n"
                               "  sendOrder:\n"
                               "    action: send\n"
                               "    channel:\n"
                               "      $ref: '#/channels/order'\n"
                               "  sendRefund:\n"
                               "    action: send\n"
                               "    channel:\n"
                               "      $ref: '#/channels/refund'\n";

const std::string moneySpec = "asyncapi: 3.0.0\n"
                              "id: urn:acme.finance.money\n"
                              "info:\n"
                              "  title: Money\n"
                              "  version: 1.0.0\n";

const std::string readerSpec = "asyncapi: 2.6.0\n"
                               "id: urn:acme.retail.reader\n"
                               "info:\n"
                               "  title: Reader\n"
                               "  version: 1.0.0\n"
                               "channels:\n"
                               "  acme.retail.orders._public.refund: # theirs\n"
                               "    subscribe:\n"
                               "      message:\n"
                               "        payload:\n"
                               "          type: object\n";

const Texts company{
    {"orders.yaml", ordersSpec}, {"money.yaml", moneySpec}, {"reader.yaml", readerSpec}};

QStringList namesIn(const QMenu *menu)
{
    QStringList names;
    for (const QAction *action : menu->actions())
        if (!action->isSeparator())
            names.append(plainText(action->text()));
    return names;
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? "?" : text.replace(at, from.size(), to);
}

} // namespace

class TestModellingActions : public QObject
{
    Q_OBJECT

public:
    static void initMain() { useOwnHome(); }

private slots:

    void initTestCase() { theme::install(*qApp, theme::Mode::Light); }

    void eachSubjectHasItsMenu()
    {
        WindowBench b(company);
        QVERIFY(b.open());
        QMenu *menu = b.menuOf("orders");
        QVERIFY(menu);
        const QStringList common{"Go to definition", "Find usages", "Rename everywhere…",
                                 "Copy a link to the selected context or topic",
                                 "Focus on the selected context"};
        QCOMPARE(namesIn(menu), common + QStringList({"Add a topic…", "Consume a topic…",
                                                      "Split the bounded context…",
                                                      "Delete the bounded context…"}));
        QCOMPARE(b.session().selection(), Selection(ContextId{"acme.retail.orders"}));
        menu->close();
        menu = b.menuOf("_public.refund");
        QVERIFY(menu);
        QCOMPARE(namesIn(menu),
                 common + QStringList({"Change access…", "Grant access…", "Stop consuming…",
                                       "Add a message…", "Add a payload field…",
                                       "Set one of Kafka's settings…", "Add a tag…",
                                       "Move the topic to another context…", "Delete the topic…"}));
        menu->close();
        // AsyncAPI 2, and it consumes.
        menu = b.menuOf("reader");
        QVERIFY(menu);
        QVERIFY(namesIn(menu).contains("Convert the spec to AsyncAPI 3…"));
        QVERIFY(namesIn(menu).contains("Stop consuming…"));
        menu->close();
        menu = b.menuOf("acme.retail"); // a domain is nobody's subject
        QVERIFY(menu);
        QCOMPARE(namesIn(menu).first(), QString("New bounded context…"));
        QVERIFY(!namesIn(menu).contains("Add a topic…"));
        menu->close();
    }

    void theKeyOpensTheMenuOfTheRow()
    {
        WindowBench b(company);
        QVERIFY(b.open());
        QVERIFY(b.menuByKey("money"));
        QVERIFY(namesIn(b.menu()).contains("Split the bounded context…"));
        b.menu()->close();
        QTest::keyClick(b.tree(), Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(b.menu(), slow);
        b.menu()->close();
    }

    void theGraphHasTheSameMenu()
    {
        WindowBench b(company);
        QVERIFY(b.open());
        QMenu *menu = b.menuOf("orders");
        const QStringList expected = namesIn(menu);
        menu->close();
        auto *canvas = b.window().findChild<GraphCanvas *>();
        QTRY_VERIFY_WITH_TIMEOUT(canvas->scene(), slow);
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_Menu);
        QTRY_VERIFY_WITH_TIMEOUT(b.menu(), slow);
        QCOMPARE(namesIn(b.menu()), expected);
        WindowBench::choose(b.menu(), "Add a topic…");
        QTRY_VERIFY_WITH_TIMEOUT(b.dialog(), slow);
        QVERIFY(b.dialog()->windowTitle().contains("acme.retail.orders"));
    }

    /// Each name that is in a menu stands for what was under the mouse, not for the caret's.
    void goesFindsRenamesAndCopies()
    {
        WindowBench b(company);
        QVERIFY(b.open());
        WindowBench::choose(b.menuOf("_public.refund"),
                            "Copy a link to the selected context or topic");
        QVERIFY(QApplication::clipboard()->text().contains("acme.retail.orders._public.refund"));
        WindowBench::choose(b.menuOf("_public.refund"), "Find usages");
        auto *usages = b.window().findChild<UsagesView *>();
        QTRY_VERIFY_WITH_TIMEOUT(usages->table()->model()->rowCount() > 1, slow);
        QVERIFY(b.window()
                    .findChild<QLabel *>("usagesHeadline")
                    ->text()
                    .startsWith("Topic acme.retail.orders._public.refund"));
        b.activate();
        WindowBench::choose(b.menuOf("_public.refund"), "Rename everywhere…");
        QTRY_VERIFY_WITH_TIMEOUT(b.window().findChild<RenameDialog *>(), slow);
        QCOMPARE(b.window().findChild<QLineEdit *>("renameName")->text(),
                 QString("acme.retail.orders._public.refund"));
        b.window().findChild<RenameDialog *>()->reject();
        b.activate();
        WindowBench::choose(b.menuOf("money"), "Go to definition");
        QTRY_VERIFY_WITH_TIMEOUT(b.window().editors().currentEditor() &&
                                     b.window().editors().currentEditor()->file() == "money.yaml",
                                 slow);
    }

    void movesATopic()
    {
        WindowBench b(company);
        QVERIFY(b.open());
        WindowBench::choose(b.menuOf("_public.refund"), "Move the topic to another context…");
        QVERIFY(b.dialog());
        auto *target = b.inDialog<QComboBox>("actContext");
        QCOMPARE(target->count(), 2); // all but its owner
        // A reader can't become the owner; the reason is said, and nothing can be pressed.
        target->setEditText("acme.retail.reader");
        const auto *word = b.inDialog<QLabel>("actWord");
        QTRY_VERIFY_WITH_TIMEOUT(word->text().contains("AsyncAPI"), slow);
        QVERIFY(!b.inDialog<QPushButton>("actDo")->isEnabled());
        target->lineEdit()->selectAll();
        QTest::keyClicks(target->lineEdit(), "acme.finance.money");
        auto *button = b.inDialog<QPushButton>("actDo");
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), slow);
        const QString shown = b.dialog()->findChild<DiffView *>()->toPlainText();
        for (const char *file : {"orders.yaml", "money.yaml", "reader.yaml"})
            QVERIFY2(shown.contains(QLatin1String(file)), file);
        QVERIFY(b.doIt());
        QCOMPARE(bytes(b, "reader.yaml"),
                 replaced(readerSpec, "acme.retail.orders._public", "acme.finance.money._public"));
        QVERIFY(bytes(b, "money.yaml").find("address: _public.refund") != std::string::npos);
        QVERIFY(bytes(b, "orders.yaml").find("refund") == std::string::npos);
        QTRY_COMPARE_WITH_TIMEOUT(b.session().selection(),
                                  Selection(TopicName{"acme.finance.money._public.refund"}), slow);
        undoesAtOnce(b);
    }

    void splitsAContext()
    {
        WindowBench b(company);
        QVERIFY(b.open());
        WindowBench::choose(b.menuOf("orders"), "Split the bounded context…");
        QVERIFY(b.dialog());
        auto *id = b.inDialog<QLineEdit>("actId");
        QCOMPARE(id->text(), QString("acme.retail."));
        QTest::keyClicks(id, "refunds"); // behind what is there
        QCOMPARE(b.inDialog<QLineEdit>("actFile")->text(), QString("refunds.yaml"));
        const auto *word = b.inDialog<QLabel>("actWord");
        QTRY_VERIFY_WITH_TIMEOUT(word->text().contains("Tick"), slow);
        auto *parts = b.inDialog<QTreeWidget>("actParts");
        QCOMPARE(parts->topLevelItemCount(), 2);
        parts->setFocus();
        parts->setCurrentItem(parts->topLevelItem(1));
        QTest::keyClick(parts, Qt::Key_Space);
        QCOMPARE(parts->topLevelItem(1)->checkState(0), Qt::Checked);
        QVERIFY(b.doIt());
        const Topology &topology = *b.session().snapshot().topology;
        QVERIFY(topology.topic({"acme.retail.refunds._public.refund"}));
        QVERIFY(!topology.topic({"acme.retail.orders._public.refund"}));
        QVERIFY(bytes(b, "reader.yaml").find("acme.retail.refunds._public.refund") !=
                std::string::npos);
        QTRY_COMPARE_WITH_TIMEOUT(b.session().selection(),
                                  Selection(ContextId{"acme.retail.refunds"}), slow);
        undoesAtOnce(b);
        QVERIFY(!b.session().text("refunds.yaml"));
        // And once more, to the disk.
        b.session().undoStack()->redo();
        QVERIFY(b.settle());
        QVERIFY(b.session().saveAll());
        QVERIFY(QFile::exists(b.files.path("refunds.yaml")));
    }

    void convertsASpec()
    {
        WindowBench b(company);
        QVERIFY(b.open());
        WindowBench::choose(b.menuOf("reader"), "Convert the spec to AsyncAPI 3…");
        QVERIFY(b.dialog());
        QVERIFY(b.dialog()->windowTitle().contains("reader.yaml"));
        const auto workspace = b.session().snapshot().workspace;
        const auto expected = modelling::convertToAsyncApi3(*workspace, "reader.yaml");
        QVERIFY(expected);
        QVERIFY(b.doIt());
        QCOMPARE(bytes(b, "reader.yaml"), expected->text);
        QVERIFY(!b.window().actions().get("convert-spec")->isEnabled());
        undoesAtOnce(b);
        QVERIFY(b.settle());
        QTRY_VERIFY_WITH_TIMEOUT(b.window().actions().get("convert-spec")->isEnabled(), slow);
    }

    /// What AsyncAPI 3 can't say is said before it is done.
    void tellsWhatAConversionLoses()
    {
        WindowBench b({{"old.yaml", replaced(readerSpec, "channels:\n",
                                             "servers:\n  broker:\n    url: https://kafka:9092\n"
                                             "    protocol: wss\nchannels:\n")},
                       {"orders.yaml", ordersSpec}});
        QVERIFY(b.open());
        WindowBench::choose(b.menuOf("reader"), "Convert the spec to AsyncAPI 3…");
        const auto *meaning = b.inDialog<QLabel>("actMeaning");
        QTRY_VERIFY_WITH_TIMEOUT(meaning->isVisible(), slow);
        QVERIFY2(meaning->text().contains("https"), qPrintable(meaning->text()));
    }

    void stopsConsuming()
    {
        WindowBench b(company);
        QVERIFY(b.open());
        WindowBench::choose(b.menuOf("reader"), "Stop consuming…");
        auto *reading = b.inDialog<QComboBox>("actReading");
        QCOMPARE(reading->count(), 1);
        QVERIFY(reading->currentText().contains("acme.retail.orders._public.refund"));
        QVERIFY(b.doIt());
        QVERIFY(b.session().snapshot().topology->consumptions.empty());
        QVERIFY(!b.window().actions().get("stop-consuming")->isEnabled());
        undoesAtOnce(b);
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    /// To be looked at, in the folder that the environment names.
    void pictures()
    {
        QFETCH(bool, isDark);
        if (qEnvironmentVariable("MESHWRIGHT_SCREENSHOTS").isEmpty())
            QSKIP("MESHWRIGHT_SCREENSHOTS names no folder");
        theme::setMode(isDark ? theme::Mode::Dark : theme::Mode::Light);
        WindowBench b(sample());
        b.window().resize(1440, 900);
        QVERIFY(b.open());
        auto &canvas = *b.window().findChild<GraphCanvas *>();
        QTRY_VERIFY_WITH_TIMEOUT(b.window().findChild<GraphView *>()->isSettled(), slow);
        const ContextId campaign{"acme.finance.campaign"};
        hold(canvas, campaign, {"acme.retail.shop"});
        keep(b.window(), "link");
        QTest::keyClick(&canvas, Qt::Key_Escape);
        hold(canvas, campaign, {"acme.retail.shop"});
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, centreOf(canvas, {"acme.retail.shop"}));
        QTRY_VERIFY_WITH_TIMEOUT(b.menu(), slow);
        keep(*b.menu(), "link-topics");
        QTest::keyClick(b.menu(), Qt::Key_Return);
        keepDialog(b, "consume");
        QMenu *menu = b.menuOf("campaign");
        keep(*menu, "menu-context");
        choose(menu, "Split the bounded context…");
        QTest::keyClicks(b.inDialog<QLineEdit>("actId"), "refunds");
        auto *parts = b.inDialog<QTreeWidget>("actParts");
        parts->topLevelItem(1)->setCheckState(0, Qt::Checked);
        keepDialog(b, "split");
        menu = b.menuOf("_public.sale");
        keep(*menu, "menu-topic");
        choose(menu, "Move the topic to another context…");
        b.inDialog<QComboBox>("actContext")->setEditText("acme.retail.shop");
        keepDialog(b, "move");
        choose(b.menuOf("campaign"), "Convert the spec to AsyncAPI 3…");
        keepDialog(b, "convert");
        choose(b.menuOf("ledger"), "Stop consuming…");
        keepDialog(b, "stop");
        b.session().select({});
        canvas.setFrame(1.5, canvas.frame().toScene(centreOf(canvas, campaign)) - QPointF(120, 80));
        const QPoint row = centreOf(canvas, campaign) + QPoint(0, 22);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, row);
        moveHeld(canvas, row + QPoint(60, 20));
        moveHeld(canvas, centreOf(canvas, {"acme.finance.ledger"}));
        keep(b.window(), "near");
        QTest::keyClick(&canvas, Qt::Key_Escape);
        theme::setMode(theme::Mode::Light);
    }

    void aNewTopicIsSelected()
    {
        WindowBench b(company);
        QVERIFY(b.open());
        WindowBench::choose(b.menuOf("money"), "Add a topic…");
        QTest::keyClicks(b.inDialog<QLineEdit>("actType"), "coin");
        QVERIFY(b.doIt());
        QTRY_COMPARE_WITH_TIMEOUT(b.session().selection(),
                                  Selection(TopicName{"acme.finance.money._public.coin"}), slow);
        QTRY_COMPARE_WITH_TIMEOUT(b.tree()->currentIndex().data().toString(),
                                  QString("_public.coin"), slow);
    }

private:
    static Texts sample()
    {
        Texts texts;
        const QDir folder(QStringLiteral(MESHWRIGHT_SAMPLES "/acme"));
        QDirIterator all(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (file.open(QIODevice::ReadOnly))
                texts[folder.relativeFilePath(file.fileName()).toStdString()] =
                    file.readAll().toStdString();
        }
        return texts;
    }

    static void choose(QMenu *menu, const char *text) { WindowBench::choose(menu, text); }

    static QPoint centreOf(const GraphCanvas &canvas, const ContextId &id)
    {
        const auto card = canvas.scene()->cardOf(id);
        return canvas.frame().toScreen(canvas.scene()->cards.at(*card).box).center().toPoint();
    }

    static void hold(GraphCanvas &canvas, const ContextId &from, const ContextId &to)
    {
        const QPoint begin = centreOf(canvas, from);
        const QPoint end = centreOf(canvas, to);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, begin);
        moveHeld(canvas, begin + (end - begin) / 2);
        moveHeld(canvas, end);
    }

    static void moveHeld(GraphCanvas &canvas, const QPoint &at)
    {
        QMouseEvent move(QEvent::MouseMove, at, canvas.mapToGlobal(QPointF(at)), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(&canvas, &move);
    }

    static void keep(QWidget &widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("MESHWRIGHT_SCREENSHOTS");
        const auto path =
            QStringLiteral("%1/%2-%3.png")
                .arg(folder, QLatin1String(name), QLatin1String(QTest::currentDataTag()));
        QVERIFY2(widget.grab().save(path), qPrintable(path));
    }

    static void keepDialog(WindowBench &b, const char *name)
    {
        QTRY_VERIFY_WITH_TIMEOUT(b.dialog(), slow);
        auto *button = b.inDialog<QPushButton>("actDo");
        (void)QTest::qWaitFor([&] { return button->isEnabled(); }, 3000);
        keep(*b.dialog(), name);
        b.dialog()->reject();
        QTRY_VERIFY_WITH_TIMEOUT(!b.dialog(), slow);
        b.activate();
    }

    static std::string bytes(WindowBench &b, const std::string &file)
    {
        const Text text = b.session().text(file);
        return text ? text->bytes() : std::string();
    }

    static void undoesAtOnce(WindowBench &b)
    {
        b.activate();
        QTest::keyClick(&b.window(), Qt::Key_Z, Qt::ControlModifier);
        for (const auto &[file, text] : company)
            QCOMPARE(bytes(b, file), text);
        QVERIFY(b.settle());
        QVERIFY(b.session().modifiedFiles().isEmpty());
    }
};

QTEST_MAIN(TestModellingActions)
#include "tst_modellingactions.moc"
