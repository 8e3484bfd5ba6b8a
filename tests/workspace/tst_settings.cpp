// SPDX-License-Identifier: Apache-2.0
#include "meshwright/workspace/address.h"
#include "meshwright/workspace/settings.h"
#include "support/canary.h"

#include <QTest>

using namespace meshwright;

namespace {

Settings read(const std::string &text, std::vector<SettingsProblem> &problems)
{
    return readSettings(yaml::Document::parse(makeText(text)), problems);
}

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:

    void defaults()
    {
        std::vector<SettingsProblem> problems;
        const auto settings = readSettings(nullptr, problems);
        QVERIFY(problems.empty());
        QVERIFY(settings.convention == Convention{});
        QVERIFY(settings.advice && settings.skippedAdvice.empty());
        QCOMPARE(settings.environments.size(), std::size_t{1});
        const auto *sandbox = settings.environment("sandbox");
        QVERIFY(sandbox && sandbox->guard == Guard::Dev);
        QCOMPARE(text(sandbox->connector), QString("sandbox"));
        QVERIFY(!settings.environment("production"));
    }

    void whatNoRequestTellsOfAnAuthorizer()
    {
        std::vector<SettingsProblem> problems;
        const std::string head = "version: 1\nenvironments:\n  e:\n    bootstrap: a:9092\n"
                                 "    authorizer: ";
        const auto settings =
            read(head + "{superUsers: ['User:root'], openWithoutAcls: true}\n", problems);
        QVERIFY(problems.empty());
        const auto *environment = settings.environment("e");
        QVERIFY(environment && environment->everybodyWithoutAcls);
        QCOMPARE(environment->superUsers, std::vector<std::string>{"User:root"});
        read(head + "{superUsers: [root]}\n", problems);
        QCOMPARE(problems.size(), std::size_t{1});
    }

    void everything()
    {
        std::vector<SettingsProblem> problems;
        const auto settings = read(
            "version: 1\norganisation: acme\n"
            "naming:\n  pattern: '[domain].[access].[type]'\n"
            "  keywords: {public: open, protected: shared, private: own}\n"
            "  forbiddenWords: [tmp, eu-1]\n"
            "controlPlane: [acme.control]\n"
            "checks: {advice: off, skip: [asyncapi/info-license]}\n"
            "glossary:\n  - {term: sale, description: paid}\n"
            "environments:\n"
            "  prod:\n    connector: kafka\n    guard: prod\n    bootstrap: [a:9092, b:9092]\n"
            "    security: {protocol: SASL_SSL, mechanism: PLAIN, username: '${env:U}', password: "
            "'${file:/p}', ca: ca.pem}\n"
            "    settings: {client.id: mw, ssl.key.password: '${keychain:k}'}\n"
            "    overrides: {partitions: 3, replicas: 2, principals: {acme.a.b: 'User:sa-1'}, "
            "topicSettings: {retention.ms: 5}}\n"
            "    expectedClusterId: abc\n    legacyIdempotentWrite: true\n    compat: specmesh\n"
            "    registry: {url: 'https://r:8081/x', username: me, password: '${env:R}', "
            "compatibility: FULL}\n"
            "costs: {currency: EUR, partition: 1.20, gibibyte: 0, environment: prod}\n",
            problems);
        for (const auto &problem : problems)
            QFAIL(problem.message.c_str());
        const auto &convention = settings.convention;
        QCOMPARE(text(convention.organisation), QString("acme"));
        QCOMPARE(text(convention.keyword(Access::Protected)), QString("shared"));
        QVERIFY(convention.accessOf("own") == Access::Private);
        QVERIFY(!convention.accessOf("_private"));
        QCOMPARE(settings.forbiddenWords.infrastructure.size(), std::size_t{2});
        QVERIFY(!settings.advice);
        QCOMPARE(settings.skippedAdvice, std::vector<std::string>{"asyncapi/info-license"});
        QCOMPARE(text(settings.glossary.terms[0].description), QString("paid"));
        QCOMPARE(text(settings.controlPlane[0]), QString("acme.control"));
        const auto *prod = settings.environment("prod");
        QVERIFY(prod && prod->guard == Guard::Prod);
        QCOMPARE(text(prod->bootstrap), QString("a:9092,b:9092"));
        QCOMPARE(text(prod->security.at("password")), QString("${file:/p}"));
        QCOMPARE(text(prod->properties.at("client.id")), QString("mw"));
        QCOMPARE(prod->partitions.value_or(0), 3);
        QCOMPARE(prod->replicas.value_or(0), 2);
        QCOMPARE(text(prod->principals.at("acme.a.b")), QString("User:sa-1"));
        QCOMPARE(text(prod->topicSettings.at("retention.ms")), QString("5"));
        QCOMPARE(text(prod->expectedClusterId), QString("abc"));
        QVERIFY(prod->legacyIdempotentWrite && prod->compatSpecmesh);
        QVERIFY(prod->registry);
        QCOMPARE(text(prod->registry->url), QString("https://r:8081/x"));
        QCOMPARE(text(prod->registry->compatibility), QString("FULL"));
        QCOMPARE(text(prod->registry->security.at("password")), QString("${env:R}"));
        QVERIFY(settings.environment("sandbox"));
        QVERIFY(settings.costs == (PriceList{"EUR", 1.2, 0.0, "prod"}));
    }

