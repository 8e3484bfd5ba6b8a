// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/referencekeys.h"

#include <array>
#include <algorithm>

namespace meshwright::asyncapi {

namespace {

template <std::size_t size>
bool isOneOf(const std::array<std::string_view, size> &words, std::string_view key)
{
    return std::find(words.begin(), words.end(), key) != words.end();
}

} // namespace

bool holdsData(std::string_view key)
{
    constexpr std::array<std::string_view, 5> words{"examples", "example", "default", "const",
                                                    "enum"};
    return isOneOf(words, key);
}

bool holdsNames(std::string_view key)
{
    constexpr std::array<std::string_view, 25> words{
        "$defs",          "channelBindings", "channels",          "correlationIds",
        "definitions",    "dependencies",    "externalDocs",      "messageBindings",
        "messageTraits",  "messages",        "operationBindings", "operationTraits",
        "operations",     "parameters",      "patternProperties", "properties",
        "replies",        "replyAddresses",  "schemas",           "securitySchemes",
        "serverBindings", "serverVariables", "servers",           "tags",
        "variables"};
    return isOneOf(words, key);
}

} // namespace meshwright::asyncapi
