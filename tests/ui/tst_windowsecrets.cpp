// SPDX-License-Identifier: Apache-2.0
// A secret that is planted behind every setting that takes one, and typed into every field for one,
// can be read nowhere in the window: not in what it paints, in no text, title or tip of a part of
// it, shown or not, nor on the clipboard, nor in a file that it leaves. What stands in plain text
// in a file is shown where the file is, and nowhere else.
#include "support/canary.h"
#include "ui/house.h"
#include "ui/paintedtext.h"

#include "ui/drift/driftcontroller.h"
#include "ui/editor/editorarea.h"
#include "ui/editor/outlineview.h"
#include "ui/environment/environmentchooser.h"
#include "ui/environment/secretfield.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphpainter.h"
#include "ui/plan/plancontroller.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QLabel>
#include <QMetaProperty>
#include <QPainter>
#include <QPushButton>
#include <QTest>

#include <functional>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

/// Nothing listens there.
constexpr auto environments = R"(
  scram:
    bootstrap: 127.0.0.1:1
    security: {protocol: SASL_PLAINTEXT, mechanism: SCRAM-SHA-256, username: me,
               password: '${env:MESHWRIGHT_CANARY}'}
  file:
    bootstrap: 127.0.0.1:1
    security: {protocol: SASL_SSL, mechanism: PLAIN, username: me, password: '${file:planted.txt}'}
  tokens:
    bootstrap: 127.0.0.1:1
    security: {protocol: SASL_PLAINTEXT, mechanism: OAUTHBEARER, clientId: me,
               tokenEndpoint: 'http://127.0.0.1:1/token', clientSecret: '${env:MESHWRIGHT_CANARY}'}
  key:
    bootstrap: 127.0.0.1:1
    security: {protocol: SSL, certificate: planted.txt, key: planted.txt,
               keyPassword: '${env:MESHWRIGHT_CANARY}'}
  registry:
    connector: sandbox
    registry: {url: 'http://127.0.0.1:1', username: me, password: '${env:MESHWRIGHT_CANARY}'}
  bearer:
    connector: sandbox
    registry: {url: 'http://127.0.0.1:1', token: '${env:MESHWRIGHT_CANARY}'}
)";

constexpr auto inPlainText = R"(
  plain:
    bootstrap: 127.0.0.1:1
    security: {protocol: SASL_SSL, mechanism: PLAIN, username: me,
               password: canary-4711-do-not-tell, clientSecret: canary-4711-do-not-tell,
               keyPassword: canary-4711-do-not-tell}
    settings: {sasl.password: canary-4711-do-not-tell}
  plainaddress:
    bootstrap: 'me:canary-4711-do-not-tell@127.0.0.1:1'
  plaintokens:
    bootstrap: 127.0.0.1:1
    security: {protocol: SASL_PLAINTEXT, mechanism: OAUTHBEARER, clientId: me,
               tokenEndpoint: 'http://me:canary-4711-do-not-tell@127.0.0.1:1/token',
               clientSecret: '${env:MESHWRIGHT_CANARY}'}
  plainregistry:
    connector: sandbox
    registry: {url: 'http://me:canary-4711-do-not-tell@127.0.0.1:1', username: me,
               password: canary-4711-do-not-tell, token: canary-4711-do-not-tell}
)";

/// Shorter than the word, for what is shortened on the screen.
const QLatin1String sign("canary");

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(text) != text.size())
        qFatal("%s can't be written", qPrintable(path));
}

/// What a hidden secret is in its field is known; all other texts of an object are for the reader.
QStringList toldBy(const QObject &object)
{
    QStringList told;
    const auto *meta = object.metaObject();
    for (int i = 0; i < meta->propertyCount(); ++i) {
        const auto property = meta->property(i);
        const bool isHidden = qobject_cast<const SecretField *>(&object) != nullptr &&
                              qstrcmp(property.name(), "text") == 0;
        const auto text = isHidden ? QString() : property.read(&object).toString();
        if (text.contains(sign))
            told.append(QStringLiteral("%1 %2: %3: %4")
                            .arg(QLatin1String(meta->className()), object.objectName(),
                                 QLatin1String(property.name()), text));
    }
    return told;
}

void addRows(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &told)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column)
            for (const int role : {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole,
                                   Qt::StatusTipRole, Qt::AccessibleTextRole})
                if (const auto text = model.index(row, column, parent).data(role).toString();
                    text.contains(sign))
                    told.append("a row: " + text);
        addRows(model, model.index(row, 0, parent), told);
    }
}