    void whatAnEnvironmentMayLose()
    {
        std::vector<SettingsProblem> problems;
        const std::string head = "version: 1\nenvironments:\n  e:\n    bootstrap: a:9092\n    ";
        const Environment usual = *read(head + "guard: dev\n", problems).environment("e");
        QVERIFY(usual.deletes == DeleteSettings{} && usual.protectedTopics.empty());
        QVERIFY(!usual.isReadOnly && usual.unverifiedTlsReason.empty());
        QCOMPARE(usual.driftMinutes, 0);
        const Settings settings =
            read(head + "deletes: {kinds: [topics, schemas], cap: 0, share: 0.5}\n"
                        "    protected: [audit.*, acme.a.x]\n    readOnly: true\n"
                        "    security: {protocol: SSL, verify: false, reason: lab}\n"
                        "    drift: 15\n",
                 problems);
        const Environment &all = *settings.environment("e");
        QVERIFY(problems.empty());
        QVERIFY(all.deletes == (DeleteSettings{{"topics", "schemas"}, 0, 0.5}));
        QCOMPARE(all.protectedTopics, (std::vector<std::string>{"audit.*", "acme.a.x"}));
        QVERIFY(all.isReadOnly);
        QCOMPARE(text(all.unverifiedTlsReason), QString("lab"));
        QCOMPARE(all.driftMinutes, 15);
        for (const char *wrong : {"-1", "often", "1.5", "1441"}) {
            QCOMPARE(read(head + "drift: " + wrong + "\n", problems).environment("e")->driftMinutes,
                     0);
            QCOMPARE(problems.size(), std::size_t(1));
            QVERIFY(problems.front().message.find("minutes") != std::string::npos);
            problems.clear();
        }
    }

    // Fault 27
    void productionIsAlwaysVerified()
    {
        std::vector<SettingsProblem> problems;
        const auto settings =
            read("version: 1\nenvironments:\n  e:\n    bootstrap: a:9092\n    guard: prod\n"
                 "    security: {protocol: SSL, verify: false, reason: lab}\n",
                 problems);
        QCOMPARE(problems.size(), std::size_t(1));
        QVERIFY(problems.front().isError);
        QVERIFY(settings.environment("e")->unverifiedTlsReason.empty());
    }

    void ownSandbox()
    {
        std::vector<SettingsProblem> problems;
        const auto settings = read("environments:\n  one: {bootstrap: 'a:1'}\n  sandbox: {guard: "
                                   "confirm}\n",
                                   problems);
        QVERIFY(problems.empty());
        QCOMPARE(settings.environments.size(), std::size_t{2});
        QCOMPARE(text(settings.environments[0].name), QString("one"));
        const auto *sandbox = settings.environment("sandbox");
        QVERIFY(sandbox->guard == Guard::Confirm);
        QCOMPARE(text(sandbox->connector), QString("sandbox"));
    }

