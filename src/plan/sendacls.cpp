// SPDX-License-Identifier: Apache-2.0
#include "plan/applier.h"

namespace meshwright::plan {

std::vector<Step<Acl>> Applier::aclsToAdd(const Indices &items)
{
    std::vector<Step<Acl>> steps;
    for (const auto index : items) {
        const auto *change = std::get_if<AclChange>(&item(index).change);
        if (change == nullptr) {
            finish(index, ItemState::Failed, "the plan does not say which access");
            continue;
        }
        const auto &acl = change->acl;
        if (const auto fault = aclFault(acl)) {
            finish(index, ItemState::Failed, "no cluster should take it: " + *fault);
        } else if (acl.resourceType == ResourceType::Topic &&
                   acl.patternType == PatternType::Literal && isBlockedByTopic(acl.name)) {
            finish(index, ItemState::Skipped, "its topic " + acl.name + " was not created");
        } else if (m_acls.contains(acl)) {
            finish(index, ItemState::Done, "it was there already");
        } else {
            steps.push_back({{index}, acl});
        }
    }
    return steps;
}

void Applier::addAcls()
{
    const Write<Acl> write{[this](const auto &items) { return aclsToAdd(items); },
                           [this](const auto &acls) { return m_cluster.createAcls(acls, m_stop); },
                           isFateUnknown};
    const auto items = open(PlanKind::Acl, PlanAction::Create);
    settleAcls(send(batchesOf(items, m_pace.aclsPerRequest), write), true);
}

std::vector<Step<Acl>> Applier::aclsToRemove(const Indices &items)
{
    // Until the new access stands, the old one is what a context works by.
    std::set<std::string> incomplete;
    for (std::size_t i = 0; i < m_plan.items.size(); ++i) {
        if (item(i).kind == PlanKind::Acl && item(i).action == PlanAction::Create &&
            (isOpen(i) || m_results[i].state != ItemState::Done))
            incomplete.insert(item(i).context);
    }
    std::vector<Step<Acl>> steps;
    for (const auto index : items) {
        const auto *change = std::get_if<AclChange>(&item(index).change);
        if (change == nullptr)
            finish(index, ItemState::Failed, "the plan does not say which access");
        else if (incomplete.contains(item(index).context))
            finish(index, ItemState::Skipped,
                   "kept, since access that " + item(index).context + " needs was not added");
        else if (!m_acls.contains(change->acl))
            finish(index, ItemState::Done, "it was gone already");
        else
            steps.push_back({{index}, change->acl});
    }
    return steps;
}

void Applier::removeAcls()
{
    const Write<Acl> write{[this](const auto &items) { return aclsToRemove(items); },
                           [this](const auto &acls) { return m_cluster.deleteAcls(acls, m_stop); },
                           isFateUnknown};
    const auto items = open(PlanKind::Acl, PlanAction::Delete);
    settleAcls(send(batchesOf(items, m_pace.aclsPerRequest), write), false);
}

/// Until they are there, or gone.
void Applier::settleAcls(std::vector<Pending> pending, bool areAdded)
{
    settle(
        std::move(pending), [this](const auto &) { refreshAcls(); },
        [this, areAdded](const Pending &entry, bool) -> std::optional<Verdict> {
            const auto &acl = std::get<AclChange>(item(entry.items.front()).change).acl;
            return m_acls.contains(acl) == areAdded ? std::optional(Verdict{}) : std::nullopt;
        });
}

void Applier::applyAcls()
{
    auto all = open(PlanKind::Acl, PlanAction::Create);
    const auto removed = open(PlanKind::Acl, PlanAction::Delete);
    all.insert(all.end(), removed.begin(), removed.end());
    if (all.empty() || !mayGoOn() || !readAcls(all))
        return;
    addAcls();
    if (!removed.empty() && mayGoOn() && readAcls(removed))
        removeAcls();
}

} // namespace meshwright::plan
