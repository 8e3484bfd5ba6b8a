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

struct PlanTexts
{
    Q_DECLARE_TR_FUNCTIONS(PlanTexts)
};

const Acl *aclOf(const PlanItem &item)
{
    const auto *change = std::get_if<AclChange>(&item.change);
    return change == nullptr ? nullptr : &change->acl;
}

QString titled(std::string_view kafkaName)
{
    return toQt(kafkaName).toLower().replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString partitionsOf(const TopicCreation &creation)
{
    return creation.partitions ? PlanTexts::tr("%n partition(s)", nullptr, *creation.partitions)
                               : PlanTexts::tr("the broker's partitions");
}

/// What a new topic is made with: `3 partitions, 1 replica, retention.ms=172800000`.
QString madeOf(const TopicCreation &creation)
{
    QStringList parts{partitionsOf(creation),
                      creation.replicas
                          ? PlanTexts::tr("%n replica(s)", nullptr, *creation.replicas)
                          : PlanTexts::tr("the broker's replicas")};
    for (const auto &[key, value] : creation.settings)
        parts.append(toQt(key + '=' + value));
    return parts.join(PlanTexts::tr(", "));
}

/// That the registry has now; empty where the subject is new.
QString versionOf(const PlanItem &item)
{
    const auto version = item.precondition.find("version");
    return version == item.precondition.end() ? QString() : toQt(version->second);
}

QString inWords(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return PlanTexts::tr("%1 and %2")
        .arg(parts.mid(0, parts.size() - 1).join(PlanTexts::tr(", ")), parts.last());
}

int countOf(const std::vector<ItemResult> &items, ItemState state)
{
    return static_cast<int>(std::count_if(
        items.begin(), items.end(), [state](const auto &item) { return item.state == state; }));
}

QString standing(const MadePlan &made)
{
    return PlanTexts::tr("%L1 of %L2 changes stood, by what the run noted and by %3 at %4")
        .arg(countOf(made.standing, ItemState::Done))
        .arg(made.standing.size())
        .arg(made.plan.clusterId.empty()
                 ? PlanTexts::tr("the cluster")
                 : PlanTexts::tr("cluster %1").arg(toQt(made.plan.clusterId)),
             QLocale().toString(made.readAt.time(), QLocale::ShortFormat));
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
    if (std::holds_alternative<LevelChange>(item.change))
        return PlanTexts::tr("compatibility");
    if (item.kind == PlanKind::Schema)
        return PlanTexts::tr("schema");
    return item.kind == PlanKind::Partitions ? PlanTexts::tr("partitions") : PlanTexts::tr("topic");
}

QString right(const Acl &acl)
{
    const QString may = acl.permission == Permission::Allow ? PlanTexts::tr("may %1")
                                                            : PlanTexts::tr("must not %1");
    const QString right = may.arg(titled(nameOf(acl.operation)));
    if (acl.resourceType == ResourceType::Topic)
        return right;
    return PlanTexts::tr("%1 (%2)").arg(right, titled(nameOf(acl.resourceType)));
}

QString before(const PlanItem &item)
{
    const auto *acl = aclOf(item);
    if (acl != nullptr)
        return item.action == PlanAction::Delete ? right(*acl) : PlanTexts::tr("no right");
    if (const auto *setting = std::get_if<SettingChange>(&item.change); setting && !setting->before)
        return PlanTexts::tr("default");
    if (std::holds_alternative<TopicCreation>(item.change))
        return PlanTexts::tr("absent");
    if (const auto *deletion = std::get_if<TopicDeletion>(&item.change))
        return PlanTexts::tr("%n partition(s)", nullptr, deletion->partitions);
    if (const auto *level = std::get_if<LevelChange>(&item.change); level && !level->before)
        return PlanTexts::tr("the registry's");
    if (const auto *schema = std::get_if<SchemaChange>(&item.change))
        return schema->before ? PlanTexts::tr("version %1").arg(versionOf(item))
                              : PlanTexts::tr("absent");
    return toQt(beforeText(item));
}

QString after(const PlanItem &item)
{
    const auto *acl = aclOf(item);
    if (acl != nullptr)
        return item.action == PlanAction::Delete ? PlanTexts::tr("no right") : right(*acl);
    if (const auto *setting = std::get_if<SettingChange>(&item.change); setting && !setting->after)
        return PlanTexts::tr("default");
    if (const auto *creation = std::get_if<TopicCreation>(&item.change))
        return madeOf(*creation);
    if (std::holds_alternative<TopicDeletion>(item.change) ||
        std::holds_alternative<SubjectDeletion>(item.change))
        return PlanTexts::tr("absent");
    if (const auto *schema = std::get_if<SchemaChange>(&item.change))
        return PlanTexts::tr("version %1, %2")
            .arg(QString::number(versionOf(item).toInt() + 1), toQt(schema->after.type));
    return toQt(afterText(item));
}

const char *icon(const PlanItem &item)
{
    const auto *acl = aclOf(item);
    if (item.kind == PlanKind::Schema)
        return "schema";
    if (acl == nullptr)
        return item.kind == PlanKind::Config ? "settings" : "topic";
    return "access";
}

QString risk(Risk risk)
{
    switch (risk) {
    case Risk::Safe:
        return PlanTexts::tr("safe");
    case Risk::WidensAccess:
        return PlanTexts::tr("widens access");
    case Risk::AffectsData:
        return PlanTexts::tr("affects data");
    case Risk::Irreversible:
        break;
    }
    return PlanTexts::tr("irreversible");
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

QString why(const PlanItem &item)
{
    const bool isValue = item.kind == PlanKind::Config || item.kind == PlanKind::Partitions;
    return isValue && !item.policies.empty()
               ? PlanTexts::tr("policy %1").arg(toQt(item.policies.front().policy))
               : place(item.reason);
}

QString state(RowState state)
{
    switch (state) {
    case RowState::None:
        return {};
    case RowState::Waiting:
        return PlanTexts::tr("waiting");
    case RowState::Running:
        return PlanTexts::tr("running");
    case RowState::Done:
        return PlanTexts::tr("done");
    case RowState::Failed:
        return PlanTexts::tr("failed");
    case RowState::Stale:
        return PlanTexts::tr("stale");
    case RowState::Skipped:
        return PlanTexts::tr("skipped");
    case RowState::Unknown:
        break;
    }
    return PlanTexts::tr("unknown");
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

QString headline(const MadePlan &made, bool isApplied)
{
    const auto plan = isApplied ? made.plan : made.rest();
    const auto name = toQt(plan.environment);
    if (made.earlier && plan.isEmpty())
        return PlanTexts::tr("Nothing is left to do in %1").arg(name);
    if (plan.isEmpty() && plan.hasErrors())
        return PlanTexts::tr("Nothing can be planned for %1").arg(name);
    if (plan.isEmpty() && made.isPart)
        return PlanTexts::tr("Nothing to do: %1 has all that was chosen").arg(name);
    const bool isWhole = std::none_of(plan.problems.begin(), plan.problems.end(),
                                      [](auto &each) { return each.severity != Severity::Info; });
    if (plan.isEmpty() && !isWhole)
        return PlanTexts::tr("Nothing else to do: %1 has the rest of what the specs ask for")
            .arg(name);
    if (plan.isEmpty())
        return PlanTexts::tr("Nothing to do: %1 has all that the specs ask for").arg(name);
    QStringList parts;
    const auto add = [&](PlanKind kind, PlanAction action, const char *counted) {
        const auto count =
            std::count_if(plan.items.begin(), plan.items.end(), [&](const auto &item) {
                return item.kind == kind && item.action == action;
            });
        if (count > 0)
            parts.append(PlanTexts::tr(counted, nullptr, static_cast<int>(count)));
    };
    using enum PlanAction;
    add(PlanKind::Topic, Create, QT_TRANSLATE_N_NOOP("PlanTexts", "create %Ln topic(s)"));
    add(PlanKind::Partitions, Update,
        QT_TRANSLATE_N_NOOP("PlanTexts", "add partitions to %Ln topic(s)"));
    add(PlanKind::Config, Update, QT_TRANSLATE_N_NOOP("PlanTexts", "change %Ln setting(s)"));
    add(PlanKind::Schema, Create, QT_TRANSLATE_N_NOOP("PlanTexts", "register %Ln schema(s)"));
    add(PlanKind::Schema, Update, QT_TRANSLATE_N_NOOP("PlanTexts", "change %Ln schema(s)"));
    add(PlanKind::Acl, Create, QT_TRANSLATE_N_NOOP("PlanTexts", "add %Ln access rule(s)"));
    add(PlanKind::Acl, Delete, QT_TRANSLATE_N_NOOP("PlanTexts", "remove %Ln access rule(s)"));
    add(PlanKind::Schema, Delete, QT_TRANSLATE_N_NOOP("PlanTexts", "delete %Ln subject(s)"));
    add(PlanKind::Topic, Delete, QT_TRANSLATE_N_NOOP("PlanTexts", "delete %Ln topic(s)"));
    return (isApplied      ? PlanTexts::tr("The plan was to %1 in %2")
            : made.earlier ? PlanTexts::tr("Going on will %1 in %2")
                           : PlanTexts::tr("This will %1 in %2"))
        .arg(inWords(parts), name);
}

QString time(const std::string &utc)
{
    const auto local = QDateTime::fromString(toQt(utc), Qt::ISODate).toLocalTime();
    return local.isValid() ? QLocale().toString(local, QLocale::ShortFormat) : toQt(utc);
}

QString unfinished(const journal::Record &record)
{
    const auto &head = record.head;
    const auto total = head.plan.items.size();
    const auto done = journal::doneCount(record);
    QStringList parts{PlanTexts::tr("%Ln done", nullptr, static_cast<int>(done))};
    if (const auto doubt = static_cast<int>(record.inFlight.size()); doubt > 0)
        parts.append(PlanTexts::tr("%Ln unknown", nullptr, doubt));
    if (const auto left = static_cast<int>(total - done - record.inFlight.size()); left > 0)
        parts.append(PlanTexts::tr("%Ln not done", nullptr, left));
    return PlanTexts::tr("What %1 began to apply to %2 at %3 did not end: %4.")
        .arg(toQt(head.by.user), toQt(head.plan.environment), time(head.started),
             parts.join(PlanTexts::tr(", ")));
}

QString refusals(const Plan &plan)
{
    const auto isError = [](const PlanProblem &problem) {
        return problem.severity == Severity::Error;
    };
    const auto errors =
        static_cast<int>(std::count_if(plan.problems.begin(), plan.problems.end(), isError));
    const auto held = static_cast<int>(plan.problems.size()) - errors;
    QStringList parts;
    if (errors > 0)
        parts.append(PlanTexts::tr("%Ln error(s) keep(s|) it from being applied", nullptr, errors));
    if (held > 0)
        parts.append(PlanTexts::tr("%Ln thing(s) (is|are) held back", nullptr, held));
    return inWords(parts);
}

QString comparison(const MadePlan &made)
{
    if (made.earlier)
        return standing(made);
    const auto &plan = made.plan;
    const QString cluster = plan.clusterId.empty()
                                ? PlanTexts::tr("the cluster")
                                : PlanTexts::tr("cluster %1").arg(toQt(plan.clusterId));
    QStringList parts{PlanTexts::tr("%Ln topic(s)", nullptr, static_cast<int>(made.topics)),
                      PlanTexts::tr("%Ln access rule(s)", nullptr, static_cast<int>(made.acls))};
    if (made.subjects > 0)
        parts.append(PlanTexts::tr("%Ln schema(s)", nullptr, static_cast<int>(made.subjects)));
    return PlanTexts::tr("%1 compared with %2 at %3; %4 in step")
        .arg(inWords(parts), cluster, QLocale().toString(made.readAt.time(), QLocale::ShortFormat),
             QLocale().toString(static_cast<qulonglong>(plan.summary.unchanged)));
}

QString summary(const ApplyReport &report, const QString &environment)
{
    if (report.refused)
        return PlanTexts::tr("Nothing was applied to %1: %2")
            .arg(environment, toQt(report.refused->message));
    const int done = countOf(report.items, ItemState::Done);
    if (report.isComplete())
        return PlanTexts::tr("Done: (the|all) %Ln change(s) (is|are) in %1", nullptr, done)
            .arg(environment);
    QStringList parts{PlanTexts::tr("%Ln done", nullptr, done)};
    const auto add = [&](ItemState state, const char *counted) {
        if (const int count = countOf(report.items, state); count > 0)
            parts.append(PlanTexts::tr(counted, nullptr, count));
    };
    add(ItemState::Failed, QT_TRANSLATE_N_NOOP("PlanTexts", "%Ln failed"));
    add(ItemState::Stale, QT_TRANSLATE_N_NOOP("PlanTexts", "%Ln stale"));
    add(ItemState::Skipped, QT_TRANSLATE_N_NOOP("PlanTexts", "%Ln not tried"));
    add(ItemState::Unknown, QT_TRANSLATE_N_NOOP("PlanTexts", "%Ln unknown"));
    if (report.halted)
        return PlanTexts::tr("Stopped: %1 in %2. %3")
            .arg(parts.join(PlanTexts::tr(", ")), environment, toQt(report.halted->message));
    return (report.cancelled ? PlanTexts::tr("Cancelled: %1 in %2")
                             : PlanTexts::tr("Partly applied: %1 in %2"))
        .arg(parts.join(PlanTexts::tr(", ")), environment);
}

} // namespace plantexts

} // namespace meshwright::ui
