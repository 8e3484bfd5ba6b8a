// SPDX-License-Identifier: Apache-2.0
#include "plan/planner.h"

#include "meshwright/compare/schemacompatibility.h"
#include "plan/schemastep.h"

#include <algorithm>

namespace meshwright::plan {

namespace {

std::string joined(const std::vector<std::string> &sentences)
{
    std::string text;
    for (const auto &sentence : sentences)
        text += (text.empty() ? "" : " ") + sentence;
    return text;
}

class SchemaPlanner
{
public:
    SchemaPlanner(const PlanInput &input, PlanParts &parts,
                  const std::vector<ActualSubject> &actual)
        : m_input(input)
        , m_parts(parts)
        , m_states(input.desired.subjects, actual)
    {}

    void plan(const DesiredSubject &subject)
    {
        if (m_input.ownership.isHeldBack(subject.context.value) || isRepeated(subject) ||
            hasUnknownLevel(subject) || lacksReference(subject))
            return;
        m_planned.emplace(subject.name, &subject);
        const auto *found = m_states.actual(subject.name);
        const auto wanted = wantedLevel(subject);
        if (!found) {
            m_parts.schemas.push_back(version(subject, nullptr));
            if (!wanted.empty() && wanted != m_input.actual.compatibility)
                m_parts.schemas.push_back(level(subject, nullptr, wanted));
            return;
        }
        const bool isLevelNew = !wanted.empty() && wanted != levelOf(*found);
        std::optional<PlanItem> next;
        if (m_states.changes(subject.name)) {
            next = compatibleVersion(subject, *found, isLevelNew ? wanted : levelOf(*found),
                                     isLevelNew);
            if (!next)
                return;
        }
        if (isLevelNew)
            m_parts.schemas.push_back(level(subject, found, wanted));
        if (next)
            m_parts.schemas.push_back(std::move(*next));
        if (!isLevelNew && !next)
            ++m_parts.unchanged;
    }

private:
    Reason reasonOf(const DesiredSubject &subject) const
    {
        return reasonAt(m_input.topology, subject.reason, "its schema is " + subject.file);
    }

    void fail(const DesiredSubject &subject, std::string message)
    {
        m_parts.heldBack.insert(subject.context.value);
        m_parts.problems.push_back(
            {Severity::Error, subject.name, std::move(message), reasonOf(subject)});
    }

    /// Its own level, or else the registry's.
    std::string levelOf(const ActualSubject &subject) const
    {
        return subject.compatibility.empty() ? m_input.actual.compatibility : subject.compatibility;
    }

    std::string wantedLevel(const DesiredSubject &subject) const
    {
        const auto &registry = m_input.environment.registry;
        return subject.compatibility.empty() && registry ? registry->compatibility
                                                         : subject.compatibility;
    }

    bool hasUnknownLevel(const DesiredSubject &subject)
    {
        const auto &known = compare::compatibilityLevels();
        const auto &level = subject.compatibility;
        if (level.empty() || std::find(known.begin(), known.end(), level) != known.end())
            return false;
        std::string names;
        for (const auto &each : known)
            names += (names.empty() ? "" : ", ") + std::string(each);
        fail(subject, "There is no compatibility level " + level + ": use one of " + names + '.');
        return true;
    }

    bool isRepeated(const DesiredSubject &subject)
    {
        const auto first = m_planned.find(subject.name);
        if (first == m_planned.end())
            return false;
        if (!(first->second->schema == subject.schema))
            fail(subject, "Two schemas are asked for under this one name: " + first->second->file +
                              " and " + subject.file +
                              ". Where a topic has messages of several kinds, give them "
                              "'schemaLookupStrategy: TopicRecordNameStrategy'.");
        return true;
    }

    /// What it refers to comes before it.
    bool lacksReference(const DesiredSubject &subject)
    {
        for (const auto &reference : subject.schema.references) {
            if (m_planned.contains(reference.subject) || m_states.actual(reference.subject))
                continue;
            fail(subject, "It refers to " + reference.subject +
                              (m_states.desired(reference.subject)
                                   ? ", which nothing is planned for and the registry does not "
                                     "have."
                                   : ", which the registry does not have: plan its owner's spec "
                                     "first."));
            return true;
        }
        return false;
    }

    PlanItem itemFor(const DesiredSubject &subject) const
    {
        PlanItem item;
        item.id = "schema:" + subject.name;
        item.kind = PlanKind::Schema;
        item.resource = subject.name;
        item.context = subject.context.value;
        item.reason = reasonOf(subject);
        return item;
    }

