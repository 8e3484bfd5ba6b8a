// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/requestedacls.h"

#include <QtTest>

#include <set>

using namespace meshwright;

namespace {

constexpr const char *campaign = R"(asyncapi: '2.6.0'
id: 'urn:acme.finance.campaign'
info: {title: Campaign, version: '1'}
channels:
  _public.sale:
    publish: {tags: [{name: 'grant-access:acme.retail.shop'}], message: {payload: {type: string}}}
  _protected.margin:
    publish: {tags: [{name: 'grant-access:acme.health.fitness'}], message: {payload: {type: string}}}
  _private.draft:
    publish: {tags: [{name: 'grant-access:acme.retail.shop'}], message: {payload: {type: string}}}
  legacy:
    publish: {message: {payload: {type: string}}}
  acme.retail.shop._public.order:
    subscribe: {message: {payload: {type: string}}}
)";

constexpr const char *fitness = R"(asyncapi: '2.6.0'
id: 'urn:acme.health.fitness'
info: {title: Fitness, version: '1'}
channels: {}
)";

std::string specOf(const std::string &id, const std::string &grant)
{
    return "asyncapi: '2.6.0'\nid: 'urn:" + id + "'\ninfo: {title: t, version: '1'}\nchannels:\n" +
           "  _protected.x: {publish: {tags: [{name: 'grant-access:" + grant +
           "'}], message: {payload: {type: string}}}}\n";
}

QStringList linesOf(const std::vector<RequestedAcl> &acls, const std::string &context)
{
    QStringList lines;
    for (const auto &[acl, owner, reason] : acls) {
        if (owner.value == context)
            lines.append(QString::fromStdString(describe(acl)));
    }
    return lines;
}

std::vector<RequestedAcl> aclsOf(const std::map<std::string, std::string> &texts,
                                 const Environment *environment = nullptr)
{
    return requestedAcls(*buildTopology(Workspace::fromTexts(texts)), environment);
}

QStringList readersOf(const std::vector<RequestedAcl> &acls, const std::string &topic)
{
    QStringList readers;
    for (const auto &[acl, owner, reason] : acls) {
        if (acl.name == topic && acl.patternType == PatternType::Literal)
            readers.append(QString::fromStdString(acl.principal));
    }
    return readers;
}

} // namespace

class TestRequestedAcls : public QObject
{
    Q_OBJECT

private slots:

    // docs/access.md shows this spec and this list.
    void aContextAsksForItsTable()
    {
        const auto acls = aclsOf({{"campaign.yaml", campaign}, {"fitness.yaml", fitness}});
        const QString self("User:acme.finance.campaign");
        const QString id("acme.finance.campaign");
        const auto allow = [](const QString &principal, const QString &rest) {
            return "ALLOW " + principal + ' ' + rest + " from *";
        };
        const QStringList expected{
            allow(self, "DELETE on GROUP LITERAL " + id),
            allow(self, "READ on GROUP LITERAL " + id),
            allow(self, "DELETE on GROUP PREFIXED " + id + '.'),
            allow(self, "READ on GROUP PREFIXED " + id + '.'),
            allow("User:acme.health.fitness", "READ on TOPIC LITERAL " + id + "._protected.margin"),
            allow(self, "READ on TOPIC LITERAL " + id + ".legacy"),
            allow(self, "WRITE on TOPIC LITERAL " + id + ".legacy"),
            allow(self, "CREATE on TOPIC PREFIXED " + id + "._private."),
            allow(self, "DELETE on TOPIC PREFIXED " + id + "._private."),
            allow(self, "READ on TOPIC PREFIXED " + id + "._private."),
            allow(self, "WRITE on TOPIC PREFIXED " + id + "._private."),
            allow(self, "READ on TOPIC PREFIXED " + id + "._protected."),
            allow(self, "WRITE on TOPIC PREFIXED " + id + "._protected."),
            allow("User:*", "READ on TOPIC PREFIXED " + id + "._public."),
            allow(self, "READ on TOPIC PREFIXED " + id + "._public."),
            allow(self, "WRITE on TOPIC PREFIXED " + id + "._public."),
            allow(self, "WRITE on TRANSACTIONAL_ID LITERAL " + id),
            allow(self, "WRITE on TRANSACTIONAL_ID PREFIXED " + id + '.')};
        QCOMPARE(linesOf(acls, "acme.finance.campaign"), expected);
        QVERIFY(std::is_sorted(acls.begin(), acls.end(),
                               [](const auto &a, const auto &b) { return a.acl < b.acl; }));
    }

