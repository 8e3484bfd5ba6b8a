// SPDX-License-Identifier: Apache-2.0
// A policy file: docs/policies.md.
#include "meshwright/workspace/policies.h"
#include "workspace/policydemand.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace meshwright {

std::string_view policyText(std::string_view name); // generated from resources/policies

namespace {

/// A list of texts; one text is a list of one.
void readWords(SettingsReader &reader, const yaml::Node &node, std::string_view where,
               std::vector<std::string> &words)
{
    if (!node.isScalar() || node.isNull()) {
        reader.readTexts(node, where, words);
        return;
    }
    std::string word;
    reader.readText(node, where, word);
    words = {std::move(word)};
}

class PolicyFileReader
{
public:
    PolicyFileReader(PolicyFile &file, const yaml::Document &document)
        : m_file(file)
        , m_document(document)
        , m_reader(file.problems)
    {}

    void read(const yaml::Node &root)
    {
        bool hasVersion = false;
        for (const auto &entry :
             m_reader.entries(root, "a policy file", {"version", "policies", "quality"})) {
            const auto key = m_reader.key(entry);
            hasVersion = hasVersion || key == "version";
            if (key == "version" && entry.value->asInteger() != 1)
                m_reader.problem(*entry.value, "This Meshwright reads version 1 of policy files: "
                                               "write 'version: 1', or use a newer Meshwright.");
            else if (key == "policies")
                readList(*entry.value, key, [this](const yaml::Node &item) { readPolicy(item); });
            else if (key == "quality")
                readList(*entry.value, key, [this](const yaml::Node &item) { readQuality(item); });
        }
        if (!hasVersion && root.isMapping())
            m_reader.problem(root.resolved().entries.empty() ? root
                                                             : *root.resolved().entries.front().key,
                             "A policy file says which version of the format it has: begin with "
                             "'version: 1'.");
    }

private:
    template <typename ReadItem>
    void readList(const yaml::Node &node, const std::string &where, const ReadItem &readItem)
    {
        if (node.isSequence())
            for (const yaml::Node *item : node.resolved().items)
                readItem(*item);
        else if (!node.isNull())
            m_reader.problem(node, "'" + where + "' must be a list, each entry with an 'id'.");
    }

    /// Whether the entry has an id that no other has; `place` and `line` are then its.
    template <typename Ruling>
    bool readId(const yaml::Node &item, std::string_view what, Ruling &ruling)
    {
        const yaml::Node *id = item.find("id");
        if (id)
            m_reader.readText(*id, "id", ruling.id);
        const yaml::Node &at = id ? *id : item;
        ruling.place = {m_file.path, at.resolved().range};
        ruling.line = m_document.text()->position(at.range.begin).line;
        if (ruling.id.empty()) {
            m_reader.problem(at, std::string(what) + " needs an 'id', for plans and findings name "
                                                     "it by that.");
            return false;
        }
        if (m_ids.insert(ruling.id).second)
            return true;
        m_reader.problem(at, "'" + ruling.id + "' stands twice in this file: an id names one.");
        return false;
    }

    std::vector<PolicyDemand> demands(const yaml::Node &node, const std::string &where,
                                      DemandKind kind)
    {
        return readDemands(m_reader, m_file.path, m_document, node, where, kind);
    }

    void readPolicy(const yaml::Node &item)
    {
        Policy policy;
        const auto entries =
            m_reader.entries(item, "a policy",
                             {"id", "title", "owner", "reason", "severity", "environments", "when",
                              "unless", "require", "forbid", "default", "override"});
        if (!item.isMapping() || !readId(item, "A policy", policy))
            return;
        const std::string at = policy.id + ".";
        for (const auto &entry : entries)
            readEntry(policy, at, m_reader.key(entry), *entry.value);
        if (policy.require.empty() && policy.forbid.empty() && policy.defaults.empty() &&
            policy.overrides.empty())
            m_reader.problem(item, "The policy '" + policy.id +
                                       "' asks for nothing: give it 'require', 'forbid', "
                                       "'default' or 'override'.");
        m_file.policies.push_back(std::move(policy));
    }

    void readEntry(Policy &policy, const std::string &at, const std::string &key,
                   const yaml::Node &value)
    {
        const std::string where = at + key;
        if (key == "title")
            m_reader.readText(value, where, policy.title);
        else if (key == "owner")
            m_reader.readText(value, where, policy.owner);
        else if (key == "reason")
            m_reader.readText(value, where, policy.reason);
        else if (key == "severity")
            readSeverity(policy, value, where);
        else if (key == "environments")
            readWords(m_reader, value, where, policy.environments);
        else if (key == "when")
            policy.when = condition(value, where);
        else if (key == "unless")
            policy.unless = condition(value, where);
        else if (key == "require")
            policy.require = demands(value, where, DemandKind::Require);
        else if (key == "forbid")
            policy.forbid = demands(value, where, DemandKind::Forbid);
        else if (key == "default")
            policy.defaults = demands(value, where, DemandKind::Default);
        else if (key == "override")
            policy.overrides = demands(value, where, DemandKind::Override);
    }

