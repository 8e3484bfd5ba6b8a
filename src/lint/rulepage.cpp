// SPDX-License-Identifier: Apache-2.0
#include "meshwright/lint/rulepage.h"

#include "meshwright/lint/lint.h"
#include "meshwright/yaml/document.h"

#include <algorithm>

namespace meshwright {

std::string_view ruleText(std::string_view name); // resources/rules, embedded

namespace {

std::string textAt(const yaml::Node &root, std::string_view key)
{
    const yaml::Node *value = root.find(key);
    return value ? std::string(value->scalarText().value_or("")) : std::string();
}

std::map<std::string, std::string> textsAt(const yaml::Node &root, std::string_view key)
{
    std::map<std::string, std::string> texts;
    if (const yaml::Node *files = root.find(key))
        for (const yaml::Entry &file : files->entries)
            texts.emplace(file.key->value, file.value->value);
    return texts;
}

std::string groupName(RuleGroup group)
{
    switch (group) {
    case RuleGroup::AsyncApi:
        return "asyncapi";
    case RuleGroup::Conventions:
        return "conventions";
    case RuleGroup::Policies:
        break;
    }
    return "policies";
}

std::string languageOf(const std::string &file)
{
    return file.ends_with(".avsc") || file.ends_with(".json") ? "json" : "yaml";
}

std::string fileText(const std::string &file, const std::string &text)
{
    return "`" + file + "`\n\n```" + languageOf(file) + "\n" + text + "```\n\n";
}

std::string filesText(const std::map<std::string, std::string> &files,
                      const std::map<std::string, std::string> &known)
{
    std::string out;
    for (const auto &[file, text] : files) {
        const auto same = known.find(file);
        if (same == known.end() || same->second != text)
            out += fileText(file, text);
    }
    return out;
}

/// What `mw check` says of the example, for this rule.
std::string findingsText(const Rule &rule, const std::map<std::string, std::string> &files)
{
    const TopologyPtr topology = buildTopology(Workspace::fromTexts(files));
    std::string out;
    for (const Diagnostic &found : lint(*topology, rule.group)) {
        if (found.rule != rule.id)
            continue;
        const Position at = topology->workspace->text(found.file)->position(found.range.begin);
        out += found.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
               std::string(nameOf(found.severity)) + ": " + found.message + "\n";
        for (const QuickFix &fix : found.fixes)
            out += "    fix: " + fix.title + "\n";
    }
    return out;
}

std::string severityText(const Rule &rule)
{
    std::string text(nameOf(rule.severity));
    if (rule.severity == Severity::Hint)
        return text;
    if (isFixed(rule) && rule.group == RuleGroup::Policies)
        return text + "; where a policy is broken, as it says itself. Exceptions stand in the "
                      "policy's file, under `unless`, and not in comments or settings";
    return text + (isFixed(rule) ? "; it keeps a spec out of a plan, so it can't be lowered, "
                                   "switched off or allowed by a comment"
                                 : "; `checks.severity` in `meshwright.yaml` can change it");
}

std::string factsText(const Rule &rule, const RulePage &page)
{
    std::string out = "| | |\n| --- | --- |\n";
    out += "| severity | " + severityText(rule) + " |\n";
    out += "| group | `" + groupName(rule.group) + "`" +
           (rule.isAdvice ? ", advice: `checks.advice` and `checks.skip` switch it off" : "") +
           " |\n";
    if (!rule.reference.empty())
        out += "| the AsyncAPI parser's code | `" + std::string(rule.reference) + "` |\n";
    if (!page.options.empty())
        out += "| settings | " + page.options + " |\n";
    return out + "\n";
}

} // namespace

RulePage rulePage(const Rule &rule)
{
    RulePage page;
    const auto document = yaml::Document::parse(makeText(std::string(ruleText(pageName(rule)))));
    if (!document->root() || !document->root()->isMapping())
        return page;
    const yaml::Node &root = *document->root();
    page.note = textAt(root, "note");
    page.options = textAt(root, "options");
    page.fix = textAt(root, "fix");
    page.inCode = textAt(root, "inCode");
    page.bad = textsAt(root, "bad");
    page.good = textsAt(root, "good");
    return page;
}

std::string pageName(const Rule &rule)
{
    std::string name(rule.id);
    std::replace(name.begin(), name.end(), '/', '-');
    return name;
}

std::string pageMarkdown(const Rule &rule)
{
    const RulePage page = rulePage(rule);
    std::string out = "# `" + std::string(rule.id) + "`\n\n";
    out += std::string(rule.summary) + ".\n\n" + std::string(rule.why) + "\n\n";
    if (!page.note.empty())
        out += page.note + "\n\n";
    out += factsText(rule, page);
    if (!page.inCode.empty())
        out += "## When it is told\n\n" + page.inCode + "\n\n";
    if (!page.bad.empty())
        out += "## With a finding\n\n" + filesText(page.bad, {}) + "```text\n" +
               findingsText(rule, page.bad) + "```\n\n";
    if (!page.good.empty())
        out += "## In order\n\n" + filesText(page.good, page.bad);
    if (!page.fix.empty())
        out += "## Quick fix\n\n" + page.fix + "\n\n";
    out.pop_back();
    return out;
}

std::string ruleTable()
{
    std::string out = "| rule | severity | what it asks for | why |\n| --- | --- | --- | --- |\n";
    for (const Rule &rule : rules())
        out += "| [`" + std::string(rule.id) + "`](rules/" + pageName(rule) + ".md) | " +
               std::string(nameOf(rule.severity)) + " | " + std::string(rule.summary) + " | " +
               std::string(rule.why) + " |\n";
    return out;
}

} // namespace meshwright
