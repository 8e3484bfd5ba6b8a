// SPDX-License-Identifier: Apache-2.0
#include "meshwright/compare/compare.h"

#include "compare/messagechanges.h"
#include "compare/pairing.h"
#include "compare/topicchanges.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace meshwright::compare {

namespace {

bool liesIn(const Change &change, const std::string &file)
{
    return (change.base && change.base->file == file) || (change.next && change.next->file == file);
}

class Comparer
{
public:
    Comparer(const Topology &base, const Topology &next, Compatibility compatibility)
        : m_base(base)
        , m_next(next)
        , m_compatibility(compatibility)
        , m_pairing(pairStates(base, next))
        , m_messages(base, next)
    {}

    Comparison run()
    {
        addUnreadable(*m_base.workspace);
        addUnreadable(*m_next.workspace);
        for (const auto &context : m_pairing.contexts)
            compareContext(context);
        for (const auto &topic : m_pairing.topics)
            compareTopics(topic);
        compareConsumptions();
        return {finished(), {m_unreadable.begin(), m_unreadable.end()}};
    }

private:
    void addUnreadable(const Workspace &workspace)
    {
        for (const auto &[path, file] : workspace.files())
            if (isUnreadable(*file))
                m_unreadable.insert(path);
    }

    /// A text that is cut just now still has the spec of the last complete one. Where nothing at
    /// all could be read, it may have been a spec.
    static bool isUnreadable(const WorkspaceFile &file)
    {
        if (file.fault)
            return file.isSpec || file.fault->code == Error::Code::Io ||
                   file.fault->code == Error::Code::Denied;
        return file.isSpec && file.document && !file.document->isComplete() && !file.lastGoodSpec;
    }

    Change &add(ChangeKind kind, const ContextId &context)
    {
        Change change;
        change.kind = kind;
        change.context = context;
        m_changes.push_back(std::move(change));
        return m_changes.back();
    }

    void compareContext(const Pair<Context> &pair)
    {
        if (!pair.base || !pair.next) {
            const auto &context = pair.next ? *pair.next : *pair.base;
            auto &change =
                add(pair.next ? ChangeKind::ContextAdded : ChangeKind::ContextRemoved, context.id);
            (pair.next ? change.next : change.base) = context.idPlace;
            return;
        }
        const auto addText = [&](ChangeKind kind, const std::string &before,
                                 const std::string &after, bool isId) {
            if (before == after)
                return;
            auto &change = add(kind, pair.next->id);
            change.before = before;
            change.after = after;
            change.base = isId ? pair.base->idPlace : pair.base->spec->infoPlace;
            change.next = isId ? pair.next->idPlace : pair.next->spec->infoPlace;
        };
        const auto &before = *pair.base->spec;
        const auto &after = *pair.next->spec;
        addText(ChangeKind::ContextRenamed, pair.base->id.value, pair.next->id.value, true);
        addText(ChangeKind::TitleChanged, before.title, after.title, false);
        addText(ChangeKind::VersionChanged, before.apiVersion, after.apiVersion, false);
        addText(ChangeKind::DescriptionChanged, before.description, after.description, false);
    }

    void compareTopics(const Pair<Topic> &pair)
    {
        if (!pair.base || !pair.next) {
            const auto &topic = pair.next ? *pair.next : *pair.base;
            auto &change = add(pair.next ? ChangeKind::TopicAdded : ChangeKind::TopicRemoved,
                               m_pairing.nowOf(topic.owner));
            change.topic = topic.name;
            change.affected = consumersOf(m_base, m_next, m_pairing, pair);
            (pair.next ? change.next : change.base) = topic.declaration().keyPlace;
            if (!pair.next)
                change.reasons = {Reason::TopicGone};
            return;
        }
        const auto keep = [&](std::vector<Change> changes) {
            for (auto &change : changes) {
                change.context = pair.next->owner;
                change.topic = pair.next->name;
                m_changes.push_back(std::move(change));
            }
        };
        keep(compareTopic(m_base, m_next, m_pairing, pair));
        auto changes = m_messages.compare(*pair.base, *pair.next);
        if (!changes.empty()) {
            const auto consumers = consumersOf(m_base, m_next, m_pairing, pair);
            for (auto &change : changes)
                change.affected = consumers;
        }
        keep(std::move(changes));
    }

    /// Who follows a topic to its new name goes on consuming it.
    void compareConsumptions()
    {
        using Key = std::pair<ContextId, TopicName>;
        std::map<Key, const Consumption *> before;
        std::map<Key, const Consumption *> after;
        for (const auto &each : m_next.consumptions)
            after.emplace(Key{each.reader, each.topic}, &each);
        for (const auto &each : m_base.consumptions) {
            const Key same{m_pairing.nowOf(each.reader), each.topic};
            before.emplace(
                after.contains(same) ? same : Key{same.first, m_pairing.nowOf(each.topic)}, &each);
        }
        const auto addEach = [&](ChangeKind kind, const auto &from, const auto &other) {
            for (const auto &[key, consumption] : from) {
                if (other.contains(key))
                    continue;
                auto &change = add(kind, key.first);
                change.topic = consumption->topic;
                const auto place = consumption->declaration().keyPlace;
                (kind == ChangeKind::ConsumptionAdded ? change.next : change.base) = place;
            }
        };
        addEach(ChangeKind::ConsumptionRemoved, before, after);
        addEach(ChangeKind::ConsumptionAdded, after, before);
    }

    bool counts(Reason reason) const
    {
        if (reason == Reason::OldReaders)
            return m_compatibility != Compatibility::Backward;
        return reason != Reason::OldRecords || m_compatibility != Compatibility::Forward;
    }

    std::vector<Change> finished()
    {
        std::erase_if(m_changes, [&](const Change &change) {
            return std::any_of(m_unreadable.begin(), m_unreadable.end(),
                               [&](const std::string &file) { return liesIn(change, file); });
        });
        for (auto &change : m_changes) {
            std::sort(change.reasons.begin(), change.reasons.end());
            change.isBreaking = std::any_of(change.reasons.begin(), change.reasons.end(),
                                            [&](Reason reason) { return counts(reason); });
        }
        const auto key = [](const Change &change) {
            return std::tie(change.context, change.topic, change.message, change.isKey, change.kind,
                            change.item, change.before, change.after, change.base, change.next);
        };
        std::sort(m_changes.begin(), m_changes.end(),
                  [&](const Change &a, const Change &b) { return key(a) < key(b); });
        return std::move(m_changes);
    }

    const Topology &m_base;
    const Topology &m_next;
    Compatibility m_compatibility;
    Pairing m_pairing;
    MessageComparer m_messages;
    std::vector<Change> m_changes;
    std::set<std::string> m_unreadable;
};

} // namespace

std::size_t Comparison::breaking() const
{
    return static_cast<std::size_t>(std::count_if(
        changes.begin(), changes.end(), [](const Change &change) { return change.isBreaking; }));
}

Comparison compareStates(const Topology &base, const Topology &next, Compatibility compatibility)
{
    return Comparer(base, next, compatibility).run();
}

Comparison onlyIn(Comparison comparison, const Topology &base, const Topology &next,
                  const std::string &file)
{
    std::set<ContextId> ids;
    for (const auto *topology : {&base, &next})
        for (const auto &context : topology->contexts)
            if (context.spec->file == file)
                ids.insert(context.id);
    std::erase_if(comparison.changes,
                  [&](const Change &change) { return !ids.contains(change.context); });
    std::erase_if(comparison.unreadable, [&](const std::string &path) { return path != file; });
    return comparison;
}

} // namespace meshwright::compare