    PlanItem version(const DesiredSubject &subject, const ActualSubject *found) const
    {
        PlanItem item = itemFor(subject);
        item.action = found ? PlanAction::Update : PlanAction::Create;
        item.change = SchemaChange{found ? std::optional(found->schema) : std::nullopt,
                                   subject.schema, subject.topic.value};
        if (found)
            item.precondition = {{"version", std::to_string(found->version)}};
        else
            item.precondition = {{"absent", "true"}};
        return item;
    }

    PlanItem level(const DesiredSubject &subject, const ActualSubject *found,
                   const std::string &wanted) const
    {
        PlanItem item = itemFor(subject);
        item.id += ":compatibility";
        item.action = PlanAction::Update;
        const bool isOwn = found && !found->compatibility.empty();
        item.change =
            LevelChange{isOwn ? std::optional(found->compatibility) : std::nullopt, wanted};
        if (found)
            item.precondition = {{"level", found->compatibility}};
        if (wanted == "NONE") {
            item.risk = Risk::AffectsData;
            item.warning = "nothing keeps the next version from being one that readers can't read";
        }
        return item;
    }

    compare::SchemaVersion versionOf(const SchemaText &schema, bool isNext) const
    {
        compare::SchemaVersion version{schema.type, schema.text, {}};
        addReferred(schema, isNext, version.referred, 0);
        return version;
    }

    void addReferred(const SchemaText &schema, bool isNext,
                     std::map<std::string, std::string> &texts, int depth) const
    {
        constexpr int deepest = 50;
        for (const auto &reference : schema.references) {
            const auto *next = isNext ? m_states.desired(reference.subject) : nullptr;
            const auto *now = m_states.actual(reference.subject);
            if ((!next && !now) || depth > deepest)
                continue;
            const auto &other = next ? next->schema : now->schema;
            if (texts.emplace(reference.name, other.text).second)
                addReferred(other, isNext, texts, depth + 1);
        }
    }

    /// Nothing where it is not compatible, which is told. The registry's word holds over ours,
    /// where it judged by the level that is to hold.
    std::optional<PlanItem> compatibleVersion(const DesiredSubject &subject,
                                              const ActualSubject &found, const std::string &level,
                                              bool isLevelNew)
    {
        const auto before = versionOf(found.schema, false);
        const auto after = versionOf(subject.schema, true);
        const auto ours = compare::incompatibilities(before, after, level);
        const auto verdict = verdictOn(subject);
        const bool isJudged = verdict && !isLevelNew;
        if (isJudged ? !verdict->isCompatible : !ours.empty()) {
            fail(subject, refusal(found, level, ours,
                                  isJudged ? verdict->messages : std::vector<std::string>()));
            return std::nullopt;
        }
        if (verdict && verdict->earlierVersion == found.version)
            return std::nullopt; // the registry calls it the same, whatever we see in it
        if (verdict && verdict->earlierVersion != 0) {
            fail(subject, takenBack(found, verdict->earlierVersion));
            return std::nullopt;
        }
        PlanItem item = version(subject, &found);
        const auto risky =
            ours.empty() ? compare::incompatibilities(before, after, "BACKWARD") : ours;
        if (!risky.empty() && (level == "NONE" || !ours.empty())) {
            item.risk = Risk::AffectsData;
            item.warning = (ours.empty() ? "the level NONE lets it pass, but: "
                                         : "the registry takes it, but: ") +
                           joined(risky);
        }
        return item;
    }

    std::optional<SchemaVerdict> verdictOn(const DesiredSubject &subject)
    {
        const auto verdict = m_input.actual.verdicts.find(subject.name);
        if (verdict == m_input.actual.verdicts.end())
            return std::nullopt;
        if (verdict->second)
            return *verdict->second;
        m_parts.problems.push_back({Severity::Warning, subject.name,
                                    "The registry did not say whether it takes this version, which "
                                    "is judged by Meshwright's own reading of the level alone: " +
                                        verdict->second.error().message,
                                    reasonOf(subject)});
        return std::nullopt;
    }

    static std::string takenBack(const ActualSubject &found, int earlier)
    {
        return "This text is version " + std::to_string(earlier) +
               " already, and a registry makes no second version of a text that it has: version " +
               std::to_string(found.version) +
               " would stay the newest. Change the text (its doc, for one), or delete the versions "
               "behind " +
               std::to_string(earlier) + ".";
    }

