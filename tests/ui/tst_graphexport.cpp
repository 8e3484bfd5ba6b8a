// SPDX-License-Identifier: Apache-2.0
// The graph as files, in each of their formats.
#include "ui/graphbench.h"

#include "ui/graph/graphexport.h"
#include "ui/graph/graphinquiry.h"

#include <QImage>
#include <QTest>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestGraphExport : public GraphTest
{
    Q_OBJECT

private slots:

    void initTestCase() { writeSpecs(); }

    void init() { makeView(); }

    void cleanup() { dropView(); }

    void everyFormatIsWritten_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-");
        QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("md") << QStringLiteral("md") << QByteArray("# Context map");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
        QTest::newRow("dot") << QStringLiteral("dot") << QByteArray("digraph");
        QTest::newRow("mmd") << QStringLiteral("mmd") << QByteArray("flowchart LR");
        QTest::newRow("dsl") << QStringLiteral("dsl") << QByteArray("workspace");
        QTest::newRow("puml") << QStringLiteral("puml") << QByteArray("@startuml");
    }

    // Acceptance 37
    void everyFormatIsWritten()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, beginning);
        open();
        const QByteArray bytes = written(QStringLiteral("graph.") + suffix);
        QVERIFY2(bytes.startsWith(beginning), bytes.left(40).constData());
        const bool isOffered = graphExportFilters().join(QString()).contains(u'.' + suffix + u')');
        QVERIFY(isOffered);
    }

    void aReportHasItsPicture()
    {
        open();
        QVERIFY(written(QStringLiteral("map.md")).contains("(<map.svg>)"));
        QVERIFY(QFile::exists(m_out.filePath(QStringLiteral("map.svg"))));
    }

    void aReportTakesNoOtherFilesPlace()
    {
        open();
        QFile mine(m_out.filePath(QStringLiteral("mine.svg")));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        QVERIFY(written(QStringLiteral("mine.md")).contains("(<mine-2.svg>)"));
        QVERIFY(mine.open(QIODevice::ReadOnly));
        QCOMPARE(mine.readAll(), QByteArray("mine"));
    }

    void imagesHaveTheAskedSize()
    {
        open();
        const auto width = [this](const QString &filter) {
            const QString path = m_out.filePath(QStringLiteral("size.png"));
            return m_view->exportTo(path, graphExportScale(filter)) ? QImage(path).width() : 0;
        };
        const int once = width(QStringLiteral("Image, 1× (*.png)"));
        QVERIFY(once > 200);
        QVERIFY(std::abs(width(QStringLiteral("Image, 3× (*.png)")) - 3 * once) <= 3);
    }

    void onlyWhatIsShownIsWritten()
    {
        open();
        Look look;
        look.focus = graph::Focus{campaign, 1, graph::Direction::Downstream};
        look.onlyThese = true;
        m_view->inquiry().ask(look);
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->scene()->cards.size(), std::size_t(2), slow);
        QVERIFY(!written(QStringLiteral("part.dot")).contains("acme.retail.shop"));
        QVERIFY(!written(QStringLiteral("part.svg")).contains("acme.retail.shop"));
    }

    void aLargeCompanyGetsPages()
    {
        open();
        QCOMPARE(pagesOf(written(QStringLiteral("small.pdf"))), 1);
        Topology many = *m_session->snapshot().topology;
        std::vector<Context> contexts;
        for (int i = 0; i < 400; ++i) {
            Context context = many.contexts.front();
            context.id.value = "acme.d" + std::to_string(100 + i / 20) + ".c" + std::to_string(i);
            context.domain = domainOf(context.id);
            contexts.push_back(context);
        }
        many.contexts = contexts;
        const auto topology = std::make_shared<const Topology>(many);
        const auto content = layout::contentOf(*topology);
        const auto picture = layout::packedGrid(layout::requestFor(content));
        const auto scene = makeScene(content, picture, *topology, {});
        QVERIFY(pagesOf(graphPdf({scene, topology, {}, {}})) > 4);
    }

    void troubleIsTold()
    {
        QVERIFY(!m_view->exportTo(m_out.filePath(QStringLiteral("none.svg")))); // nothing is open
        open();
        const auto unknown = m_view->exportTo(m_out.filePath(QStringLiteral("graph.xyz")));
        QVERIFY(!unknown && unknown.error().message.find(".xyz") != std::string::npos);
        QVERIFY(!m_view->exportTo(QStringLiteral("/nowhere/graph.pdf")));
    }

private:
    QByteArray written(const QString &name)
    {
        const QString path = m_out.filePath(name);
        const auto done = m_view->exportTo(path);
        QFile file(path);
        return done && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static int pagesOf(const QByteArray &pdf) { return int(pdf.count("/Type /Page\n")); }

    QTemporaryDir m_out;
};

QTEST_MAIN(TestGraphExport)
#include "tst_graphexport.moc"
