// SPDX-License-Identifier: Apache-2.0
// Who can do what, and why, as a script asks it.
#include "commandtest.h"

#include <QJsonArray>
#include <QJsonObject>

namespace {

const QByteArray owner = "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\n"
                         "channels:\n  _protected.sale:\n    publish:\n"
                         "      tags: [{name: 'grant-access:acme.f.d'}]\n";
const QByteArray reader = "asyncapi: '2.6.0'\nid: 'urn:acme.f.d'\ninfo: {title: A, version: '1'}\n"
                          "channels:\n  acme.f.c._protected.sale: {subscribe: {}}\n";
const QString topic = QStringLiteral("acme.f.c._protected.sale");

} // namespace

class TestMwAccess : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        write("a.yaml", owner);
        write("b.yaml", reader);
    }

    void whoCanReadThisAndWhy()
    {
        const Run run = mw({"access", "--topic", topic, "--format", "json"});
        QCOMPARE(run.exitCode, 0);
        const QJsonArray answers = run.json()["answers"].toArray();
        QCOMPARE(answers.size(), 3);
        const QJsonObject granted = answers.at(2).toObject();
        QCOMPARE(granted["principal"].toString(), QStringLiteral("User:acme.f.d"));
        QCOMPARE(granted["operation"].toString(), QStringLiteral("READ"));
        QVERIFY(granted["allowed"].toBool());
        QCOMPARE(granted["reason"]["file"].toString(), QStringLiteral("a.yaml"));
        QCOMPARE(granted["reason"]["line"].toInt(), 7); // the tag
        const Run text = mw({"access", "--topic", topic});
        QVERIFY2(text.out.contains("User:acme.f.d may READ acme.f.c._protected.sale"), text.out);
        QVERIFY(text.out.contains("(a.yaml:7)"));
    }

    void whatAContextReaches()
    {
        const Run run = mw({"access", "--principal", "acme.f.d", "--format", "csv"});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.contains("User:acme.f.d,acme.f.d,acme.f.c._protected.sale,READ,allowed,"),
                 run.out);
        QVERIFY(run.out.startsWith("principal,context,topic,operation,verdict,acl,asked by\r\n"));
        const Run page = mw({"access", "--principal", "User:acme.f.d", "--format", "html"});
        QVERIFY(page.out.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.out.contains("<td>acme.f.c._protected.sale</td>"));
    }

    void aSandboxLacksAllAtFirst()
    {
        const Run run = mw({"access", "--env", "sandbox", "--source", "both", "--format", "json"});
        QCOMPARE(run.exitCode, 0);
        const QJsonArray acls = run.json()["acls"].toArray();
        QVERIFY(acls.size() > 10);
        for (const auto &acl : acls)
            QCOMPARE(acl.toObject()["state"].toString(), QStringLiteral("missing"));
        QCOMPARE(mw({"apply", "--env", "sandbox", "--yes"}).exitCode, 0);
        const Run after = mw({"access", "--env", "sandbox", "--source", "cluster"});
        QVERIFY2(after.out.startsWith(QByteArray::number(acls.size()) + " of"), after.out);
        const Run reads =
            mw({"access", "--env", "sandbox", "--source", "cluster", "--topic", topic});
        QVERIFY(reads.out.contains("User:acme.f.d may READ"));
    }

    void namesAreTextEverywhere()
    {
        write("c.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.f.e'\ninfo: {title: A, version: '1'}\n"
                        "channels:\n  _protected.x:\n    publish:\n"
                        "      tags: [{name: 'grant-access:=cmd|<b>'}]\n");
        const QString other = QStringLiteral("acme.f.e._protected.x");
        const Run page = mw({"access", "--topic", other, "--format", "html"});
        QVERIFY(!page.out.contains("<b>"));
        for (const QByteArray &line :
             mw({"access", "--topic", other, "--format", "csv"}).out.split('\n'))
            QVERIFY2(!line.startsWith('=') && !line.contains(",="), line);
    }

    void wrongQuestionsAreTold()
    {
        const Run nobody = mw({"access", "--principal", "acme.nobody"});
        QCOMPARE(nobody.exitCode, 64);
        QVERIFY(nobody.err.contains("acme.nobody"));
        QCOMPARE(mw({"access", "--source", "cluster"}).exitCode, 64);
        QCOMPARE(mw({"access", "--topic", "a", "--principal", "b"}).exitCode, 64);
        const Run unknown = mw({"access", "--topic", "acme.f.c._protected.sail"});
        QCOMPARE(unknown.exitCode, 64);
        QVERIFY(unknown.err.contains("acme.f.c._protected.sail"));
        QCOMPARE(mw({"access", "--topic", ""}).exitCode, 64);
        const Run anybody = mw({"access", "--principal", "User:somebody"});
        QCOMPARE(anybody.exitCode, 0);
    }

    void oneSpecIsJudgedBesideAllOthers()
    {
        const Run run = mw({"access", m_folder->filePath("b.yaml"), "--topic", topic});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.contains("User:acme.f.d may READ"), run.out); // which a.yaml asks for
    }
};

QTEST_GUILESS_MAIN(TestMwAccess)
#include "tst_mwaccess.moc"
