// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connections.h"
#include "ui/session/session.h"

#include "meshwright/journal/recordedrun.h"
#include "meshwright/plan/apply.h"
#include "meshwright/plan/plan.h"

#include <QDateTime>
#include <QMetaType>
#include <QPromise>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

namespace meshwright::ui {

/// All that a plan is made from.
struct PlanRequest
{
    Snapshot snapshot;
    Environment environment;
    Connector connector; ///< may be null
    QStringList unsaved; ///< files whose typed text is not on the disk
    PlanOptions options = {};
};

/// A plan, and what it was made from.
struct MadePlan
{
    Plan plan;
    Environment environment;
    bool isPart = false;   ///< it was made for a few chosen items
    std::string workspace; ///< its folder
    quint64 revision = 0;
    QStringList unsaved;
    std::size_t topics = 0; ///< that the specs ask for
    std::size_t acls = 0;
    std::size_t subjects = 0;
    QDateTime readAt; ///< when the cluster was asked
    /// The run that did not end, and that this goes on with: the plan is the one it had.
    std::optional<journal::Record> earlier = {};
    std::vector<ItemResult> standing = {}; ///< of each of its items, as the cluster shows it

    /// The items that are left to do.
    Plan rest() const;
};

using MadePlanPtr = std::shared_ptr<const MadePlan>;

/// Reads the cluster and compares; an error where it could not be reached at all. Waits.
Result<MadePlanPtr> makePlanFor(const PlanRequest &request, const std::stop_token &stop);

/// Who applies something here, and where runs leave their traces.
Result<journal::Desk> deskFor(const std::string &workspace);

struct ItemStarted
{
    std::string id;
};

/// What is told while a plan is applied; the report comes last.
using ApplyStep = std::variant<ItemStarted, ItemResult, ApplyReport>;

/// Waits, and tells each step.
void applyPlan(QPromise<ApplyStep> &promise, const MadePlanPtr &made, const Connector &connector,
               const std::stop_token &stop);

} // namespace meshwright::ui
