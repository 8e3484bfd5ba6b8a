// SPDX-License-Identifier: Apache-2.0
// Who may read and write what, by clicks.
#include "planfixture.h"
#include "ui/access/accessanswers.h"
#include "ui/access/accessmatrix.h"
#include "ui/access/accessview.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

const Acl eves{ResourceType::Topic, PatternType::Prefixed, "acme.", "User:eve", "*",
               AclOperation::Read,  Permission::Allow};

/// The view on the plan's folder, with one cluster in memory.
struct Room
{
    Room()
    {
        session.open(folder.path());
        if (!QTest::qWaitFor([this] { return session.isOpen(); }))
            qFatal("the folder does not open");
        view.resize(1200, 600);
        view.show();
        if (!QTest::qWaitFor([this] { return matrix().rowCount() > 0; }))
            qFatal("there is no review");
    }

    QAbstractItemModel &matrix() { return *view.matrix()->model(); }

    AccessMatrix &cells() { return static_cast<AccessMatrix &>(matrix()); }

    QStringList answers()
    {
        QStringList rows;
        const QAbstractItemModel &model = *view.answers()->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells << model.index(row, column).data().toString();
            rows << cells.join(QStringLiteral(" | "));
        }
        return rows;
    }

    int rowOf(const char *topic)
    {
        for (int row = 0; row < matrix().rowCount(); ++row)
            if (cells().topic(row) == topic)
                return row;
        return -1;
    }

    int columnOf(const char *principal)
    {
        for (int column = 0; column < matrix().columnCount(); ++column)
            if (cells().principal(column) == principal)
                return column;
        return -1;
    }

    QString text(const char *name) { return view.findChild<QLabel *>(QLatin1String(name))->text(); }

    void choose(AccessSource source)
    {
        auto *box = view.findChild<QComboBox *>(QStringLiteral("accessSource"));
        box->setCurrentIndex(static_cast<int>(source));
        emit box->activated(static_cast<int>(source));
    }

    static void click(QHeaderView *header, int section)
    {
        const int middle =
            header->sectionViewportPosition(section) + header->sectionSize(section) / 2;
        const QPoint at =
            header->orientation() == Qt::Vertical ? QPoint(20, middle) : QPoint(middle, 20);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    }

    PlanFolder folder;
    std::shared_ptr<FakeConnector> connector = std::make_shared<FakeConnector>("kafka");
    Session session;
    AccessReviewer reviewer{session, Connections({connector}), [this] {
                                const Environment *found =
                                    session.snapshot().workspace->settings().environment("play");
                                return found ? std::optional(*found) : std::nullopt;
                            }};
    AccessView view{session, reviewer};
};

} // namespace