/// The text of a file, and its outline.
bool showsText(const QWidget &widget)
{
    for (const QWidget *each = &widget; each != nullptr; each = each->parentWidget())
        if (qobject_cast<const EditorArea *>(each) || qobject_cast<const OutlineView *>(each))
            return true;
    return false;
}

/// All of it, from near by: the window may show an image of it.
QString paintedGraph(const GraphCanvas &canvas)
{
    constexpr double nearBy = 4;
    if (!canvas.scene())
        return {};
    const QRectF all = canvas.scene()->bounds;
    const GraphFrame frame{nearBy, all.topLeft(), (all.size() * nearBy).toSize()};
    TextDevice device(frame.size);
    QPainter painter(&device);
    const GraphStyle style{theme::tokens(), theme::bodyFont(), theme::fixedFont()};
    GraphPainter(painter, *canvas.scene(), frame, style).paintAll();
    return device.text();
}

/// Of all that is there, shown or not, but for what it is that is not looked at.
QStringList toldAnywhere(const std::function<bool(const QWidget &)> &isLeftOut = {})
{
    QStringList told;
    for (QWidget *widget : QApplication::allWidgets()) {
        if (isLeftOut && isLeftOut(*widget))
            continue;
        told += toldBy(*widget);
        for (const auto *action : widget->actions())
            told += toldBy(*action);
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
            addRows(*view->model(), {}, told);
        const auto *graph = qobject_cast<GraphCanvas *>(widget);
        const auto painted = widget->isVisible() ? paintedText(*widget) : QString();
        for (const auto &line : (painted + (graph ? paintedGraph(*graph) : QString())).split('\n'))
            if (line.contains(sign))
                told.append("painted: " + line);
    }
    if (QGuiApplication::clipboard()->text().contains(sign))
        told.append("the clipboard");
    return told;
}

/// Has the word in no text of its own.
class Picture : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent * /*event*/) override { QPainter(this).drawText(rect(), sign); }
};

#define TELLS_NOTHING_BUT(leftOut)                                                                 \
    if (const auto told = toldAnywhere(leftOut); !told.isEmpty())                                  \
    QFAIL(qPrintable(told.join(QLatin1Char('\n'))))
#define TELLS_NOTHING() TELLS_NOTHING_BUT({})

} // namespace

class TestWindowSecrets : public QObject
{
    Q_OBJECT

public:
    static void initMain() { House::moveIn(); }

private slots:

    void initTestCase()
    {
        qputenv("MESHWRIGHT_CANARY", canary);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    }

    void paintedTextIsRead()
    {
        SecretField field("password");
        field.resize(400, 30);
        field.setText("${env:" + sign + '}');
        QVERIFY2(paintedText(field).contains(sign), qPrintable(paintedText(field)));
        QVERIFY(!toldBy(field).isEmpty());
        field.setText(sign);
        QVERIFY2(!paintedText(field).contains(sign), qPrintable(paintedText(field)));
        QCOMPARE(toldBy(field), QStringList());
        QLabel label(sign);
        QVERIFY(paintedText(label).contains(sign));
        QVERIFY(!toldBy(label).isEmpty());
    }

    void whatIsPaintedIsReadBesideWhatIsLeftOut()
    {
        QWidget window;
        Picture leftOut(&window);
        Picture read(&window);
        window.show();
        const auto isLeftOut = [&](const QWidget &widget) { return &widget == &leftOut; };
        QCOMPARE(toldAnywhere(isLeftOut), QStringList("painted: " + sign));
        read.hide();
        QCOMPARE(toldAnywhere(isLeftOut), QStringList());
    }

    void theGraphIsRead()
    {
        openHouse();
        QVERIFY(m_house->enter(QStringLiteral("graph")) != nullptr);
        const auto *graph = window().findChild<GraphCanvas *>();
        QVERIFY(until([&] { return paintedGraph(*graph).contains("Campaign"); }));
        closeHouse();
    }

    // Fault 26
    void noRoomTellsThem()
    {
        openHouse();
        for (const auto &room : m_house->rooms()) {
            QVERIFY2(m_house->enter(QLatin1String(room.name)) != nullptr, room.name);
            TELLS_NOTHING();
            m_house->leave();
        }
        closeHouse();
    }

    // Fault 26
    void noConnectionTellsThem()
    {
        openHouse();
        QVERIFY(m_house->enter(QStringLiteral("plan")) != nullptr);
        for (const char *name : {"scram", "file", "tokens", "key", "registry", "bearer"}) {
            planAndCompare(name);
            TELLS_NOTHING();
            auto *dialog = connectionOf(QLatin1String(name));
            QVERIFY2(dialog != nullptr, name);
            press(*dialog, name);
            m_house->leave();
        }
        closeHouse();
    }

