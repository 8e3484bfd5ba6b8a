// SPDX-License-Identifier: Apache-2.0
// A plan of a company that is all there already, as a whole process of mw: 1 000 topics with their
// ACLs on a real broker, without schemas and with one for each topic in a real registry.
#include "generator.h"
#include "stopwatch.h"

#include "support/apicurio.h"
#include "support/kafkabroker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
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

constexpr int rounds = 7;

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(69);
}

template <typename Server>
void start(Server &server)
{
    if (const auto started = server.start(); !started)
        fail(started.error());
}

void write(const QString &path, const std::string &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0)
        fail(path + " can't be written");
}

/// Each payload becomes a file of its own, an Avro record.
void writeWithSchemas(const QString &folder, const std::string &path, std::string text, int &count)
{
    const std::string inlined = "        payload:\n          type: object\n"
                                "          properties:\n            id: {type: string}\n"
                                "            amount: {type: number}\n";
    const auto up = path.find('/') == std::string::npos ? "" : "../";
    for (auto at = text.find(inlined); at != std::string::npos; at = text.find(inlined, at)) {
        const auto name = "schemas/happened" + std::to_string(count) + ".avsc";
        write(folder + '/' + QString::fromStdString(name),
              R"({"type": "record", "name": "Happened)" + std::to_string(count) +
                  R"(", "namespace": "acme", "fields": [{"name": "id", "type": "string"},
                 {"name": "amount", "type": "double"}]})");
        text.replace(at, inlined.size(),
                     "        schemaFormat: application/vnd.apache.avro;version=1.9.0\n"
                     "        payload: {$ref: '" +
                         (up + name) + "'}\n");
        ++count;
    }
    write(folder + '/' + QString::fromStdString(path), text);
}

std::string settings(const test::KafkaBroker &broker, const std::string &registry)
{
    const auto bootstrap = broker.bootstrap(test::KafkaBroker::Listener::SaslPlaintext);
    const auto environment = [&](const std::string &name) {
        return "  " + name + ":\n    guard: dev\n    bootstrap: " + bootstrap.toStdString() +
               "\n    security: {protocol: SASL_PLAINTEXT, mechanism: PLAIN, username: admin, "
               "password: '${env:MESHWRIGHT_BENCH_PASSWORD}'}\n    overrides: {replicas: 1}\n";
    };
    return "version: 1\nenvironments:\n" + environment("topics") + environment("schemas") +
           "    registry: {url: '" + registry + "'}\n";
}

struct Run
{
    int exitCode = -1;
    double milliseconds = 0;
    double mebibytes = 0; ///< the most that it had
};

Run mw(std::vector<std::string> arguments)
{
    const auto program = (QCoreApplication::applicationDirPath() + "/mw").toStdString();
    arguments.insert(arguments.begin(), program);
    std::vector<char *> words;
    for (auto &argument : arguments)
        words.push_back(argument.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (posix_spawn(&child, program.c_str(), &actions, nullptr, words.data(), environ) != 0)
        fail("mw can't be run");
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    rusage used = {};
    wait4(child, &status, 0, &used);
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, time.count(),
            double(used.ru_maxrss) / 1024};
}

void measurePlan(const std::string &folder, const std::string &environment, const std::string &aim)
{
    std::vector<double> times;
    double most = 0;
    for (int i = 0; i < rounds; ++i) {
        const Run run = mw({"plan", folder, "--env", environment, "--detailed-exitcode"});
        if (run.exitCode != 0)
            fail("the second plan is not empty, or failed: " + QString::number(run.exitCode));
        times.push_back(run.milliseconds);
        most = std::max(most, run.mebibytes);
    }
    std::sort(times.begin(), times.end());
    std::array<char, 128> text{};
    std::snprintf(text.data(), text.size(), "%s (%s to %s), %.0f MiB",
                  milliseconds(times[rounds / 2]).c_str(), milliseconds(times.front()).c_str(),
                  milliseconds(times.back()).c_str(), most);
    print("second mw plan, " + environment, text.data(), aim);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    setenv("MESHWRIGHT_BENCH_PASSWORD",
           qPrintable(test::KafkaBroker::passwordOf(QStringLiteral("admin"))), 1);
    test::KafkaBroker broker;
    test::Apicurio registry;
    start(broker);
    start(registry);
    const QTemporaryDir folder;
    const QTemporaryDir state;
    setenv("XDG_STATE_HOME", qPrintable(state.path()), 1);
    int schemas = 0;
    for (const auto &[path, text] :
         generate({.domains = 10, .contexts = 10, .topics = 10, .partitions = 1}))
        writeWithSchemas(folder.path(), path, text, schemas);
    write(folder.filePath("meshwright.yaml"), settings(broker, registry.url()));
    const auto path = folder.path().toStdString();
    const Run made = mw({"apply", path, "--env", "schemas", "--yes"});
    if (made.exitCode != 0)
        fail("the first apply failed: " + QString::number(made.exitCode));
    std::printf("%d schemas\n| what | measured: median (all), memory | aim |\n"
                "| --- | --- | --- |\n",
                schemas);
    print("first mw apply, schemas", milliseconds(made.milliseconds), "");
    measurePlan(path, "topics", "≤ 1.2 s, 150 MB");
    measurePlan(path, "schemas", "");
    return 0;
}
