// SPDX-License-Identifier: Apache-2.0
// The sample on a real broker: a policy sets what the spec leaves too long, and a grant that is
// missing is given by its quick fix; other people's clients notice.
#include "cluster/kafkaenvironment.h"
#include "support/kafkaclient.h"

#include "meshwright/lint/lint.h"
#include "meshwright/modelling/accessacts.h"
#include "meshwright/modelling/topicacts.h"
#include "meshwright/plan/apply.h"
#include "meshwright/topology/topology.h"

#include <QtTest>

#include <algorithm>

using namespace meshwright;
using test::KafkaBroker;
using test::KafkaClient;
using Listener = KafkaBroker::Listener;

namespace {

const TopicName label{"acme.logistics.shipping._protected.address-label"};
const ContextId reader{"acme.logistics.fleet"};
const std::string week = "604800000";
const std::string twoDays = "172800000";

QString readable(const ContextId &id)
{
    return QString::fromStdString(id.value);
}

} // namespace

class TestSampleGovernance : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aMissingGrantIsAskedForAndGiven(); // first: what was granted once is not taken back here
    void aPolicySetsRetentionAndSaysWhy();

private:
    Plan plan(const WorkspacePtr &workspace) const;
    /// Plans, applies, and plans again: nothing is left to do.
    void provision(const WorkspacePtr &workspace) const;
    std::string retentionOnCluster() const;
    KafkaClient::Result<QByteArray> read() const;
    static const PlanItem *retentionItem(const Plan &plan);

    WorkspacePtr m_sample;
    Environment m_environment;
    std::unique_ptr<KafkaBroker> m_broker;
};

void TestSampleGovernance::initTestCase()
{
    const auto workspace = Workspace::open(std::string(MESHWRIGHT_SAMPLES) + "/acme");
    QVERIFY2(workspace, workspace ? "" : workspace.error().message.c_str());
    m_sample = *workspace;
    KafkaBroker::Options options;
    options.users << readable(reader) << "acme.logistics.shipping";
    m_broker = std::make_unique<KafkaBroker>(options);
    const auto started = m_broker->start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    m_environment = test::environmentOf(*m_broker, Listener::SaslPlaintext, "admin");
    m_environment.replicas = 1;
}

Plan TestSampleGovernance::plan(const WorkspacePtr &workspace) const
{
    const auto topology = buildTopology(workspace);
    const auto cluster = test::open(m_environment);
    return makePlan(*topology, m_environment, desiredState(*topology, &m_environment),
                    readActualState(*cluster, {}), lint(*topology),
                    {.prune = {true, true, true, true}});
}

void TestSampleGovernance::provision(const WorkspacePtr &workspace) const
{
    const auto cluster = test::open(m_environment);
    const ApplyReport report = apply(plan(workspace), *cluster, {}, {});
    for (const auto &item : report.items)
        QVERIFY2(item.state == ItemState::Done, (item.id + ": " + item.message).c_str());
    QVERIFY(plan(workspace).isEmpty());
}

std::string TestSampleGovernance::retentionOnCluster() const
{
    const auto cluster = test::open(m_environment);
    const ActualState state = readActualState(*cluster, {});
    for (const ActualTopic &topic : *state.topics)
        if (topic.name == label.value && topic.settings.contains("retention.ms"))
            return topic.settings.at("retention.ms");
    return {};
}

const PlanItem *TestSampleGovernance::retentionItem(const Plan &plan)
{
    const auto found = std::find_if(plan.items.begin(), plan.items.end(), [](const auto &item) {
        return item.id == "config:" + label.value + ":retention.ms";
    });
    return found == plan.items.end() ? nullptr : &*found;
}

KafkaClient::Result<QByteArray> TestSampleGovernance::read() const
{
    return KafkaClient(*m_broker, Listener::SaslPlaintext, readable(reader), "PLAIN")
        .consume(QString::fromStdString(label.value), readable(reader) + ".labels");
}

void TestSampleGovernance::aMissingGrantIsAskedForAndGiven()
{
    // Before the reader asks for it.
    const auto apart = m_sample->withEdit(
        *modelling::stopConsuming(*buildTopology(m_sample), reader, label, true));
    QVERIFY(apart.has_value());
    provision(*apart);
    const KafkaClient owner(*m_broker, Listener::SaslPlaintext, "acme.logistics.shipping", "PLAIN");
    QVERIFY(owner.produce(QString::fromStdString(label.value), "Elm Street 1"));
    const auto refused = read();
    QVERIFY(!refused);
    QCOMPARE(refused.error(), QString("TOPIC_AUTHORIZATION_FAILED"));

    const auto asked =
        m_sample->withEdit(*modelling::revoke(*buildTopology(m_sample), label, reader.value));
    QVERIFY(asked.has_value());
    auto findings = lint(*buildTopology(*asked));
    std::erase_if(findings, [](const auto &each) { return each.rule != "access/no-grant"; });
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings[0].file, std::string("logistics/fleet/fleet.yaml"));
    const WorkspaceEdit &given = findings[0].fixes.at(0).edit;
    QCOMPARE(given.files.size(), std::size_t(1));
    QVERIFY(given.files.contains("logistics/shipping/shipping.yaml"));
    const auto granted = (*asked)->withEdit(given);
    QVERIFY(granted.has_value());
    provision(*granted);
    const auto found = read();
    QVERIFY2(found, qPrintable(found ? QString() : found.error()));
    QCOMPARE(*found, QByteArray("Elm Street 1"));
}

void TestSampleGovernance::aPolicySetsRetentionAndSaysWhy()
{
    // Nobody tagged the topic yet.
    std::string text = m_sample->text("logistics/shipping/shipping.yaml")->bytes();
    const auto channel = text.find("_protected.address-label:");
    const auto next = text.find("_private.carrier-response:");
    for (auto at = text.find("name: pii", channel); at < next; at = text.find("name: pii", at))
        text.replace(at, 9, "name: box");
    QVERIFY(channel < next);
    const auto untagged =
        m_sample->withText("logistics/shipping/shipping.yaml", makeText(std::move(text)));
    provision(untagged);
    QCOMPARE(retentionOnCluster(), week);

    const Plan tagged = plan(m_sample);
    const PlanItem *item = retentionItem(tagged);
    QVERIFY(item);
    QCOMPARE(afterText(*item), twoDays);
    QCOMPARE(item->risk, Risk::AffectsData);
    QCOMPARE(item->reason.text, std::string("set by policy 'pii-48-hours'"));
    QVERIFY(describe(item->policies.at(0)).find("Personal data is kept 48 hours") !=
            std::string::npos);
    provision(m_sample);
    QCOMPARE(retentionOnCluster(), twoDays);

    const Plan back = plan(untagged);
    item = retentionItem(back);
    QVERIFY(item);
    QCOMPARE(afterText(*item), week);
    QVERIFY(item->policies.empty());
    QCOMPARE(item->reason.file, std::string("logistics/shipping/shipping.yaml"));
}

QTEST_GUILESS_MAIN(TestSampleGovernance)
#include "tst_samplegovernance.moc"
