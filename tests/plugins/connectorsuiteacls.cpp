// SPDX-License-Identifier: Apache-2.0
#include "plugins/connectorsuite.h"

#include "plugins/outcomechecks.h"

#include <QDeadlineTimer>
#include <QTest>

#include <algorithm>

Q_DECLARE_METATYPE(meshwright::Acl)

namespace meshwright::test {

namespace {

constexpr int patience = 20000; // ms: brokers answer before they show

Acl acl(ResourceType type, PatternType pattern, AclOperation operation,
        Permission permission = Permission::Allow)
{
    Acl acl;
    acl.resourceType = type;
    acl.patternType = pattern;
    acl.name = type == ResourceType::Cluster ? "kafka-cluster" : "acme.finance.campaign";
    acl.principal = "User:acme.finance.campaign";
    acl.operation = operation;
    acl.permission = permission;
    return acl;
}

} // namespace

bool ConnectorSuite::awaitAcl(const Acl &acl, bool present)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        const auto acls = m_cluster->readAcls({});
        if (acls && (std::find(acls->begin(), acls->end(), acl) != acls->end()) == present)
            return true;
        if (deadline.hasExpired())
            return false;
        QTest::qWait(50);
    }
}

void ConnectorSuite::keepsAcls_data()
{
    using enum ResourceType;
    using enum PatternType;
    QTest::addColumn<Acl>("given");

    QTest::newRow("topic") << acl(Topic, Literal, AclOperation::Read);
    QTest::newRow("topic, prefixed") << acl(Topic, Prefixed, AclOperation::Write);
    QTest::newRow("topic, denied") << acl(Topic, Literal, AclOperation::Describe, Permission::Deny);
    QTest::newRow("group") << acl(Group, Prefixed, AclOperation::Delete);
    QTest::newRow("transactional id") << acl(TransactionalId, Literal, AclOperation::Write);
    QTest::newRow("transactional id, prefixed")
        << acl(TransactionalId, Prefixed, AclOperation::Describe);
    QTest::newRow("cluster") << acl(Cluster, Literal, AclOperation::IdempotentWrite);
    QTest::newRow("cluster, prefixed") << acl(Cluster, Prefixed, AclOperation::IdempotentWrite);
    QTest::newRow("all operations") << acl(Topic, Prefixed, AclOperation::All);
    Acl host = acl(Topic, Literal, AclOperation::AlterConfigs);
    host.host = "10.1.2.3";
    QTest::newRow("a host") << host;
    Acl everybody = acl(Topic, Prefixed, AclOperation::Read);
    everybody.principal = "User:*";
    QTest::newRow("everybody") << everybody;
    Acl everyTopic = acl(Topic, Literal, AclOperation::DescribeConfigs);
    everyTopic.name = "*";
    QTest::newRow("every topic") << everyTopic;
}

void ConnectorSuite::keepsAcls()
{
    QFETCH(Acl, given);

    REQUIRE_DONE(m_cluster->createAcls({given}, {}));
    QVERIFY(awaitAcl(given, true));
    REQUIRE_DONE(m_cluster->deleteAcls({given}, {}));
    QVERIFY(awaitAcl(given, false));
}

void ConnectorSuite::deletesExactlyOneAcl()
{
    const Acl literal = acl(ResourceType::Topic, PatternType::Literal, AclOperation::Read);
    std::vector<Acl> others(6, literal);
    others[0].patternType = PatternType::Prefixed;
    others[1].operation = AclOperation::Write;
    others[2].permission = Permission::Deny;
    others[3].host = "10.1.2.3";
    others[4].principal = "User:*";
    others[5].name = "*";
    std::vector<Acl> all = others;
    all.push_back(literal);
    REQUIRE_DONE(m_cluster->createAcls(all, {}));
    for (const Acl &each : all)
        QVERIFY(awaitAcl(each, true));
    REQUIRE_DONE(m_cluster->deleteAcls({literal}, {}));
    QVERIFY(awaitAcl(literal, false));
    for (const Acl &each : others)
        QVERIFY2(awaitAcl(each, true), describe(each).c_str());
    REQUIRE_DONE(m_cluster->deleteAcls(others, {}));
}

void ConnectorSuite::takesAclsTwice()
{
    const Acl given = acl(ResourceType::Group, PatternType::Literal, AclOperation::Read);
    REQUIRE_DONE(m_cluster->createAcls({given, given}, {}));
    REQUIRE_DONE(m_cluster->createAcls({given}, {}));
    QVERIFY(awaitAcl(given, true));
    REQUIRE_DONE(m_cluster->deleteAcls({given}, {}));
    QVERIFY(awaitAcl(given, false));
}

void ConnectorSuite::refusesAcls_data()
{
    using enum ResourceType;
    using enum PatternType;
    QTest::addColumn<Acl>("given");

    QTest::newRow("an operation that topics lack")
        << acl(Topic, Literal, AclOperation::IdempotentWrite);
    QTest::newRow("an operation that groups lack") << acl(Group, Literal, AclOperation::Write);
    QTest::newRow("an operation that transactional ids lack")
        << acl(TransactionalId, Literal, AclOperation::Read);
    QTest::newRow("tokens") << acl(Topic, Literal, AclOperation::CreateTokens);
    Acl nameless = acl(Topic, Literal, AclOperation::Read);
    nameless.name.clear();
    QTest::newRow("no name") << nameless;
    Acl otherCluster = acl(Cluster, Literal, AclOperation::Describe);
    otherCluster.name = "another";
    QTest::newRow("another cluster's name") << otherCluster;
    Acl bare = acl(Topic, Literal, AclOperation::Read);
    bare.principal = "acme.finance.campaign";
    QTest::newRow("a principal without a type") << bare;
    Acl twoLines = acl(Topic, Literal, AclOperation::Read);
    twoLines.principal = "User:a\nUser:b";
    QTest::newRow("a principal of two lines") << twoLines;
}

void ConnectorSuite::refusesAcls()
{
    QFETCH(Acl, given);

    const Acl fine = acl(ResourceType::Topic, PatternType::Prefixed, AclOperation::Alter);
    const auto outcomes = m_cluster->createAcls({given, fine}, {});
    QCOMPARE(outcomes.size(), std::size_t(2));
    REQUIRE_REFUSED(outcomes[0], Error::Code::Invalid);
    QVERIFY2(outcomes[1], said(outcomes[1]));
    REQUIRE_DONE(m_cluster->deleteAcls({fine}, {}));
}

void ConnectorSuite::deletesUnknownAclsQuietly()
{
    REQUIRE_DONE(m_cluster->deleteAcls(
        {acl(ResourceType::TransactionalId, PatternType::Prefixed, AclOperation::All)}, {}));
}

} // namespace meshwright::test
