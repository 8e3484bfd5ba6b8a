// SPDX-License-Identifier: Apache-2.0
// What stays where it was: when the graph changes, and when people put things somewhere.
#include "estate.h"

#include <QTest>

#include <cmath>

using namespace meshwright;
using namespace meshwright::layout;

namespace {

Picture pictureOf(const Request &request)
{
    return layOut(request, helper(), {}).value_or(Picture());
}

/// Nodes that both have, at another place.
std::size_t moved(const Picture &before, const Picture &after)
{
    std::size_t count = 0;
    for (const auto &[id, box] : before.nodes) {
        const auto now = after.nodes.find(id);
        if (now != after.nodes.end())
            count += std::hypot(now->second.x - box.x, now->second.y - box.y) > 0.5 ? 1 : 0;
    }
    return count;
}

void addNode(Request &request, const std::string &group)
{
    request.nodes.push_back({group + ".added", group, 240, 92});
    const auto first = std::find_if(request.nodes.begin(), request.nodes.end(),
                                    [&group](const NodeBox &node) { return node.group == group; });
    request.links.push_back({first->id, group + ".added", 2});
}

} // namespace

class TestChanges : public QObject
{
    Q_OBJECT

private slots:

    void oneMoreNodeMovesFewOthers_data()
    {
        QTest::addColumn<int>("domains");
        QTest::addColumn<int>("each");
        QTest::newRow("a small company") << 5 << 4;
        QTest::newRow("a company") << 20 << 15;
        QTest::newRow("1 000 contexts") << 20 << 50;
    }

    // Acceptance 24
    void oneMoreNodeMovesFewOthers()
    {
        QFETCH(int, domains);
        QFETCH(int, each);
        const Request request = estate(domains, each);
        const Picture before = pictureOf(request);
        double most = 0;
        int tried = 0;
        for (const auto &[group, box] : before.groups) {
            if (domains * each > 500 && tried++ % 4 != 0)
                continue;
            Request larger = request;
            addNode(larger, group);
            const auto after = adapted(larger, before, {});
            QVERIFY(after.has_value());
            QVERIFY(isSound(larger, *after));
            const double share = double(moved(before, *after)) / double(before.nodes.size());
            most = std::max(most, share);
        }
        qInfo("moved: %.2f %% at most", 100 * most);
        QVERIFY2(most < 0.05, qPrintable(QString::number(most)));
    }

    void aNewDomainMovesNothing()
    {
        Request request = estate(6, 5);
        const Picture before = pictureOf(request);
        request.nodes.push_back({"acme.new.first", "acme.new", 220, 92});
        request.links.push_back({request.nodes.front().id, "acme.new.first", 1});
        const auto after = adapted(request, before, {});
        QVERIFY(after.has_value());
        QCOMPARE(moved(before, *after), std::size_t(0));
        QVERIFY(isSound(request, *after));
    }

    void whatIsGoneLeavesTheRest()
    {
        Request request = estate(6, 5);
        const Picture before = pictureOf(request);
        const std::string gone = request.nodes.at(7).id;
        std::erase_if(request.nodes, [&](const NodeBox &node) { return node.id == gone; });
        std::erase_if(request.links,
                      [&](const Link &link) { return link.from == gone || link.to == gone; });
        const auto after = adapted(request, before, {});
        QVERIFY(after.has_value());
        QCOMPARE(moved(before, *after), std::size_t(0));
        QVERIFY(!after->nodes.contains(gone));
        QCOMPARE(after->routes.size(), request.links.size());
    }

    void aLargerCardKeepsItsNeighbours()
    {
        Request request = estate(4, 6);
        const Picture before = pictureOf(request);
        request.nodes.at(3).width = 300;
        const auto after = adapted(request, before, {});
        QVERIFY(after.has_value());
        QVERIFY(isSound(request, *after));
        QCOMPARE(after->nodes.at(request.nodes.at(3).id).width, 300.0);
        QVERIFY(moved(before, *after) <= 1);
    }

    void tooMuchIsLaidOutAnew()
    {
        const Picture before = pictureOf(estate(4, 6));
        QVERIFY(!adapted(estate(5, 8), before, {}));
        QVERIFY(!adapted(estate(1, 2), Picture(), {}));
    }

    void whatIsPutSomewhereIsThere()
    {
        const Request request = estate(4, 5);
        const Picture before = pictureOf(request);
        const NodeBox &node = request.nodes.front();
        graph::Positions positions;
        positions.contexts[node.id] = {700, 400};
        const Picture after = withPositions(request, before, positions);
        QVERIFY(isSound(request, after));
        const Box &box = after.nodes.at(node.id);
        const Box &group = after.groups.at(node.group);
        QCOMPARE(box.x, group.x + 700);
        QCOMPARE(box.y, group.y + 400);
        QCOMPARE(pictureJson(withPositions(request, before, {})), pictureJson(before));
        positions.contexts = {{"acme.gone", {1, 1}}};
        QCOMPARE(pictureJson(withPositions(request, before, positions)), pictureJson(before));
    }

    void whatIsInTheWayGivesWay()
    {
        const Request request = estate(4, 5);
        const Picture before = pictureOf(request);
        const Box &group = before.groups.at(request.nodes.front().group);
        const Box &other = before.nodes.at(request.nodes.at(1).id);
        graph::Positions positions;
        positions.contexts[request.nodes.front().id] = {int(other.x - group.x) + 20,
                                                        int(other.y - group.y) + 10};
        const Picture after = withPositions(request, before, positions);
        QVERIFY(isSound(request, after));
        QVERIFY(moved(before, after) <= 3);
    }

    void domainsStandWhereTheyWerePut()
    {
        const Request request = estate(6, 4);
        const Picture before = pictureOf(request);
        const Box &second = before.groups.at("acme.d1");
        graph::Positions positions;
        positions.domains["acme.d0"] = {int(second.x) + 40, int(second.y) + 40};
        positions.domains["acme.d3"] = {-900, -700};
        const Picture after = withPositions(request, before, positions);
        QVERIFY(isSound(request, after));
        QCOMPARE(after.groups.at("acme.d0").x, double(positions.domains["acme.d0"].x));
        QCOMPARE(after.groups.at("acme.d3").y, -700.0);
        // And what changes later leaves it there.
        Request larger = request;
        addNode(larger, "acme.d0");
        const auto later = adapted(larger, after, positions);
        QVERIFY(later.has_value());
        const Picture kept = withPositions(larger, *later, positions);
        QCOMPARE(kept.groups.at("acme.d0").x, double(positions.domains["acme.d0"].x));
        QCOMPARE(kept.groups.at("acme.d3").y, -700.0);
    }

    void twoAtOnePlaceStandBesideEachOther()
    {
        const Request request = estate(2, 4);
        graph::Positions positions;
        positions.contexts[request.nodes.at(0).id] = {40, 60};
        positions.contexts[request.nodes.at(1).id] = {40, 60};
        positions.domains["acme.d0"] = {0, 0};
        positions.domains["acme.d1"] = {0, 0};
        const Picture after = withPositions(request, pictureOf(request), positions);
        QVERIFY(isSound(request, after));
        QCOMPARE(after.nodes.at(request.nodes.at(0).id).x, 40.0);
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
