// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/plan/planning.h"
#include "ui/theme/icon.h"

#include <QString>

namespace meshwright::ui {

/// How far an item is.
enum class RowState { None, Waiting, Running, Done, Failed, Stale, Skipped, Unknown };

RowState rowStateOf(ItemState state);

/// The words, signs and colours of plans; the core says the facts.
namespace plantexts {

QString sign(PlanAction action); ///< + ~ − =
theme::Ink ink(PlanAction action);
QString resource(const PlanItem &item); ///< the topic, or an ACL's pattern (prefixed ones end in *)
QString what(const PlanItem &item);     ///< partitions, retention.ms, READ by User:x …
QString before(const PlanItem &item);
QString after(const PlanItem &item);
const char *icon(const PlanItem &item);
QString risk(Risk risk);
theme::Ink ink(Risk risk);
QString place(const Reason &reason); ///< file:line, or empty
/// The policy that set the value, or the place that asks for it.
QString why(const PlanItem &item);
QString state(RowState state);
const char *icon(RowState state);
theme::Ink ink(RowState state);

/// What will happen (or should have, where the plan was applied), in one sentence.
QString headline(const MadePlan &made, bool isApplied = false);
QString time(const std::string &utc); ///< of an ISO 8601 one, here
/// That the run did not end, and how much of it is done.
QString unfinished(const journal::Record &record);
/// What won't, in one sentence; empty where there is nothing.
QString refusals(const Plan &plan);
/// What was compared, with what, and when.
QString comparison(const MadePlan &made);
/// What was done, what not and what is unknown.
QString summary(const ApplyReport &report, const QString &environment);

} // namespace plantexts

} // namespace meshwright::ui
