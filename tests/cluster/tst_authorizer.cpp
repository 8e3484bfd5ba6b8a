// SPDX-License-Identifier: Apache-2.0
// Our verdicts beside those of a real StandardAuthorizer, over generated sets of ACLs.
#include "cluster/kafkaenvironment.h"
#include "support/kafkaclient.h"

#include "meshwright/access/effectiveaccess.h"

#include <QtTest>

#include <random>

using namespace meshwright;
using test::KafkaBroker;
using test::KafkaClient;
using Listener = KafkaBroker::Listener;

namespace {

constexpr int rounds = 12;
constexpr int aclsARound = 60;

const QStringList users = {"ann", "bob", "cem", "dan", "eva"};

/// Names that are near each other: prefixes of one another, in parts and in letters.
const QStringList topics = {"f.a",
                            "f.a._public.e",
                            "f.a._public.e2",
                            "f.a._public.other",
                            "f.a._private.e",
                            "f.ab._public.e",
                            "f.b._public.e",
                            "f.b._protected.e",
                            "g.a._public.e",
                            "g.a._private.x",
                            "fa",
                            "f",
                            "f.a._publicity",
                            "z.z._public.e",
                            "g.b._public.e",
                            "g.b._public.e.more"};

const std::vector<AclOperation> operations = {AclOperation::Read,
                                              AclOperation::Write,
                                              AclOperation::Create,
                                              AclOperation::Describe,
                                              AclOperation::Delete,
                                              AclOperation::Alter,
                                              AclOperation::DescribeConfigs,
                                              AclOperation::AlterConfigs};

/// Small, and the same everywhere.
class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_random(seed)
    {}

    std::size_t below(std::size_t bound) { return m_random() % bound; }

    bool oneIn(std::size_t count) { return below(count) == 0; }

    template <typename List>
    const auto &any(const List &list)
    {
        return list[static_cast<typename List::size_type>(
            below(static_cast<std::size_t>(list.size())))];
    }

private:
    std::mt19937 m_random;
};

Acl anyAcl(Dice &dice)
{
    Acl acl;
    acl.principal = dice.oneIn(6) ? "User:*" : "User:" + dice.any(users).toStdString();
    acl.host = dice.oneIn(4) ? "10.1.2.3" : dice.oneIn(3) ? "127.0.0.1" : "*";
    acl.operation = dice.oneIn(7) ? AclOperation::All : dice.any(operations);
    acl.permission = dice.oneIn(4) ? Permission::Deny : Permission::Allow;
    acl.name = dice.any(topics).toStdString();
    if (dice.oneIn(3)) {
        acl.patternType = PatternType::Prefixed;
        acl.name.resize(1 + dice.below(acl.name.size()));
    } else if (dice.oneIn(6)) {
        acl.name = "*";
    }
    // A DENY for all on everything would leave nothing to compare.
    if (acl.permission == Permission::Deny && acl.operation == AclOperation::All)
        acl.operation = AclOperation::Write;
    if (acl.permission == Permission::Deny && acl.operation == AclOperation::Describe &&
        acl.name == "*")
        acl.operation = AclOperation::Read;
    return acl;
}

std::vector<Acl> anySet(unsigned seed)
{
    Dice dice(seed);
    std::set<Acl> acls;
    // In most rounds most topics can be described, or the broker would say nothing of the rest.
    if (seed % 4 != 0)
        acls.insert({ResourceType::Topic, PatternType::Literal, "*", "User:*", "*",
                     AclOperation::Describe, Permission::Allow});
    while (acls.size() < aclsARound)
        acls.insert(anyAcl(dice));
    return {acls.begin(), acls.end()};
}

} // namespace

class TestAuthorizer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    // Acceptance 29
    void theBrokerSaysTheSame();

private:
    void setAcls(const std::vector<Acl> &acls);
    void compare(const EffectiveAccess &access, const QString &user);

    std::unique_ptr<KafkaBroker> m_broker;
    std::unique_ptr<Cluster> m_cluster;
    int m_allowed = 0;
    int m_refused = 0;
    QStringList m_differences;
};

void TestAuthorizer::initTestCase()
{
    KafkaBroker::Options options;
    options.users = users;
    m_broker = std::make_unique<KafkaBroker>(options);
    const auto started = m_broker->start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    m_cluster = test::open(test::environmentOf(*m_broker, Listener::SaslPlaintext, "admin"));
    QVERIFY(m_cluster);
    std::vector<NewTopic> wanted;
    for (const QString &topic : topics)
        wanted.push_back({topic.toStdString(), 1, 1, {}});
    for (const auto &outcome : m_cluster->createTopics(wanted, false, {}))
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
}

/// Exactly these, as the broker shows them.
void TestAuthorizer::setAcls(const std::vector<Acl> &acls)
{
    const auto before = m_cluster->readAcls({});
    QVERIFY(before);
    for (const auto &outcome : m_cluster->deleteAcls(*before, {}))
        QVERIFY(outcome);
    for (const auto &outcome : m_cluster->createAcls(acls, {}))
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster->readAcls({}).value_or(std::vector<Acl>()), acls, 20'000);
}

void TestAuthorizer::compare(const EffectiveAccess &access, const QString &user)
{
    const KafkaClient client(*m_broker, Listener::SaslPlaintext, user);
    const auto said = client.authorizedOperations(topics);
    QVERIFY2(said, qPrintable(said ? QString() : said.error()));
    const std::string principal = "User:" + user.toStdString();
    for (const QString &topic : topics) {
        const bool isSeen = said->contains(topic);
        for (const AclOperation operation : operations) {
            if (!isSeen && operation != AclOperation::Describe)
                continue;
            const auto name = nameOf(operation);
            const bool theirs = isSeen && said->value(topic).contains(QString::fromLatin1(
                                              name.data(), qsizetype(name.size())));
            const Decision ours = access.decide(
                {principal, "127.0.0.1", operation, ResourceType::Topic, topic.toStdString()});
            (theirs ? m_allowed : m_refused) += 1;
            if (ours.isAllowed != theirs)
                m_differences << QStringLiteral("%1 %2 %3: the broker says %4, by %5 ours is not")
                                     .arg(user, QString::fromLatin1(name.data()), topic,
                                          theirs ? QStringLiteral("yes") : QStringLiteral("no"),
                                          ours.acl ? QString::fromStdString(describe(*ours.acl))
                                                   : QStringLiteral("no ACL"));
        }
    }
}

void TestAuthorizer::theBrokerSaysTheSame()
{
    for (unsigned round = 1; round <= rounds; ++round) {
        const auto acls = anySet(round);
        setAcls(acls);
        const EffectiveAccess access(acls);
        for (const QString &user : users)
            compare(access, user);
    }
    qInfo("%d allowed, %d refused", m_allowed, m_refused);
    QVERIFY2(m_differences.isEmpty(), qPrintable(m_differences.join(u'\n')));
    QVERIFY(m_allowed + m_refused >= 5000);
    QVERIFY(m_allowed > 1000 && m_refused > 1000);
}

QTEST_GUILESS_MAIN(TestAuthorizer)
#include "tst_authorizer.moc"
