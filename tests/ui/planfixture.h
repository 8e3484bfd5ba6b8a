// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/fakecluster.h"
#include "support/fakeregistry.h"
#include "ui/environment/connections.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>
#include <mutex>

namespace meshwright::test {

/// Opens one cluster in memory again and again, under any connector's id.
class FakeConnector : public ConnectorPlugin
{
public:
    explicit FakeConnector(std::string id)
        : m_id(std::move(id))
    {}

    std::string_view id() const override { return m_id; }

    std::string_view title() const override { return m_id; }

    Result<std::unique_ptr<Cluster>> open(const Environment &environment) const override
    {
        const std::scoped_lock lock(m_mutex);
        lastOpened = environment;
        if (refusal)
            return tl::unexpected(*refusal);
        return std::make_unique<Door>(cluster);
    }

    Result<std::unique_ptr<SchemaRegistry>> openRegistry(const Environment &) const override
    {
        return registry ? std::make_unique<RegistryDoor>(registry) : nullptr;
    }

    Environment opened() const
    {
        const std::scoped_lock lock(m_mutex);
        return lastOpened;
    }

    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    std::shared_ptr<FakeRegistry> registry; ///< null: there is none
    std::optional<Error> refusal;

private:
    struct RegistryDoor : SchemaRegistry
    {
        explicit RegistryDoor(std::shared_ptr<FakeRegistry> behind)
            : to(std::move(behind))
        {}

        Result<std::string> readLevel(std::stop_token stop) override { return to->readLevel(stop); }

        Result<std::vector<ActualSubject>> readSubjects(std::stop_token stop) override
        {
            return to->readSubjects(stop);
        }

        SubjectReadings describeSubjects(const std::vector<std::string> &names,
                                         std::stop_token stop) override
        {
            return to->describeSubjects(names, stop);
        }

        SchemaVerdicts checkCompatibility(const std::vector<NewSchema> &schemas,
                                          std::stop_token stop) override
        {
            return to->checkCompatibility(schemas, stop);
        }

        Outcomes registerSchemas(const std::vector<NewSchema> &schemas,
                                 std::stop_token stop) override
        {
            return to->registerSchemas(schemas, stop);
        }

        Outcomes setLevels(const std::vector<NewLevel> &levels, std::stop_token stop) override
        {
            return to->setLevels(levels, stop);
        }

        Outcomes deleteSubjects(const std::vector<std::string> &names,
                                std::stop_token stop) override
        {
            return to->deleteSubjects(names, stop);
        }

        std::shared_ptr<FakeRegistry> to;
    };

    struct Door : Cluster
    {
        explicit Door(std::shared_ptr<FakeCluster> behind)
            : to(std::move(behind))
        {}

        Result<ClusterInfo> info(std::stop_token stop) override { return to->info(stop); }

        Result<std::vector<ActualTopic>> readTopics(std::stop_token stop) override
        {
            return to->readTopics(stop);
        }

        TopicReadings describeTopics(const std::vector<std::string> &names,
                                     std::stop_token stop) override
        {
            return to->describeTopics(names, stop);
        }

        Result<std::vector<Acl>> readAcls(std::stop_token stop) override
        {
            return to->readAcls(stop);
        }

        Result<GroupReadings> readGroups(std::stop_token stop) override
        {
            return to->readGroups(stop);
        }

        std::vector<Result<RecordCount>> countRecords(const std::vector<AgedTopic> &topics,
                                                      std::stop_token stop) override
        {
            return to->countRecords(topics, stop);
        }

        Result<std::vector<TopicEnds>> readEnds(std::stop_token stop) override
        {
            return to->readEnds(stop);
        }

        Outcomes createTopics(const std::vector<NewTopic> &topics, bool validateOnly,
                              std::stop_token stop) override
        {
            return to->createTopics(topics, validateOnly, stop);
        }

        Outcomes growPartitions(const std::vector<PartitionGrowth> &growths,
                                std::stop_token stop) override
        {
            return to->growPartitions(growths, stop);
        }

        Outcomes changeSettings(const std::vector<SettingsChange> &changes, bool validateOnly,
                                std::stop_token stop) override
        {
            return to->changeSettings(changes, validateOnly, stop);
        }

        Outcomes createAcls(const std::vector<Acl> &acls, std::stop_token stop) override
        {
            return to->createAcls(acls, stop);
        }

        Outcomes deleteAcls(const std::vector<Acl> &acls, std::stop_token stop) override
        {
            return to->deleteAcls(acls, stop);
        }

        Outcomes deleteTopics(const std::vector<std::string> &topics, std::stop_token stop) override
        {
            return to->deleteTopics(topics, stop);
        }

        std::shared_ptr<FakeCluster> to;
    };

    std::string m_id;
    mutable std::mutex m_mutex;
    mutable Environment lastOpened;
};

/// A folder with two contexts: campaign (sale, public; offer, private) and ledger, which reads
/// sale.
class PlanFolder
{
public:
    PlanFolder()
    {
        write("meshwright.yaml", settings);
        write("campaign.yaml", campaign);
        write("ledger.yaml", ledger);
    }

    QString path() const { return m_folder.path(); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(QDir(path()).filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write %s", qPrintable(file.fileName()));
    }

    QByteArray read(const QString &name) const
    {
        QFile file(QDir(path()).filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static constexpr auto settings = R"(# Who may do what.
version: 1
environments:
  play: {connector: kafka, guard: dev, bootstrap: 'localhost:9092'}
  # The one that staging uses.
  test:
    connector: kafka # a real one
    guard: confirm
    bootstrap: test.example:9092
  live:
    connector: kafka
    guard: prod
    bootstrap: live.example:9093
    security:
      protocol: SASL_SSL
      mechanism: SCRAM-SHA-512
      username: '${env:LIVE_USER}' # the auditors know it
      password: '${env:LIVE_PASSWORD}'
)";
    static constexpr auto campaign = R"(asyncapi: 2.6.0
id: 'urn:acme.finance.campaign'
info: {title: Campaign, version: 1.0.0}
channels:
  _public.sale:
    bindings: {kafka: {partitions: 3, replicas: 1, topicConfiguration: {retention.ms: 172800000}}}
    publish: {message: {payload: {type: object}}}
  _private.offer:
    bindings: {kafka: {partitions: 1, replicas: 1}}
    publish: {message: {payload: {type: object}}}
)";
    static constexpr auto ledger = R"(asyncapi: 2.6.0
id: 'urn:acme.finance.ledger'
info: {title: Ledger, version: 1.0.0}
channels:
  acme.finance.campaign._public.sale:
    subscribe: {message: {payload: {type: object}}}
  _private.entry:
    bindings: {kafka: {partitions: 1, replicas: 1}}
    publish: {message: {payload: {type: object}}}
)";

private:
    QTemporaryDir m_folder;
};

} // namespace meshwright::test
