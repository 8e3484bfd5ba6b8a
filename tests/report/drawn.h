// SPDX-License-Identifier: Apache-2.0
// What the tests of the graph's reports draw.
#pragma once

#include "meshwright/topology/topology.h"

namespace meshwright::report::tests {

inline TopologyPtr small()
{
    return buildTopology(Workspace::fromTexts({{"campaign.yaml", R"(asyncapi: '2.6.0'
id: 'urn:acme:finance:campaign'
info: {title: Campaign, version: '3.2.0'}
channels:
  _public.sale: {publish: {}}
  _public.refund: {publish: {}}
)"},
                                               {"shop.yaml", R"(asyncapi: '2.6.0'
id: 'urn:acme:retail:shop'
info: {title: Shop, version: '7.0.0'}
channels:
  acme.finance.campaign._public.sale: {subscribe: {}}
  acme.finance.campaign._public.refund: {subscribe: {}}
  _protected.order:
    publish:
      tags: [{name: 'grant-access:acme.finance.campaign'}]
)"}}));
}

/// Names that mean something to each format.
inline TopologyPtr nasty()
{
    Topology topology = *small();
    auto spec = std::make_shared<asyncapi::Spec>(*topology.contexts.front().spec);
    spec->title = "A \"b\" <c> & 'd' \\ #e `f` |g|\n]]> --> ü";
    spec->apiVersion = "<1>";
    topology.contexts.front().spec = spec;
    return std::make_shared<const Topology>(std::move(topology));
}

} // namespace meshwright::report::tests
