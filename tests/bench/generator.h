// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace meshwright::bench {

/// The size of a company: domains × contexts in each × topics in each.
struct Shape
{
    int domains = 20;
    int contexts = 50;
    int topics = 10;
    int readsPerContext = 4;
    int grantsPerTopic = 1; ///< on protected topics
    int partitions = 6;
    std::uint32_t seed = 1;
};

/// Specs that check clean, by path: the same for the same shape.
std::map<std::string, std::string> generate(const Shape &shape);

/// One spec with this many channels, each with a message, settings and a description.
std::string generateSpec(int channels);

} // namespace meshwright::bench
