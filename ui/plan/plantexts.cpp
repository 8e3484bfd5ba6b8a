// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/plantexts.h"

#include "ui/text/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace meshwright::ui {

RowState rowStateOf(ItemState state)
{
    switch (state) {
    case ItemState::Done:
        return RowState::Done;
    case ItemState::Failed:
        return RowState::Failed;
    case ItemState::Stale:
        return RowState::Stale;
    case ItemState::Skipped:
        return RowState::Skipped;
    case ItemState::Unknown:
        break;
    }
    return RowState::Unknown;
}

namespace plantexts {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Plan", text);
}

const Acl *aclOf(const PlanItem &item)
{
    const auto *change = std::get_if<AclChange>(&item.change);
    return change == nullptr ? nullptr : &change->acl;
}

QString titled(std::string_view kafkaName)
{
    return toQt(kafkaName).toLower().replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString inWords(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return tr("%1 and %2").arg(parts.mid(0, parts.size() - 1).join(tr(", ")), parts.last());
}

std::size_t countOf(const ApplyReport &report, ItemState state)
{
    return static_cast<std::size_t>(
        std::count_if(report.items.begin(), report.items.end(),
                      [state](const auto &item) { return item.state == state; }));
}

} // namespace

QString sign(PlanAction action)
{
    constexpr std::array signs{u'+', u'~', u'−', u'='};
    return {QChar(signs.at(static_cast<std::size_t>(action)))};
}

theme::Ink ink(PlanAction action)
{
    switch (action) {
    case PlanAction::Create:
        return theme::Ink::Good;
    case PlanAction::Update:
        return theme::Ink::Warning;
    case PlanAction::Delete:
        return theme::Ink::Error;
    case PlanAction::None:
        break;
    }
    return theme::Ink::Muted;
}

QString resource(const PlanItem &item)
{
    const auto *acl = aclOf(item);
    if (acl == nullptr)
        return toQt(item.resource);
    return toQt(acl->name) +
           (acl->patternType == PatternType::Prefixed ? QStringLiteral("*") : QString());
}

QString what(const PlanItem &item)
{
    if (const auto *acl = aclOf(item))
        return toQt(acl->principal);
    if (const auto *setting = std::get_if<SettingChange>(&item.change))
        return toQt(setting->key);
    return item.kind == PlanKind::Partitions ? tr("partitions") : tr("topic");
}

QString right(const Acl &acl)
{
    const QString may = acl.permission == Permission::Allow ? tr("may %1") : tr("must not %1");
    const QString right = may.arg(titled(nameOf(acl.operation)));
    if (acl.resourceType == ResourceType::Topic)
        return right;
    return tr("%1 (%2)").arg(right, titled(nameOf(acl.resourceType)));
}

QString before(const PlanItem &item)
{
    const auto *acl = aclOf(item);
    if (acl != nullptr)
        return item.action == PlanAction::Delete ? right(*acl) : tr("no right");
    if (const auto *setting = std::get_if<SettingChange>(&item.change); setting && !setting->before)
        return tr("default");
    return toQt(beforeText(item));
}

QString after(const PlanItem &item)
{
    const auto *acl = aclOf(item);
    if (acl != nullptr)
        return item.action == PlanAction::Delete ? tr("no right") : right(*acl);
    if (const auto *setting = std::get_if<SettingChange>(&item.change); setting && !setting->after)
        return tr("default");
    return toQt(afterText(item));
}

const char *icon(const PlanItem &item)
{
    const auto *acl = aclOf(item);
    if (acl == nullptr)
        return item.kind == PlanKind::Config ? "settings" : "topic";
    return "access";
}

QString risk(Risk risk)
{
    switch (risk) {
    case Risk::Safe:
        return tr("safe");
    case Risk::WidensAccess:
        return tr("widens access");
    case Risk::AffectsData:
        return tr("affects data");
    case Risk::Irreversible:
        break;
    }
    return tr("irreversible");
}

theme::Ink ink(Risk risk)
{
    switch (risk) {
    case Risk::Safe:
        return theme::Ink::Muted;
    case Risk::WidensAccess:
        return theme::Ink::Accent;
    case Risk::AffectsData:
        return theme::Ink::Warning;
    case Risk::Irreversible:
        break;
    }
    return theme::Ink::Error;
}

QString place(const Reason &reason)
{
    if (reason.file.empty() || reason.line == 0)
        return toQt(reason.file);
    return QStringLiteral("%1:%2").arg(toQt(reason.file)).arg(reason.line);
}

QString state(RowState state)
{
    switch (state) {
    case RowState::None:
        return {};
    case RowState::Waiting:
        return tr("waiting");
    case RowState::Running:
        return tr("running");
    case RowState::Done:
        return tr("done");
    case RowState::Failed:
        return tr("failed");
    case RowState::Stale:
        return tr("stale");
    case RowState::Skipped:
        return tr("skipped");
    case RowState::Unknown:
        break;
    }
    return tr("unknown");
}

