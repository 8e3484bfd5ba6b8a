// SPDX-License-Identifier: Apache-2.0
#include "usage.h"

namespace meshwright::mw {

CLI::Validator notEmpty()
{
    return CLI::Validator(
        [](const std::string &text) {
            return text.empty() ? std::string("a name is needed here") : std::string();
        },
        "");
}

CLI::App *addCommand(CLI::App &mw, Options &options, const std::string &name,
                     const std::string &what, const std::string &example)
{
    CLI::App *app = mw.add_subcommand(name, what);
    app->add_option("target", options.target, "a workspace folder, or one spec of it")
        ->capture_default_str();
    app->footer("For example:\n" + example);
    return app;
}

void addFormat(CLI::App *app, Options &options, const std::vector<std::string> &formats)
{
    app->add_option("--format", options.format, "how to write the result")
        ->check(CLI::IsMember(formats))
        ->capture_default_str();
}

void addOutput(CLI::App *app, Options &options, const std::string &what)
{
    app->add_option("-o,--output", options.output, what)->type_name("FILE");
}

void addEnvironment(CLI::App *app, Options &options, bool required)
{
    app->add_option("--env", options.environment,
                    "an environment of meshwright.yaml ('sandbox' is always there)")
        ->type_name("NAME")
        ->required(required);
    app->add_option("--compat", options.compat, "follow another tool's reading of the specs")
        ->check(CLI::IsMember({"specmesh"}));
}

} // namespace meshwright::mw
