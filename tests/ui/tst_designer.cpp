// SPDX-License-Identifier: Apache-2.0
// A spec as a form: what it shows is what the text says, and what is edited in it changes the text
// in that place only, in one step of undo.
#include "ui/sessionfixture.h"

#include "ui/designer/actdialog.h"
#include "ui/designer/designerview.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

const char *const ordersSpec = R"(asyncapi: 2.6.0
id: urn:acme.orders   # of the shop
info:
  title: Orders
  version: '1.0.0'
channels:
  # what was ordered
  _protected.order:
    description: Every order
    bindings:
      kafka:
        partitions: 3   # as many as pickers
        topicConfiguration:
          retention.ms: 172800000
          cleanup.policy: [delete]
    publish:
      tags:
        - name: grant-access:acme.stock
        - name: pii
      message:
        name: Order
        payload:
          type: object
          required: [id]
          properties:
            id: {type: string}
            customer:
              type: object
              properties:
                email: {type: string, x-pii: true}
)";

const char *const stockSpecOfOrders = R"(asyncapi: 2.6.0
id: urn:acme.stock
info:
  title: Stock
  version: '1.0.0'
channels:
  acme.orders._protected.order:
    subscribe:
      message:
        name: Order
  _private.level:
    publish:
      message:
        name: Level
)";

const Texts texts{{"orders.yaml", ordersSpec}, {"stock.yaml", stockSpecOfOrders}};

/// The form of one spec, shown.
struct Bench
{
    explicit Bench(const std::string &file, const Texts &files = texts)
        : fixture(files)
    {
        if (!fixture.open())
            return;
        view = std::make_unique<DesignerView>(fixture.session, file);
        view->resize(900, 1200);
        view->show();
    }

    template <typename T>
    T *find(const char *name) const
    {
        return view->findChild<T *>(QLatin1String(name));
    }

    QTreeWidget *table(const char *name) const { return find<QTreeWidget>(name); }

    void click(const char *button) const
    {
        QTest::mouseClick(find<QToolButton>(button), Qt::LeftButton);
    }

    ActDialog *dialog() const { return view->findChild<ActDialog *>(); }

    template <typename T>
    T *inDialog(const char *name) const
    {
        return dialog()->findChild<T *>(QLatin1String(name));
    }

    /// Types over a cell, as by F2.
    void typeOver(QTreeWidget *table, QTreeWidgetItem *row, int column, const QString &text) const
    {
        table->setCurrentItem(row, column);
        table->editItem(row, column);
        auto *editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
    }

    /// Waits for the dialog's word on what was typed last, does it, and waits for the result.
    bool doIt() const
    {
        auto *button = inDialog<QPushButton>("actDo");
        if (!QTest::qWaitFor([&] { return button->isEnabled(); }, 10000))
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return QTest::qWaitFor([&] { return dialog() == nullptr; }, 10000) && fixture.settle();
    }

    mutable SessionFixture fixture;
    std::unique_ptr<DesignerView> view;
};

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? "?" : text.replace(at, from.size(), to);
}

QStringList rowTexts(const QTreeWidgetItem *row)
{
    QStringList list;
    for (int column = 0; column < row->columnCount(); ++column)
        list += row->text(column);
    return list;
}

} // namespace

class TestDesigner : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { theme::install(*qApp, theme::Mode::Light); }

    void showsWhatTheTextSays();
    void cellsAreEditedInTheText_data();
    void cellsAreEditedInTheText();
    void refusedCellsGoBack();
    void descriptionAndTitle();
    void addsATopic();
    void changesAccessWithItsMeaning();
    void grantsAndRevokes();
    void consumesAnothersTopic();
    void addsAField();
    void setsASetting();
    void choosingAsksForTheText();
    void oldFormIsNotEdited();
    void everyFieldHasAName();
    void lookingChangesNothing();
    void whatIsTypedStaysItsTopics();
    void whatWasRefusedIsNotDoneLater();
    void pictures_data();
    void pictures();
};

