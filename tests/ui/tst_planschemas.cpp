// SPDX-License-Identifier: Apache-2.0
#include "planbench.h"
#include "ui/diff/diffdialog.h"
#include "ui/diff/diffview.h"
#include "ui/text/language.h"

#include <QAction>
#include <QApplication>
#include <QTest>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::ui;
using meshwright::test::Bench;

namespace {

constexpr auto subject = "acme.finance.campaign._public.sale-value";

QMap<QString, QByteArray> files()
{
    return {{"meshwright.yaml",
             "version: 1\nenvironments:\n  play: {connector: kafka, guard: dev, bootstrap: "
             "'localhost:9092', registry: {url: 'http://localhost:8081'}}\n"},
            {"sale.avsc", "{\"type\": \"record\", \"name\": \"acme.finance.campaign.Sale\", "
                          "\"fields\": [{\"name\": \"id\", \"type\": \"string\"}, {\"name\": "
                          "\"sum\", \"type\": \"int\", \"default\": 0}]}"},
            {"campaign.yaml",
             "asyncapi: 2.6.0\nid: 'urn:acme.finance.campaign'\ninfo: {title: Campaign, version: "
             "1.0.0}\nchannels:\n  _public.sale:\n    publish: {message: {payload: {$ref: "
             "sale.avsc}}}\n"}};
}

std::shared_ptr<test::FakeRegistry> registryWith(const std::string &fields)
{
    auto registry = std::make_shared<test::FakeRegistry>();
    registry->subjects[subject] = {
        subject,
        4,
        9,
        {"AVRO",
         "{\"type\":\"record\",\"name\":\"acme.finance.campaign.Sale\",\"fields\":[" + fields +
             "]}",
         {}},
        {}};
    return registry;
}

/// The row with this resource, anywhere in the plan.
QModelIndex rowOf(const QAbstractItemModel &model, const QString &resource)
{
    for (int group = 0; group < model.rowCount(); ++group) {
        const auto parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const auto index = model.index(row, PlanModel::Resource, parent);
            if (index.data().toString() == resource)
                return index;
        }
    }
    return {};
}

QString textAt(const QModelIndex &row, PlanModel::Column column)
{
    return row.siblingAtColumn(column).data().toString();
}

} // namespace

class TestPlanSchemas : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { ui::language::install(*qApp, QStringLiteral("en")); }

    void aVersionIsShownAndCompared()
    {
        Bench bench("play", files());
        bench.connector->registry = registryWith("{\"name\":\"id\",\"type\":\"string\"}");
        QVERIFY(bench.plan());
        QVERIFY(bench.text("planHeadline").contains(QStringLiteral("change 1 schema")));
        auto *tree = bench.find<QTreeView>("planTree");
        const auto row = rowOf(*tree->model(), QLatin1String(subject));
        QVERIFY(row.isValid());
        QCOMPARE(textAt(row, PlanModel::What), QStringLiteral("schema"));
        QCOMPARE(textAt(row, PlanModel::Before), QStringLiteral("version 4"));
        QCOMPARE(textAt(row, PlanModel::After), QStringLiteral("version 5, AVRO"));
        auto *compare = bench.find<QAction>("compareSchema");
        QVERIFY(!compare->isEnabled());
        tree->setCurrentIndex(row);
        QVERIFY(compare->isEnabled());
        compare->trigger();
        auto *dialog = bench.view.findChild<DiffDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->view()->addedLines() > 0);
        QVERIFY(dialog->view()->toPlainText().contains(QStringLiteral("\"sum\"")));
        dialog->reject();
        bench.click("apply");
        QVERIFY(bench.reaches(PlanController::Phase::Applied));
        QCOMPARE(bench.connector->registry->subjects.at(subject).version, 5);
    }

    void whyItIsNotCompatibleIsSaid()
    {
        Bench bench("play", files());
        bench.connector->registry =
            registryWith("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"sum\",\"type\":"
                         "\"string\"}");
        bench.connector->registry->verdicts[subject] = {false, {}};
        QVERIFY(bench.plan());
        auto *tree = bench.find<QTreeView>("planTree");
        const auto row = rowOf(*tree->model(), QLatin1String(subject));
        QVERIFY(row.isValid());
        QVERIFY(row.data(PlanModel::DetailRole)
                    .toString()
                    .contains(QStringLiteral("'sum' was string and is int")));
        QVERIFY(!bench.find<QAction>("compareSchema")->isEnabled());
    }
};

QTEST_MAIN(TestPlanSchemas)
#include "tst_planschemas.moc"
