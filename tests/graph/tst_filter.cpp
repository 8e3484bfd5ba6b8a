// SPDX-License-Identifier: Apache-2.0
#include "company.h"

#include "meshwright/graph/filter.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::graph;

namespace {

const std::map<std::string, std::string> texts{{"campaign.yaml", R"(asyncapi: 2.6.0
id: urn:acme.finance.campaign
info: {title: Campaign, version: 1.0.0, contact: {name: Growth team, email: growth@acme.test}}
tags: [{name: core}]
channels:
  _public.sale:
    publish:
      message: {name: Sale, tags: [{name: pii}]}
  _protected.cost:
    publish:
      tags: [{name: 'grant-access:acme.retail.shop'}]
      message: {name: Cost}
)"},
                                               {"ledger.yaml", R"(asyncapi: 2.6.0
id: urn:acme.finance.ledger
info: {title: Ledger, version: 1.0.0, contact: {email: money@acme.test}}
channels:
  acme.finance.campaign._public.sale: {subscribe: {}}
)"},
                                               {"shop.yaml", R"(asyncapi: 2.6.0
id: urn:acme.retail.shop
info: {title: Shop, version: 1.0.0}
channels:
  _private.cart: {publish: {}}
)"}};

Facets facetsOf(const std::vector<Diagnostic> &diagnostics = {})
{
    return {*buildTopology(Workspace::fromTexts(texts)), diagnostics};
}

Filter chosen(std::initializer_list<std::pair<Facet, std::string>> words)
{
    Filter filter;
    for (const auto &[facet, word] : words)
        filter.set(facet, word, true);
    return filter;
}

QString found(const Filter &filter, const std::vector<Diagnostic> &diagnostics = {})
{
    QStringList names;
    for (const ContextId &id : facetsOf(diagnostics).matching(filter))
        names << QString::fromStdString(id.value).section('.', -1);
    return names.join(' ');
}

QString counted(Facet facet, const Filter &filter)
{
    QStringList all;
    for (const auto &[word, count] : facetsOf().counts(facet, filter))
        all << QString::fromStdString(word) + '=' + QString::number(count);
    return all.join(' ');
}

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

private slots:

    void oneWordOfEachFacetHasToFit()
    {
        QCOMPARE(found({}), QString("campaign ledger shop"));
        QCOMPARE(found(chosen({{Facet::Domain, "acme.finance"}})), QString("campaign ledger"));
        QCOMPARE(found(chosen({{Facet::Domain, "acme.finance"}, {Facet::Domain, "acme.retail"}})),
                 QString("campaign ledger shop"));
        QCOMPARE(found(chosen({{Facet::Domain, "acme.finance"}, {Facet::Tag, "pii"}})),
                 QString("campaign"));
        QCOMPARE(found(chosen({{Facet::Domain, "acme.retail"}, {Facet::Tag, "pii"}})), QString());
    }

    void readsWhatContextsSay()
    {
        QCOMPARE(found(chosen({{Facet::Owner, "Growth team"}})), QString("campaign"));
        QCOMPARE(found(chosen({{Facet::Owner, "money@acme.test"}})), QString("ledger"));
        QCOMPARE(found(chosen({{Facet::Tag, "core"}})), QString("campaign"));
        QCOMPARE(found(chosen({{Facet::Tag, "grant-access:acme.retail.shop"}})), QString());
        QCOMPARE(found(chosen({{Facet::Access, "private"}})), QString("shop"));
        QCOMPARE(found(chosen({{Facet::Source, "declared"}})), QString("campaign ledger"));
        QCOMPARE(found(chosen({{Facet::Source, "granted"}})), QString("campaign shop"));
    }

    void readsTheirState()
    {
        QCOMPARE(found(chosen({{Facet::Status, "unused-grant"}})), QString("campaign"));
        QCOMPARE(found(chosen({{Facet::Status, "orphan"}})), QString("campaign"));
        Diagnostic error;
        error.file = "ledger.yaml";
        error.severity = Severity::Error;
        Diagnostic advice;
        advice.file = "shop.yaml";
        advice.severity = Severity::Info;
        QCOMPARE(found(chosen({{Facet::Status, "errors"}}), {error, advice}), QString("ledger"));
        QCOMPARE(found(chosen({{Facet::Status, "warnings"}}), {error, advice}), QString());
    }

    void countsAreWhatTheOthersLeave()
    {
        QCOMPARE(counted(Facet::Domain, {}), QString("acme.finance=2 acme.retail=1"));
        QCOMPARE(counted(Facet::Access, {}), QString("private=1 protected=1 public=1"));
        const Filter finance = chosen({{Facet::Domain, "acme.finance"}});
        QCOMPARE(counted(Facet::Access, finance), QString("private=0 protected=1 public=1"));
        QCOMPARE(counted(Facet::Domain, finance), QString("acme.finance=2 acme.retail=1"));
    }

    void aWordCanBeTakenBack()
    {
        Filter filter = chosen({{Facet::Tag, "pii"}});
        QVERIFY(filter.has(Facet::Tag, "pii") && !filter.isEmpty());
        filter.set(Facet::Tag, "pii", false);
        QCOMPARE(filter, Filter());
    }
};

QTEST_APPLESS_MAIN(TestFilter)
#include "tst_filter.moc"