void TestDesigner::showsWhatTheTextSays()
{
    const Bench bench("orders.yaml");
    QVERIFY(bench.view);
    QCOMPARE(bench.find<QLineEdit>("designerTitle")->text(), QString("Orders"));
    QCOMPARE(bench.find<QLabel>("designerId")->text(), QString("acme.orders"));
    const QTreeWidget *topics = bench.table("designerTopics");
    QCOMPARE(topics->topLevelItemCount(), 1);
    const QStringList expected{"_protected.order", "_protected", "3", "", "48 h", "1"};
    QCOMPARE(rowTexts(topics->topLevelItem(0)), expected);
    QCOMPARE(bench.find<QPlainTextEdit>("designerTopicDescription")->toPlainText(),
             QString("Every order"));
    const QTreeWidget *messages = bench.table("designerMessages");
    QCOMPARE(messages->topLevelItemCount(), 1);
    const QTreeWidgetItem *order = messages->topLevelItem(0);
    QCOMPARE(order->text(0), QString("Order"));
    QCOMPARE(order->childCount(), 2);
    QCOMPARE(order->child(0)->text(1), QString("string"));
    QCOMPARE(order->child(1)->child(0)->text(0), QString("email"));
    QVERIFY(order->child(1)->child(0)->text(2).contains("x-pii"));
    QCOMPARE(bench.table("designerGrants")->topLevelItem(0)->text(0), QString("acme.stock"));
    QCOMPARE(bench.table("designerTags")->topLevelItemCount(), 1);
    QCOMPARE(bench.table("designerTags")->topLevelItem(0)->text(0), QString("pii"));

    const Bench reader("stock.yaml");
    const QTreeWidget *consumed = reader.table("designerConsumed");
    QCOMPARE(consumed->topLevelItem(0)->text(0), QString("acme.orders._protected.order"));
    QCOMPARE(consumed->topLevelItem(0)->text(1), QString("may read it"));
}

void TestDesigner::cellsAreEditedInTheText_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("partitions") << 2 << "6"
                                << "partitions: 3   #"
                                << "partitions: 6   #";
    QTest::newRow("retention") << 4 << "7 d"
                               << "retention.ms: 172800000"
                               << "retention.ms: 604800000";
}

// Acceptance 14
void TestDesigner::cellsAreEditedInTheText()
{
    QFETCH(int, column);
    QFETCH(QString, typed);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const Bench bench("orders.yaml");
    QTreeWidget *topics = bench.table("designerTopics");
    bench.typeOver(topics, topics->topLevelItem(0), column, typed);
    const std::string expected = replaced(ordersSpec, from.toStdString(), to.toStdString());
    QTRY_COMPARE(QString::fromStdString(bench.fixture.bytes("orders.yaml")),
                 QString::fromStdString(expected));
    QVERIFY(bench.fixture.settle());
    QCOMPARE(topics->topLevelItem(0)->text(column), typed);
    bench.fixture.session.undoStack()->undo();
    QCOMPARE(bench.fixture.bytes("orders.yaml"), std::string(ordersSpec));
}

void TestDesigner::refusedCellsGoBack()
{
    const Bench bench("orders.yaml");
    QTreeWidget *topics = bench.table("designerTopics");
    bench.typeOver(topics, topics->topLevelItem(0), 2, "many");
    const auto *notice = bench.find<QLabel>("designerNotice");
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().contains("many"));
    QCOMPARE(topics->topLevelItem(0)->text(2), QString("3"));
    bench.typeOver(topics, topics->topLevelItem(0), 4, "soon");
    QTRY_VERIFY(notice->text().contains("soon"));
    QCOMPARE(topics->topLevelItem(0)->text(4), QString("48 h"));
    QCOMPARE(bench.fixture.bytes("orders.yaml"), std::string(ordersSpec));
}

