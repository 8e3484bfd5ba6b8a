// SPDX-License-Identifier: Apache-2.0
// Specs that say what a cluster has, and notes on what they can't say.
#include "meshwright/adoption/adopt.h"
#include "plan/given.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;
using adoption::Adoption;

class TestAdoption : public QObject
{
    Q_OBJECT

private slots:

    void specsAskForWhatIsThere_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("keyword behind the context") << "[domain].[service].[access].[type]";
        QTest::newRow("keyword in front") << "[access].[domain].[service].[type]";
        QTest::newRow("keyword at the end") << "[domain].[service].[type].[access]";
    }

    void specsAskForWhatIsThere()
    {
        QFETCH(const QString, pattern);
        const auto settings = "version: 1\nnaming: {pattern: '" + pattern.toStdString() + "'}\n";
        const bool isAtEnd = pattern.endsWith("[access]");
        const auto shortName = [&](const std::string &keyword, const std::string &type) {
            return isAtEnd ? type + '.' + keyword : keyword + '.' + type;
        };
        const auto binding = "{partitions: 3, replicas: 1, topicConfiguration: {retention.ms: 7, "
                             "cleanup.policy: [compact, delete]}}";
        Given given{
            {{"meshwright.yaml", settings},
             {"a.yaml", "asyncapi: 2.6.0\nid: 'urn:f.a'\ninfo: {title: A, version: '1'}\n"
                        "channels:\n  " +
                            shortName("_public", "sale") + ":\n    bindings: {kafka: " + binding +
                            "}\n    publish: {}\n  " + shortName("_protected", "sale") +
                            ":\n    publish: {tags: [{name: 'grant-access:f.b'}]}\n  " +
                            shortName("_private", "draft-note") + ":\n    publish: {}\n"},
             {"b.yaml", "asyncapi: 2.6.0\nid: 'urn:f.b'\ninfo: {title: B, version: '1'}\n"
                        "channels: {}\n"}}};
        given.provision();
        const auto adopted = adoptedFrom(given, "f", settings);
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        for (const auto &note : adopted->notes)
            QFAIL((note.resource + ": " + note.message).c_str());
        QCOMPARE(adopted->specs.size(), std::size_t(2));
        QCOMPARE(adopted->specs[0].context.value, std::string("f.a"));
        QCOMPARE(adopted->specs[0].topics, std::size_t(3));
        QVERIFY(adopted->specs[0].text.find("grant-access:f.b") != std::string::npos);
        QVERIFY(adopted->specs[1].text.find("action: receive") != std::string::npos);

        given.texts = {{"meshwright.yaml", settings}};
        for (const auto &spec : adopted->specs)
            given.texts[spec.file] = spec.text;
        given.options.prune = {true, true, true, true};
        const Plan plan = given.plan();
        QVERIFY(plan.problems.empty());
        QVERIFY(plan.isEmpty());
        QVERIFY(plan.summary.unchanged > 20);
    }

    void allContextsAreFoundAndTakenAtOnce()
    {
        Given given{{{"a.yaml", specOf("acme.f.a", channelOf("_public.x", "partitions: 3, "
                                                                          "replicas: 1"))},
                     {"b.yaml", specOf("beta.g.b", channelOf("_private.y", "partitions: 3, "
                                                                           "replicas: 1"))}}};
        given.provision();
        given.cluster.addTopic("stray", 1, 1, {});
        const auto workspace = Workspace::fromTexts({});
        const auto actual = readActualState(given.cluster, {});
        const auto found = adoption::contextsOf(workspace, given.environment, actual);
        QVERIFY((found == std::vector<ContextId>{{"acme.f.a"}, {"beta.g.b"}}));
        const auto adopted = adoptedFrom(given, "");
        QVERIFY(adopted.has_value());
        QCOMPARE(adopted->specs.size(), std::size_t(2));
        QVERIFY(hasNote(*adopted, "stray", "No context owns it"));
        const ActualState unread{{}, tl::unexpected(Error{}), std::vector<Acl>()};
        QVERIFY(adoption::contextsOf(workspace, given.environment, unread).empty());
    }

    void whatCantBeSaidIsNoted()
    {
        auto given = oneContext();
        given.provision();
        given.cluster.addTopic("acme.x", 1, 1, {});
        given.cluster.acls.insert(topicAcl("acme.a._public.x", "User:robot"));
        Acl writer = topicAcl("acme.elsewhere", "User:acme.a");
        writer.operation = AclOperation::Write;
        given.cluster.acls.insert(writer);
        const auto adopted = adoptedFrom(given, "acme");
        QVERIFY(adopted.has_value());
        QVERIFY(hasNote(*adopted, "acme.x", "No context owns it"));
        QVERIFY(hasNote(*adopted, describe(topicAcl("acme.a._public.x", "User:robot")),
                        "No spec asks for this access"));
        QVERIFY(hasNote(*adopted, describe(writer), "No spec asks for this access"));
        QCOMPARE(adopted->notes.size(), std::size_t(3));
    }

    void aNameWithAnEmptyPartMakesNoContext_data()
    {
        QTest::addColumn<QString>("topic");
        for (const char *topic : {"acme...._public.q", "acme..b._public.q", "acme.._public.q"})
            QTest::newRow(topic) << topic;
    }

    void aNameWithAnEmptyPartMakesNoContext()
    {
        QFETCH(QString, topic);
        auto given = oneContext();
        given.provision();
        given.cluster.addTopic(topic.toStdString());
        const auto adopted = adoptedFrom(given, "acme");
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        QCOMPARE(adopted->specs.size(), std::size_t(1));
        QVERIFY(hasNote(*adopted, topic.toStdString(), "No context owns it"));
    }

    void aReaderThatNoTagCanNameIsNoted()
    {
        Given given{{{"a.yaml", specOf("acme.a", channelOf("_protected.x", "partitions: 3, "
                                                                           "replicas: 1"))}}};
        given.provision();
        const auto read = topicAcl("acme.a._protected.x", "User:CN=robot, O=acme");
        given.cluster.acls.insert(read);
        const auto adopted = adoptedFrom(given, "acme");
        QVERIFY(adopted.has_value());
        QVERIFY(adopted->specs.at(0).text.find("grant-access") == std::string::npos);
        QVERIFY(hasNote(*adopted, describe(read), "No spec asks for this access"));
    }

    void topicsOfKafkaStreamsAreInNoSpec()
    {
        auto given = oneContext();
        given.provision();
        given.cluster.addTopic("acme.a.app-store-changelog");
        given.cluster.addTopic("acme.a._public.price-changelog");
        const auto adopted = adoptedFrom(given, "acme.a");
        QVERIFY(adopted.has_value());
        QVERIFY(hasNote(*adopted, "acme.a.app-store-changelog", "Kafka Streams keeps it"));
        QCOMPARE(adopted->notes.size(), std::size_t(1));
        QCOMPARE(adopted->specs.at(0).topics, std::size_t(2));
        QVERIFY(adopted->specs[0].text.find("app-store") == std::string::npos);
    }

    void contextsThatEndAlikeHaveFilesOfTheirOwn()
    {
        Given given{{{"a.yaml", specOf("acme.f.sales", channelOf("_public.x", "partitions: 3, "
                                                                              "replicas: 1"))},
                     {"b.yaml", specOf("acme.g.sales", channelOf("_public.y", "partitions: 3, "
                                                                              "replicas: 1"))}}};
        given.provision();
        // All specs lie in one folder here, so that a file is called by an id's last part.
        const auto workspace = Workspace::fromTexts(
            {{"meshwright.yaml", "version: 1\n"}, {"zoo.yaml", specOf("zoo.a", "  {}")}});
        const auto adopted = adoption::adopt(workspace, given.environment,
                                             readActualState(given.cluster, {}), "acme");
        QVERIFY(adopted.has_value());
        QCOMPARE(adopted->specs.size(), std::size_t(2));
        QCOMPARE(adopted->specs[0].file, std::string("sales.yaml"));
        QCOMPARE(adopted->specs[1].file, std::string("acme.g.sales.yaml"));
        QVERIFY(adopted->notes.empty());
    }

    void whatTheFirstPlanWouldDoIsNoted()
    {
        auto given = oneContext();
        given.provision();
        const auto lost = topicAcl("acme.a._public.", "User:*", PatternType::Prefixed);
        QVERIFY(given.cluster.acls.erase(lost) == 1);
        const auto adopted = adoptedFrom(given, "acme.a");
        QVERIFY(adopted.has_value());
        QVERIFY(hasNote(*adopted, describe(lost), "The first plan would change this"));
        QCOMPARE(adopted->notes.size(), std::size_t(1));
    }

    void aPrincipalOfAnotherNameIsTold()
    {
        auto given = oneContext();
        given.environment.principals["acme.a"] = "User:sa-1";
        given.provision();
        given.environment.principals.clear();
        const auto adopted = adoptedFrom(given, "acme.a");
        QVERIFY(adopted.has_value());
        QVERIFY(hasNote(*adopted, "acme.a", "User:sa-1 acts for it"));
    }

    void aSpecThatStandsIsLeftAlone()
    {
        auto given = oneContext();
        given.provision();
        const auto adopted = adoption::adopt(Workspace::fromTexts(given.texts), given.environment,
                                             readActualState(given.cluster, {}), "acme.a");
        QVERIFY(adopted.has_value());
        QVERIFY(adopted->specs.empty());
        QVERIFY(hasNote(*adopted, "acme.a", "a.yaml describes it already"));
    }

    void aClusterThatCantBeReadIsNotEmpty()
    {
        auto given = oneContext();
        given.provision();
        auto actual = readActualState(given.cluster, {});
        actual.acls = tl::unexpected(Error{Error::Code::Denied, "not for you", {}});
        const auto workspace = Workspace::fromTexts({});
        const auto denied = adoption::adopt(workspace, given.environment, actual, "acme.a");
        QVERIFY(!denied && denied.error().code == Error::Code::Denied);
        actual.topics = tl::unexpected(Error{Error::Code::Network, "down", {}});
        const auto down = adoption::adopt(workspace, given.environment, actual, "acme.a");
        QVERIFY(!down && down.error().code == Error::Code::Network);
    }

    void aScopeWithoutAnythingIsNotFound()
    {
        auto given = oneContext();
        given.provision();
        const auto nobody = adoptedFrom(given, "acme.nobody");
        QVERIFY(!nobody && nobody.error().code == Error::Code::NotFound);
    }

private:
    static Result<Adoption> adoptedFrom(Given &given, const std::string &scope,
                                        const std::string &settings = "version: 1\n")
    {
        given.environment.name = "dev";
        return adoption::adopt(Workspace::fromTexts({{"meshwright.yaml", settings}}),
                               given.environment, readActualState(given.cluster, {}), scope);
    }

    static bool hasNote(const Adoption &adopted, const std::string &resource,
                        const std::string &start)
    {
        return std::any_of(adopted.notes.begin(), adopted.notes.end(),
                           [&](const adoption::Note &note) {
                               return note.resource == resource && note.message.starts_with(start);
                           });
    }
};

QTEST_GUILESS_MAIN(TestAdoption)
#include "tst_adoption.moc"
