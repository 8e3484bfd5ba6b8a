// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/suggestion.h"

#include <google/protobuf/descriptor.pb.h>

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::schema::protobuf {

/// The messages and enums of a file: their own names, and those with the package.
void collectNames(const google::protobuf::FileDescriptorProto &file,
                  std::vector<std::string> &names);

/// Which name was meant, where libprotobuf says that one is not defined; else empty.
std::string suggestionFor(const std::string &message, const std::vector<std::string> &names,
                          Suggestions &suggestions);

/// Brackets nested beyond what people write. libprotobuf reads option values by recursion, without
/// a bound.
bool isTooDeep(std::string_view text);

} // namespace meshwright::schema::protobuf