    static std::string refusal(const ActualSubject &found, const std::string &level,
                               const std::vector<std::string> &ours,
                               const std::vector<std::string> &theirs)
    {
        std::string text = "It is not compatible (" + level + ") with version " +
                           std::to_string(found.version) + ": ";
        if (!ours.empty())
            return text + joined(ours);
        return text + (theirs.empty()
                           ? "the registry says so and not why. Where the level is transitive, "
                             "it may be an earlier version that it does not fit."
                           : "the registry says: " + joined(theirs));
    }

    const PlanInput &m_input;
    PlanParts &m_parts;
    SubjectStates m_states;
    std::map<std::string, const DesiredSubject *> m_planned; ///< or as they should be
};

bool isReferred(const std::vector<ActualSubject> &subjects, const std::string &name)
{
    return std::any_of(subjects.begin(), subjects.end(), [&](const ActualSubject &each) {
        const auto &references = each.schema.references;
        return each.name != name &&
               std::any_of(references.begin(), references.end(),
                           [&](const auto &reference) { return reference.subject == name; });
    });
}

/// The topic that a subject is for, by TopicNameStrategy; empty where it is not for one.
std::string_view topicOf(std::string_view subject)
{
    for (const std::string_view ending : {"-value", "-key"})
        if (subject.ends_with(ending))
            return subject.substr(0, subject.size() - ending.size());
    return {};
}

void failToRead(const PlanInput &input, const Error &error, PlanParts &parts)
{
    if (input.desired.subjects.empty())
        return;
    for (const auto &subject : input.desired.subjects)
        parts.heldBack.insert(subject.context.value);
    parts.problems.push_back(
        {Severity::Error,
         "schemas",
         "The schema registry could not be read, so nothing is planned for contexts with "
         "schemas: " +
             error.message,
         {}});
}

} // namespace

void planSchemas(const PlanInput &input, PlanParts &parts)
{
    const auto &actual = input.actual.subjects;
    if (!actual)
        return;
    if (!*actual)
        return failToRead(input, actual->error(), parts);
    SchemaPlanner planner(input, parts, **actual);
    for (const auto &subject : input.desired.subjects)
        planner.plan(subject);
}

/// Only what is surely for a topic of a context that no longer asks for it, and that nothing refers
/// to: a name without a topic in it may be anybody's.
void planSubjectDeletions(const PlanInput &input, PlanParts &parts)
{
    if (!input.actual.subjects || !*input.actual.subjects)
        return;
    std::set<std::string_view> wanted;
    for (const auto &subject : input.desired.subjects)
        wanted.insert(subject.name);
    std::set<std::string_view> topics; // whose schemas may stand inline, or come from clients
    for (const auto &topic : input.desired.topics)
        topics.insert(topic.name.value);
    for (const auto &subject : **input.actual.subjects) {
        const auto topic = topicOf(subject.name);
        const auto owner = topic.empty() ? topic : input.ownership.ownerOf(topic);
        if (owner.empty() || owner == topic || !input.ownership.isAskedFor(owner) ||
            input.ownership.isHeldBack(owner))
            continue;
        ++parts.ownSubjects;
        if (!input.deletes.schemas || topics.contains(topic) || wanted.contains(subject.name) ||
            isProtected(input.environment, topic) || !input.ownership.isSurelyOwn(topic, owner) ||
            isReferred(**input.actual.subjects, subject.name))
            continue;
        PlanItem item;
        item.id = "schema:" + subject.name;
        item.action = PlanAction::Delete;
        item.kind = PlanKind::Schema;
        item.resource = subject.name;
        item.context = owner;
        item.change = SubjectDeletion{subject.schema.type, subject.version};
        item.risk = Risk::AffectsData;
        item.reason =
            reasonAt(input.topology, input.topology.context({std::string(owner)})->idPlace,
                     "no message of " + item.context + " has this schema any more");
        item.precondition = {{"version", std::to_string(subject.version)}};
        item.warning = "writers that register their schemas can't any more; records stay readable";
        parts.subjectsDeleted.push_back(std::move(item));
    }
}

/// Nothing of a context is made by halves: where one of its schemas can't be, nothing else is.
void withhold(PlanParts &parts)
{
    if (parts.heldBack.empty())
        return;
    for (auto *list :
         {&parts.topics, &parts.partitions, &parts.settings, &parts.schemas, &parts.aclsAdded,
          &parts.aclsRemoved, &parts.subjectsDeleted, &parts.topicsDeleted})
        std::erase_if(*list,
                      [&](const PlanItem &item) { return parts.heldBack.contains(item.context); });
}

} // namespace meshwright::plan