    void partsAndWords()
    {
        std::vector<SettingsProblem> problems;
        const auto settings =
            read("naming:\n  parts: {domain: snake, service: [campaign, ledger], type: {regex: "
                 "'[a-z]+'}}\n  forbiddenWords: {organisational: [red], format: [edi]}\n"
                 "checks: {severity: {naming/style: error, kafka/removed-setting: off}}\n",
                 problems);
        QVERIFY(problems.empty());
        const auto &styles = settings.convention.partStyles;
        QVERIFY(styles.at("domain").kind == PartStyle::Kind::Snake);
        QCOMPARE(styles.at("service").words.size(), std::size_t{2});
        QCOMPARE(text(styles.at("type").expression), QString("[a-z]+"));
        QCOMPARE(settings.forbiddenWords.organisational, std::vector<std::string>{"red"});
        QCOMPARE(settings.forbiddenWords.format, std::vector<std::string>{"edi"});
        QCOMPARE(settings.severities.size(), std::size_t{2});
        QVERIFY(settings.severities[0].severity == Severity::Error);
        QVERIFY(!settings.severities[1].severity);
    }

    void keywordPlaces()
    {
        const auto place = [](const char *pattern) {
            Convention convention;
            convention.pattern = pattern;
            return convention.keywordPlace();
        };
        QVERIFY(place("[domain].[service].[access].[type]") == KeywordPlace::BehindContext);
        QVERIFY(place("[domain].[service].[type].[access]") == KeywordPlace::AtEnd);
        QVERIFY(place("[access].[organisation].[domain].[service].[type]") ==
                KeywordPlace::InFront);
        QVERIFY(place("[domain].[type]") == KeywordPlace::BehindContext);
    }

