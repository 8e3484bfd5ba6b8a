// SPDX-License-Identifier: Apache-2.0
#include "comparing.h"

#include "meshwright/compare/overlay.h"
#include "meshwright/layout/graphpicture.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::compare;

namespace {

std::string spec(const char *id, const char *channels)
{
    return std::string("asyncapi: '2.6.0'\nid: 'urn:") + id +
           "'\ninfo: {title: T, version: '1'}\nchannels:\n" + channels;
}

const Texts before = {
    {"a.yaml",
     spec("acme:f:a", "  _public.sale: {publish: {}}\n  _protected.old: {publish: {}}\n")},
    {"b.yaml", spec("acme:f:b", "  acme.f.a._public.sale: {subscribe: {}}\n")},
    {"c.yaml", spec("acme:g:c", "  acme.f.a._public.sale: {subscribe: {}}\n")}};

const Texts after = {
    {"a.yaml", spec("acme:f:a", "  _public.sale:\n    bindings: {kafka: {partitions: 3}}\n"
                                "    publish: {}\n"
                                "  _protected.new:\n    publish:\n"
                                "      tags: [{name: 'grant-access:acme.f.b'}]\n")},
    {"b.yaml", spec("acme:f:b", "  acme.f.a._public.sale: {subscribe: {}}\n")},
    {"d.yaml", spec("acme:h:d", "  acme.f.a._public.sale: {subscribe: {}}\n")}};

Overlay overlayOf(const Texts &base, const Texts &next)
{
    const auto one = buildTopology(Workspace::fromTexts(base));
    const auto two = buildTopology(Workspace::fromTexts(next));
    return overlaid(*one, *two, compareStates(*one, *two));
}

} // namespace

class TestOverlay : public QObject
{
    Q_OBJECT

private slots:

    // Acceptance 28
    void twoStatesAreOne()
    {
        const Overlay overlay = overlayOf(before, after);
        QCOMPARE(overlay.both->contexts.size(), std::size_t(4));
        QVERIFY(overlay.of(ContextId{"acme.f.a"}) == Mark::Changed);
        QVERIFY(overlay.of(ContextId{"acme.f.b"}) == Mark::Same);
        QVERIFY(overlay.of(ContextId{"acme.g.c"}) == Mark::Removed);
        QVERIFY(overlay.of(ContextId{"acme.h.d"}) == Mark::Added);
        QVERIFY(overlay.of(TopicName{"acme.f.a._public.sale"}) == Mark::Changed);
        QVERIFY(overlay.of(TopicName{"acme.f.a._protected.old"}) == Mark::Removed);
        QVERIFY(overlay.of(TopicName{"acme.f.a._protected.new"}) == Mark::Added);
        const ContextId a{"acme.f.a"};
        QVERIFY(overlay.of(a, {"acme.f.b"}) == Mark::Changed); // a grant more
        QVERIFY(overlay.of(a, {"acme.g.c"}) == Mark::Removed);
        QVERIFY(overlay.of(a, {"acme.h.d"}) == Mark::Added);
        QCOMPARE(countMarks(overlay.topics), (MarkCounts{1, 1, 1}));
    }

    void theSameStateHasNoMark()
    {
        const Overlay overlay = overlayOf(before, before);
        QVERIFY(overlay.isEmpty());
        QCOMPARE(overlay.both->edges, buildTopology(Workspace::fromTexts(before))->edges);
    }

    void thePictureHasAllOfBoth()
    {
        const Overlay overlay = overlayOf(before, after);
        const layout::GraphContent content = layout::contentOf(overlay);
        QCOMPARE(content.cards.size(), std::size_t(4));
        QVERIFY(content.card({"acme.g.c"})->mark == Mark::Removed);
        QVERIFY(content.flow({"acme.f.a"}, {"acme.h.d"})->mark == Mark::Added);
        const auto &topics = content.card({"acme.f.a"})->topics;
        QCOMPARE(topics.size(), std::size_t(3));
        QCOMPARE(std::count_if(topics.begin(), topics.end(),
                               [](const auto &row) { return row.mark == Mark::Removed; }),
                 1);
        // The other way round, what came goes.
        const Overlay back = overlayOf(after, before);
        QVERIFY(back.of(ContextId{"acme.h.d"}) == Mark::Removed);
        QVERIFY(back.of(TopicName{"acme.f.a._protected.new"}) == Mark::Removed);
    }
};

QTEST_APPLESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
