// SPDX-License-Identifier: Apache-2.0
#include "plan/applier.h"

#include "plan/schemastep.h"

namespace meshwright::plan {

namespace {

std::string preconditionOf(const PlanItem &item, const char *key)
{
    const auto it = item.precondition.find(key);
    return it == item.precondition.end() ? std::string() : it->second;
}

/// The subjects that have to stand before the item's schema can be registered.
std::vector<std::string> neededBy(const PlanItem &item)
{
    std::vector<std::string> subjects;
    if (const auto *change = std::get_if<SchemaChange>(&item.change))
        for (const auto &reference : change->after.references)
            subjects.push_back(reference.subject);
    return subjects;
}

} // namespace

const ActualSubject *Applier::subject(const std::string &name) const
{
    return readIn(m_subjects, name);
}

const Error *Applier::subjectFault(const std::string &name) const
{
    return faultIn(m_subjects, name);
}

void Applier::refreshSubjects(const std::set<std::string> &names)
{
    const std::vector<std::string> asked(names.begin(), names.end());
    auto readings = m_registry->describeSubjects(asked, stopOfReads());
    readings.resize(asked.size(), tl::unexpected(noAnswer()));
    for (std::size_t i = 0; i < asked.size(); ++i) {
        m_subjects.insert_or_assign(asked[i], std::move(readings[i]));
        if (const auto *fault = subjectFault(asked[i]); fault && isRefusedLogin(*fault))
            m_refused = m_refused.value_or(*fault);
    }
}

/// A registry takes a reference to a version only, so "the newest" is settled at the last moment.
SchemaText Applier::withVersions(const SchemaText &schema) const
{
    SchemaText settled = schema;
    for (auto &reference : settled.references)
        if (const auto *found = subject(reference.subject); found && reference.version == 0)
            reference.version = found->version;
    return settled;
}

std::optional<Verdict> Applier::judgeSubject(const PlanItem &item) const
{
    const auto *found = subject(item.resource);
    if (std::holds_alternative<SubjectDeletion>(item.change))
        return found ? std::nullopt : std::optional(Verdict{});
    if (!found)
        return std::nullopt;
    if (const auto *level = std::get_if<LevelChange>(&item.change))
        return found->compatibility == level->after ? std::optional(Verdict{}) : std::nullopt;
    const auto newest = [this](const std::string &name) {
        const auto *referred = subject(name);
        return referred ? std::optional(referred->version) : std::nullopt;
    };
    const auto &wanted = std::get<SchemaChange>(item.change).after;
    return isInStep(wanted, found->schema, newest) ? std::optional(Verdict{}) : std::nullopt;
}

std::optional<Verdict> Applier::judgeMoved(const PlanItem &item) const
{
    const auto stale = [](const std::string &how) {
        return Verdict{ItemState::Stale, how + ": plan again"};
    };
    const auto *found = subject(item.resource);
    const auto plannedLevel = item.precondition.find("level");
    const bool hasLevel = plannedLevel != item.precondition.end();
    if (!found)
        return preconditionOf(item, "version").empty() && !hasLevel
                   ? std::nullopt
                   : std::optional(stale("the subject is gone"));
    const auto now = std::to_string(found->version);
    if (!preconditionOf(item, "absent").empty())
        return stale("the subject was not there when it was planned, and has version " + now +
                     " now");
    if (std::holds_alternative<LevelChange>(item.change)) {
        // Without one, this very plan made the subject: some registries give it a level at once.
        if (!hasLevel || plannedLevel->second == found->compatibility)
            return std::nullopt;
        return stale("its level is " +
                     (found->compatibility.empty() ? "the registry's" : found->compatibility) +
                     " now");
    }
    const auto planned = preconditionOf(item, "version");
    if (planned.empty() || planned == now)
        return std::nullopt;
    return stale("it was planned after version " + planned + ", and version " + now +
                 " is there now");
}

/// What waits for nothing in `rest`: each subject's items come one after the other.
Indices Applier::nextSchemas(const Indices &rest)
{
    std::set<std::string> waitedFor;
    for (const auto index : rest)
        if (std::holds_alternative<SchemaChange>(item(index).change))
            waitedFor.insert(item(index).resource);
    Indices ready;
    std::set<std::string> taken;
    for (const auto index : rest) {
        const auto needed = neededBy(item(index));
        const bool waits = std::any_of(needed.begin(), needed.end(), [&](const auto &each) {
            return each != item(index).resource && waitedFor.contains(each);
        });
        if (taken.insert(item(index).resource).second && !waits)
            ready.push_back(index);
    }
    return ready;
}

bool Applier::isBlockedBySchema(std::size_t index)
{
    const auto needed = neededBy(item(index));
    const auto failed = std::find_if(needed.begin(), needed.end(), [this](const auto &each) {
        return m_failedSubjects.contains(each);
    });
    if (failed != needed.end())
        finish(index, ItemState::Skipped,
               "held back, since " + *failed + ", which it refers to, was not registered");
    else if (m_failedSubjects.contains(item(index).resource))
        finish(index, ItemState::Skipped, "held back, since the step before it failed");
    else if (const auto *change = std::get_if<SchemaChange>(&item(index).change);
             change && isBlockedByTopic(change->topic))
        finish(index, ItemState::Skipped, "its topic " + change->topic + " was not created");
    return !isOpen(index);
}

/// Finishes what needs no write.
Indices Applier::openSubjects(const Indices &items)
{
    std::set<std::string> names;
    for (const auto index : items) {
        const auto needed = neededBy(item(index));
        names.insert(item(index).resource);
        names.insert(needed.begin(), needed.end());
    }
    refreshSubjects(names);
    Indices left;
    if (m_refused)
        return left;
    for (const auto index : items) {
        if (isBlockedBySchema(index))
            continue;
        if (const auto *fault = subjectFault(item(index).resource))
            finish(index, m_stop.stop_requested() ? ItemState::Skipped : ItemState::Failed,
                   "not tried, since the registry could not be read again: " + fault->message);
        else if (judgeSubject(item(index)))
            finish(index, ItemState::Done, "it was so already");
        else if (const auto moved = judgeMoved(item(index)))
            finish(index, moved->state, moved->message);
        else
            left.push_back(index);
    }
    return left;
}

void Applier::takeSchemas(const Indices &items)
{
    Indices levels;
    Indices texts;
    std::vector<NewLevel> newLevels;
    std::vector<NewSchema> newSchemas;
    for (const auto index : openSubjects(items)) {
        if (const auto *level = std::get_if<LevelChange>(&item(index).change)) {
            levels.push_back(index);
            newLevels.push_back({item(index).resource, level->after});
        } else if (const auto *change = std::get_if<SchemaChange>(&item(index).change)) {
            texts.push_back(index);
            newSchemas.push_back({item(index).resource, withVersions(change->after)});
        }
    }
    sendSchemas(levels, [&] { return m_registry->setLevels(newLevels, m_stop); });
    sendSchemas(texts, [&] { return m_registry->registerSchemas(newSchemas, m_stop); });
}

void Applier::sendSchemas(const Indices &items, const std::function<Outcomes()> &call)
{
    if (items.empty() || !mayGoOn() || !announce(items))
        return;
    Outcomes outcomes = call();
    outcomes.resize(items.size(), tl::unexpected(noAnswer()));
    std::vector<Pending> pending;
    for (std::size_t i = 0; i < items.size(); ++i) {
        Pending entry{{items[i]}, std::nullopt};
        if (!outcomes[i] && isRefusedLogin(outcomes[i].error()))
            m_refused = m_refused.value_or(outcomes[i].error());
        if (isOpenAfter(outcomes[i], isFateUnknown, entry))
            pending.push_back(std::move(entry));
    }
    settleSubjects(std::move(pending));
}

void Applier::settleSubjects(std::vector<Pending> pending)
{
    settle(
        std::move(pending),
        [this](const auto &awaited) {
            std::set<std::string> names;
            for (const auto &entry : awaited)
                names.insert(item(entry.items.front()).resource);
            refreshSubjects(names);
        },
        [this](const Pending &entry, bool) { return judgeSubject(item(entry.items.front())); });
}

Indices Applier::allSchemas(bool areDeleted)
{
    Indices items;
    for (std::size_t i = 0; i < m_plan.items.size(); ++i)
        if (isOpen(i) && item(i).kind == PlanKind::Schema &&
            std::holds_alternative<SubjectDeletion>(item(i).change) == areDeleted)
            items.push_back(i);
    if (m_registry)
        return items;
    finishAll(items, ItemState::Failed,
              "the environment names no schema registry: give it one (registry.url)");
    return {};
}

void Applier::applySchemas()
{
    auto rest = allSchemas(false);
    while (!rest.empty() && mayGoOn()) {
        const auto ready = nextSchemas(rest);
        if (ready.empty())
            return finishAll(rest, ItemState::Failed,
                             "these schemas refer to each other in a circle, which no registry "
                             "takes");
        takeSchemas(ready);
        std::erase_if(rest, [this](auto index) { return !isOpen(index); });
    }
}

// One by one, for a subject can only go once those that refer to it are gone.
void Applier::applySubjectDeletions()
{
    for (const auto index : allSchemas(true)) {
        if (!mayGoOn())
            return;
        for (const auto left : openSubjects({index}))
            sendSchemas({left},
                        [&] { return m_registry->deleteSubjects({item(left).resource}, m_stop); });
    }
}

} // namespace meshwright::plan
