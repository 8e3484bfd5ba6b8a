// SPDX-License-Identifier: Apache-2.0
#include "plan/settingvalue.h"

#include "meshwright/asyncapi/settingvalue.h"

#include <algorithm>
#include <initializer_list>

namespace meshwright::plan {

namespace {

bool isOneOf(std::string_view key, std::initializer_list<std::string_view> keys)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// A default that we can't see counts as a possible decrease.
bool mayShrink(const SettingChange &change)
{
    if (!change.before || !change.after)
        return true;
    const auto before = asyncapi::settingNumber(change.key, *change.before);
    const auto after = asyncapi::settingNumber(change.key, *change.after);
    return !before || !after || *after < *before;
}

} // namespace

SettingRisk riskOf(const SettingChange &change)
{
    const auto &key = change.key;
    if (key == "cleanup.policy") {
        return {Risk::AffectsData,
                "records that the new policy does not keep are removed for good"};
    }
    if (isOneOf(key, {"retention.ms", "retention.bytes", "local.retention.ms",
                      "local.retention.bytes", "delete.retention.ms", "max.compaction.lag.ms"})) {
        if (mayShrink(change))
            return {Risk::AffectsData, "records beyond the new limit are removed for good"};
        return {};
    }
    if (key == "max.message.bytes" && mayShrink(change))
        return {Risk::AffectsData, "producers of larger records will be refused"};
    if (key == "min.insync.replicas" && mayShrink(change))
        return {Risk::AffectsData, "acknowledged records may stand on fewer replicas"};
    if (key == "unclean.leader.election.enable" && change.after &&
        asyncapi::isSameSettingValue(key, *change.after, "true"))
        return {Risk::AffectsData, "records may be lost when a leader fails"};
    if (key == "remote.storage.enable" || key == "remote.log.delete.on.disable")
        return {Risk::AffectsData, "where the topic's records are kept changes"};
    return {};
}

bool isTransientSetting(std::string_view key)
{
    return isOneOf(
        key, {"leader.replication.throttled.replicas", "follower.replication.throttled.replicas"});
}

} // namespace meshwright::plan
