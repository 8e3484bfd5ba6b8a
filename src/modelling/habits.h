// SPDX-License-Identifier: Apache-2.0
// What a spec's author would write: looked up among what stands there already.
#pragma once

#include "meshwright/modelling/channelid.h"
#include "meshwright/result.h"
#include "meshwright/yaml/write.h"

#include <string>

namespace meshwright::modelling {

/// The map of a channel's Kafka binding that holds this setting, or would: the one that has it, the
/// first one that is there, that of another channel of the spec, or the binding's official one.
std::string settingsMapOf(const asyncapi::Files &files, const ChannelId &channel,
                          const std::string &key);

/// The setting as it is written in that map. Invalid where no broker takes the value.
Result<yaml::Value> valueOfSetting(const std::string &key, const std::string &value,
                                   const std::string &map);
/// The setting as it reads back: a list's items joined by commas.
std::string textOfSetting(const std::string &key, const std::string &value);

} // namespace meshwright::modelling