class TestAccessView : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { theme::install(*qApp, theme::Mode::Light); }

    // Acceptance 29
    void aTopicSaysWhoReadsAndWhy()
    {
        Room room;
        const QAbstractItemModelTester tester(&room.matrix());
        const int row = room.rowOf("acme.finance.campaign._public.sale");
        QVERIFY(row >= 0);
        Room::click(room.view.matrix()->verticalHeader(), row);
        QVERIFY(room.text("accessQuestion").contains("acme.finance.campaign._public.sale"));
        const QStringList rows = room.answers();
        QVERIFY2(!rows.isEmpty() && rows.front().startsWith("✓ may | everybody | READ | "),
                 qPrintable(rows.join(u'\n')));
        QVERIFY(rows.front().contains(".yaml:"));
        // The place leads to the line.
        QSignalSpy revealed(&room.session, &Session::revealRequested);
        const QModelIndex place =
            room.view.answers()->model()->index(0, AccessAnswers::AskedColumn);
        room.view.answers()->scrollTo(place);
        QTest::mouseClick(room.view.answers()->viewport(), Qt::LeftButton, {},
                          room.view.answers()->visualRect(place).center());
        QCOMPARE(revealed.size(), 1);
    }

    // Acceptance 29
    void aPrincipalSaysWhatItReaches()
    {
        Room room;
        const int column = room.columnOf("User:acme.finance.campaign");
        QVERIFY(column >= 0);
        Room::click(room.view.matrix()->horizontalHeader(), column);
        const QStringList rows = room.answers();
        QVERIFY2(rows.join(u'\n').contains("WRITE acme.finance.campaign._public.sale"),
                 qPrintable(rows.join(u'\n')));
        const int row = room.rowOf("acme.finance.campaign._public.sale");
        QCOMPARE(room.matrix().index(row, column).data().toString(), QStringLiteral("RW"));
        QVERIFY(room.matrix()
                    .index(row, column)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains("may read, may write"));
    }

    void aClusterIsReadAndDiffers()
    {
        Room room;
        room.connector->cluster->acls.insert(eves);
        room.connector->cluster->addTopic("stray");
        room.choose(AccessSource::Cluster);
        QTRY_VERIFY(room.columnOf("User:eve") >= 0);
        QVERIFY(room.rowOf("stray") >= 0);
        room.view.askPrincipal("User:eve");
        QVERIFY(room.answers().join(u'\n').contains("no spec"));
        room.view.findChild<QToolButton *>(QStringLiteral("accessReview"))->click();
        const QString all = room.answers().join(u'\n');
        QVERIFY2(all.contains("! in excess | User:eve"), qPrintable(all));
        QVERIFY(all.contains("+ missing"));
        QVERIFY(!all.contains("✓ in step"));
        QVERIFY(room.text("accessState").contains("Cluster as of"));
    }

    void aClusterThatCantBeReadIsTold()
    {
        Room room;
        room.connector->refusal = Error{Error::Code::Timeout, "Nobody answers.", "broker"};
        room.choose(AccessSource::Both);
        QTRY_COMPARE(room.text("accessState"), QStringLiteral("Nobody answers."));
        QTRY_COMPARE(room.matrix().rowCount(), 0); // the specs' verdicts are not the cluster's
        room.choose(AccessSource::Specs);
        QTRY_VERIFY(room.matrix().rowCount() > 0);
    }

    void namesAreFiltered()
    {
        Room room;
        const int all = room.matrix().rowCount();
        QTest::keyClicks(room.view.findChild<QLineEdit *>(QStringLiteral("accessTopics")),
                         "_public");
        QVERIFY(room.matrix().rowCount() > 0 && room.matrix().rowCount() < all);
        for (int row = 0; row < room.matrix().rowCount(); ++row)
            QVERIFY(room.cells().topic(row).find("_public") != std::string::npos);
        QTest::keyClicks(room.view.findChild<QLineEdit *>(QStringLiteral("accessPrincipals")),
                         "xyz");
        QCOMPARE(room.matrix().columnCount(), 0);
    }

    void answersAreExported()
    {
        Room room;
        room.view.askTopic("acme.finance.campaign._public.sale");
        const QTemporaryDir to;
        for (const char *suffix : {"csv", "html", "json"}) {
            const QString path = to.filePath(QStringLiteral("a.") + QLatin1String(suffix));
            QVERIFY(room.view.exportTo(path));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().contains("acme.finance.campaign._public.sale"));
        }
        QVERIFY(!room.view.exportTo(QStringLiteral("/nowhere/a.csv")));
    }

    void millionsOfCellsAreNoWork()
    {
        std::map<std::string, std::string> texts;
        for (int context = 0; context < 300; ++context) {
            std::string text = "asyncapi: '2.6.0'\nid: 'urn:a:d" + std::to_string(context % 9) +
                               ":c" + std::to_string(context) +
                               "'\ninfo: {title: R, version: '1'}\nchannels:\n";
            for (int topic = 0; topic < 10; ++topic)
                text += "  _public.e" + std::to_string(topic) + ": {publish: {}}\n";
            texts["c" + std::to_string(context) + ".yaml"] = text;
        }
        const auto topology = buildTopology(Workspace::fromTexts(texts));
        AccessMatrix matrix;
        matrix.show(std::make_shared<const MadeReview>(
            MadeReview{topology->workspace,
                       std::make_shared<const AccessReview>(topology, nullptr, std::nullopt,
                                                            AccessSource::Specs),
                       {}}));
        QTableView table;
        table.setModel(&matrix);
        table.resize(1200, 800);
        table.show();
        QCOMPARE(matrix.rowCount() * matrix.columnCount(), 3000 * 300);
        table.scrollToBottom();
        QVERIFY(!table.grab().isNull());
        QCOMPARE(matrix.data(matrix.index(2999, 299), Qt::DisplayRole).toString().isEmpty(), false);
    }
};

QTEST_MAIN(TestAccessView)
#include "tst_accessview.moc"