    void everyAclNamesTheLineThatAsks()
    {
        const auto workspace = Workspace::fromTexts({{"campaign.yaml", campaign}});
        const auto acls = requestedAcls(*buildTopology(workspace), nullptr);
        const auto lineOf = [&](const std::string &name) {
            const auto it = std::find_if(acls.begin(), acls.end(),
                                         [&](const auto &each) { return each.acl.name == name; });
            return it == acls.end() ? 0
                                    : workspace->file(it->reason.file)
                                          ->text->position(it->reason.range.begin)
                                          .line;
        };
        QCOMPARE(lineOf("acme.finance.campaign"), 2U);
        QCOMPARE(lineOf("acme.finance.campaign._protected.margin"), 8U);
        QCOMPARE(lineOf("acme.finance.campaign.legacy"), 11U);
    }

    void grantsReachWhomTheyName_data()
    {
        QTest::addColumn<QString>("grant");
        QTest::addColumn<QStringList>("readers");
        QTest::newRow("a context") << "acme.b.one" << QStringList{"User:mapped"};
        QTest::newRow("a domain") << "acme.b" << QStringList{"User:acme.b.two", "User:mapped"};
        QTest::newRow("everybody") << "_public" << QStringList{"User:*"};
        QTest::newRow("a context that is not here") << "acme.z" << QStringList{"User:acme.z"};
        QTest::newRow("no name at all") << "a b!" << QStringList{};
        QTest::newRow("itself") << "acme.a" << QStringList{};
    }

    void grantsReachWhomTheyName()
    {
        QFETCH(QString, grant);
        QFETCH(QStringList, readers);
        Environment environment;
        environment.principals["acme.b.one"] = "User:mapped";
        const auto acls = aclsOf({{"a.yaml", specOf("acme.a", grant.toStdString())},
                                  {"one.yaml", specOf("acme.b.one", "x")},
                                  {"two.yaml", specOf("acme.b.two", "x")}},
                                 &environment);
        QCOMPARE(readersOf(acls, "acme.a._protected.x"), readers);
    }

    void theEnvironmentMapsPrincipals()
    {
        Environment environment;
        environment.principals["acme.finance.campaign"] = "User:svc-7";
        const auto acls = aclsOf({{"campaign.yaml", campaign}}, &environment);
        QVERIFY(std::none_of(acls.begin(), acls.end(), [](const auto &each) {
            return each.acl.principal == "User:acme.finance.campaign";
        }));
        QCOMPARE(readersOf(acls, "acme.finance.campaign.legacy"),
                 (QStringList{"User:svc-7", "User:svc-7"}));
    }

    void oldBrokersNeedOneMore()
    {
        Environment environment;
        environment.legacyIdempotentWrite = true;
        const auto acls = aclsOf({{"campaign.yaml", campaign}}, &environment);
        QCOMPARE(describe(acls.front().acl),
                 std::string("ALLOW User:acme.finance.campaign IDEMPOTENT_WRITE on CLUSTER LITERAL "
                             "kafka-cluster from *"));
        QCOMPARE(acls.size(), aclsOf({{"campaign.yaml", campaign}}).size() + 1);
    }

    void keywordsAreSettings()
    {
        const auto acls = aclsOf(
            {{"meshwright.yaml", "naming: {keywords: {public: open, protected: shared, private: "
                                 "own}}\n"},
             {"a.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.a'\ninfo: {title: t, version: '1'}\n"
                        "channels: {}\n"}});
        std::set<std::string> names;
        for (const auto &each : acls) {
            if (each.acl.resourceType == ResourceType::Topic)
                names.insert(each.acl.name);
        }
        QCOMPARE(names, (std::set<std::string>{"acme.a.open.", "acme.a.own.", "acme.a.shared."}));
    }

    void anIllegalIdAsksForNothing()
    {
        QVERIFY(aclsOf({{"a.yaml", specOf("acme a!", "acme.b")}}).empty());
    }

    void everyAclIsOneThatABrokerTakes()
    {
        for (const auto &each : aclsOf({{"campaign.yaml", campaign}, {"f.yaml", fitness}}))
            QVERIFY2(!aclFault(each.acl), describe(each.acl).c_str());
    }
};

QTEST_GUILESS_MAIN(TestRequestedAcls)
#include "tst_requestedacls.moc"
