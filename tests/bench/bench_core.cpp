// SPDX-License-Identifier: Apache-2.0
// Prints what the core takes on generated workspaces, as the rows of docs/performance.md.
#include "generator.h"
#include "stopwatch.h"

#include "meshwright/access/accessreview.h"
#include "meshwright/completion/completion.h"
#include "meshwright/layout/graphpicture.h"
#include "meshwright/lint/lint.h"
#include "meshwright/plan/plan.h"
#include "meshwright/search/search.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <sys/resource.h>

using namespace meshwright;
using namespace meshwright::bench;

namespace {

namespace fs = std::filesystem;

fs::path binaries()
{
    return fs::read_symlink("/proc/self/exe").parent_path();
}

void parsing()
{
    const Text text = makeText(generateSpec(4'000));
    const Figures figures = measure(15, [&] { yaml::Document::parse(text); });
    const double megabytes = static_cast<double>(text->bytes().size()) / 1e6;
    char speed[64];
    std::snprintf(speed, sizeof speed, "%.0f MB/s (%.1f MB)", megabytes / (figures.median / 1e3),
                  megabytes);
    print("parse YAML to the tree", speed, "41–45 MB/s");
}

/// What was written to hold a reader up.
void hostile()
{
    std::string anchors;
    for (int i = 0; i < 1'000'000; ++i)
        anchors += "k" + std::to_string(i) + ": &a" + std::to_string(i) + " x\n";
    const std::pair<const char *, std::string> texts[] = {
        {"1 000 000 anchors", anchors + "last: *a7\n"},
        {"a scalar of 10 MB", "a: " + std::string(10'000'000, 'x') + "\n"},
        {"a spec of 50 MB", generateSpec(80'000)},
        {"a document beyond 64 MB", "a: " + std::string((64U << 20U) + 1, 'x')},
    };
    for (const auto &[name, bytes] : texts) {
        std::string said = "read whole";
        const Figures figures = measure(3, [&, text = makeText(bytes)] {
            const auto document = yaml::Document::parse(text);
            if (!document->problems().empty())
                said = document->problems().front().id;
        });
        print(std::string("parse ") + name + " (" + said + ")", milliseconds(figures.median),
              "≤ 1 s");
    }
}

/// One letter typed in the middle of the text, as the window derives it.
void typing(int channels, const std::string &aim)
{
    WorkspacePtr workspace = Workspace::fromTexts({{"big.yaml", generateSpec(channels)}});
    const std::string base = workspace->file("big.yaml")->text->bytes();
    const std::size_t middle = base.find("happened", base.size() / 2);
    int key = 0;
    const Figures figures = measure(channels > 1000 ? 30 : 60, [&] {
        std::string next = base;
        next.insert(middle, 1, static_cast<char>('a' + key++ % 26));
        workspace = workspace->withText("big.yaml", makeText(std::move(next)));
        lintFile(*buildTopology(workspace), "big.yaml");
    });
    print("key to diagnostics, " + std::to_string(channels) + " channels",
          "p50 " + milliseconds(figures.median) + ", p95 " + milliseconds(figures.p95), aim);
}

void typingInACompany(const WorkspacePtr &company)
{
    const std::string file = company->files().begin()->first;
    const std::string base = company->file(file)->text->bytes();
    WorkspacePtr workspace = company;
    int key = 0;
    const Figures figures = measure(30, [&] {
        std::string next = base;
        next.insert(next.find("happened"), 1, static_cast<char>('a' + key++ % 26));
        workspace = workspace->withText(file, makeText(std::move(next)));
        lintFile(*buildTopology(workspace), file);
    });
    print("key to that file's diagnostics among 1 000 specs",
          "p50 " + milliseconds(figures.median) + ", p95 " + milliseconds(figures.p95),
          "p95 ≤ 100 ms");
}

WorkspacePtr opening(const fs::path &folder)
{
    WorkspacePtr workspace;
    TopologyPtr topology;
    const Figures open = measure(5, [&] {
        workspace = Workspace::open(folder).value();
        topology = buildTopology(workspace);
    });
    const Figures all = measure(3, [&] { lint(*topology); });
    print("open 1 000 specs, 10 000 topics", milliseconds(open.median), "");
    print("all diagnostics of them", milliseconds(all.median), "");
    const layout::Request request = layout::requestFor(*topology);
    const Figures packed = measure(3, [&] { layout::packedGrid(request); });
    print("first picture of them: opened, judged, packed",
          milliseconds(open.median + all.median + packed.median), "≤ 2 s");
    std::size_t placed = 0;
    const Figures drawn = measure(3, [&] {
        const auto picture = layout::layOut(request, binaries() / "meshwright-layout", {});
        placed = picture ? picture->nodes.size() : 0;
    });
    print("their graph laid out (" + std::to_string(placed) + " contexts, " +
              std::to_string(request.links.size()) + " flows)",
          milliseconds(drawn.median), "");
    return workspace;
}

ActualState actualFrom(const DesiredState &desired)
{
    std::vector<ActualTopic> topics;
    for (const DesiredTopic &topic : desired.topics)
        topics.push_back({topic.name.value, "id-" + topic.name.value, topic.partitions.value_or(1),
                          1, false, topic.settings, true});
    std::vector<Acl> acls;
    for (const RequestedAcl &acl : desired.acls)
        acls.push_back(acl.acl);
    return {"bench", std::move(topics), std::move(acls)};
}

/// 5 000 principals, 10 000 topics, and what they ask for: a first screen, then questions.
void access()
{
    Shape shape;
    shape.domains = 100;
    shape.topics = 2;
    shape.readsPerContext = 6;
    shape.grantsPerTopic = 3;
    const auto topology = buildTopology(Workspace::fromTexts(generate(shape)));
    std::unique_ptr<AccessReview> review;
    const auto firstScreen = [&] {
        constexpr std::size_t rows = 40;
        constexpr std::size_t columns = 30;
        std::size_t allowed = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::string &topic = review->topics().at(row * 37);
            const auto about = review->access().about(ResourceType::Topic, topic);
            for (std::size_t column = 0; column < columns; ++column)
                for (const AclOperation operation : {AclOperation::Read, AclOperation::Write})
                    allowed += review->access()
                                       .decideBy(about, {review->principals().at(column * 11),
                                                         {},
                                                         operation,
                                                         ResourceType::Topic,
                                                         topic})
                                       .isAllowed
                                   ? 1
                                   : 0;
        }
        return allowed;
    };
    const Figures made = measure(5, [&] {
        review =
            std::make_unique<AccessReview>(topology, nullptr, std::nullopt, AccessSource::Specs);
        firstScreen();
    });
    const std::string size = std::to_string(review->principals().size()) + " principals, " +
                             std::to_string(review->topics().size()) + " topics, " +
                             std::to_string(review->access().acls().size()) + " ACLs";
    print("access: " + size + ", a review and its first screen", milliseconds(made.median),
          "≤ 200 ms");
    std::size_t next = 0;
    const Figures ofTopic = measure(
        30, [&] { review->ofTopic(review->topics().at((next += 317) % review->topics().size())); });
    const Figures ofPrincipal = measure(30, [&] {
        review->ofPrincipal(review->principals().at((next += 171) % review->principals().size()));
    });
    print("who can read or write this",
          "p50 " + milliseconds(ofTopic.median) + ", p95 " + milliseconds(ofTopic.p95), "≤ 20 ms");
    print("what this principal reaches",
          "p50 " + milliseconds(ofPrincipal.median) + ", p95 " + milliseconds(ofPrincipal.p95),
          "≤ 20 ms");
    const Figures all = measure(3, [&] { review->acls(); });
    print("what is to be said of all its ACLs", milliseconds(all.median), "");
}

/// The built-in policies, one of which reads the fields of every payload.
void policies()
{
    auto texts = generate({});
    texts["meshwright.yaml"] =
        "version: 1\npolicies: [builtin:pii, builtin:documented, builtin:keyed]\n";
    const auto workspace = Workspace::fromTexts(texts);
    const auto topology = buildTopology(workspace);
    const Figures all = measure(3, [&] { lint(*topology); });
    print("all diagnostics of 1 000 specs, with policies", milliseconds(all.median), "≤ 1.5 s");
    const std::string file = texts.begin()->first;
    const std::string base = texts.begin()->second;
    WorkspacePtr edited = workspace;
    int key = 0;
    const Figures one = measure(30, [&] {
        std::string changed = base;
        changed.insert(changed.find("happened"), 1, static_cast<char>('a' + key++ % 26));
        edited = edited->withText(file, makeText(std::move(changed)));
        lintFile(*buildTopology(edited), file);
    });
    print("key to that file's diagnostics among them",
          "p50 " + milliseconds(one.median) + ", p95 " + milliseconds(one.p95), "≤ 50 ms");
}

/// Questions as they are typed, letter by letter, over all names.
void searching(const WorkspacePtr &company)
{
    const TopologyPtr topology = buildTopology(company);
    std::vector<search::Entry> entries;
    const Figures made = measure(3, [&] { entries = search::entriesOf(*topology); });
    const search::Index index(std::move(entries));
    const std::string names = std::to_string(index.entries().size()) + " names";
    print("index " + names + " of them for the search", milliseconds(made.median), "");
    const std::string typed = "domain07 topic";
    std::size_t letters = 0;
    const Figures asked = measure(60, [&] {
        letters = letters % typed.size() + 1;
        search::find(index, search::readQuery(typed.substr(0, letters)));
    });
    print("a letter typed into the search of " + names,
          "p50 " + milliseconds(asked.median) + ", p95 " + milliseconds(asked.p95), "≤ 50 ms");
}

void planning()
{
    // 10 000 topics; grants enough for 50 000 ACLs.
    const WorkspacePtr workspace =
        Workspace::fromTexts(generate({.domains = 20, .contexts = 50, .grantsPerTopic = 12}));
    const TopologyPtr topology = buildTopology(workspace);
    Environment environment;
    environment.name = "bench";
    environment.connector = "sandbox";
    const DesiredState desired = desiredState(*topology, &environment);
    const std::string size = std::to_string(desired.topics.size()) + " topics, " +
                             std::to_string(desired.acls.size()) + " ACLs";
    const ActualState empty{"bench", std::vector<ActualTopic>(), std::vector<Acl>()};
    const ActualState full = actualFrom(desired);
    std::size_t items = 0;
    const Figures first = measure(
        5, [&] { items = makePlan(*topology, environment, desired, empty, {}, {}).items.size(); });
    print("plan against an empty cluster: " + size + " → " + std::to_string(items) + " items",
          milliseconds(first.median), "≤ 200 ms");
    const Figures second = measure(
        5, [&] { items = makePlan(*topology, environment, desired, full, {}, {}).items.size(); });
    print("plan against a cluster in step: " + size + " → " + std::to_string(items) + " items",
          milliseconds(second.median), "≤ 200 ms");
}

/// A key, a channel and a setting begun in the middle of a large spec.
void completing()
{
    const std::string base = generateSpec(2'000);
    const auto topology = buildTopology(Workspace::fromTexts({{"big.yaml", base}}));
    const auto line = base.find("    publish:", base.size() / 2);
    for (const char *typed : {"    desc", "  acme", "    bindings: {kafka: {top"}) {
        std::string bytes = base;
        bytes.insert(line, std::string(typed) + "\n");
        const SourceText text(bytes);
        std::size_t count = 0;
        const Figures figures = measure(30, [&] {
            count = completion::complete(*topology, "big.yaml", text, line + std::strlen(typed))
                        .items.size();
        });
        print("complete '" + std::string(typed) + "', 2 000 channels (" + std::to_string(count) +
                  " offered)",
              milliseconds(figures.median), "≤ 20 ms");
    }
}

void commandStart()
{
    const std::string spec =
        std::string(MESHWRIGHT_SAMPLES) + "/acme/finance/campaign/campaign.yaml";
    const fs::path folder = fs::temp_directory_path() / "meshwright-bench-one";
    fs::create_directories(folder);
    fs::copy_file(spec, folder / "campaign.yaml", fs::copy_options::overwrite_existing);
    const std::string command = (binaries() / "mw").string() + " check " +
                                (folder / "campaign.yaml").string() + " >/dev/null 2>&1";
    int status = 0;
    const Figures figures = measure(20, [&] { status |= std::system(command.c_str()) == -1; });
    print("mw check of one small spec, whole process" + std::string(status ? " (did not run)" : ""),
          milliseconds(figures.median), "≤ 50 ms");
    fs::remove_all(folder);
}

} // namespace

int main()
{
    std::printf("| what | measured | aim |\n| --- | --- | --- |\n");
    parsing();
    hostile();
    typing(100, "p95 ≤ 100 ms");
    typing(500, "p95 ≤ 100 ms");
    typing(2'000, "p95 ≤ 100 ms");
    completing();
    const fs::path folder = fs::temp_directory_path() / "meshwright-bench-company";
    for (const auto &[path, text] : generate({})) {
        fs::create_directories((folder / path).parent_path());
        std::ofstream(folder / path) << text;
    }
    const WorkspacePtr company = opening(folder);
    typingInACompany(company);
    searching(company);
    planning();
    access();
    policies();
    commandStart();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    print("most memory of this bench", std::to_string(usage.ru_maxrss / 1024) + " MB", "≤ 1 GB");
    fs::remove_all(folder);
    return 0;
}