void TestDesigner::descriptionAndTitle()
{
    const Bench bench("orders.yaml");
    auto *title = bench.find<QLineEdit>("designerTitle");
    title->selectAll();
    QTest::keyClicks(title, "All orders");
    QTest::keyClick(title, Qt::Key_Return);
    QTRY_VERIFY(bench.fixture.bytes("orders.yaml").find("title: All orders\n") !=
                std::string::npos);
    QVERIFY(bench.fixture.settle());
    auto *description = bench.find<QPlainTextEdit>("designerTopicDescription");
    description->setFocus();
    description->selectAll();
    QTest::keyClicks(description, "Each order once");
    title->setFocus();
    QTRY_VERIFY(bench.fixture.bytes("orders.yaml").find("description: Each order once\n") !=
                std::string::npos);
}

void TestDesigner::addsATopic()
{
    const Bench bench("orders.yaml");
    bench.click("designerAddTopic");
    QVERIFY(bench.dialog());
    QVERIFY(!bench.inDialog<QPushButton>("actDo")->isEnabled());
    bench.inDialog<QComboBox>("actAccess")->setCurrentIndex(2);
    QTest::keyClicks(bench.inDialog<QLineEdit>("actType"), "draft");
    QTest::keyClicks(bench.inDialog<QLineEdit>("actRetention"), "1 h");
    QVERIFY(bench.doIt());
    const auto *topic =
        bench.fixture.session.snapshot().topology->topic({"acme.orders._private.draft"});
    QVERIFY(topic);
    QVERIFY(bench.fixture.bytes("orders.yaml").find("retention.ms: 3600000") != std::string::npos);
    QTRY_COMPARE(bench.table("designerTopics")->topLevelItemCount(), 2);
    bench.fixture.session.undoStack()->undo();
    QCOMPARE(bench.fixture.bytes("orders.yaml"), std::string(ordersSpec));
}

void TestDesigner::changesAccessWithItsMeaning()
{
    const Bench bench("orders.yaml");
    bench.click("designerAccess");
    bench.inDialog<QComboBox>("actAccess")->setCurrentIndex(2);
    const auto *meaning = bench.inDialog<QLabel>("actMeaning");
    QTRY_VERIFY(meaning->isVisible());
    QVERIFY2(meaning->text().contains("acme.stock"), qPrintable(meaning->text()));
    QVERIFY(bench.doIt());
    QVERIFY(bench.fixture.session.snapshot().topology->topic({"acme.orders._private.order"}));
    bench.fixture.session.undoStack()->undo(); // one step, over both files
    QCOMPARE(bench.fixture.bytes("orders.yaml"), std::string(ordersSpec));
    QCOMPARE(bench.fixture.bytes("stock.yaml"), std::string(stockSpecOfOrders));
}

void TestDesigner::grantsAndRevokes()
{
    const Bench bench("orders.yaml");
    bench.click("designerGrant");
    bench.inDialog<QComboBox>("actTarget")->setEditText("acme");
    QVERIFY(bench.doIt());
    QTreeWidget *grants = bench.table("designerGrants");
    QTRY_COMPARE(grants->topLevelItemCount(), 2);
    QVERIFY(bench.fixture.session.snapshot()
                .topology->topic({"acme.orders._protected.order"})
                ->grants.size() == 2);
    grants->setCurrentItem(grants->topLevelItem(0));
    bench.click("designerRevoke");
    QTRY_COMPARE(grants->topLevelItemCount(), 1);
    QCOMPARE(bench.fixture.bytes("orders.yaml").find("acme.stock"), std::string::npos);
}