    void problems_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("place"); // the text of the range
        QTest::addColumn<QString>("part");  // of the message
        const auto row = [](const char *name, const char *source, const char *place,
                            const char *part) {
            QTest::newRow(name) << QString(source) << QString(place) << QString(part);
        };
        row("unknown key", "organization: acme", "organization", "Did you mean 'organisation'?");
        row("far from any key", "zzzzzzzz: 1", "zzzzzzzz", "has no setting 'zzzzzzzz'");
        row("not a mapping", "[a]", "[a]", "must be a mapping");
        row("version", "version: 2", "2", "version 1");
        row("keyword", "naming: {keywords: {pubic: x}}", "pubic", "'public'?");
        row("keyword with a dot", "naming: {keywords: {public: a.b}}", "a.b", "one part");
        row("unknown part of a pattern", "naming: {pattern: '[domian].[access].[type]'}",
            "'[domian].[access].[type]'", "Did you mean '[domain]'?");
        row("part twice", "naming: {pattern: '[type].[access].[type]'}", "'[type].[access].[type]'",
            "[type] twice");
        row("keyword amid the id", "naming: {pattern: '[domain].[access].[service].[type]'}",
            "'[domain].[access].[service].[type]'", "amid the parts");
        row("style of no part", "naming: {parts: {access: snake}}", "access", "domain, service");
        row("unknown style", "naming: {parts: {type: snakes}}", "snakes", "Did you mean 'snake'?");
        row("no expression", "naming: {parts: {type: {regex: '(a'}}}", "'(a'",
            "no regular expression");
        row("unknown pitfall", "naming: {forbiddenWords: {formats: [csv]}}", "formats",
            "Did you mean 'format'?");
        row("unknown kind", "environments: {e: {bootstrap: 'a:1', deletes: {kinds: [topic]}}}",
            "[topic]", "'topic' is nothing that a plan deletes");
        row("negative cap", "environments: {e: {bootstrap: 'a:1', deletes: {cap: -1}}}", "-1",
            "0 or more");
        row("more than all", "environments: {e: {bootstrap: 'a:1', deletes: {share: 1.5}}}", "1.5",
            "from 0 to 1");
        row("not verified, unexplained",
            "environments: {e: {bootstrap: 'a:1', security: {verify: false}}}", "{verify: false}",
            "say why under 'reason'");
        secretRows();
        row("a registry without an address",
            "environments: {e: {bootstrap: 'a:1', registry: {username: me}}}",
            "{bootstrap: 'a:1', registry: {username: me}}", "needs a 'url'");
        row("a registry's level",
            "environments: {e: {bootstrap: 'a:1', registry: {url: 'http://r', compatibility: X}}}",
            "X", "one of: NONE, BACKWARD");
        row("severity", "checks: {severity: {naming/style: fatal}}", "fatal",
            "one of: error, warning, info, off");
        row("one keyword twice", "naming: {keywords: {public: _private}}", "{public: _private}",
            "differ");
        row("a list where a text is", "organisation: [a]", "[a]", "must be a text");
        row("a text where a list is", "controlPlane: a", "a", "must be a list");
        row("no term", "glossary: [{description: x}]", "{description: x}", "needs a 'term'");
        row("advice", "checks: {advice: none}", "none", "one of: on, off");
        row("skipped rule", "checks: {skip: [asyncapi/info-licence]}", "asyncapi/info-licence",
            "Did you mean 'asyncapi/info-license'?");
        row("skipped error", "checks: {skip: [asyncapi/tags-unique]}", "asyncapi/tags-unique",
            "no rule of advice");
        row("guard", "environments: {a: {bootstrap: x, guard: prd}}", "prd",
            "Did you mean 'prod'?");
        row("no bootstrap", "environments: {a: {guard: dev}}", "{guard: dev}", "'bootstrap'");
        row("environment key", "environments: {a: {bootstrap: x, securty: {}}}", "securty",
            "'security'?");
        row("protocol", "environments: {a: {bootstrap: x, security: {protocol: SASL}}}", "SASL",
            "must be one of");
        row("half a reference",
            "environments: {a: {bootstrap: x, security: {password: '${env:}'}}}", "'${env:}'",
            "secret in plain text");
        row("partitions", "environments: {a: {bootstrap: x, overrides: {partitions: 0}}}", "0",
            "at least 1");
        row("principal", "environments: {a: {bootstrap: x, overrides: {principals: {b: sa}}}}",
            "sa", "'User:sa'");
        row("line end in a principal",
            "environments: {a: {bootstrap: x, overrides: {principals: {b: \"User:a\\nUser:*\"}}}}",
            "\"User:a\\nUser:*\"", "no line ends");
        row("topic setting",
            "environments: {a: {bootstrap: x, overrides: {topicSettings: {retention.m: 1}}}}",
            "retention.m", "'retention.ms'?");
        row("topic setting's value",
            "environments: {a: {bootstrap: x, overrides: {topicSettings: {retention.ms: x1}}}}",
            "x1", "whole number");
        row("compat", "environments: {a: {bootstrap: x, compat: spec}}", "spec", "specmesh");
        row("no currency", "costs: {partition: 1}", "{partition: 1}", "needs a 'currency'");
        row("negative price", "costs: {currency: EUR, partition: -1}", "-1", "from 0 to");
        row("price in words", "costs: {currency: EUR, gibibyte: cheap}", "cheap", "a number");
        row("no price at all", "costs: {currency: EUR, gibibyte: .nan}", ".nan", "a number");
        row("endless price", "costs: {currency: EUR, gibibyte: .inf}", ".inf", "a number");
        row("price's key", "costs: {currency: EUR, partitions: 1}", "partitions", "'partition'?");
        row("costs' environment", "costs: {currency: EUR, environment: sandbx}", "sandbx",
            "Did you mean 'sandbox'?");
        row("flag", "environments: {a: {bootstrap: x, legacyIdempotentWrite: yes}}", "yes",
            "true or false");
    }

    void problems()
    {
        QFETCH(QString, source);
        QFETCH(QString, place);
        QFETCH(QString, part);
        std::vector<SettingsProblem> problems;
        const auto settings = read(source.toStdString(), problems);
        QCOMPARE(problems.size(), std::size_t{1});
        const auto &range = problems[0].range;
        QCOMPARE(text(source.toStdString().substr(range.begin, range.size())), place);
        QVERIFY2(text(problems[0].message).contains(part), problems[0].message.c_str());
        QVERIFY(problems[0].isError);
        QVERIFY2(!text(problems[0].message).contains(test::canaryWord),
                 problems[0].message.c_str());
    }

    void plainSecretIsNotTaken()
    {
        std::vector<SettingsProblem> problems;
        const std::string secret = test::canary;
        const auto settings = read("environments: {a: {bootstrap: ['u:" + secret +
                                       "@x:1', y:1], security: {password: " + secret + "}}}",
                                   problems);
        QVERIFY(!settings.environment("a")->security.contains("password"));
        QCOMPARE(settings.environment("a")->bootstrap, std::string("***@x:1,y:1"));
        QCOMPARE(problems.size(), std::size_t(2));
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("kept");
        const QString secret = test::canary;
        const auto plain = [](const char *address) {
            QTest::newRow(address) << QString(address) << QString(address);
        };
        plain("https://id.example/token");
        plain("https://id.example/@tenant/token?for=a@b");
        plain("https://[::1]:8080");
        plain("id.example");
        const auto row = [&secret](const char *address, const char *kept) {
            QTest::newRow(kept) << QString(address).arg(secret) << QString(kept);
        };
        row("https://me:%1@id.example/token", "https://***@id.example/token");
        row("http://%1@id.example", "http://***@id.example");
        row("https://me:a@%1@id.example/@tenant", "https://***@id.example/@tenant");
        row("me:%1@id.example/token", "***@id.example/token");
        row("HTTPS://me:/%1@id.example", "***@id.example");
    }

    void addresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, kept);
        QCOMPARE(text(withoutLogin(address.toStdString())), kept);
        QCOMPARE(hasLogin(address.toStdString()), address != kept);
    }

    // Fault 26
    void aTokenEndpointIsKeptWithoutItsLogin()
    {
        std::vector<SettingsProblem> problems;
        const auto endpointOf = [&problems](const std::string &endpoint) {
            const auto settings = read("environments: {a: {bootstrap: 'x:1', security: "
                                       "{tokenEndpoint: '" +
                                           endpoint + "'}}}",
                                       problems);
            return text(settings.environment("a")->security.at("tokenEndpoint"));
        };
        QCOMPARE(endpointOf("https://id/@tenant/token"), QString("https://id/@tenant/token"));
        QVERIFY(problems.empty());
        QCOMPARE(endpointOf(std::string("https://me:") + test::canary + "@id/token"),
                 QString("https://***@id/token"));
        QCOMPARE(problems.size(), std::size_t(1));
    }

