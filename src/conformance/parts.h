// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "conformance/check.h"

#include <string>
#include <vector>

namespace meshwright::conformance {

/// The parts of a document that rules visit, in the order of the text. `Everywhere`: those of the
/// components too.
enum class Scope { Root, Everywhere };

/// `servers`, `channels` and the like: at the root, and in the components.
std::vector<Value> maps(Check &check, std::string_view name, Scope scope);
/// The values of those maps; as the next one made once in a check.
const std::vector<Value> &named(Check &check, std::string_view name, Scope scope);

/// AsyncAPI 2: the operations of all channels, of each channel `subscribe` first.
const std::vector<Value> &operationsOfVersion2(Check &check, Scope scope);
/// AsyncAPI 2: the messages of these operations, alternatives one by one.
std::vector<Value> messagesOfVersion2(Check &check, const std::vector<Value> &operations);
/// The traits of an operation or a message.
std::vector<Value> traitsOf(Check &check, const Value &owner);

/// The names in braces of an address, a URL or a host.
std::vector<std::string> namesInBraces(const std::string &text);

} // namespace meshwright::conformance
