// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/costreport.h"

#include "csv.h"
#include "json.h"

#include <cmath>
#include <cstdio>

namespace meshwright::report {

namespace {

/// To a ten-thousandth: a sum has no digits that come from binary fractions.
double rounded(double amount)
{
    constexpr double places = 1e4;
    return std::round(amount * places) / places;
}

Json amountJson(const std::optional<double> &amount)
{
    return amount ? Json(rounded(*amount)) : Json(nullptr);
}

template <typename T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

std::vector<std::string> readersOf(const Topology &topology, const TopicName &topic)
{
    std::vector<std::string> readers;
    for (const Consumption *reading : topology.readersOf(topic))
        if (reading->declaration().receives())
            readers.push_back(reading->reader.value);
    return readers;
}

Json topicJson(const CostAccount &account, const cost::TopicCost &cost)
{
    Json unknown = Json::array();
    for (const cost::Gap gap : cost.gaps)
        unknown.push_back(nameOf(gap));
    Json json = {{"topic", cost.topic.value},
                 {"context", cost.context.value},
                 {"domain", cost.domain},
                 {"partitions", orNull(cost.partitions)},
                 {"replicas", orNull(cost.replicas)}};
    json["bytes"] = cost.retained ? Json(std::round(cost.retained->bytes)) : Json(nullptr);
    json["bytesAre"] =
        cost.retained ? Json(cost.retained->isBound ? "bound" : "expected") : Json(nullptr);
    json["forPartitions"] = amountJson(cost.forPartitions);
    json["forVolume"] = amountJson(cost.forVolume);
    json["cost"] = amountJson(cost.amount());
    json["unknown"] = unknown;
    json["readers"] = readersOf(account.topology, cost.topic);
    return json;
}

Json sumJson(const cost::Sum &sum)
{
    return {{"topics", sum.topics},
            {"incomplete", sum.incomplete},
            {"forPartitions", amountJson(sum.forPartitions)},
            {"forVolume", amountJson(sum.forVolume)},
            {"cost", amountJson(sum.amount())}};
}

std::map<std::string, cost::Sum> sumsBy(const CostAccount &account, CostsBy by)
{
    return by == CostsBy::Domain ? cost::byDomain(account.costs) : cost::byContext(account.costs);
}

std::string domainOf(const CostAccount &account, const std::string &context)
{
    const Context *found = account.topology.context({context});
    return found ? found->domain : std::string();
}

Json itemsJson(const CostAccount &account, CostsBy by)
{
    Json items = Json::array();
    if (by == CostsBy::Topic) {
        for (const cost::TopicCost &cost : account.costs)
            items.push_back(topicJson(account, cost));
        return items;
    }
    for (const auto &[name, sum] : sumsBy(account, by)) {
        Json item = Json::object();
        if (by == CostsBy::Context)
            item["context"] = name;
        item["domain"] = by == CostsBy::Context ? domainOf(account, name) : name;
        item.update(sumJson(sum));
        items.push_back(item);
    }
    return items;
}

std::string_view nameOf(CostsBy by)
{
    switch (by) {
    case CostsBy::Topic:
        return "topic";
    case CostsBy::Context:
        return "context";
    case CostsBy::Domain:
        break;
    }
    return "domain";
}

std::string cellOf(const std::optional<double> &amount)
{
    return amount ? Json(rounded(*amount)).dump() : std::string();
}

std::string cellOf(const std::optional<int> &number)
{
    return number ? std::to_string(*number) : std::string();
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<Row> topicRows(const CostAccount &account)
{
    std::vector<Row> rows;
    for (const cost::TopicCost &cost : account.costs) {
        std::vector<std::string> unknown;
        for (const cost::Gap gap : cost.gaps)
            unknown.emplace_back(nameOf(gap));
        rows.push_back({cost.topic.value, cost.context.value, cost.domain, cellOf(cost.partitions),
                        cellOf(cost.replicas),
                        cost.retained ? Json(std::round(cost.retained->bytes)).dump() : "",
                        cellOf(cost.forPartitions), cellOf(cost.forVolume), cellOf(cost.amount()),
                        account.prices.currency, joined(unknown),
                        joined(readersOf(account.topology, cost.topic))});
    }
    return rows;
}

std::vector<Row> sumRows(const CostAccount &account, CostsBy by)
{
    std::vector<Row> rows;
    for (const auto &[name, sum] : sumsBy(account, by))
        rows.push_back({name, std::to_string(sum.topics), std::to_string(sum.incomplete),
                        cellOf(sum.forPartitions), cellOf(sum.forVolume), cellOf(sum.amount()),
                        account.prices.currency});
    return rows;
}

} // namespace

std::string costsJson(const CostAccount &account, CostsBy by)
{
    Json json = versioned();
    json["environment"] = account.environment.empty() ? Json(nullptr) : Json(account.environment);
    json["currency"] = account.prices.currency;
    json["prices"] = {{"partition", orNull(account.prices.partition)},
                      {"gibibyte", orNull(account.prices.gibibyte)}};
    json["by"] = nameOf(by);
    json["items"] = itemsJson(account, by);
    json["total"] = sumJson(cost::sumOf(account.costs));
    return printed(json);
}

std::string costsCsv(const CostAccount &account, CostsBy by)
{
    if (by == CostsBy::Topic)
        return csv({"topic", "context", "domain", "partitions", "replicas", "bytes",
                    "for partitions", "for volume", "cost", "currency", "unknown", "readers"},
                   topicRows(account));
    return csv({std::string(nameOf(by)), "topics", "incomplete", "for partitions", "for volume",
                "cost", "currency"},
               sumRows(account, by));
}

std::string amountText(double amount)
{
    constexpr double smallest = 0.01;
    if (amount > 0 && amount < smallest)
        return "<0.01";
    char text[64];
    std::snprintf(text, sizeof text, "%.2f", amount);
    return text;
}

std::string sumText(const cost::Sum &sum, const std::string &currency)
{
    const auto amount = sum.amount();
    std::string text = amount ? currency + ' ' + amountText(*amount) : std::string("unknown");
    std::string gaps;
    for (const auto &[gap, topics] : sum.gaps)
        gaps += (gaps.empty() ? "" : ", ") + std::string(describe(gap)) +
                (sum.topics == 1 ? "" : " of " + std::to_string(topics));
    return gaps.empty() ? text : text + " (" + gaps + ")";
}

} // namespace meshwright::report
