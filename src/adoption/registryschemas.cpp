// SPDX-License-Identifier: Apache-2.0
#include "adoption/registryschemas.h"

#include <algorithm>
#include <filesystem>
#include <variant>

namespace meshwright::adoption {

namespace {

std::vector<ActualSubject> subjectsOf(const ActualState &actual)
{
    return actual.subjects && *actual.subjects ? **actual.subjects : std::vector<ActualSubject>();
}

std::string folderOfSchemas(const std::string &specFile)
{
    return (std::filesystem::path(specFile).parent_path() / "schema").generic_string();
}

std::string lastPartOf(const std::string &name)
{
    return name.substr(name.rfind('.') + 1);
}

std::string messageName(const SubjectUse &use, const std::string &type, bool isFirst)
{
    if (!use.record.empty())
        return lastPartOf(use.record);
    return use.isKey && !isFirst ? type + "-key" : type;
}

/// The error that the file has, or the place that refers to it.
const Diagnostic *faultOf(const DesiredSubject &subject, const std::vector<Diagnostic> &diagnostics)
{
    const auto found =
        std::find_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic &diagnostic) {
            return diagnostic.severity == Severity::Error &&
                   (diagnostic.file == subject.file || (diagnostic.file == subject.reason.file &&
                                                        diagnostic.range == subject.reason.range));
        });
    return found == diagnostics.end() ? nullptr : &*found;
}

} // namespace

RegistrySchemas::RegistrySchemas(const Workspace &workspace, const Environment &environment,
                                 const ActualState &actual)
    : m_environment(environment)
    , m_subjects(subjectsOf(actual))
    , m_registryLevel(actual.compatibility)
    , m_uses(subjectUses(*actual.topics, m_subjects))
    , m_layout(workspace, m_subjects)
{}

void RegistrySchemas::startOver()
{
    m_layout.clear();
    m_written.clear();
    m_hasNewlyLeftOut = false;
}

/// What a spec has to say for the subject to keep its level: nothing, where it is the usual one.
std::string RegistrySchemas::levelOf(const ActualSubject &subject) const
{
    const auto &registry = m_environment.registry;
    const auto &usual =
        registry && !registry->compatibility.empty() ? registry->compatibility : m_registryLevel;
    const auto &level = subject.compatibility.empty() ? m_registryLevel : subject.compatibility;
    return level == usual ? std::string() : level;
}

std::optional<SchemaLink> RegistrySchemas::linkTo(const SubjectUse &use, const std::string &folder)
{
    const auto &subject = *use.subject;
    if (m_leftOut.contains(subject.name))
        return std::nullopt;
    const auto file = m_layout.place(subject, folder);
    if (!file) {
        leaveOut(subject.name, file.error().message);
        return std::nullopt;
    }
    m_written.insert(subject.name);
    return SchemaLink{*file, subject.schema.type};
}

std::vector<MessageText> RegistrySchemas::messagesOf(const std::string &topic,
                                                     const std::string &type,
                                                     const std::string &specFile)
{
    std::vector<MessageText> messages;
    const auto uses = m_uses.find(topic);
    if (uses == m_uses.end())
        return messages;
    for (const auto &use : uses->second) {
        const auto link = linkTo(use, folderOfSchemas(specFile));
        if (!link)
            continue;
        const auto level = levelOf(*use.subject);
        const bool isKeyOfFirst = use.isKey && !messages.empty() && messages[0].level == level;
        if (!isKeyOfFirst)
            messages.push_back({.name = messageName(use, type, messages.empty()),
                                .strategy = use.strategy,
                                .level = level});
        auto &message = isKeyOfFirst ? messages.front() : messages.back();
        (use.isKey ? message.key : message.payload) = link;
    }
    return messages;
}

void RegistrySchemas::leaveOut(const std::string &subject, const std::string &why)
{
    m_written.erase(subject);
    if (m_leftOut.emplace(subject, why).second)
        m_hasNewlyLeftOut = true;
}

void RegistrySchemas::judge(const DesiredState &desired, const Plan &plan,
                            const std::vector<Diagnostic> &diagnostics)
{
    std::map<std::string, std::string> unfit;
    const auto isOthersLevel = [&](const PlanItem &item) { // of what is only referred to
        return std::holds_alternative<LevelChange>(item.change) &&
               !m_written.contains(item.resource);
    };
    for (const auto &item : plan.items)
        if (item.kind == PlanKind::Schema && !isOthersLevel(item))
            unfit.emplace(item.resource, "The first plan would change it: " + describe(item) + '.');
    for (const auto &problem : plan.problems)
        unfit.emplace(problem.resource, problem.message);
    std::set<std::string> asked;
    for (const auto &subject : desired.subjects) { // each after those that it refers to
        asked.insert(subject.name);
        if (const auto *fault = faultOf(subject, diagnostics))
            unfit.emplace(subject.name, fault->message);
        for (const auto &reference : subject.schema.references)
            if (const auto found = unfit.find(reference.subject); found != unfit.end())
                unfit.emplace(subject.name, found->second);
    }
    for (const auto &name : std::set(m_written)) {
        if (const auto found = unfit.find(name); found != unfit.end())
            leaveOut(name, found->second);
        else if (!asked.contains(name))
            leaveOut(name, "Its text can't be read as a file of its own.");
    }
}

std::optional<std::string> RegistrySchemas::whyLeftOut(const ActualSubject &subject) const
{
    if (const auto found = m_leftOut.find(subject.name); found != m_leftOut.end())
        return found->second;
    if (m_written.contains(subject.name) || m_layout.has(subject))
        return std::nullopt;
    for (const auto &[topic, uses] : m_uses)
        for (const auto &use : uses)
            if (use.subject->name == subject.name)
                return "No spec has its topic.";
    if (subject.name.ends_with("-value") || subject.name.ends_with("-key"))
        return "The cluster has no such topic. A plan that deletes schemas takes it away.";
    return "Its name doesn't tell which topic it is for, and no schema that is for one refers to "
           "it.";
}

} // namespace meshwright::adoption
