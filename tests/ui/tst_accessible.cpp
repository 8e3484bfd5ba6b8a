// SPDX-License-Identifier: Apache-2.0
// What a screen reader is told: every control of every room and dialog has a name.
#include "ui/house.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/graph/graphcanvas.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QSet>
#include <QTabBar>
#include <QTest>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

constexpr int mostRows = 200; // of one view; the others are made by the same code

bool isRow(QAccessible::Role role)
{
    return role == QAccessible::Cell || role == QAccessible::TreeItem ||
           role == QAccessible::ListItem;
}

/// Roles of what a user acts upon.
bool isInteractive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonDropDown:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Link:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::PageTab:
    case QAccessible::PageTabList:
    case QAccessible::MenuItem:
    case QAccessible::PopupMenu:
    case QAccessible::Dialog:
    case QAccessible::Canvas:
        return true;
    default:
        return false;
    }
}

bool isName(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// Object names and classes from the window down.
QString pathOf(const QObject *object)
{
    QStringList steps;
    for (; object; object = object->parent())
        steps.prepend(object->objectName().isEmpty()
                          ? QLatin1String(object->metaObject()->className())
                          : object->objectName());
    return steps.join(QLatin1Char('/'));
}

/// Walks what is visible below a widget, as a screen reader does.
class Walk
{
public:
    explicit Walk(QWidget *root)
    {
        visit(QAccessible::queryAccessibleInterface(root), {});
        for (const QWidget *widget : root->findChildren<QWidget *>())
            if (isControl(widget) && !m_seen.contains(widget))
                m_faults.append(pathOf(widget) + QStringLiteral(" is not told of at all"));
    }

    QStringList faults() const { return m_faults; }

    int controls() const { return m_controls; }

private:
    /// Whether the keyboard comes to it by itself.
    static bool isControl(const QWidget *widget)
    {
        // What is inside a field or a combo box is the field's own.
        const QWidget *parent = widget->parentWidget();
        const bool isPart =
            parent && (parent->inherits("QComboBox") || parent->inherits("QAbstractSpinBox") ||
                       parent->inherits("QAbstractScrollArea"));
        return widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !isPart &&
               !widget->focusProxy();
    }

    void visit(QAccessibleInterface *interface, const QString &above)
    {
        if (!interface || !interface->isValid() || interface->state().invisible)
            return;
        const QObject *object = interface->object();
        const QString path = object ? pathOf(object) : above;
        if (object)
            m_seen.insert(object);
        judge(*interface, path);
        const QAccessible::Role role = interface->role();
        const bool isView =
            role == QAccessible::List || role == QAccessible::Table || role == QAccessible::Tree;
        const int count =
            isView ? std::min(interface->childCount(), mostRows * 8) : interface->childCount();
        bool isRowNamed = true;
        for (int i = 0; i < count; ++i) {
            QAccessibleInterface *child = interface->child(i);
            visit(child, path);
            isRowNamed = isRowNamed && (!child || !isRow(child->role()) || isNamedRow(*child));
        }
        if (!isRowNamed)
            m_faults.append(path + QStringLiteral(" has a row without a name"));
    }

    /// One of its cells says what the row is.
    static bool isNamedRow(QAccessibleInterface &cell)
    {
        if (isName(cell.text(QAccessible::Name)))
            return true;
        const QAccessibleTableCellInterface *place = cell.tableCellInterface();
        QAccessibleInterface *table = place ? place->table() : nullptr;
        if (!table || !table->tableInterface())
            return false;
        const int columns = table->tableInterface()->columnCount();
        for (int column = 0; column < columns; ++column) {
            QAccessibleInterface *other =
                table->tableInterface()->cellAt(place->rowIndex(), column);
            if (other && isName(other->text(QAccessible::Name)))
                return true;
        }
        return false;
    }

    void judge(QAccessibleInterface &interface, const QString &path)
    {
        const QAccessible::Role role = interface.role();
        const bool isOurs = interface.state().focusable || isInteractive(role);
        if (!isOurs || isRow(role) || role == QAccessible::Separator)
            return;
        const auto *tabs = qobject_cast<const QTabBar *>(interface.object());
        if (tabs && tabs->count() == 0)
            return; // Qt names them by the one in front
        ++m_controls;
        if (!isName(interface.text(QAccessible::Name)))
            m_faults.append(QStringLiteral("%1 (role %2) has no name").arg(path).arg(role));
    }

    QSet<const QObject *> m_seen;
    QStringList m_faults;
    int m_controls = 0;
};

} // namespace

