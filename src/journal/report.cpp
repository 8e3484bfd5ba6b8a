// SPDX-License-Identifier: Apache-2.0
#include "meshwright/journal/report.h"

#include "report/json.h"

namespace meshwright::journal {

using report::Json;

std::string journalsJson(const Journals &journals)
{
    Json list = Json::array();
    for (const auto &record : journals.records) {
        const auto &head = record.head;
        list.push_back({{"journal", record.path.string()},
                        {"state", record.isRunning ? "running"
                                  : record.ending  ? nameOf(*record.ending)
                                                   : "unfinished"},
                        {"environment", head.plan.environment},
                        {"clusterId", head.plan.clusterId},
                        {"user", head.by.user},
                        {"host", head.by.host},
                        {"pid", head.by.pid},
                        {"started", head.started},
                        {"items", head.plan.items.size()},
                        {"done", doneCount(record)},
                        {"inFlight", Json(record.inFlight)}});
    }
    Json faults = Json::array();
    for (const auto &fault : journals.faults)
        faults.push_back({{"journal", fault.where}, {"message", fault.message}});
    Json json = report::versioned();
    json["journals"] = list;
    json["unreadable"] = faults;
    return report::printed(json);
}

} // namespace meshwright::journal