    // Fault 26
    void whatIsInPlainTextIsNotRepeated()
    {
        openHouse(inPlainText);
        QVERIFY(m_house->enter(QStringLiteral("plan")) != nullptr);
        for (const char *name : {"plain", "plainaddress", "plaintokens", "plainregistry"}) {
            planAndCompare(name);
            TELLS_NOTHING_BUT(showsText);
        }
        QVERIFY(m_house->enter(QStringLiteral("problems")) != nullptr);
        TELLS_NOTHING_BUT(showsText);
        closeHouse();
    }

    // Fault 26
    void whatIsTypedIsHidden()
    {
        openHouse();
        for (const char *room : {"new connection", "connection", "connection's registry"}) {
            auto *dialog = m_house->enter(QLatin1String(room));
            QVERIFY2(dialog != nullptr, room);
            int typed = 0;
            for (auto *field : dialog->findChildren<SecretField *>()) {
                field->clear();
                QTest::keyClicks(field, QLatin1String(canary));
                field->selectAll();
                field->copy();
                field->cut();
                if (field->isVisible())
                    emit field->findChild<QAction *>("keepSecret")->triggered(); // there is none
                typed += field->isVisible() ? 1 : 0;
            }
            QVERIFY2(typed > 0, room);
            TELLS_NOTHING();
            press(*dialog, room);
            m_house->leave();
        }
        closeHouse();
    }

private:
    void openHouse(const char *more = "")
    {
        m_house = std::make_unique<House>(QStringLiteral("planted"));
        write(m_house->folder() + "/meshwright.yaml", environments + QByteArray(more));
        write(m_house->folder() + "/planted.txt", canary);
        QVERIFY(m_house->open());
        QVERIFY(m_house->session().snapshot().workspace->settings().environment("tokens"));
    }

    /// What it leaves: drafts, journals, trails, settings of the user, layouts.
    void closeHouse()
    {
        m_house.reset();
        int files = 0;
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"}) {
            QDirIterator all(qEnvironmentVariable(name), QDir::Files | QDir::Hidden,
                             QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                if (file.fileName().contains("/planted"))
                    continue;
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains(canaryWord), qPrintable(file.fileName()));
                ++files;
            }
        }
        QVERIFY(files > 0);
    }

    MainWindow &window() { return m_house->window(); }

    void trigger(const char *action)
    {
        auto *found = window().actions().get(QLatin1String(action));
        QVERIFY2(found != nullptr && until([&] { return found->isEnabled(); }), action);
        found->trigger();
    }

    void planAndCompare(const char *name)
    {
        const auto *plans = window().findChild<PlanController *>();
        const auto *drifts = window().findChild<DriftController *>();
        window().findChild<EnvironmentChooser *>()->setCurrent(QLatin1String(name));
        trigger("provision");
        QVERIFY2(until([&] { return plans->phase() != PlanController::Phase::Planning; }), name);
        QVERIFY2(plans->fault() || plans->made(), name);
        trigger("compare-drift");
        QVERIFY2(until([&] { return !drifts->isComparing(); }), name);
        QVERIFY2(drifts->fault() || drifts->made(), name);
    }

    QWidget *connectionOf(const QString &name)
    {
        QMetaObject::invokeMethod(window().findChild<EnvironmentChooser *>(), "editRequested",
                                  Q_ARG(QString, name));
        QWidget *found = nullptr;
        until([&] {
            for (QWidget *widget : QApplication::topLevelWidgets())
                if (widget->isVisible() && widget->objectName() == "connectionDialog")
                    found = widget;
            return found != nullptr;
        });
        return found;
    }

    /// Each of the dialog's buttons but the one that gives up, with what they answer.
    void press(QWidget &dialog, const char *where)
    {
        const auto *answer = dialog.findChild<QLabel *>("connectionAnswer");
        auto *test = dialog.findChild<QPushButton *>("testConnection");
        const auto atRest = test->text();
        test->click();
        QVERIFY2(until([&] { return test->text() == atRest; }), where);
        QVERIFY2(!answer->text().isEmpty(), where);
        TELLS_NOTHING();
        dialog.findChild<QPushButton *>("saveConnection")->click();
        TELLS_NOTHING();
    }

    std::unique_ptr<House> m_house;
};

QTEST_MAIN(TestWindowSecrets)
#include "tst_windowsecrets.moc"
