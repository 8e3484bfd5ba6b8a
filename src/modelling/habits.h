// SPDX-License-Identifier: Apache-2.0
// What a spec's author would write: looked up among what stands there already.
#pragma once

#include "meshwright/modelling/channelid.h"
#include "meshwright/yaml/write.h"

#include <string>
#include <vector>

namespace meshwright::modelling {

/// The map of a channel's Kafka binding that holds this setting, or would: the one that has it, the
/// first one that is there, that of another channel of the spec, or the binding's official one.
std::string settingsMapOf(const Workspace &workspace, const ChannelId &channel,
                          const std::string &key);

/// `compact, delete` → its items.
std::vector<std::string> splitList(const std::string &text);
std::string joined(const std::vector<std::string> &items);
yaml::Value::Items itemsOf(const std::vector<std::string> &texts);

/// A number or a truth value as such, anything else as a text.
yaml::Value settingValue(const std::string &text);

} // namespace meshwright::modelling
