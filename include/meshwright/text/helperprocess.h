// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

namespace meshwright {

struct HelperAnswer
{
    std::string output;
    int exitCode = 0; ///< 128 + the signal where one ended it
};

/// A program of ours, in the folder of the one that runs.
std::filesystem::path programBeside(std::string_view name);

/// Runs `program` without arguments: `input` to its standard input, its standard output back.
/// Killed as soon as `stop` asks (then Cancelled). Its messages go nowhere.
Result<HelperAnswer> runHelper(const std::filesystem::path &program, std::string_view input,
                               std::stop_token stop);

} // namespace meshwright
