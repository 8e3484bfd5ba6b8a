// SPDX-License-Identifier: Apache-2.0
#include "plugins/connectorsuite.h"

#include "plugins/outcomechecks.h"

#include <QDeadlineTimer>
#include <QTest>

#include <algorithm>

Q_DECLARE_METATYPE(meshwright::Acl)

namespace meshwright::test {

namespace {

Acl acl(ResourceType type, PatternType pattern, AclOperation operation,
        Permission permission = Permission::Allow)
{
    return {.resourceType = type,
            .patternType = pattern,
            .name = type == ResourceType::Cluster ? "kafka-cluster" : "acme.finance.campaign",
            .principal = "User:acme.finance.campaign",
            .operation = operation,
            .permission = permission};
}

// A topic's plain ACL but for one field.
Acl with(std::string Acl::*field, const char *value)
{
    Acl given = acl(ResourceType::Topic, PatternType::Literal, AclOperation::Read);
    given.*field = value;
    return given;
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
    using enum AclOperation;
    QTest::addColumn<Acl>("given");

    const auto row = [](const char *title, const Acl &given) { QTest::newRow(title) << given; };
    row("topic", acl(Topic, Literal, Read));
    row("topic, prefixed", acl(Topic, Prefixed, Write));
    row("topic, denied", acl(Topic, Literal, Describe, Permission::Deny));
    row("group", acl(Group, Prefixed, Delete));
    row("transactional id", acl(TransactionalId, Literal, Write));
    row("transactional id, prefixed", acl(TransactionalId, Prefixed, Describe));
    row("cluster", acl(Cluster, Literal, IdempotentWrite));
    row("cluster, prefixed", acl(Cluster, Prefixed, IdempotentWrite));
    row("all operations", acl(Topic, Prefixed, All));
    row("a host", with(&Acl::host, "10.1.2.3"));
    row("everybody", with(&Acl::principal, "User:*"));
    row("every topic", with(&Acl::name, "*"));
}

// Taken twice is there once; removed twice is gone.
void ConnectorSuite::keepsAcls()
{
    QFETCH(Acl, given);

    REQUIRE_DONE(m_cluster->createAcls({given, given}, {}));
    REQUIRE_DONE(m_cluster->createAcls({given}, {}));
    QVERIFY(awaitAcl(given, true));
    for (int i = 0; i < 2; ++i) {
        REQUIRE_DONE(m_cluster->deleteAcls({given}, {}));
        QVERIFY(awaitAcl(given, false));
    }
}

void ConnectorSuite::deletesExactlyOneAcl()
{
    const Acl literal = acl(ResourceType::Topic, PatternType::Literal, AclOperation::Read);
    std::vector<Acl> others{with(&Acl::host, "10.1.2.3"), with(&Acl::principal, "User:*"),
                            with(&Acl::name, "*")};
    others.resize(6, literal);
    others[3].patternType = PatternType::Prefixed;
    others[4].operation = AclOperation::Write;
    others[5].permission = Permission::Deny;
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

void ConnectorSuite::refusesAcls_data()
{
    using enum ResourceType;
    using enum PatternType;
    QTest::addColumn<Acl>("given");

    const auto row = [](const char *title, const Acl &given) { QTest::newRow(title) << given; };
    row("an operation that topics lack", acl(Topic, Literal, AclOperation::IdempotentWrite));
    row("an operation that groups lack", acl(Group, Literal, AclOperation::Write));
    row("an operation that transactional ids lack",
        acl(TransactionalId, Literal, AclOperation::Read));
    row("tokens", acl(Topic, Literal, AclOperation::CreateTokens));
    Acl otherCluster = acl(Cluster, Literal, AclOperation::Describe);
    otherCluster.name = "another";
    row("another cluster's name", otherCluster);
    row("no name", with(&Acl::name, ""));
    row("a principal without a type", with(&Acl::principal, "acme.finance.campaign"));
    row("a principal of two lines", with(&Acl::principal, "User:a\nUser:b"));
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

} // namespace meshwright::test