    void readSeverity(Policy &policy, const yaml::Node &value, const std::string &where)
    {
        constexpr std::array severities{Severity::Error, Severity::Warning, Severity::Info};
        if (const auto choice = m_reader.readChoice(value, where, {"error", "warning", "info"}))
            policy.severity = severities[*choice];
    }

    void readQuality(const yaml::Node &item)
    {
        QualityRule rule;
        const auto entries = m_reader.entries(
            item, "a quality rule", {"id", "owner", "rule", "when", "unless", "metadata"});
        if (!item.isMapping() || !readId(item, "A quality rule", rule))
            return;
        const std::string at = rule.id + ".";
        for (const auto &entry : entries) {
            const std::string key = m_reader.key(entry);
            if (key == "owner")
                m_reader.readText(*entry.value, at + key, rule.owner);
            else if (key == "rule")
                m_reader.readText(*entry.value, at + key, rule.rule);
            else if (key == "when")
                rule.when = condition(*entry.value, at + key);
            else if (key == "unless")
                rule.unless = condition(*entry.value, at + key);
            else if (key == "metadata")
                m_reader.readMap(*entry.value, at + key, rule.metadata);
        }
        if (rule.rule.empty())
            m_reader.problem(item, "The quality rule '" + rule.id +
                                       "' says nothing: give it a 'rule', in words.");
        m_file.quality.push_back(std::move(rule));
    }

    PolicyCondition condition(const yaml::Node &node, const std::string &where)
    {
        PolicyCondition condition;
        for (const auto &entry : m_reader.entries(
                 node, where,
                 {"tag", "field", "access", "topic", "domain", "context", "settings"})) {
            const std::string key = m_reader.key(entry);
            const std::string at = where + "." + key;
            if (key == "access")
                readAccesses(*entry.value, at, condition);
            else if (key == "settings")
                condition.settings = demands(*entry.value, at, DemandKind::Condition);
            else if (std::vector<std::string> *words = wordsOf(condition, key))
                readWords(m_reader, *entry.value, at, *words);
        }
        if (condition.isEmpty())
            m_reader.problem(node, "'" + where +
                                       "' names no condition: leave it out, or say which "
                                       "topics it means.");
        return condition;
    }

    static std::vector<std::string> *wordsOf(PolicyCondition &condition, std::string_view key)
    {
        return key == "tag"       ? &condition.tags
               : key == "field"   ? &condition.fields
               : key == "topic"   ? &condition.topics
               : key == "domain"  ? &condition.domains
               : key == "context" ? &condition.contexts
                                  : nullptr;
    }

    void readAccesses(const yaml::Node &node, const std::string &where, PolicyCondition &condition)
    {
        constexpr std::array accesses{Access::Public, Access::Protected, Access::Private};
        const auto add = [&](const yaml::Node &item) {
            if (const auto choice =
                    m_reader.readChoice(item, where, {"public", "protected", "private"}))
                condition.accesses.push_back(accesses[*choice]);
        };
        if (!node.isSequence())
            return add(node);
        for (const yaml::Node *item : node.resolved().items)
            add(*item);
    }

    PolicyFile &m_file;
    const yaml::Document &m_document;
    SettingsReader m_reader;
    std::set<std::string> m_ids;
};

} // namespace

bool PolicyCondition::isEmpty() const
{
    return tags.empty() && fields.empty() && accesses.empty() && topics.empty() &&
           domains.empty() && contexts.empty() && settings.empty();
}

bool Policy::holdsIn(std::string_view environment) const
{
    return environments.empty() ||
           std::find(environments.begin(), environments.end(), environment) != environments.end();
}

PolicyFilePtr readPolicies(const std::string &path, const yaml::DocumentPtr &document,
                           const PolicyFilePtr &before)
{
    PolicyFile file;
    file.path = path;
    file.document = document;
    const bool isWhole = document && document->isComplete();
    if (document && document->root())
        PolicyFileReader(file, *document).read(*document->root());
    if (isWhole && (!document->root() || document->root()->isNull()))
        file.problems.push_back({"This policy file is empty: begin with 'version: 1', or take the "
                                 "file out of the settings.",
                                 {}});
    file.isBroken = !isWhole || std::any_of(file.problems.begin(), file.problems.end(),
                                            [](const auto &each) { return each.isError; });
    file.wasGood = !file.isBroken;
    if (file.isBroken && before && before->wasGood) {
        file.policies = before->policies;
        file.quality = before->quality;
        file.wasGood = true;
    }
    return std::make_shared<const PolicyFile>(std::move(file));
}

const std::vector<std::string_view> &builtinPolicies()
{
    static const std::vector<std::string_view> names{"documented", "keyed", "pii"};
    return names;
}

std::string_view builtinPolicyText(std::string_view name)
{
    return policyText(name);
}

PolicyFilePtr builtinPolicyFile(std::string_view name)
{
    static const auto files = [] {
        std::map<std::string_view, PolicyFilePtr> read;
        for (const std::string_view each : builtinPolicies())
            read[each] =
                readPolicies(std::string(builtinPrefix) + std::string(each),
                             yaml::Document::parse(makeText(std::string(policyText(each)))));
        return read;
    }();
    const auto found = files.find(name);
    return found == files.end() ? nullptr : found->second;
}

} // namespace meshwright
