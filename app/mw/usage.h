// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "options.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

// What the commands take, and what their help says.
namespace meshwright::mw {

CLI::Validator notEmpty();
/// A command about a workspace folder, or one spec of it.
CLI::App *addCommand(CLI::App &mw, Options &options, const std::string &name,
                     const std::string &what, const std::string &example);
void addFormat(CLI::App *app, Options &options, const std::vector<std::string> &formats);
void addOutput(CLI::App *app, Options &options, const std::string &what);
void addEnvironment(CLI::App *app, Options &options, bool required);

CLI::App *addPlan(CLI::App &mw, Options &options);
CLI::App *addApply(CLI::App &mw, Options &options);
CLI::App *addExport(CLI::App &mw, Options &options);
CLI::App *addDrift(CLI::App &mw, Options &options);
CLI::App *addJournals(CLI::App &mw, Options &options);
CLI::App *addUndo(CLI::App &mw, Options &options);
CLI::App *addAudit(CLI::App &mw, Options &options);
CLI::App *addKeychain(CLI::App &mw);
CLI::App *addKeychainDeed(CLI::App &keychain, Options &options, const std::string &deed,
                          const std::string &what);
CLI::App *addImport(CLI::App &mw, Options &options);

} // namespace meshwright::mw
