// SPDX-License-Identifier: Apache-2.0
// mw drift: the cluster beside the specs, both ways, without a write.
#include "commandtest.h"

#include <QJsonArray>
#include <QJsonObject>

class TestMwDrift : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        m_workspace = m_folder->filePath(QStringLiteral("w"));
        settings("guard: dev");
        spec("{partitions: 3, replicas: 1, topicConfiguration: {retention.ms: 7}}");
        QCOMPARE(mw({"apply", m_workspace, "--env", "e"}).exitCode, 0);
    }

    void whatWasAppliedIsInStep()
    {
        const Run run = drift();
        QVERIFY2(run.exitCode == 0, run.out.constData());
        QVERIFY2(run.out.contains("In step"), run.out.constData());
        QVERIFY(mw({"drift", m_workspace, "--env", "e", "--format", "json"})
                    .json()["items"]
                    .toArray()
                    .isEmpty());
    }

    void everyKindIsTold_data()
    {
        QTest::addColumn<QByteArray>("binding");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("another value")
            << QByteArray("{partitions: 3, replicas: 1, topicConfiguration: {retention.ms: 8}}")
            << QByteArray("differs  acme.f.c._public.sale retention.ms: specs 8, cluster 7");
        QTest::newRow("a setting that the cluster lacks")
            << QByteArray("{partitions: 3, replicas: 1, topicConfiguration: "
                          "{retention.ms: 7, max.message.bytes: 9}}")
            << QByteArray("missing  acme.f.c._public.sale max.message.bytes: specs 9");
        QTest::newRow("a setting of nobody")
            << QByteArray("{partitions: 3, replicas: 1}")
            << QByteArray("unasked  acme.f.c._public.sale retention.ms: cluster 7");
        QTest::newRow("more partitions")
            << QByteArray("{partitions: 4, replicas: 1, topicConfiguration: {retention.ms: 7}}")
            << QByteArray("differs  acme.f.c._public.sale: specs 4");
        QTest::newRow("fewer partitions, which no plan can bring")
            << QByteArray("{partitions: 2, replicas: 1, topicConfiguration: {retention.ms: 7}}")
            << QByteArray("differs  acme.f.c._public.sale: It has 3 partitions");
    }

    void everyKindIsTold()
    {
        QFETCH(const QByteArray, binding);
        QFETCH(const QByteArray, line);
        spec(binding);
        const Run run = drift();
        QVERIFY2(run.exitCode == 2, (run.out + run.err).constData());
        QVERIFY2(run.out.contains("  " + line), run.out.constData());
        QVERIFY2(run.out.contains("1 out of step"), run.out.constData());
    }

    void topicsAndAccessOfNobodyAreTold()
    {
        spec("{partitions: 3}", "_protected.sale",
             "    publish: {tags: [{name: 'grant-access:acme.g.d'}]}\n");
        QCOMPARE(mw({"apply", m_workspace, "--env", "e"}).exitCode, 0);
        // Neither protection nor a bound of deletes hides what is there.
        settings("protected: ['*'], deletes: {cap: 0, share: 0}");
        spec("{partitions: 3}", "_public.order");
        const Run run = drift();
        QCOMPARE(run.exitCode, 2);
        for (const char *line :
             {"missing  acme.f.c._public.order", "unasked  acme.f.c._public.sale: cluster 3",
              "unasked  acme.f.c._protected.sale: cluster 3",
              "unasked  ALLOW User:acme.g.d READ on TOPIC LITERAL acme.f.c._protected.sale"})
            QVERIFY2(run.out.contains(line), run.out.constData());
        const auto items =
            mw({"drift", m_workspace, "--env", "e", "--format", "json"}).json()["items"].toArray();
        QCOMPARE(items.size(), 4);
        QCOMPARE(items[0]["context"].toString(), QStringLiteral("acme.f.c"));
        QCOMPARE(items[0]["state"].toString(), QStringLiteral("unasked"));
        QVERIFY(items[0]["specs"].isNull());
    }

    void topicsOfOtherPeopleAreNoDrift()
    {
        write(QStringLiteral("other/meshwright.yaml"), m_settings);
        write(QStringLiteral("other/c.yaml"), QByteArray(smallSpec).replace("acme.f.c", "zoo.a"));
        QCOMPARE(mw({"apply", m_folder->filePath(QStringLiteral("other")), "--env", "e"}).exitCode,
                 0);
        const Run run = drift();
        QVERIFY2(run.exitCode == 0, run.out.constData());
        QVERIFY2(run.out.contains("No context of these specs\n  zoo.a._public.sale"),
                 run.out.constData());
    }

    void whatCantBeComparedIsNotInStep()
    {
        write(QStringLiteral("w/c.yaml"),
              QByteArray(smallSpec).replace("_public.sale", "_pubic.sale"));
        const Run run = drift();
        QVERIFY2(run.exitCode == 1, (run.out + run.err).constData());
        QVERIFY2(run.out.contains("Not compared"), run.out.constData());
        QVERIFY2(!run.out.contains("In step"), run.out.constData());
        QCOMPARE(mw({"drift", m_workspace, "--env", "elsewhere"}).exitCode, 64);
    }

    void anotherClusterIsNotCompared()
    {
        spec("{partitions: 4}", "_public.order");
        settings("expectedClusterId: another");
        const Run run = drift();
        QVERIFY2(run.exitCode == 1, (run.out + run.err).constData());
        QVERIFY2(!run.out.contains("acme.f.c._public"), run.out.constData());
        QVERIFY2(run.out.contains("expects another"), run.out.constData());
    }

    void whatIsNamedIsAdopted()
    {
        const QString file = m_workspace + "/c.yaml";
        spec("{partitions: 4, replicas: 1, topicConfiguration: {retention.ms: 8}}");
        const QByteArray before = read(file);
        Run run = adopt("acme.f.c._public.sale:retention.ms");
        QVERIFY2(run.exitCode == 2, (run.out + run.err).constData()); // the partitions are left
        QVERIFY(run.out.contains("1 out of step"));
        QVERIFY(run.err.contains("c.yaml says now what the cluster has."));
        QCOMPARE(read(file), QByteArray(before).replace("retention.ms: 8", "retention.ms: 7"));
        run = adopt("acme.f.c._public.sale:partitions");
        QVERIFY2(run.exitCode == 0, (run.out + run.err).constData());
        spec("{partitions: 4, replicas: 1, topicConfiguration: {retention.ms: 8}}");
        QCOMPARE(adopt("acme.f.c._public.sale").exitCode, 0); // all of it
        QCOMPARE(drift().exitCode, 0);
    }

    void aTopicThatNoSpecNamesIsAdopted()
    {
        spec("{partitions: 3}", "_private.other");
        const QByteArray before = read(m_workspace + "/c.yaml");
        const Run run = adopt("acme.f.c._public.sale");
        QVERIFY2(run.exitCode == 2, (run.out + run.err).constData()); // the other is missing
        const QByteArray after = read(m_workspace + "/c.yaml");
        QVERIFY(after.startsWith(before));
        QVERIFY2(after.contains("_public.sale") && after.contains("retention.ms: 7"),
                 after.constData());
    }

    void whatCantBeAdoptedChangesNothing()
    {
        spec("{partitions: 3}", "_public.order");
        const QByteArray before = read(m_workspace + "/c.yaml");
        Run run = adopt("acme.f.c._public.order");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("The cluster has no such topic"), run.err.constData());
        run = adopt("acme.f.c._public.nothing");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("Nothing of 'acme.f.c._public.nothing' is out of step"),
                 run.err.constData());
        QCOMPARE(read(m_workspace + "/c.yaml"), before);
    }

private:
    Run adopt(const QString &what)
    {
        return mw({"drift", m_workspace, "--env", "e", "--adopt", what});
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Run drift() { return mw({"drift", m_workspace, "--env", "e"}); }

    void settings(const QByteArray &more)
    {
        m_settings = "version: 1\nenvironments: {e: {connector: sandbox, " + more + "}}\n";
        write(QStringLiteral("w/meshwright.yaml"), m_settings);
    }

    void spec(const QByteArray &binding, const QByteArray &channel = "_public.sale",
              const QByteArray &operation = "    publish: {}\n")
    {
        write(QStringLiteral("w/c.yaml"),
              "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\n"
              "channels:\n  " +
                  channel + ":\n    bindings: {kafka: " + binding + "}\n" + operation);
    }

    QString m_workspace;
    QByteArray m_settings;
};

QTEST_GUILESS_MAIN(TestMwDrift)
#include "tst_mwdrift.moc"
