// SPDX-License-Identifier: Apache-2.0
// What the rules are, and the page of each.
#include "commands.h"
#include "terminal.h"

#include "meshwright/lint/lint.h"
#include "meshwright/lint/rulepage.h"

#include <filesystem>

namespace meshwright::mw {

namespace {

int writePages(const std::string &folder)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    for (const Rule &rule : rules()) {
        const auto path = std::filesystem::path(folder) / (pageName(rule) + ".md");
        if (const auto written = deliver(pageMarkdown(rule), path.string()); !written) {
            sayError(written.error());
            return exitCodeFor(written.error());
        }
    }
    return Fine;
}

} // namespace

int runRules(const Options &options)
{
    if (!options.pages.empty())
        return writePages(options.pages);
    std::string text = ruleTable();
    if (!options.rule.empty()) {
        const Rule *rule = findRule(options.rule);
        if (!rule) {
            const auto meant = nearestRule(options.rule);
            sayError(Error{Error::Code::NotFound,
                           "There is no rule '" + options.rule + "'." +
                               (meant ? " Did you mean '" + *meant + "'?" : ""),
                           {}});
            return Usage;
        }
        text = pageMarkdown(*rule);
    }
    const auto written = deliver(text, options.output);
    if (written)
        return Fine;
    sayError(written.error());
    return exitCodeFor(written.error());
}

} // namespace meshwright::mw
