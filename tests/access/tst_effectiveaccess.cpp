// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/effectiveaccess.h"

#include <QtTest>

using namespace meshwright;

namespace {

using Op = AclOperation;

constexpr auto ann = "User:ann";

Acl allow(Op operation, std::string name, PatternType pattern = PatternType::Literal)
{
    return {ResourceType::Topic, pattern, std::move(name), ann, "*", operation, Permission::Allow};
}

Acl deny(Op operation, std::string name, PatternType pattern = PatternType::Literal)
{
    Acl acl = allow(operation, std::move(name), pattern);
    acl.permission = Permission::Deny;
    return acl;
}

AccessRequest request(Op operation, std::string name = "f.a._public.e")
{
    return {ann, "127.0.0.1", operation, ResourceType::Topic, std::move(name)};
}

} // namespace

class TestEffectiveAccess : public QObject
{
    Q_OBJECT

private slots:

    void patternsAreByNamePrefixAndStar()
    {
        const EffectiveAccess access({allow(Op::Read, "f.a._public.", PatternType::Prefixed),
                                      allow(Op::Write, "f.a._public.e"), allow(Op::Create, "*")});
        QVERIFY(access.decide(request(Op::Read)).isAllowed);
        QVERIFY(access.decide(request(Op::Write)).isAllowed);
        QVERIFY(access.decide(request(Op::Create)).isAllowed);
        QVERIFY(!access.decide(request(Op::Read, "f.a._private.e")).isAllowed);
        QVERIFY(access.decide(request(Op::Create, "f.a._private.e")).isAllowed);
        QVERIFY(!access.decide(request(Op::Write, "f.a._public.e2")).isAllowed);
        // A prefix is characters, not parts of a name; `*` as a prefix is only itself.
        const EffectiveAccess odd({allow(Op::Read, "f.a", PatternType::Prefixed),
                                   allow(Op::Write, "*", PatternType::Prefixed)});
        QVERIFY(odd.decide(request(Op::Read, "f.ab.x")).isAllowed);
        QVERIFY(!odd.decide(request(Op::Write, "f.ab.x")).isAllowed);
        QVERIFY(odd.decide(request(Op::Write, "*x")).isAllowed);
    }

    void denyComesFirst()
    {
        for (const Acl &no : {deny(Op::Read, "f.a._public.e"), deny(Op::All, "*"),
                              deny(Op::Read, "f.", PatternType::Prefixed)}) {
            const EffectiveAccess access({allow(Op::Read, "f.a._public.e"), no,
                                          allow(Op::All, "f.a.", PatternType::Prefixed)});
            const Decision decision = access.decide(request(Op::Read));
            QVERIFY(!decision.isAllowed);
            QCOMPARE(decision.ground, AccessGround::Denied);
            QCOMPARE(*decision.acl, no);
        }
    }

    void someOperationsImplyOthers_data()
    {
        QTest::addColumn<int>("given");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<bool>("isImplied");
        const auto row = [](Op given, Op wanted, bool isImplied) {
            QTest::addRow("%s, %s", std::string(nameOf(given)).c_str(),
                          std::string(nameOf(wanted)).c_str())
                << int(given) << int(wanted) << isImplied;
        };
        for (const Op given : {Op::Read, Op::Write, Op::Delete, Op::Alter, Op::All})
            row(given, Op::Describe, true);
        row(Op::AlterConfigs, Op::DescribeConfigs, true);
        row(Op::AlterConfigs, Op::Describe, false);
        row(Op::Create, Op::Describe, false);
        row(Op::DescribeConfigs, Op::Describe, false);
        row(Op::Describe, Op::Read, false);
        row(Op::Alter, Op::AlterConfigs, false);
        row(Op::Write, Op::Read, false);
    }

    void someOperationsImplyOthers()
    {
        QFETCH(int, given);
        QFETCH(int, wanted);
        QFETCH(bool, isImplied);
        const EffectiveAccess access({allow(Op(given), "f.a._public.e")});
        QCOMPARE(access.decide(request(Op(wanted))).isAllowed, isImplied);
        // What is denied denies nothing else, but for ALL.
        const EffectiveAccess refused(
            {allow(Op::All, "f.a._public.e"), deny(Op(given), "f.a._public.e")});
        QCOMPARE(refused.decide(request(Op(wanted))).isAllowed,
                 Op(given) != Op::All && given != wanted);
    }

    void whoAndFromWhere()
    {
        Acl fromHome = allow(Op::Read, "f.a._public.e");
        fromHome.host = "127.0.0.1";
        Acl forAll = allow(Op::Write, "f.a._public.e");
        forAll.principal = "User:*";
        const EffectiveAccess access({fromHome, forAll});
        QVERIFY(access.decide(request(Op::Read)).isAllowed);
        AccessRequest other = request(Op::Read);
        other.host = "10.0.0.9";
        QVERIFY(!access.decide(other).isAllowed);
        other = request(Op::Write);
        other.principal = "User:bob";
        QVERIFY(access.decide(other).isAllowed);
        other.operation = Op::Read;
        QVERIFY(!access.decide(other).isAllowed);
        QCOMPARE(access.principals(), std::vector<std::string>{ann});
    }

    void whatNoAclSays()
    {
        const EffectiveAccess strict({allow(Op::Read, "x")});
        QCOMPARE(strict.decide(request(Op::Read)).ground, AccessGround::NoAcls);
        QVERIFY(!strict.decide(request(Op::Read)).isAllowed);
        QCOMPARE(strict.decide(request(Op::Write, "x")).ground, AccessGround::NoneFits);
        const EffectiveAccess open({allow(Op::Read, "x")}, {{"User:root"}, true});
        QVERIFY(open.decide(request(Op::Write)).isAllowed);
        QVERIFY(!open.decide(request(Op::Write, "x")).isAllowed);
        AccessRequest root = request(Op::Write, "x");
        root.principal = "User:root";
        QCOMPARE(open.decide(root).ground, AccessGround::SuperUser);
        QVERIFY(open.decide(root).isAllowed);
    }

    void theDecidingAclIsNamed()
    {
        const Acl exact = allow(Op::Read, "f.a._public.e");
        const Acl prefix = allow(Op::Read, "f.a.", PatternType::Prefixed);
        const Acl longer = allow(Op::Read, "f.a._public.", PatternType::Prefixed);
        const EffectiveAccess access({prefix, allow(Op::Read, "*"), longer, exact});
        QCOMPARE(*access.decide(request(Op::Read)).acl, exact);
        QCOMPARE(*access.decide(request(Op::Read, "f.a._public.x")).acl, longer);
        QCOMPARE(*access.decide(request(Op::Read, "f.a.x")).acl, prefix);
        QCOMPARE(access.decide(request(Op::Read, "g.x")).acl->name, std::string("*"));
        QCOMPARE(access.about(ResourceType::Topic, "f.a._public.e").size(), std::size_t(4));
        QVERIFY(access.about(ResourceType::Group, "f.a").empty());
    }
};

QTEST_APPLESS_MAIN(TestEffectiveAccess)
#include "tst_effectiveaccess.moc"
