// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/acl.h"

#include <QtTest>

using namespace meshwright;

class TestAcl : public QObject
{
    Q_OBJECT

private slots:

    void namesReadBack()
    {
        for (int i = 0; i <= int(ResourceType::TransactionalId); ++i)
            QVERIFY(resourceTypeFrom(nameOf(ResourceType(i))) == ResourceType(i));
        for (int i = 0; i <= int(PatternType::Prefixed); ++i)
            QVERIFY(patternTypeFrom(nameOf(PatternType(i))) == PatternType(i));
        for (int i = 0; i <= int(AclOperation::Write); ++i)
            QVERIFY(aclOperationFrom(nameOf(AclOperation(i))) == AclOperation(i));
        for (int i = 0; i <= int(Permission::Deny); ++i)
            QVERIFY(permissionFrom(nameOf(Permission(i))) == Permission(i));
        QVERIFY(!aclOperationFrom("read"));
        QVERIFY(!resourceTypeFrom(""));
    }

    void describesInKafkasTerms()
    {
        QCOMPARE(describe({.name = "a.b", .principal = "User:x"}),
                 std::string("ALLOW User:x READ on TOPIC LITERAL a.b from *"));
        QCOMPARE(describe({.resourceType = ResourceType::TransactionalId,
                           .patternType = PatternType::Prefixed,
                           .name = "a.",
                           .principal = "User:x",
                           .host = "10.0.0.1",
                           .operation = AclOperation::Write,
                           .permission = Permission::Deny}),
                 std::string("DENY User:x WRITE on TRANSACTIONAL_ID PREFIXED a. from 10.0.0.1"));
    }

    void operationsBelongToResources_data()
    {
        QTest::addColumn<QByteArray>("resource");
        QTest::addColumn<QByteArray>("operations");
        QTest::newRow("cluster") << QByteArray("CLUSTER")
                                 << QByteArray("ALL ALTER ALTER_CONFIGS CLUSTER_ACTION CREATE "
                                               "DESCRIBE DESCRIBE_CONFIGS IDEMPOTENT_WRITE");
        QTest::newRow("group") << QByteArray("GROUP")
                               << QByteArray(
                                      "ALL ALTER_CONFIGS DELETE DESCRIBE DESCRIBE_CONFIGS READ");
        QTest::newRow("topic") << QByteArray("TOPIC")
                               << QByteArray("ALL ALTER ALTER_CONFIGS CREATE DELETE DESCRIBE "
                                             "DESCRIBE_CONFIGS READ WRITE");
        QTest::newRow("transactional id")
            << QByteArray("TRANSACTIONAL_ID") << QByteArray("ALL DESCRIBE WRITE");
    }

    void operationsBelongToResources()
    {
        QFETCH(QByteArray, resource);
        QFETCH(QByteArray, operations);
        Acl acl{.resourceType = *resourceTypeFrom(resource.toStdString()),
                .name = "kafka-cluster",
                .principal = "User:x"};
        QByteArrayList allowed;
        for (int i = 0; i <= int(AclOperation::Write); ++i) {
            acl.operation = AclOperation(i);
            if (!aclFault(acl))
                allowed.append(QByteArray::fromStdString(std::string(nameOf(acl.operation))));
        }
        QCOMPARE(allowed.join(' '), operations);
    }

    void faultyAclsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("resource");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("principal");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("isFaulty");
        const QByteArray topic("TOPIC");
        const QByteArray user("User:x");
        const QByteArray any("*");
        QTest::newRow("sound") << topic << QByteArray("a.b") << user << any << false;
        QTest::newRow("everybody")
            << topic << QByteArray("a.b") << QByteArray("User:*") << any << false;
        QTest::newRow("every topic") << topic << any << user << any << false;
        QTest::newRow("prefix") << topic << QByteArray("a.") << user << any << false;
        QTest::newRow("distinguished name")
            << topic << QByteArray("a") << QByteArray("User:CN=x,O=y") << any << false;
        QTest::newRow("no name") << topic << QByteArray() << user << any << true;
        QTest::newRow("illegal topic") << topic << QByteArray("a b") << user << any << true;
        QTest::newRow("line end in the name")
            << QByteArray("GROUP") << QByteArray("a\nb") << user << any << true;
        QTest::newRow("line end in the principal")
            << topic << QByteArray("a") << QByteArray("User:x\nUser:*") << any << true;
        QTest::newRow("no type") << topic << QByteArray("a") << QByteArray("x") << any << true;
        QTest::newRow("no user") << topic << QByteArray("a") << QByteArray("User:") << any << true;
        QTest::newRow("no host") << topic << QByteArray("a") << user << QByteArray() << true;
    }

    void faultyAclsAreRefused()
    {
        QFETCH(QByteArray, resource);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, principal);
        QFETCH(QByteArray, host);
        QFETCH(bool, isFaulty);
        const Acl acl{.resourceType = *resourceTypeFrom(resource.toStdString()),
                      .name = name.toStdString(),
                      .principal = principal.toStdString(),
                      .host = host.toStdString()};
        const auto fault = aclFault(acl);
        QVERIFY2(fault.has_value() == isFaulty, fault.value_or("no fault").c_str());
    }

    void theClusterHasOneName()
    {
        const Acl acl{.resourceType = ResourceType::Cluster,
                      .name = "my-cluster",
                      .principal = "User:x",
                      .operation = AclOperation::Describe};
        QVERIFY(aclFault(acl).has_value());
    }
};

QTEST_GUILESS_MAIN(TestAcl)
#include "tst_acl.moc"
