// SPDX-License-Identifier: Apache-2.0
// What an apply did, item by item, as JSON.
#include "meshwright/report/report.h"

#include "report/json.h"

namespace meshwright::report {

std::string applyJson(const Plan &plan, const ApplyReport &report, const std::string &journal)
{
    Json items = Json::array();
    Json summary = {{"done", 0}, {"failed", 0}, {"stale", 0}, {"skipped", 0}, {"unknown", 0}};
    for (const ItemResult &item : report.items) {
        items.push_back(
            {{"id", item.id}, {"state", nameOf(item.state)}, {"message", item.message}});
        Json &count = summary[std::string(nameOf(item.state))];
        count = count.get<int>() + 1;
    }
    Json json = versioned();
    json["environment"] = plan.environment;
    json["clusterId"] = plan.clusterId;
    json["items"] = items;
    json["summary"] = summary;
    json["cancelled"] = report.cancelled;
    if (report.refused)
        json["refused"] = report.refused->message;
    if (report.halted)
        json["halted"] = report.halted->message;
    if (!journal.empty())
        json["journal"] = journal;
    return printed(json);
}

} // namespace meshwright::report
