// SPDX-License-Identifier: Apache-2.0
#include "cluster/mwruns.h"

#include <QDir>
#include <QFile>

namespace meshwright::test {

QByteArray specWith(const QByteArray &id, int topics, const QByteArray &retention)
{
    QByteArray spec = "asyncapi: '2.6.0'\nid: 'urn:" + id +
                      "'\ninfo: {title: A, version: '1'}\n"
                      "channels:\n";
    for (int i = 0; i < topics; ++i)
        spec += "  _public.t" + QByteArray::number(i) +
                ": {publish: {}, bindings: {kafka: {partitions: 1, replicas: 1, "
                "topicConfiguration: {retention.ms: " +
                retention + "}}}}\n";
    return spec;
}

void writeWorkspace(const QString &folder, const Environment &environment, const QByteArray &spec)
{
    QDir().mkpath(folder);
    const auto write = [&](const char *file, const QByteArray &text) {
        QFile out(folder + QLatin1Char('/') + QLatin1String(file));
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            qFatal("the test's file could not be written");
    };
    QByteArray security;
    for (const auto &[key, value] : environment.security)
        security += "      " + QByteArray::fromStdString(key) + ": '" +
                    QByteArray::fromStdString(value) + "'\n";
    write("meshwright.yaml", "environments:\n  test:\n    connector: kafka\n    bootstrap: '" +
                                 QByteArray::fromStdString(environment.bootstrap) +
                                 "'\n    guard: dev\n    security:\n" + security);
    write("spec.yaml", spec);
}

bool startMw(QProcess &process, const QString &state, const QString &errors,
             const QStringList &arguments)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), state);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.setStandardErrorFile(errors);
    process.start(qEnvironmentVariable("MESHWRIGHT_BIN") + QStringLiteral("/mw"), arguments);
    return process.waitForStarted();
}

PlanItem topicCreation(const std::string &topic, const std::string &retention)
{
    PlanItem item;
    item.id = "topic:" + topic;
    item.resource = topic;
    item.change = TopicCreation{2, 1, {{"retention.ms", retention}}};
    return item;
}

PlanItem retentionChange(const ActualTopic &topic, const std::string &after)
{
    PlanItem item;
    item.id = "config:" + topic.name + ":retention.ms";
    item.action = PlanAction::Update;
    item.kind = PlanKind::Config;
    item.resource = topic.name;
    item.change = SettingChange{"retention.ms", topic.settings.at("retention.ms"), after};
    item.precondition = {{"topicId", topic.id}};
    return item;
}

Plan planFor(const QString &clusterId, std::vector<PlanItem> items)
{
    Plan plan;
    plan.environment = "test";
    plan.connector = "kafka";
    plan.clusterId = clusterId.toStdString();
    plan.items = std::move(items);
    return plan;
}

ActualTopic topicOf(Cluster &cluster, const std::string &name)
{
    const auto read = cluster.describeTopics({name}, {}).at(0);
    return read ? *read : ActualTopic{};
}

QByteArray statesOf(const ApplyReport &report)
{
    QByteArrayList states;
    for (const auto &item : report.items)
        states.append(QByteArray::fromStdString(std::string(nameOf(item.state))));
    return states.join(' ');
}

} // namespace meshwright::test
