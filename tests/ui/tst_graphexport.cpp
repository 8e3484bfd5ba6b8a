// SPDX-License-Identifier: Apache-2.0
// The graph as files, in each of their formats.
#include "exporters/exporttools.h"
#include "ui/graphbench.h"

#include "ui/graph/graphexport.h"
#include "ui/graph/graphinquiry.h"

#include <QDir>
#include <QImage>
#include <QRegularExpression>
#include <QSet>
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
        QTest::newRow("drawio") << QStringLiteral("drawio")
                                << QByteArray(
                                       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mxfile");
        QTest::newRow("dot") << QStringLiteral("dot") << QByteArray("digraph");
        QTest::newRow("mmd") << QStringLiteral("mmd") << QByteArray("flowchart LR");
        QTest::newRow("dsl") << QStringLiteral("dsl") << QByteArray("workspace");
        QTest::newRow("puml") << QStringLiteral("puml") << QByteArray("@startuml");
        QTest::newRow("yaml") << QStringLiteral("yaml")
                              << QByteArray("apiVersion: backstage.io/v1alpha1");
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

    void anEventCatalogIsAFolder()
    {
        open();
        const QString folder = m_out.filePath(QStringLiteral("company.eventcatalog"));
        QVERIFY(m_view->exportTo(folder, 1));
        QVERIFY(QFile::exists(folder + "/channels/acme.finance.campaign._public.sale/index.mdx"));
        QVERIFY(graphExportFilters().last().contains("(*.eventcatalog)"));
        QVERIFY(!m_view->exportTo(folder, 1)); // nothing is mixed with what is there
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

    // Acceptance 37
    void popplerReadsTheDocument()
    {
        const QString missing =
            lackOf(QStringLiteral("pdftotext"), QStringLiteral("poppler-utils"));
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        open();
        checkDocument(written(QStringLiteral("small.pdf")), 1, 1);
        if (!QTest::currentTestFailed())
            checkDocument(graphPdf(large()), 5, 400);
    }

    void aLargeCompanyGetsPages()
    {
        open();
        QCOMPARE(pagesOf(written(QStringLiteral("small.pdf"))), 1);
        QVERIFY(pagesOf(graphPdf(large())) > 4);
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

    /// The same context four hundred times, in domains of twenty.
    GraphExport large() const
    {
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
        return {makeScene(content, picture, *topology, {}), topology, {}, {}};
    }

    ToolRun poppler(const char *program, QStringList arguments) const
    {
        return runTool(QLatin1String(program),
                       arguments << m_out.filePath(QStringLiteral("read.pdf")));
    }

    /// Its pages, the text of the first (a context and the legend), and whether all are drawn on.
    void checkDocument(const QByteArray &pdf, int fewest, int most)
    {
        QFile file(m_out.filePath(QStringLiteral("read.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
        file.close();
        const ToolRun about = poppler("pdfinfo", {});
        QVERIFY2(about.exitCode == 0 && about.err.isEmpty(), about.err.constData());
        static const QRegularExpression count(QStringLiteral("Pages: +(\\d+)"));
        const int pages = count.match(QString::fromUtf8(about.out)).captured(1).toInt();
        QVERIFY(pages >= fewest && pages <= most);
        QVERIFY(about.out.contains("The graph of bounded contexts"));
        const QString path = m_out.filePath(QStringLiteral("read.txt"));
        QCOMPARE(runTool(QStringLiteral("pdftotext"), {file.fileName(), path}).exitCode, 0);
        QFile text(path);
        QVERIFY(text.open(QIODevice::ReadOnly));
        const QByteArray words = text.readAll();
        for (const char *word : {"Campaign", "acme", "granted"})
            QVERIFY2(words.contains(word), word);
        const QString image = m_out.filePath(QStringLiteral("page"));
        QCOMPARE(
            runTool(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("20"),
                                                 QStringLiteral("-png"), file.fileName(), image})
                .exitCode,
            0);
        const QStringList images =
            QDir(m_out.path()).entryList({QStringLiteral("page*.png")}, QDir::Files);
        QCOMPARE(images.size(), qsizetype(pages));
        for (const QString &each : images) {
            const QImage page(m_out.filePath(each));
            QSet<QRgb> colours;
            for (int y = 0; y < page.height(); ++y)
                for (int x = 0; x < page.width(); ++x)
                    colours.insert(page.pixel(x, y));
            QVERIFY2(colours.size() > 20, qPrintable(each));
            QFile::remove(m_out.filePath(each));
        }
    }

    static int pagesOf(const QByteArray &pdf) { return int(pdf.count("/Type /Page\n")); }

    QTemporaryDir m_out;
};

QTEST_MAIN(TestGraphExport)
#include "tst_graphexport.moc"
