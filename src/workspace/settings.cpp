// SPDX-License-Identifier: Apache-2.0
#include "meshwright/workspace/settings.h"

#include "meshwright/conformance/conformance.h"
#include "meshwright/workspace/policies.h"
#include "text/suggestion.h"
#include "workspace/glossaryreader.h"
#include "workspace/settingsreader.h"
#include "workspace/slicereader.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace meshwright {

namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

void readVersion(SettingsReader &reader, const yaml::Node &node)
{
    if (node.asInteger() != 1)
        reader.problem(node, "This Meshwright reads version 1 of the settings. Write 'version: 1', "
                             "or use a newer Meshwright.");
}

/// A path from this folder, in its normal form; nothing, and a problem, where it is of one machine.
std::optional<std::string> readPath(SettingsReader &reader, const yaml::Node &node,
                                    const std::string &text, const std::string &example)
{
    const auto path = std::filesystem::path(text).lexically_normal();
    if (!path.is_absolute())
        return path.generic_string();
    reader.problem(node, "'" + path.generic_string() +
                             "' is a path of one machine alone: write it from this folder, as " +
                             example + ".");
    return std::nullopt;
}

/// In place, or the path of its file, which the workspace reads.
void readGlossarySetting(SettingsReader &reader, const yaml::Node &node, Settings &settings)
{
    if (!node.isScalar() || node.isNull()) {
        settings.glossary = readGlossary(reader, node, settingsFileName);
        return;
    }
    if (auto path = readPath(reader, node, std::string(*node.scalarText()), "../glossary.yaml"))
        settings.glossaryFile = {std::move(*path), {settingsFileName, node.resolved().range}};
}

/// `builtin:pii`, or a path from the folder of the settings.
void readPolicyFiles(SettingsReader &reader, const yaml::Node &node, Settings &settings)
{
    std::vector<std::string> names;
    for (const std::string_view each : builtinPolicies())
        names.push_back(std::string(builtinPrefix) + std::string(each));
    if (!node.isSequence() && !node.isNull())
        return reader.problem(node, "'policies' must be a list of files: paths from this folder, "
                                    "or one of: " +
                                        joined(names) + ".");
    for (const auto *item : node.resolved().items) {
        std::string path;
        reader.readText(*item, "policies", path);
        const bool isBuiltin = path.starts_with(builtinPrefix);
        if (isBuiltin && std::find(names.begin(), names.end(), path) == names.end()) {
            reader.problem(*item, "No policy file '" + path + "' is built in." +
                                      didYouMean(nearest(path, names)) +
                                      " There are: " + joined(names) + ".");
            continue;
        }
        if (!isBuiltin) {
            auto own = readPath(reader, *item, path, "../policies/company.yaml");
            if (!own)
                continue;
            path = std::move(*own);
        }
        const bool isRepeated = std::any_of(settings.policies.begin(), settings.policies.end(),
                                            [&](const auto &each) { return each.path == path; });
        if (isRepeated)
            reader.problem(*item, "'" + path + "' is named twice: once is enough.");
        else if (!path.empty())
            settings.policies.push_back({path, {settingsFileName, item->resolved().range}});
    }
}

void readSkipped(SettingsReader &reader, const yaml::Node &node, Settings &settings)
{
    std::vector<std::string> advice;
    for (const Rule &rule : conformance::rules())
        if (rule.isAdvice)
            advice.emplace_back(rule.id);
    reader.readTexts(node, "checks.skip", settings.skippedAdvice);
    for (const auto *item : node.resolved().items) {
        const auto text = std::string(item->scalarText().value_or(""));
        if (!text.empty() && std::find(advice.begin(), advice.end(), text) == advice.end())
            reader.problem(*item, "'" + text +
                                      "' is no rule of advice; only those can be skipped." +
                                      didYouMean(nearest(text, advice)));
    }
}

void readSeverities(SettingsReader &reader, const yaml::Node &node, Settings &settings)
{
    const std::string where = "checks.severity";
    for (const auto &entry : reader.entries(node, where)) {
        SeverityChoice choice{reader.key(entry), {}, entry.key->range, entry.value->range};
        const auto named = reader.readChoice(*entry.value, where + "." + choice.rule,
                                             {"error", "warning", "info", "off"});
        if (!named)
            continue;
        if (*named < 3)
            choice.severity = static_cast<Severity>(*named);
        settings.severities.push_back(std::move(choice));
    }
}

void readChecks(SettingsReader &reader, const yaml::Node &node, Settings &settings)
{
    for (const auto &entry : reader.entries(node, "checks", {"advice", "skip", "severity"})) {
        const auto key = reader.key(entry);
        if (key == "skip")
            readSkipped(reader, *entry.value, settings);
        else if (key == "severity")
            readSeverities(reader, *entry.value, settings);
        else if (key == "advice")
            if (const auto choice = reader.readChoice(*entry.value, "checks.advice", {"on", "off"}))
                settings.advice = *choice == 0;
    }
}

void readRoot(SettingsReader &reader, const yaml::Node &root, Settings &settings)
{
    for (const auto &entry :
         reader.entries(root, settingsFileName,
                        {"version", "organisation", "naming", "controlPlane", "checks", "policies",
                         "slices", "glossary", "terminology", "environments", "costs"})) {
        const auto key = reader.key(entry);
        const auto &value = *entry.value;
        if (key == "version")
            readVersion(reader, value);
        else if (key == "organisation")
            reader.readText(value, key, settings.convention.organisation);
        else if (key == "naming")
            readNaming(reader, value, settings);
        else if (key == "controlPlane")
            reader.readTexts(value, key, settings.controlPlane);
        else if (key == "checks")
            readChecks(reader, value, settings);
        else if (key == "policies")
            readPolicyFiles(reader, value, settings);
        else if (key == "slices")
            settings.slices = readSlices(reader, value);
        else if (key == "glossary")
            readGlossarySetting(reader, value, settings);
        else if (key == "terminology")
            reader.readText(value, key, settings.terminology);
        else if (key == "environments")
            settings.environments = readEnvironments(reader, value);
        else if (key == "costs")
            settings.costs = readCosts(reader, value);
    }
}

void checkCostsEnvironment(SettingsReader &reader, const Settings &settings)
{
    if (!settings.costs || settings.costs->environment.empty() ||
        settings.environment(settings.costs->environment))
        return;
    std::vector<std::string> names;
    for (const Environment &each : settings.environments)
        names.push_back(each.name);
    const auto *costs = settings.document->root()->find("costs");
    const auto *name = costs ? costs->resolved().find("environment") : nullptr;
    reader.problem(name ? *name : *settings.document->root(),
                   "There is no environment '" + settings.costs->environment +
                       "' to reckon costs for." +
                       didYouMean(nearest(settings.costs->environment, names)));
}

} // namespace

const Environment *Settings::environment(std::string_view name) const
{
    const auto found = std::find_if(environments.begin(), environments.end(),
                                    [&](const Environment &each) { return each.name == name; });
    return found == environments.end() ? nullptr : &*found;
}

Settings readSettings(const yaml::DocumentPtr &document, std::vector<SettingsProblem> &problems)
{
    Settings settings;
    settings.document = document;
    SettingsReader reader(problems);
    if (document && document->root())
        readRoot(reader, *document->root(), settings);
    const auto sandbox = sandboxEnvironment();
    if (!settings.environment(sandbox.name))
        settings.environments.insert(settings.environments.begin(), sandbox);
    checkCostsEnvironment(reader, settings);
    return settings;
}

} // namespace meshwright
