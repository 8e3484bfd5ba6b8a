// SPDX-License-Identifier: Apache-2.0
#include "workspace/settingsreader.h"

namespace meshwright {

PriceList readCosts(SettingsReader &reader, const yaml::Node &node)
{
    PriceList costs;
    for (const auto &entry :
         reader.entries(node, "costs", {"currency", "partition", "gibibyte", "environment"})) {
        const auto key = reader.key(entry);
        const auto where = "costs." + key;
        if (key == "currency")
            reader.readText(*entry.value, where, costs.currency);
        else if (key == "partition")
            reader.readPrice(*entry.value, where, costs.partition);
        else if (key == "gibibyte")
            reader.readPrice(*entry.value, where, costs.gibibyte);
        else if (key == "environment")
            reader.readText(*entry.value, where, costs.environment);
    }
    if (costs.currency.empty())
        reader.problem(node, "'costs' needs a 'currency', such as EUR.");
    return costs;
}

} // namespace meshwright
