// SPDX-License-Identifier: Apache-2.0
// The commands about clusters: plans, runs and what they leave, specs from elsewhere.
#include "usage.h"

namespace meshwright::mw {

namespace {

void addPrune(CLI::App *app, Options &options)
{
    app->add_flag("--prune{all}", options.prune,
                  "also plan deletes, within the rules of docs/plan.md: all, or those of\n"
                  "--prune=topics,access,settings,schemas");
}

} // namespace

CLI::App *addPlan(CLI::App &mw, Options &options)
{
    CLI::App *app =
        addCommand(mw, options, "plan", "Compare the specs with a cluster; write nothing",
                   "  mw plan --env sandbox\n"
                   "  mw plan --env production -o plan.json --detailed-exitcode");
    addFormat(app, options, {"text", "json"});
    addEnvironment(app, options, true);
    addOutput(app, options, "keep the plan in a file, for review and for 'mw apply FILE'");
    addPrune(app, options);
    app->add_flag("--detailed-exitcode", options.detailedExitCode,
                  "end with 2 where there are changes");
    return app;
}

CLI::App *addApply(CLI::App &mw, Options &options)
{
    CLI::App *app = addCommand(mw, options, "apply", "Carry a plan out",
                               "  mw apply --env sandbox            plan, show, apply\n"
                               "  mw apply plan.json --yes          a plan kept before\n"
                               "  mw apply --env production --confirm production\n"
                               "  mw apply --resume JOURNAL         what a run left undone");
    addFormat(app, options, {"text", "json"});
    addEnvironment(app, options, false);
    app->add_option("--workspace", options.workspace,
                    "with a kept plan: the folder whose meshwright.yaml describes its environment")
        ->type_name("DIR");
    app->add_option("--resume", options.resume, "go on with the run of this journal")
        ->type_name("JOURNAL")
        ->check(notEmpty());
    addPrune(app, options);
    app->add_flag("--yes", options.yes, "do not ask (a 'prod' environment needs --confirm)");
    app->add_option("--confirm", options.confirm, "the name of a guarded environment, typed out")
        ->type_name("NAME");
    app->add_option("--consent", options.consents,
                    "a topic that may be deleted although it is in use; once for each")
        ->type_name("TOPIC")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    addOutput(app, options, "write the report there instead of standard output");
    return app;
}

CLI::App *addExport(CLI::App &mw, Options &options)
{
    CLI::App *app = addCommand(
        mw, options, "export", "Write specs of what a cluster holds; change nothing on it",
        "  mw export --env production --domain acme.finance.sales -o sales.yaml\n"
        "  mw export --env production --domain acme -o .      a spec for each context");
    app->add_option("--env", options.environment, "whose cluster is read")
        ->type_name("NAME")
        ->required();
    app->add_option("--domain", options.domain, "a context, or a domain: all contexts below it")
        ->type_name("ID")
        ->required()
        ->check(notEmpty());
    addFormat(app, options, {"text", "json"});
    addOutput(app, options, "a file that ends with .yaml, for one context; or a folder");
    return app;
}

CLI::App *addDrift(CLI::App &mw, Options &options)
{
    CLI::App *app =
        addCommand(mw, options, "drift", "Tell where a cluster is out of step, whoever moved",
                   "  mw drift --env production\n"
                   "  mw drift --env production --format json   ends with 2 where it is\n"
                   "  mw drift --env production --adopt acme.shop._public.order:retention.ms");
    addFormat(app, options, {"text", "json"});
    addEnvironment(app, options, true);
    app->add_option("--adopt", options.adopted,
                    "let the specs say what the cluster has of this topic, or of one of its "
                    "settings, partitions or replicas, or of this ACL; as often as there are such")
        ->type_name("RESOURCE[:SETTING]")
        ->check(notEmpty());
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addJournals(CLI::App &mw, Options &options)
{
    CLI::App *app = mw.add_subcommand(
        "journals", "List the runs of 'mw apply' and the window that did not end");
    app->footer("For example:\n"
                "  mw journals                      what was left undone\n"
                "  mw journals --discard JOURNAL    nobody goes on with it");
    app->add_flag("--all", options.all, "those that ended too");
    app->add_option("--discard", options.discard, "close this one, without going on with its run")
        ->type_name("JOURNAL")
        ->check(notEmpty());
    addFormat(app, options, {"text", "json"});
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addUndo(CLI::App &mw, Options &options)
{
    CLI::App *app = mw.add_subcommand("undo", "Plan what takes back what a run did");
    app->footer("For example:\n"
                "  mw undo JOURNAL -o back.json && mw apply back.json\n"
                "It only plans. What can't be taken back is listed, with the reason.");
    app->add_option("journal", options.target, "of the run; 'mw apply' names it")->required();
    app->add_option("--workspace", options.workspace,
                    "the folder whose meshwright.yaml describes its environment")
        ->type_name("DIR");
    app->add_flag("--prune{topics}", options.prune,
                  "also delete the topics that it made, with their records");
    addFormat(app, options, {"text", "json"});
    addOutput(app, options, "keep the plan in a file, for review and for 'mw apply FILE'");
    return app;
}

CLI::App *addAudit(CLI::App &mw, Options &options)
{
    CLI::App *app = mw.add_subcommand("audit", "Tell who applied what, when and where");
    app->footer("For example:\n  mw audit\n  mw audit --verify --format json");
    app->add_flag("--verify", options.verify,
                  "end with 1 where the trail is not as it was written");
    app->add_option("--file", options.file, "another trail than this user's")->type_name("FILE");
    addFormat(app, options, {"text", "json"});
    addOutput(app, options, "write there instead of standard output");
    return app;
}

CLI::App *addKeychain(CLI::App &mw)
{
    CLI::App *app = mw.add_subcommand("keychain", "Keep secrets for ${keychain:NAME} in settings");
    app->footer("For example:\n"
                "  mw keychain set kafka-production                  asks for it\n"
                "  pass kafka | mw keychain set kafka-production     takes it from a pipe");
    app->require_subcommand(1);
    return app;
}

CLI::App *addKeychainDeed(CLI::App &keychain, Options &options, const std::string &deed,
                          const std::string &what)
{
    CLI::App *app = keychain.add_subcommand(deed, what);
    app->add_option("name", options.secret, "what settings call it")->required()->check(notEmpty());
    return app;
}

CLI::App *addImport(CLI::App &mw, Options &options)
{
    CLI::App *app = mw.add_subcommand("import", "Make specs of what another tool describes");
    app->add_option("tool", options.tool, "whose files they are")
        ->check(CLI::IsMember({"julie"}))
        ->required();
    app->add_option("path", options.sources, "descriptors, or folders of them")->required();
    app->add_option("--properties", options.properties,
                    "the other tool's own settings, for its formats of names")
        ->type_name("FILE");
    addFormat(app, options, {"text", "json"});
    app->add_option("-o,--output", options.output,
                    "a folder for the new workspace, which is made; without it nothing is written")
        ->type_name("DIR");
    app->footer("For example:\n"
                "  mw import julie topologies                what would become of them\n"
                "  mw import julie topologies --properties julie.properties -o specs");
    return app;
}

} // namespace meshwright::mw
