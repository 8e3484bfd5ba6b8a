// SPDX-License-Identifier: Apache-2.0
// Prints what it takes to judge a document by all rules, as the rows of docs/performance.md, and,
// where Node and AsyncAPI's own parser are there (MESHWRIGHT_NODE_MODULES names the folder), what
// that one takes for the same documents.
#include "generator.h"
#include "stopwatch.h"

#include "meshwright/conformance/conformance.h"
#include "meshwright/lint/lint.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace meshwright;
using namespace meshwright::bench;

namespace {

namespace fs = std::filesystem;

struct Subject
{
    std::string name;
    std::string text;
    std::string typedAt; ///< a text in its middle, before which a letter is typed
    std::string coldAim;
    std::string keyAim;
    int runs = 20;
    fs::path file = {};
    double cold = 0; ///< ms
};

std::string textOf(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<Subject> subjects()
{
    std::vector<Subject> all;
    for (const char *version : {"2.6", "3.0"}) {
        const std::string name = "streetlights-" + std::string(version) + ".yml";
        all.push_back({name, textOf(fs::path(MESHWRIGHT_TEST_DATA) / "asyncapi" / name), " the ",
                       "", "p95 ≤ 5 ms", 200});
    }
    all.push_back({"100 channels", generateSpec(100), "happened", "≤ 20 ms", "p95 ≤ 100 ms", 60});
    all.push_back({"500 channels", generateSpec(500), "happened", "≤ 80 ms", "p95 ≤ 100 ms", 40});
    all.push_back(
        {"2 000 channels", generateSpec(2'000), "happened", "≤ 300 ms", "p95 ≤ 30 ms", 30});
    return all;
}

std::string shown(const Figures &figures)
{
    return "p50 " + milliseconds(figures.median) + ", p95 " + milliseconds(figures.p95) +
           "; of the processor p50 " + milliseconds(figures.ownMedian) + ", p95 " +
           milliseconds(figures.ownP95);
}

void judgeCold(Subject &subject)
{
    const Figures figures = measure(subject.runs / 2, [&] {
        const auto workspace = Workspace::fromTexts({{"a.yaml", subject.text}});
        lintFile(*buildTopology(workspace), "a.yaml");
    });
    subject.cold = figures.median;
    print("text to diagnostics, " + subject.name, shown(figures), subject.coldAim);
}

void judgeKeys(const Subject &subject)
{
    auto workspace = Workspace::fromTexts({{"a.yaml", subject.text}});
    const std::size_t place = subject.text.find(subject.typedAt, subject.text.size() / 2);
    int key = 0;
    const Figures figures = measure(subject.runs, [&] {
        std::string next = subject.text;
        next.insert(place, 1, static_cast<char>('a' + key++ % 26));
        workspace = workspace->withText("a.yaml", makeText(std::move(next)));
        lintFile(*buildTopology(workspace), "a.yaml");
    });
    print("key to diagnostics, " + subject.name, shown(figures), subject.keyAim);
}

/// The parts of a key: text to tree, to spec with its findings, to topology, to all findings.
void judgeParts(const Subject &subject)
{
    const auto document = yaml::Document::parse(makeText(subject.text));
    const std::size_t place = subject.text.find(subject.typedAt, subject.text.size() / 2);
    const auto workspace = Workspace::fromTexts({{"a.yaml", subject.text}});
    const auto topology = buildTopology(workspace);
    const auto spec = workspace->file("a.yaml")->spec;
    const auto next = makeText(std::string(subject.text).insert(place, "x"));
    const auto row = [&](const char *part, const std::function<void()> &work) {
        print("of that: " + std::string(part), milliseconds(measure(subject.runs, work).ownMedian),
              "");
    };
    row("the tree", [&] { yaml::Document::parseAfter(document, next); });
    row("the spec", [&] { asyncapi::readSpec(*workspace, "a.yaml", document); });
    row("findings on AsyncAPI", [&] { conformance::check(*workspace, *spec); });
    row("the topology", [&] { buildTopology(workspace); });
    row("all findings", [&] { lintFile(*topology, "a.yaml"); });
}

/// `mw check FILE`, its output thrown away: the most memory that it took, in KB.
std::optional<long> memoryOfCheck(const std::string &mw, const std::string &file)
{
    std::array<std::string, 3> words{mw, "check", file};
    std::array<char *, 4> arguments{words[0].data(), words[1].data(), words[2].data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failed =
        posix_spawn(&child, mw.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    rusage usage{};
    const bool isOver = failed == 0 && wait4(child, &status, 0, &usage) == child;
    const bool isJudged = isOver && WIFEXITED(status) && WEXITSTATUS(status) <= 1;
    return isJudged ? std::optional(usage.ru_maxrss) : std::nullopt;
}

void judgeProcess(const std::string &mw, const Subject &subject)
{
    std::optional<long> memory;
    const Figures figures = measure(5, [&] { memory = memoryOfCheck(mw, subject.file.string()); });
    print("mw check, the whole process, " + subject.name,
          memory ? milliseconds(figures.median) + ", " + std::to_string(*memory / 1024) + " MB"
                 : "did not run",
          "≤ 120 MB");
}

std::vector<std::string> linesOf(const std::string &command)
{
    std::vector<std::string> lines;
    FILE *pipe = popen(command.c_str(), "r");
    std::array<char, 256> line{};
    while (pipe && std::fgets(line.data(), line.size(), pipe)) {
        lines.emplace_back(line.data());
        lines.back().erase(lines.back().find_last_not_of("\r\n") + 1);
    }
    if (pipe)
        pclose(pipe);
    return lines;
}

std::string quoted(const std::string &word)
{
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

void compare(const std::vector<Subject> &all)
{
    const char *modules = std::getenv("MESHWRIGHT_NODE_MODULES");
    if (!modules) {
        std::printf("\nMESHWRIGHT_NODE_MODULES is not set: no comparison.\n");
        return;
    }
    std::string command = "node " + quoted(MESHWRIGHT_REFERENCE_SCRIPT) + " " + quoted(modules);
    for (const Subject &subject : all)
        command += " " + quoted(subject.file.string());
    const auto lines = linesOf(command);
    if (lines.size() != all.size() + 1) {
        std::printf("\n@asyncapi/parser did not run from %s: no comparison.\n", modules);
        return;
    }
    std::printf("\n| text to diagnostics | @asyncapi/parser %s | here | ratio |\n"
                "| --- | --- | --- | --- |\n",
                lines[0].c_str());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double theirs = std::strtod(lines[i + 1].c_str(), nullptr);
        std::printf("| %s | %s | %s | %.0f |\n", all[i].name.c_str(), milliseconds(theirs).c_str(),
                    milliseconds(all[i].cold).c_str(), theirs / all[i].cold);
    }
}

} // namespace

int main()
{
    const fs::path folder = fs::temp_directory_path() / "meshwright-bench-conformance";
    const std::string mw = fs::read_symlink("/proc/self/exe").parent_path() / "mw";
    std::vector<Subject> all = subjects();
    std::printf("| what | measured | aim |\n| --- | --- | --- |\n");
    for (std::size_t i = 0; i < all.size(); ++i) {
        Subject &subject = all[i];
        subject.file = folder / std::to_string(i) / "spec.yaml"; // alone in its workspace
        fs::create_directories(subject.file.parent_path());
        std::ofstream(subject.file, std::ios::binary) << subject.text;
        judgeCold(subject);
        judgeKeys(subject);
        judgeProcess(mw, subject);
    }
    judgeParts(all.back());
    compare(all);
    fs::remove_all(folder);
    return 0;
}
