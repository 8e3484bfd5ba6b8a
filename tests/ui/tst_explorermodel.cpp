// SPDX-License-Identifier: Apache-2.0
#include "ui/sessionfixture.h"

#include "ui/explorer/explorermodel.h"
#include "ui/explorer/explorerview.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

QStringList names(const QAbstractItemModel &model, const QModelIndex &parent = {},
                  const QString &indent = {})
{
    QStringList all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        all.append(indent + index.data().toString());
        all += names(model, index, indent + QLatin1Char(' '));
    }
    return all;
}

} // namespace

class TestExplorerModel : public QObject
{
    Q_OBJECT

private slots:

    void showsDomainsContextsAndTopics()
    {
        SessionFixture f;
        ExplorerModel model(f.session);
        QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(f.open());
        QTRY_COMPARE(
            names(model),
            (QStringList{QStringLiteral("acme"), QStringLiteral(" sales"),
                         QStringLiteral("  _private.draft"), QStringLiteral("  _public.sale"),
                         QStringLiteral(" stock"), QStringLiteral("  Consumes"),
                         QStringLiteral("   acme.sales._public.sale")}));
    }

    void countsFindingsUpwards()
    {
        SessionFixture f;
        QVERIFY(f.open());
        ExplorerModel model(f.session);
        QAbstractItemModelTester tester(&model);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QStringList told;
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [&told](const QModelIndex &from, const QModelIndex &to) {
                    for (int row = from.row(); row <= to.row(); ++row)
                        told.append(from.siblingAtRow(row).data().toString());
                });
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "partitions: 3", "partitions: -3"),
                                  QStringLiteral("Break")));
        const QStringList affected{QStringLiteral("acme"), QStringLiteral("sales"),
                                   QStringLiteral("_public.sale")};
        QTRY_COMPARE(told, affected); // and no other row
        QVERIFY(f.settle());
        QCOMPARE(told, affected);
        QCOMPARE(reset.count(), 0); // the rows are the same
        const QModelIndex domain = model.index(0, 0);
        const QModelIndex sales = model.index(0, 0, domain);
        const auto errors = [](const QModelIndex &index) {
            return index.data(ExplorerModel::ErrorsRole).toInt();
        };
        QCOMPARE(errors(domain), 1);
        QCOMPARE(errors(sales), 1);
        QCOMPARE(errors(model.index(0, 0, sales)), 0);
        QCOMPARE(errors(model.index(1, 0, sales)), 1);
    }

    void rowsComeAndGoAlone()
    {
        SessionFixture f;
        QVERIFY(f.open());
        ExplorerView view(f.session);
        view.show();
        QAbstractItemModel &rows = *view.tree()->model();
        QAbstractItemModelTester tester(&rows);
        QSignalSpy reset(&rows, &QAbstractItemModel::modelReset);
        const QModelIndex stock = rows.index(1, 0, rows.index(0, 0));
        view.tree()->expandAll();
        view.tree()->collapse(stock);
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "_public.sale", "_public.bill"),
                                  QStringLiteral("Rename")));
        QTRY_COMPARE(
            names(rows),
            (QStringList{QStringLiteral("acme"), QStringLiteral(" sales"),
                         QStringLiteral("  _private.draft"), QStringLiteral("  _public.bill"),
                         QStringLiteral(" stock"), QStringLiteral("  Consumes"),
                         QStringLiteral("   acme.sales._public.sale")}));
        QCOMPARE(reset.count(), 0);
        QVERIFY(view.tree()->isExpanded(rows.index(0, 0, rows.index(0, 0))));
        QVERIFY(!view.tree()->isExpanded(stock));
        std::string another = stockSpec;
        another.replace(another.find("acme.stock"), 10, "beta.store");
        QVERIFY(f.session.perform({{}, {{"store.yaml", {another}}}}, QStringLiteral("Add")));
        QTRY_COMPARE(rows.rowCount(), 2);
        QVERIFY(f.session.perform(f.replacing("store.yaml", "beta.store", "acme.store"),
                                  QStringLiteral("Move")));
        QTRY_COMPARE(rows.rowCount(), 1);
        QCOMPARE(rows.rowCount(rows.index(0, 0)), 3);
        QCOMPARE(reset.count(), 0);
    }

    void aRowThatGoesSelectsNoOther()
    {
        SessionFixture f;
        QVERIFY(f.open());
        ExplorerView view(f.session);
        view.show();
        const Selection sale = TopicName{"acme.sales._public.sale"};
        f.session.select(sale);
        QCOMPARE(view.tree()->currentIndex().data().toString(), QStringLiteral("_public.sale"));
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "_public.sale", "_public.bill"),
                                  QStringLiteral("Rename")));
        QTRY_VERIFY(names(*view.tree()->model()).contains(QStringLiteral("  _public.bill")));
        QCOMPARE(f.session.selection(), sale);
        QCOMPARE(view.tree()->currentIndex().data().toString(),
                 QStringLiteral("acme.sales._public.sale")); // who still reads it
    }

    void listsWhatCannotBeRead()
    {
        SessionFixture f(Texts{{"sales.yaml", salesSpec}, {"bad.yaml", std::string("a\0b", 3)}});
        QVERIFY(f.open());
        ExplorerModel model(f.session);
        QVERIFY(names(model).contains(QStringLiteral(" bad.yaml")));
    }

    void selectionGoesBothWays()
    {
        SessionFixture f;
        QVERIFY(f.open());
        ExplorerView view(f.session);
        view.show();
        f.session.select(TopicName{"acme.sales._public.sale"});
        QCOMPARE(view.tree()->currentIndex().data().toString(), QStringLiteral("_public.sale"));
        QTest::keyClick(view.tree(), Qt::Key_Down);
        QCOMPARE(f.session.selection(), Selection(ContextId{"acme.stock"}));
        QSignalSpy revealed(&f.session, &Session::revealRequested);
        QTest::keyClick(view.tree(), Qt::Key_Return);
        QCOMPARE(revealed.count(), 1);
    }

    void filters()
    {
        SessionFixture f;
        QVERIFY(f.open());
        ExplorerView view(f.session);
        auto *field = view.findChild<QLineEdit *>(QStringLiteral("explorerFilter"));
        QTest::keyClicks(field, QStringLiteral("DRAFT"));
        QCOMPARE(names(*view.tree()->model()),
                 (QStringList{QStringLiteral("acme"), QStringLiteral(" sales"),
                              QStringLiteral("  _private.draft")}));
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(names(*view.tree()->model()).size(), 7);
    }
};

QTEST_MAIN(TestExplorerModel)
#include "tst_explorermodel.moc"