void TestDesigner::consumesAnothersTopic()
{
    Texts files = texts;
    files["shop.yaml"] = "asyncapi: 2.6.0\nid: urn:acme.shop\ninfo:\n  title: Shop\n"
                         "  version: '1.0.0'\nchannels: {}\n";
    const Bench bench("shop.yaml", files);
    bench.click("designerConsume");
    auto *choice = bench.inDialog<QComboBox>("actTopic");
    QCOMPARE(choice->count(), 1); // a private topic is not offered
    choice->setEditText("acme.orders._protected.order");
    QVERIFY(bench.doIt());
    // The subscription in the reader's spec, and the grant in the owner's.
    QVERIFY(bench.fixture.bytes("shop.yaml").find("acme.orders._protected.order") !=
            std::string::npos);
    QVERIFY(bench.fixture.bytes("orders.yaml").find("grant-access:acme.shop") != std::string::npos);
    QTRY_COMPARE(bench.table("designerConsumed")->topLevelItemCount(), 1);
    bench.fixture.session.undoStack()->undo();
    QCOMPARE(bench.fixture.bytes("orders.yaml"), std::string(ordersSpec));
    QCOMPARE(bench.fixture.bytes("shop.yaml"), files["shop.yaml"]);
}

void TestDesigner::addsAField()
{
    const Bench bench("orders.yaml");
    bench.click("designerAddField");
    QTest::keyClicks(bench.inDialog<QLineEdit>("actName"), "total");
    bench.inDialog<QComboBox>("actType")->setEditText("number");
    QTest::mouseClick(bench.inDialog<QCheckBox>("actRequired"), Qt::LeftButton);
    bench.inDialog<QCheckBox>("actRequired")->setChecked(true);
    QVERIFY(bench.doIt());
    QTRY_COMPARE(bench.table("designerMessages")->topLevelItem(0)->childCount(), 3);
    QVERIFY(bench.fixture.bytes("orders.yaml").find("required: [id, total]") != std::string::npos);
}

void TestDesigner::setsASetting()
{
    const Bench bench("orders.yaml");
    bench.click("designerAddSetting");
    bench.inDialog<QComboBox>("actKey")->setEditText("max.message.bytes");
    QVERIFY(!bench.inDialog<QLabel>("actRemark")->text().isEmpty());
    bench.inDialog<QComboBox>("actValue")->setEditText("2000000");
    QVERIFY(bench.doIt());
    QTRY_COMPARE(bench.table("designerSettings")->topLevelItemCount(), 3);
    QVERIFY(bench.fixture.bytes("orders.yaml").find("max.message.bytes: 2000000") !=
            std::string::npos);
}

void TestDesigner::choosingAsksForTheText()
{
    const Bench bench("orders.yaml");
    QSignalSpy chosen(bench.view.get(), &DesignerView::placeChosen);
    QTreeWidget *messages = bench.table("designerMessages");
    messages->setCurrentItem(messages->topLevelItem(0)->child(0));
    QCOMPARE(chosen.size(), 1);
    const auto place = chosen.front().front().value<asyncapi::Place>();
    const std::string bytes = bench.fixture.bytes(place.file);
    QCOMPARE(bytes.substr(place.range.begin, place.range.size()), std::string("id"));
}

void TestDesigner::oldFormIsNotEdited()
{
    const Bench bench("orders.yaml");
    QVERIFY(bench.fixture.session.perform(
        bench.fixture.replacing("orders.yaml", "title: Orders", "title: [Orders"), "type"));
    QVERIFY(bench.fixture.settle());
    QTRY_VERIFY(bench.find<QLabel>("designerNotice")->isVisible());
    QCOMPARE(bench.table("designerTopics")->topLevelItemCount(), 1);
    QVERIFY(!bench.table("designerTopics")->isEnabled());
    bench.fixture.session.undoStack()->undo();
    QVERIFY(bench.fixture.settle());
    QTRY_VERIFY(bench.table("designerTopics")->isEnabled());
}

