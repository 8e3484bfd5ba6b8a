// SPDX-License-Identifier: Apache-2.0
#include "meshwright/workspace/settings.h"

#include "meshwright/conformance/conformance.h"
#include "text/suggestion.h"
#include "workspace/settingsreader.h"

#include <algorithm>
#include <utility>

namespace meshwright {

namespace {

void readVersion(SettingsReader &reader, const yaml::Node &node)
{
    if (node.asInteger() != 1)
        reader.problem(node, "This Meshwright reads version 1 of the settings. Write 'version: 1', "
                             "or use a newer Meshwright.");
}

void readGlossary(SettingsReader &reader, const yaml::Node &node, Settings &settings)
{
    if (!node.isSequence()) {
        if (!node.isNull())
            reader.problem(node, "'glossary' must be a list of terms: '- term: …', "
                                 "'description: …'.");
        return;
    }
    for (const auto *item : node.resolved().items) {
        GlossaryTerm term;
        term.place = {settingsFileName, item->resolved().range};
        for (const auto &entry : reader.entries(*item, "glossary", {"term", "description"})) {
            const auto key = reader.key(entry);
            if (key == "term")
                reader.readText(*entry.value, "glossary.term", term.term);
            else if (key == "description")
                reader.readText(*entry.value, "glossary.description", term.description);
        }
        if (term.term.empty())
            reader.problem(*item, "A glossary entry needs a 'term'.");
        else
            settings.glossary.push_back(std::move(term));
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
    for (const auto &entry : reader.entries(root, settingsFileName,
                                            {"version", "organisation", "naming", "controlPlane",
                                             "checks", "glossary", "environments"})) {
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
        else if (key == "glossary")
            readGlossary(reader, value, settings);
        else if (key == "environments")
            settings.environments = readEnvironments(reader, value);
    }
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
    if (document && document->root()) {
        SettingsReader reader(problems);
        readRoot(reader, *document->root(), settings);
    }
    const auto sandbox = sandboxEnvironment();
    if (!settings.environment(sandbox.name))
        settings.environments.insert(settings.environments.begin(), sandbox);
    return settings;
}

} // namespace meshwright
