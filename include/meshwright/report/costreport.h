// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/cost/costs.h"

#include <string>
#include <string_view>

namespace meshwright::report {

/// What topics cost, with the prices and the environment that were reckoned with.
struct CostAccount
{
    const Topology &topology;
    const PriceList &prices;
    std::string environment; ///< empty: none
    std::vector<cost::TopicCost> costs;
};

enum class CostsBy { Topic, Context, Domain };

/// As docs/formats.md says.
std::string costsJson(const CostAccount &account, CostsBy by);
std::string costsCsv(const CostAccount &account, CostsBy by);

/// 21.60; <0.01 for what is less than that and more than nothing.
std::string amountText(double amount);
/// EUR 21.60, 2 volume not declared. `unknown` where nothing is known.
std::string sumText(const cost::Sum &sum, const std::string &currency);

} // namespace meshwright::report