private:
    static void secretRows()
    {
        const auto row = [](const char *name, const char *settings, const char *place,
                            const char *part) {
            const QString secret = test::canary;
            QTest::newRow(name) << QString("environments: {e: {bootstrap: 'a:1', %1}}")
                                       .arg(QString(settings).arg(secret))
                                << QString(place).arg(secret) << QString(part);
        };
        const auto inPlainText = [&row](const char *name, const char *settings) {
            row(name, settings, "%1", "a secret in plain text");
        };
        inPlainText("plain password", "security: {password: %1}");
        inPlainText("a client's secret", "security: {clientSecret: %1}");
        inPlainText("plain secret property", "settings: {sasl.password: %1}");
        inPlainText("a registry's password", "registry: {url: 'http://r', password: %1}");
        row("a password in a token endpoint", "security: {tokenEndpoint: 'https://me:%1@id/token'}",
            "'https://me:%1@id/token'", "'clientId' and 'clientSecret'");
        row("a password in a registry's address", "registry: {url: 'http://u:%1@r'}",
            "'http://u:%1@r'", "holds a user or a password");
        QTest::newRow("a password in a broker's address")
            << QString("environments: {e: {bootstrap: 'u:%1@b:9092'}}").arg(test::canary)
            << QString("'u:%1@b:9092'").arg(test::canary) << QString("holds a user or a password");
    }
};

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