void TestDesigner::everyFieldHasAName()
{
    const Bench bench("orders.yaml");
    for (const QWidget *widget : bench.view->findChildren<QWidget *>()) {
        const bool isField = qobject_cast<const QLineEdit *>(widget) ||
                             qobject_cast<const QPlainTextEdit *>(widget) ||
                             qobject_cast<const QTreeWidget *>(widget);
        if (isField && widget->isVisible())
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

// Acceptance 14
/// A block of YAML ends with a line end that nobody typed.
void TestDesigner::lookingChangesNothing()
{
    const std::string text =
        replaced(ordersSpec, "description: Every order\n", "description: |\n      Every order\n");
    const Bench bench("orders.yaml", {{"orders.yaml", text}});
    auto *description = bench.find<QPlainTextEdit>("designerTopicDescription");
    auto *title = bench.find<QLineEdit>("designerTitle");
    for (QWidget *field : std::initializer_list<QWidget *>{description, title, description, title})
        field->setFocus();
    QVERIFY(bench.fixture.settle());
    QCOMPARE(bench.fixture.bytes("orders.yaml"), text);
    QCOMPARE(bench.fixture.session.undoStack()->count(), 0);
}

void TestDesigner::whatIsTypedStaysItsTopics()
{
    const std::string second = "  _public.note:\n    description: Notes\n    publish:\n"
                               "      message:\n        name: Note\n";
    const Bench bench("orders.yaml", {{"orders.yaml", ordersSpec + second}});
    QVERIFY(QTest::qWaitForWindowActive(bench.view.get()));
    auto *description = bench.find<QPlainTextEdit>("designerTopicDescription");
    description->setFocus();
    QVERIFY(description->hasFocus());
    description->selectAll();
    QTest::keyClicks(description, "Typed for orders");
    bench.fixture.session.select(TopicName{"acme.orders._public.note"});
    QCOMPARE(description->toPlainText(), QString("Notes"));
    QTRY_VERIFY(bench.fixture.bytes("orders.yaml").find("description: Typed for orders\n") !=
                std::string::npos);
    QVERIFY(bench.fixture.settle());
    QVERIFY(bench.fixture.bytes("orders.yaml").find("description: Notes\n") != std::string::npos);
}

/// Enter on a name that turns out to be refused is not kept for the next name.
void TestDesigner::whatWasRefusedIsNotDoneLater()
{
    const Bench bench("orders.yaml");
    bench.click("designerAddTopic");
    auto *type = bench.inDialog<QLineEdit>("actType");
    auto *button = bench.inDialog<QPushButton>("actDo");
    QTest::keyClicks(type, "refund");
    QTRY_VERIFY(button->isEnabled());
    QTest::keyClicks(type, " !");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!button->isEnabled());
    QTest::keyClick(type, Qt::Key_Backspace);
    QTest::keyClick(type, Qt::Key_Backspace);
    QTRY_VERIFY(button->isEnabled());
    QTest::qWait(300);
    QVERIFY(bench.dialog());
    QCOMPARE(bench.fixture.bytes("orders.yaml"), std::string(ordersSpec));
}

void TestDesigner::pictures_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// To be looked at, in the folder that the environment names.
void TestDesigner::pictures()
{
    QFETCH(bool, isDark);
    const QString folder = qEnvironmentVariable("MESHWRIGHT_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("MESHWRIGHT_SCREENSHOTS names no folder");
    theme::setMode(isDark ? theme::Mode::Dark : theme::Mode::Light);
    const QString kind = QString::fromLatin1(QTest::currentDataTag());
    const Bench bench("orders.yaml");
    QTest::qWait(100);
    QVERIFY(bench.view->grab().save(folder + "/designer-" + kind + ".png"));
    bench.click("designerAddTopic");
    QTest::keyClicks(bench.inDialog<QLineEdit>("actType"), "refund");
    QTRY_VERIFY(bench.inDialog<QPushButton>("actDo")->isEnabled());
    QVERIFY(bench.dialog()->grab().save(folder + "/add-topic-" + kind + ".png"));
    theme::setMode(theme::Mode::Light);
}

QTEST_MAIN(TestDesigner)
#include "tst_designer.moc"