const char *icon(RowState state)
{
    switch (state) {
    case RowState::None:
    case RowState::Waiting:
        return nullptr;
    case RowState::Running:
        return "running";
    case RowState::Done:
        return "done";
    case RowState::Failed:
        return "failed";
    case RowState::Stale:
        return "stale";
    case RowState::Skipped:
        return "skipped";
    case RowState::Unknown:
        break;
    }
    return "help";
}

theme::Ink ink(RowState state)
{
    switch (state) {
    case RowState::Done:
        return theme::Ink::Good;
    case RowState::Failed:
        return theme::Ink::Error;
    case RowState::Stale:
    case RowState::Unknown:
        return theme::Ink::Warning;
    case RowState::Running:
        return theme::Ink::Accent;
    case RowState::None:
    case RowState::Waiting:
    case RowState::Skipped:
        break;
    }
    return theme::Ink::Muted;
}

QString counted(std::size_t count, const QString &one, const QString &many)
{
    return (count == 1 ? one : many).arg(QLocale().toString(static_cast<qulonglong>(count)));
}

QString headline(const MadePlan &made, bool isApplied)
{
    const auto &plan = made.plan;
    const auto name = toQt(plan.environment);
    if (plan.isEmpty() && plan.hasErrors())
        return tr("Nothing can be planned for %1").arg(name);
    if (plan.isEmpty())
        return tr("Nothing to do: %1 has all that the specs ask for").arg(name);
    QStringList parts;
    const auto add = [&](PlanKind kind, PlanAction action, const char *one, const char *many) {
        const auto count =
            std::count_if(plan.items.begin(), plan.items.end(), [&](const auto &item) {
                return item.kind == kind && item.action == action;
            });
        if (count > 0)
            parts.append(counted(static_cast<std::size_t>(count), tr(one), tr(many)));
    };
    using enum PlanAction;
    add(PlanKind::Topic, Create, "create %1 topic", "create %1 topics");
    add(PlanKind::Partitions, Update, "add partitions to %1 topic", "add partitions to %1 topics");
    add(PlanKind::Config, Update, "change %1 setting", "change %1 settings");
    add(PlanKind::Acl, Create, "add %1 access rule", "add %1 access rules");
    add(PlanKind::Acl, Delete, "remove %1 access rule", "remove %1 access rules");
    add(PlanKind::Topic, Delete, "delete %1 topic", "delete %1 topics");
    return (isApplied ? tr("The plan was to %1 in %2") : tr("This will %1 in %2"))
        .arg(inWords(parts), name);
}

QString refusals(const Plan &plan)
{
    const auto isError = [](const PlanProblem &problem) {
        return problem.severity == Severity::Error;
    };
    const auto errors = static_cast<std::size_t>(
        std::count_if(plan.problems.begin(), plan.problems.end(), isError));
    const auto held = plan.problems.size() - errors;
    QStringList parts;
    if (errors > 0)
        parts.append(counted(errors, tr("%1 error keeps it from being applied"),
                             tr("%1 errors keep it from being applied")));
    if (held > 0)
        parts.append(counted(held, tr("%1 thing is held back"), tr("%1 things are held back")));
    return inWords(parts);
}

QString comparison(const MadePlan &made)
{
    const auto &plan = made.plan;
    const QString cluster =
        plan.clusterId.empty() ? tr("the cluster") : tr("cluster %1").arg(toQt(plan.clusterId));
    return tr("%1 and %2 compared with %3 at %4; %5 in step")
        .arg(counted(made.topics, tr("%1 topic"), tr("%1 topics")),
             counted(made.acls, tr("%1 access rule"), tr("%1 access rules")), cluster,
             QLocale().toString(made.readAt.time(), QStringLiteral("HH:mm:ss")),
             QLocale().toString(static_cast<qulonglong>(plan.summary.unchanged)));
}

QString summary(const ApplyReport &report, const QString &environment)
{
    if (report.refused)
        return tr("Nothing was applied to %1: %2").arg(environment, toQt(report.refused->message));
    const auto done = countOf(report, ItemState::Done);
    const auto unknown = countOf(report, ItemState::Unknown);
    const auto failed = countOf(report, ItemState::Failed);
    const auto stale = countOf(report, ItemState::Stale);
    const auto skipped = countOf(report, ItemState::Skipped);
    if (report.isComplete())
        return counted(done, tr("Done: the %1 change is in %2"),
                       tr("Done: all %1 changes are in %2"))
            .arg(environment);
    QStringList parts{counted(done, tr("%1 done"), tr("%1 done"))};
    const auto add = [&parts](std::size_t count, const QString &text) {
        if (count > 0)
            parts.append(counted(count, text, text));
    };
    add(failed, tr("%1 failed"));
    add(stale, tr("%1 stale"));
    add(skipped, tr("%1 not tried"));
    add(unknown, tr("%1 unknown"));
    return (report.cancelled ? tr("Cancelled: %1 in %2") : tr("Partly applied: %1 in %2"))
        .arg(parts.join(tr(", ")), environment);
}

} // namespace plantexts

} // namespace meshwright::ui
