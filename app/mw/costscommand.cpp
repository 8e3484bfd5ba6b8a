// SPDX-License-Identifier: Apache-2.0
// mw costs: what topics cost by the price list of meshwright.yaml.
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/report/costreport.h"

#include <algorithm>

namespace meshwright::mw {

namespace {

report::CostsBy byOf(const Options &options)
{
    if (options.by == "context")
        return report::CostsBy::Context;
    return options.by == "domain" ? report::CostsBy::Domain : report::CostsBy::Topic;
}

using Lines = std::vector<std::pair<std::string, cost::Sum>>;

Lines linesOf(const report::CostAccount &account, report::CostsBy by)
{
    Lines lines;
    if (by == report::CostsBy::Topic)
        for (const cost::TopicCost &cost : account.costs)
            lines.emplace_back(cost.topic.value, cost::sumOf({cost}));
    else
        for (const auto &line : by == report::CostsBy::Context ? cost::byContext(account.costs)
                                                               : cost::byDomain(account.costs))
            lines.push_back(line);
    return lines;
}

std::string asText(const report::CostAccount &account, report::CostsBy by)
{
    const Lines lines = linesOf(account, by);
    std::size_t width = 0;
    for (const auto &[name, sum] : lines)
        width = std::max(width, inert(name).size());
    std::string out;
    const std::string currency = inert(account.prices.currency);
    for (const auto &[name, sum] : lines) {
        const std::string shown = inert(name);
        out += coloured(shown, Colour::Bold) + std::string(width - shown.size() + 2, ' ') +
               report::sumText(sum, currency) + "\n";
    }
    return out + std::to_string(account.costs.size()) + " topics" +
           (account.environment.empty() ? std::string() : " in " + inert(account.environment)) +
           ", a month: " + report::sumText(cost::sumOf(account.costs), currency) + "\n";
}

std::string inFormat(const report::CostAccount &account, const Options &options)
{
    const report::CostsBy by = byOf(options);
    if (options.format == "json")
        return report::costsJson(account, by);
    return options.format == "csv" ? report::costsCsv(account, by) : asText(account, by);
}

} // namespace

int runCosts(const Options &options)
{
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    const Settings &settings = (*topology)->workspace->settings();
    if (!settings.costs) {
        say("there is no price list: write 'costs: {currency: EUR, partition: 1.20, gibibyte: "
            "0.10}' into meshwright.yaml, with your prices of a month.");
        return Usage;
    }
    Options asked = options;
    if (asked.environment.empty())
        asked.environment = settings.costs->environment;
    const auto environment = askedEnvironment(settings, asked);
    if (!environment) {
        sayError(environment.error());
        return Usage;
    }
    const Environment *chosen = *environment ? &**environment : nullptr;
    const report::CostAccount account{**topology, *settings.costs,
                                      chosen ? chosen->name : std::string(),
                                      cost::topicCosts(**topology, *settings.costs, chosen)};
    return deliverAnswer(*(*topology)->workspace, inFormat(account, options), options);
}

} // namespace meshwright::mw
