// SPDX-License-Identifier: Apache-2.0
#include "estate.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace meshwright;
using namespace meshwright::layout;

namespace {

std::filesystem::path script(const QTemporaryDir &dir, const QByteArray &body)
{
    const QString path = dir.filePath(QStringLiteral("helper"));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write("#!/bin/sh\n" + body + "\n");
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path.toStdString();
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private slots:

    void isSoundAndBalanced_data()
    {
        QTest::addColumn<int>("domains");
        QTest::addColumn<int>("each");
        QTest::newRow("one context") << 1 << 1;
        QTest::newRow("one domain") << 1 << 9;
        QTest::newRow("a company") << 5 << 4;
        QTest::newRow("many small domains") << 40 << 2;
        QTest::newRow("a large estate") << 20 << 15;
    }

    void isSoundAndBalanced()
    {
        QFETCH(int, domains);
        QFETCH(int, each);
        const Request request = estate(domains, each);
        const auto picture = layOut(request, helper(), {});
        QVERIFY2(picture.has_value(), picture ? "" : picture.error().message.c_str());
        QVERIFY(isSound(request, *picture));
        QCOMPARE(picture->nodes.size(), request.nodes.size());
        QCOMPARE(picture->routes.size(), request.links.size());
        if (domains * each >= 20) {
            const double aspect = picture->bounds.width / picture->bounds.height;
            QVERIFY2(aspect > 0.7 && aspect < 2.4, qPrintable(QString::number(aspect)));
        }
        const Picture grid = packedGrid(request);
        QVERIFY(isSound(request, grid));
    }

    // Acceptance 24
    void givesThePictureOfTheRequestAlone()
    {
        const Request request = estate(6, 5);
        const auto first = layOut(request, helper(), {});
        const auto second = layOut(request, helper(), {});
        QVERIFY(first && second);
        QCOMPARE(pictureJson(*first), pictureJson(*second));
        QCOMPARE(pictureJson(packedGrid(request)), pictureJson(packedGrid(request)));
    }

    void everyStyleIsSoundAndItsOwn()
    {
        Request request = estate(8, 7);
        std::set<std::string> pictures;
        for (const Style style : styles) {
            request.style = style;
            QCOMPARE(styleNamed(nameOf(style)), std::optional(style));
            const auto picture = layOut(request, helper(), {});
            QVERIFY2(picture.has_value(), picture ? "" : picture.error().message.c_str());
            QVERIFY(isSound(request, *picture));
            const auto again = layOut(request, helper(), {});
            QCOMPARE(pictureJson(*again), pictureJson(*picture));
            pictures.insert(pictureJson(*picture));
        }
        QCOMPARE(pictures.size(), std::size(styles));
        QVERIFY(!styleNamed("heap"));
    }

    void flowGoesToTheRight()
    {
        Request request;
        for (const char *id : {"a.a", "b.b", "c.c", "d.d"})
            request.nodes.push_back({id, std::string(1, id[0]), 200, 90});
        request.links = {{"c.c", "a.a", 1}, {"a.a", "d.d", 1}, {"d.d", "b.b", 1}};
        request.style = Style::Flow;
        const auto picture = layOut(request, helper(), {});
        QVERIFY(picture.has_value());
        for (const Link &link : request.links)
            QVERIFY(picture->nodes.at(link.from).x + 200 < picture->nodes.at(link.to).x);
    }

    void leavesAndMeetsBoxesAtRightAngles()
    {
        const Request request = estate(4, 5);
        const auto picture = layOut(request, helper(), {});
        QVERIFY(picture.has_value());
        for (const Picture::Route &route : picture->routes) {
            const auto &curve = route.curve;
            const auto isStraight = [](const Point &a, const Point &b) {
                return std::abs(a.x - b.x) < 0.01 || std::abs(a.y - b.y) < 0.01;
            };
            QVERIFY(isStraight(curve[0], curve[1]));
            QVERIFY(isStraight(curve[curve.size() - 2], curve.back()));
        }
    }

    void survivesAPictureOnItsWay()
    {
        const Request request = estate(3, 4);
        const auto again = requestFromJson(requestJson(request));
        QVERIFY(again.has_value());
        QCOMPARE(requestJson(*again), requestJson(request));
        const Picture picture = packedGrid(request);
        const auto pictureAgain = pictureFromJson(pictureJson(picture));
        QVERIFY(pictureAgain.has_value());
        QVERIFY(pictureAgain->nodes == picture.nodes);
        QVERIFY(pictureAgain->groups == picture.groups);
        QCOMPARE(pictureJson(*pictureAgain), pictureJson(picture));
    }

    void refusesBadRequests_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\x00\xff nodes");
        QTest::newRow("an array") << QByteArray("[1, 2]");
        QTest::newRow("text for a size") << QByteArray(
            R"({"nodes":[{"id":"a","group":"g","width":"wide","height":1}],"links":[]})");
        QTest::newRow("a size of nothing")
            << QByteArray(R"({"nodes":[{"id":"a","group":"g","width":0,"height":1}],"links":[]})");
        QTest::newRow("one id twice") << QByteArray(
            R"({"nodes":[{"id":"a","group":"g","width":1,"height":1},
                         {"id":"a","group":"g","width":1,"height":1}],"links":[]})");
        QTest::newRow("a link to nowhere") << QByteArray(
            R"({"nodes":[{"id":"a","group":"g","width":1,"height":1}],
                "links":[{"from":"a","to":"b","weight":1}]})");
        QTest::newRow("a link to itself") << QByteArray(
            R"({"nodes":[{"id":"a","group":"g","width":1,"height":1}],
                "links":[{"from":"a","to":"a","weight":1}]})");
    }

    void refusesBadRequests()
    {
        QFETCH(QByteArray, json);
        const auto request = requestFromJson(json.toStdString());
        QVERIFY(!request.has_value());
        QCOMPARE(request.error().code, Error::Code::Invalid);
        QVERIFY(!request.error().message.empty());
    }

    void helperTellsABadRequestByItsExitCode()
    {
        // The helper gets what `layOut` would refuse to answer: one id twice.
        Request request = estate(1, 2);
        request.nodes.push_back(request.nodes.front());
        const auto picture = layOut(request, helper(), {});
        QVERIFY(!picture.has_value());
        QVERIFY(picture.error().message.find("65") != std::string::npos);
    }

    void tellsABrokenHelper_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("fails") << QByteArray("exit 3") << Error::Code::Invalid;
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << Error::Code::Invalid;
        QTest::newRow("says nothing") << QByteArray("cat >/dev/null") << Error::Code::Invalid;
        QTest::newRow("talks nonsense") << QByteArray("echo hello") << Error::Code::Invalid;
        QTest::newRow("forgets every node")
            << QByteArray(R"(echo '{"nodes":{},"groups":{},"bounds":[0,0,1,1],"routes":[]}')")
            << Error::Code::Invalid;
    }

    void tellsABrokenHelper()
    {
        QFETCH(QByteArray, body);
        QFETCH(Error::Code, code);
        const QTemporaryDir dir;
        const auto picture = layOut(estate(2, 3), script(dir, body), {});
        QVERIFY(!picture.has_value());
        QCOMPARE(picture.error().code, code);
        QVERIFY(!picture.error().message.empty());
    }

    void tellsAMissingHelper()
    {
        const auto picture = layOut(estate(1, 2), "/nowhere/meshwright-layout", {});
        QVERIFY(!picture.has_value());
        QCOMPARE(picture.error().code, Error::Code::NotFound);
    }

    void endsSoonAfterStop()
    {
        const QTemporaryDir dir;
        const auto sleeper = script(dir, "exec sleep 60");
        std::stop_source stop;
        QElapsedTimer timer;
        timer.start();
        std::jthread asker([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            stop.request_stop();
        });
        const auto picture = layOut(estate(2, 3), sleeper, stop.get_token());
        QVERIFY(!picture.has_value());
        QCOMPARE(picture.error().code, Error::Code::Cancelled);
        QVERIFY(timer.elapsed() < 30'000); // the sleeper's minute is not waited for
    }

    void stoppedBeforehandDoesNotLayOut()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto picture = layOut(estate(2, 3), helper(), stop.get_token());
        QVERIFY(!picture.has_value());
        QCOMPARE(picture.error().code, Error::Code::Cancelled);
    }

    void emptyGraphIsAnEmptyPicture()
    {
        const auto picture = layOut({}, helper(), {});
        QVERIFY(picture.has_value());
        QVERIFY(picture->nodes.empty());
        QVERIFY(packedGrid({}).nodes.empty());
    }

    void soundnessSeesFaults()
    {
        const Request request = estate(2, 3);
        Picture picture = packedGrid(request);
        QVERIFY(isSound(request, picture));
        Picture lost = picture;
        lost.nodes.erase(lost.nodes.begin());
        QVERIFY(!isSound(request, lost));
        Picture overlapping = picture;
        overlapping.nodes.begin()->second = std::next(overlapping.nodes.begin())->second;
        QVERIFY(!isSound(request, overlapping));
        Picture outside = picture;
        outside.nodes.begin()->second.x -= 5000;
        QVERIFY(!isSound(request, outside));
        Picture unrouted = picture;
        unrouted.routes.pop_back();
        QVERIFY(!isSound(request, unrouted));
    }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
