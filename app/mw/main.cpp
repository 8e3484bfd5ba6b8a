// SPDX-License-Identifier: Apache-2.0
// mw: what the window does, without a window. Exit codes and formats: docs/formats.md.
#include "commands.h"
#include "terminal.h"
#include "usage.h"

#include <functional>
#include <iostream>

#include <fcntl.h>
#include <unistd.h>

namespace meshwright::mw {

namespace {

using Run = int (*)(const Options &);

struct Command
{
    CLI::App *app = nullptr;
    Run run = nullptr;
};

CLI::App *addCheck(CLI::App &mw, Options &options)
{
    CLI::App *app = addCommand(mw, options, "check", "Find what is wrong with the specs",
                               "  mw check                          every spec below this folder\n"
                               "  mw check finance/sales.yaml       one spec\n"
                               "  mw check --format sarif -o out.sarif");
    addFormat(app, options, {"text", "json", "sarif", "junit"});
    app->add_option("--severity", options.severity, "show this severity and worse")
        ->check(CLI::IsMember({"error", "warning", "info"}))
        ->capture_default_str();
    app->add_option("--rules", options.rules, "which rules")
        ->check(CLI::IsMember({"asyncapi", "conventions", "policies", "all"}))
        ->capture_default_str();
    app->add_flag("--suppressed", options.suppressed,
                  "also list the findings that comments allow, with their reasons");
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addState(CLI::App &mw, Options &options, const std::string &name, const std::string &what)
{
    CLI::App *app = addCommand(mw, options, name, what,
                               "  mw " + name + " --env production\n  mw " + name +
                                   " finance/sales.yaml --format json");
    addFormat(app, options, {"text", "json"});
    addEnvironment(app, options, false);
    addOutput(app, options, "write there instead of standard output");
    return app;
}

/// A variable of a script that is not set must not ask another question.
CLI::App *addAccess(CLI::App &mw, Options &options)
{
    CLI::App *app =
        addCommand(mw, options, "access", "Tell who can do what, and why",
                   "  mw access --topic acme.finance.campaign._public.sale\n"
                   "  mw access --principal acme.finance.ledger --env production --source cluster\n"
                   "  mw access --env production --source both    what differs, and why");
    CLI::Option *topic = app->add_option("--topic", options.topic, "who can read or write it")
                             ->type_name("TOPIC")
                             ->check(notEmpty());
    app->add_option("--principal", options.principal,
                    "what it can read or write; a bounded context's id stands for its principal")
        ->type_name("PRINCIPAL")
        ->check(notEmpty())
        ->excludes(topic);
    addEnvironment(app, options, false);
    app->add_option("--source", options.source, "whose access rules decide")
        ->check(CLI::IsMember({"specs", "cluster", "both"}))
        ->capture_default_str();
    addFormat(app, options, {"text", "json", "csv", "html"});
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addAccessExport(CLI::App &access, Options &options)
{
    CLI::App *app = addCommand(
        access, options, "export", "Write the access that the specs ask for otherwise",
        "  mw access export --format confluent-rbac --env production -o roles.json\n"
        "  mw access export --format msk-iam --env production --cluster arn:aws:kafka:…");
    app->add_option("--format", options.format,
                    "role bindings of Confluent's MDS, or policies of AWS IAM for Amazon MSK")
        ->check(CLI::IsMember({"confluent-rbac", "msk-iam"}))
        ->required();
    addEnvironment(app, options, true);
    app->add_option("--cluster", options.cluster,
                    "the cluster's id (confluent-rbac: expectedClusterId otherwise), or its ARN")
        ->type_name("ID|ARN");
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addRequests(CLI::App &mw, Options &options)
{
    CLI::App *app = addCommand(mw, options, "requests", "List who waits for whose grant",
                               "  mw requests --owner acme.finance\n"
                               "  mw requests --format markdown -o request.md");
    app->add_option("--owner", options.owner, "only what this context, or domain, is asked for")
        ->type_name("CONTEXT|DOMAIN")
        ->check(notEmpty());
    addFormat(app, options, {"text", "json", "markdown"});
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addSlices(CLI::App &mw, Options &options)
{
    CLI::App *app =
        addCommand(mw, options, "slices",
                   "Tell what belongs to each context, and whether it is named after it",
                   "  mw slices                              every context\n"
                   "  mw slices finance --format markdown    a table");
    addFormat(app, options, {"text", "json", "markdown"});
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addGlossary(CLI::App &mw, Options &options)
{
    CLI::App *app = addCommand(mw, options, "glossary",
                               "List the company's words: what they mean and where they are used",
                               "  mw glossary                                    terms and tags\n"
                               "  mw glossary --format markdown -o glossary.md");
    addFormat(app, options, {"text", "json", "markdown"});
    addOutput(app, options, "write there instead of standard output");
    return app;
}

/// A number of edges, or all of them.
CLI::Validator hopsCheck()
{
    return CLI::Validator(
        [](const std::string &text) {
            return text == "all" ? std::string() : CLI::Range(0, 1000)(text);
        },
        "");
}

CLI::App *addGraph(CLI::App &mw, Options &options)
{
    CLI::App *app =
        addCommand(mw, options, "graph", "Draw who produces and who consumes",
                   "  mw graph --format svg -o company.svg\n"
                   "  mw graph --format html -o company.html\n"
                   "  mw graph --format json --observe production\n"
                   "  mw graph --format eventcatalog -o catalogue\n"
                   "  mw graph --format mermaid --focus acme.finance.ledger --hops all\n"
                   "  mw graph --format drawio --view 'Personal data' -o pii.drawio");
    app->add_option("--format", options.format, "how to write the graph")
        ->check(
            CLI::IsMember({"json", "dot", "svg", "mermaid", "html", "drawio", "markdown",
                           "structurizr", "plantuml", "pdf", "png", "eventcatalog", "backstage"}))
        ->required();
    CLI::Option *view =
        app->add_option("--view", options.view, "only what a view of meshwright.views.yaml shows")
            ->type_name("NAME");
    CLI::Option *focus =
        app->add_option("--focus", options.focus, "only this bounded context and those near it")
            ->type_name("CONTEXT")
            ->excludes(view);
    app->add_option("--hops", options.hops, "how near, in edges; or all")
        ->type_name("N|all")
        ->needs(focus)
        ->check(hopsCheck())
        ->capture_default_str();
    app->add_option("--direction", options.direction,
                    "towards those its data comes from, those that read it, or both")
        ->needs(focus)
        ->check(CLI::IsMember({"upstream", "downstream", "both"}))
        ->capture_default_str();
    app->add_option(
           "--layout", options.layout,
           "svg, html, drawio: how contexts are placed; columns keeps what was placed by hand")
        ->check(CLI::IsMember({"columns", "flow", "force", "grid"}))
        ->capture_default_str();
    CLI::Option *observe =
        app->add_option("--observe", options.observe,
                        "also show who reads on this environment's cluster, and where specs and "
                        "cluster disagree")
            ->type_name("ENVIRONMENT");
    app->add_option("--since", options.since,
                    "svg, html: what was added, removed or changed since a branch, tag or commit")
        ->type_name("REVISION")
        ->excludes(observe);
    app->add_option("--picture", options.picture, "markdown: a picture of the graph to show")
        ->type_name("FILE");
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addCosts(CLI::App &mw, Options &options)
{
    CLI::App *app = addCommand(mw, options, "costs", "Reckon what topics cost in a month",
                               "  mw costs                              each topic\n"
                               "  mw costs --by context --env production\n"
                               "  mw costs --by domain --format csv -o costs.csv");
    app->add_option("--env", options.environment,
                    "whose overrides count; the one that 'costs' of meshwright.yaml names where "
                    "not given")
        ->type_name("NAME");
    app->add_option("--by", options.by, "what has a line")
        ->check(CLI::IsMember({"topic", "context", "domain"}))
        ->capture_default_str();
    addFormat(app, options, {"text", "json", "csv"});
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addConvert(CLI::App &mw, Options &options)
{
    CLI::App *app = addCommand(mw, options, "convert", "Bring a spec of AsyncAPI 2 to AsyncAPI 3",
                               "  mw convert finance/sales.yaml             to standard output\n"
                               "  mw convert finance/sales.yaml --write     the file itself\n"
                               "  mw convert finance/sales.yaml --check     only say what is lost");
    app->add_option("--to", options.to, "the version of AsyncAPI, 3.0.0 where not given")
        ->check(CLI::IsMember({"3.0.0", "3.1.0"}));
    CLI::Option *write =
        app->add_flag("--write", options.write,
                      "write the file, and references of other files that lead into it");
    app->add_flag("--check", options.check,
                  "write nothing; end with 2 where the spec can be converted")
        ->excludes(write);
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addDiff(CLI::App &mw, Options &options)
{
    CLI::App *app = mw.add_subcommand(
        "diff", "Tell what changed in contexts, topics, access and schemas, and what breaks");
    app->add_option("base", options.base,
                    "what to compare with: a branch, a tag, a commit; or a folder")
        ->required();
    app->add_option("target", options.target, "a workspace folder, or one spec of it")
        ->capture_default_str();
    app->footer("For example:\n"
                "  mw diff main                          what this working tree changes\n"
                "  mw diff v1.2 finance --to v1.3        from one release to the next\n"
                "  mw diff origin/main --fail-on breaking --format json\n"
                "  mw diff old/specs new/specs           two folders, without Git\n"
                "A BASE that is a folder is read as one: write refs/heads/NAME for a branch of "
                "that name.");
    app->add_option("--to", options.to, "compare with this revision, not with the working tree")
        ->type_name("REVISION");
    app->add_option("--format", options.format, "how to write the result: markdown, or json")
        ->check(CLI::IsMember({"markdown", "json"}));
    app->add_option("--fail-on", options.failOn, "end with 1 where there are such changes")
        ->check(CLI::IsMember({"breaking", "any", "none"}))
        ->capture_default_str();
    app->add_option("--compatibility", options.compatibility,
                    "which schema changes break: those that fail readers of old records "
                    "(backward), readers with old schemas (forward), or either (full)")
        ->check(CLI::IsMember({"backward", "forward", "full"}))
        ->capture_default_str();
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addPolicies(CLI::App &mw, Options &options)
{
    CLI::App *app =
        addCommand(mw, options, "policies", "Tell what the policies mean for the topics",
                   "  mw policies\n"
                   "  mw policies --env production --format markdown -o policies.md\n"
                   "  mw policies --format csv             quality rules too, for who runs them");
    addFormat(app, options, {"text", "json", "csv", "markdown"});
    addEnvironment(app, options, false);
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addRules(CLI::App &mw, Options &options)
{
    CLI::App *app = mw.add_subcommand("rules", "List the rules, or explain one");
    app->add_option("rule", options.rule, "such as naming/style");
    app->add_option("--pages", options.pages, "write docs/rules/*.md")->group("");
    app->footer("For example:\n  mw rules\n  mw rules naming/style");
    addOutput(app, options, "write there instead of standard output");
    return app;
}

/// For who works on Meshwright: the help does not list it.
CLI::App *addReference(CLI::App &mw, Options &options)
{
    CLI::App *app = mw.add_subcommand("reference", "Write docs/reference.md");
    app->group("");
    addOutput(app, options, "write there instead of standard output");
    return app;
}

int run(int argc, char **argv)
{
    CLI::App mw(
        "Checks, draws and provisions the AsyncAPI specs of bounded contexts on Apache Kafka.",
        "mw");
    mw.footer(
        "Start with:\n"
        "  mw check DIR              what is wrong, and what to do about it\n"
        "  mw plan DIR --env NAME    what a cluster lacks\n"
        "  mw apply DIR --env NAME   bring it in step\n"
        "'mw COMMAND --help' says more. Exit codes: 0 fine, 1 errors found or an item failed, "
        "2 changes,\n64 wrong usage, 65 unreadable input, 69 cluster unavailable, 70 a defect "
        "of mw.");
    mw.require_subcommand(1);
    mw.set_version_flag("--version", "mw " MESHWRIGHT_VERSION);
    Options options;
    CLI::App *access = addAccess(mw, options);
    CLI::App *keychain = addKeychain(mw);
    const std::vector<Command> commands = {
        {addAccessExport(*access, options), runAccessExport},
        {addCheck(mw, options), runCheck},
        {addState(mw, options, "acls", "List the ACLs that the specs ask for"), runAcls},
        {addState(mw, options, "topics", "List the topics that the specs ask for"), runTopics},
        {access, runAccess},
        {addRequests(mw, options), runRequests},
        {addSlices(mw, options), runSlices},
        {addGlossary(mw, options), runGlossary},
        {addGraph(mw, options), runGraph},
        {addPolicies(mw, options), runPolicies},
        {addCosts(mw, options), runCosts},
        {addConvert(mw, options), runConvert},
        {addExport(mw, options), runExport},
        {addImport(mw, options), runImport},
        {addPlan(mw, options), runPlan},
        {addApply(mw, options), runApply},
        {addDrift(mw, options), runDrift},
        {addJournals(mw, options), runJournals},
        {addUndo(mw, options), runUndo},
        {addAudit(mw, options), runAudit},
        {addKeychainDeed(*keychain, options, "set", "Store a secret, or replace it"),
         runKeychainSet},
        {addKeychainDeed(*keychain, options, "delete", "Take a secret out"), runKeychainDelete},
        {addDiff(mw, options), runDiff},
        {addRules(mw, options), runRules},
        {addReference(mw, options), runReference}};
    try {
        mw.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return mw.exit(error) == 0 ? Fine : Usage;
    }
    for (const Command &command : commands)
        if (command.app->parsed())
            return command.run(options);
    return Usage;
}

/// A closed standard stream must not become a file or a connection that is opened later. Opened the
/// wrong way around, its use still fails.
void keepStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (fcntl(stream, F_GETFD) < 0)
            open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

} // namespace

} // namespace meshwright::mw

int main(int argc, char **argv)
{
    meshwright::mw::keepStandardStreams();
    try {
        return meshwright::mw::run(argc, argv);
    } catch (const std::exception &fault) {
        std::cerr << "mw: this is a defect of ours, please report it: " << fault.what() << '\n';
        return meshwright::mw::Defect;
    }
}