class TestAccessible : public QObject
{
    Q_OBJECT

public:
    static void initMain() { House::moveIn(); }

private slots:

    void initTestCase()
    {
        theme::install(*qApp, theme::Mode::Light);
        QAccessible::setActive(true);
        QVERIFY(m_house.open());
    }

    void everyControlHasAName_data()
    {
        QTest::addColumn<QString>("room");
        for (const House::Room &room : m_house.rooms())
            QTest::newRow(room.name) << QString::fromLatin1(room.name);
    }

    // Acceptance 35
    void everyControlHasAName()
    {
        QFETCH(QString, room);
        QWidget *shown = m_house.enter(room);
        QVERIFY(shown);
        const Walk walk(shown);
        QVERIFY2(walk.faults().isEmpty(), qPrintable(walk.faults().join(QLatin1Char('\n'))));
        QVERIFY(walk.controls() > 0);
    }

    void theGraphTellsOfItsCards()
    {
        QVERIFY(m_house.enter(QStringLiteral("problems")));
        auto *canvas = m_house.window().findChild<GraphCanvas *>();
        QAccessibleInterface *graph = QAccessible::queryAccessibleInterface(canvas);
        QCOMPARE(graph->role(), QAccessible::List);
        QCOMPARE(graph->childCount(), 17 + 2); // and the legend, and the minimap
        QAccessibleInterface *campaign = cardOf(*graph, "acme.finance.campaign");
        QVERIFY(campaign);
        QCOMPARE(campaign->role(), QAccessible::ListItem);
        QCOMPARE(campaign->text(QAccessible::Name),
                 QStringLiteral("Campaign, acme.finance.campaign, bounded context, 4 topics, "
                                "consumes 3"));
        QVERIFY(campaign->text(QAccessible::Description).startsWith(QLatin1String("Gives to ")));
        const QString pricing = cardOf(*graph, "acme.retail.pricing")->text(QAccessible::Name);
        QVERIFY2(pricing.endsWith(QLatin1String(", 1 error")), qPrintable(pricing));
        QCOMPARE(campaign->parent(), graph);
        QCOMPARE(graph->child(graph->indexOfChild(campaign)), campaign);
        const QPoint middle = campaign->rect().center();
        QCOMPARE(graph->childAt(middle.x(), middle.y()), campaign);
    }

    void aCardIsChosenAndOpenedByAScreenReader()
    {
        QVERIFY(m_house.enter(QStringLiteral("problems")));
        auto *canvas = m_house.window().findChild<GraphCanvas *>();
        QAccessibleInterface *graph = QAccessible::queryAccessibleInterface(canvas);
        QAccessibleInterface *ledger = cardOf(*graph, "acme.finance.ledger");
        QVERIFY(!ledger->state().selected);
        ledger->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(canvas->hasFocus());
        QVERIFY(ledger->state().selected && ledger->state().focused);
        QCOMPARE(graph->focusChild(), ledger);
        QTest::keyClick(canvas, Qt::Key_Tab);
        QVERIFY(graph->focusChild() && graph->focusChild() != ledger);
        ledger->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_house.window().editors().currentEditor()->file(),
                 std::string("finance/ledger/ledger.yaml"));
    }

    void cleanup() { m_house.leave(); }

private:
    static QAccessibleInterface *cardOf(const QAccessibleInterface &graph, const char *id)
    {
        for (int i = 0; i < graph.childCount(); ++i)
            if (graph.child(i)->text(QAccessible::Name).contains(QLatin1String(id)))
                return graph.child(i);
        return nullptr;
    }

    House m_house;
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
