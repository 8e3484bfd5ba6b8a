// SPDX-License-Identifier: Apache-2.0
// Prints what a frame of the graph takes of the window's thread while it is panned and zoomed, how
// long a sharp picture takes a worker, and how long the first picture takes, for companies of three
// sizes.
#include "generator.h"
#include "stopwatch.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/graphpainter.h"
#include "ui/theme/theme.h"

#include "meshwright/compare/overlay.h"
#include "meshwright/graph/questions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <cstdio>

#include <sys/resource.h>

using namespace meshwright;
using namespace meshwright::bench;
using namespace meshwright::ui;

namespace {

constexpr int frames = 60;
constexpr QSize windowSize(1400, 900);

struct Company
{
    std::string name;
    TopologyPtr topology;
    GraphScenePtr scene;
};

std::string row(const Figures &figures)
{
    return "p50 " + milliseconds(figures.median) + ", p95 " + milliseconds(figures.p95);
}

/// Contexts with three readers each; drawn at once, in the grid that stands until the layout comes.
Company company(int domains)
{
    Company made;
    const auto texts =
        generate({.domains = domains, .contexts = 50, .topics = 3, .readsPerContext = 3});
    QElapsedTimer clock;
    clock.start();
    const auto workspace = Workspace::fromTexts(texts);
    made.topology = buildTopology(workspace);
    auto content = layout::contentOf(*made.topology);
    auto picture = layout::packedGrid(layout::requestFor(content));
    made.name = std::to_string(content.cards.size()) + " contexts, " +
                std::to_string(content.flows.size()) + " flows";
    made.scene = makeScene(std::move(content), std::move(picture), *made.topology, {});
    GraphCanvas canvas;
    canvas.resize(windowSize);
    canvas.setScene(made.scene);
    canvas.grab();
    print("first picture from texts, " + made.name, milliseconds(double(clock.elapsed())),
          domains == 20 ? "≤ 3 s" : "");
    return made;
}

void moving(const Company &company, double scale, const std::string &name, const std::string &aim)
{
    GraphCanvas canvas;
    canvas.resize(windowSize);
    canvas.show();
    canvas.setScene(company.scene);
    if (scale > 0)
        canvas.setFrame(scale, company.scene->bounds.center());
    QTest::qWait(600); // the first sharp picture
    int step = 0;
    const Figures panned = measure(frames, [&] {
        const QPointF by = QPointF(step % 40 < 20 ? 12 : -12, 5) / canvas.frame().scale;
        ++step;
        canvas.setFrame(canvas.frame().scale, canvas.frame().origin + by);
        canvas.grab();
        QCoreApplication::processEvents();
    });
    const Figures zoomed = measure(frames, [&] {
        canvas.zoomBy(step++ % 20 < 10 ? 1.03 : 1 / 1.03);
        canvas.grab();
        QCoreApplication::processEvents();
    });
    const GraphStyle style{theme::tokens(), theme::bodyFont(), theme::fixedFont()};
    const Figures sharp = measure(8, [&] {
        QImage image(windowSize, QImage::Format_RGB32);
        QPainter painter(&image);
        GraphPainter(painter, *company.scene, canvas.frame(), style).paintAll();
    });
    print(company.name + ", " + name,
          "panned " + row(panned) + "; zoomed " + row(zoomed) + "; sharp by a worker in " +
              milliseconds(sharp.median),
          aim);
}

void asking(const Company &company)
{
    const ContextId focus = company.topology->contexts.front().id;
    const Figures reach = measure(
        10, [&] { graph::reach(*company.topology, focus, graph::Direction::Both, std::nullopt); });
    const Figures facets = measure(5, [&] {
        graph::Facets(*company.topology, {}).counts(graph::Facet::Domain, {});
        graph::cycles(*company.topology);
        graph::hubs(*company.topology);
        graph::couplings(*company.topology);
    });
    print("questions, " + company.name,
          "all that is near " + milliseconds(reach.median) + ", all answers " +
              milliseconds(facets.median),
          "≤ 100 ms");
}

/// One context comes: from the picture before it to the next.
void following(const Company &company)
{
    layout::Request request = layout::requestFor(company.scene->content);
    const layout::NodeBox first = request.nodes.front();
    request.nodes.push_back({first.id + ".more", first.group, first.width, first.height});
    request.links.push_back({first.id, first.id + ".more", 1});
    std::size_t moved = 0;
    const Figures adapting = measure(3, [&] {
        const auto picture = layout::adapted(request, company.scene->picture, {});
        moved = 0;
        for (const auto &[id, box] : company.scene->picture.nodes)
            moved += picture && picture->nodes.at(id) == box ? 0 : 1;
    });
    const Figures laying =
        measure(3, [&] { compare::overlaid(*company.topology, *company.topology, {}); });
    print("one context more, " + company.name,
          milliseconds(adapting.median) + ", moved " + std::to_string(moved) + " of " +
              std::to_string(company.scene->cards.size()) + "; two states laid over each other " +
              milliseconds(laying.median),
          "< 5 % move");
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    theme::install(app, theme::Mode::Light);
    std::printf("| what | measured | aim |\n| --- | --- | --- |\n");
    for (const int domains : {10, 40, 200}) {
        const Company made = company(domains);
        const std::string aim = domains == 200 ? "≤ 33 ms a frame" : "≤ 16 ms a frame";
        moving(made, 0, "fitted", aim);
        moving(made, 0.5, "at 50 %", aim);
        moving(made, 1, "at 100 %", aim);
        asking(made);
        following(made);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    print("memory at the most", std::to_string(usage.ru_maxrss / 1024) + " MB", "≤ 1 GB");
    return 0;
}
