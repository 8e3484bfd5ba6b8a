// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/drifttexts.h"

#include "ui/plan/plantexts.h"
#include "ui/text/text.h"

#include "meshwright/adoption/adoptdrift.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace meshwright::ui::drifttexts {

namespace {

struct DriftTexts
{
    Q_DECLARE_TR_FUNCTIONS(DriftTexts)
};

QString line(const QString &text, const QString &sentence)
{
    return sentence.isEmpty() ? QString() : text.arg(sentence);
}

std::string obstacleOf(const MadeDrift &made, const DriftItem &item)
{
    return adoption::whyNotAdopted(*made.topology, made.environment, item);
}

/// Whether the ACL is of one topic that no spec names yet, and a spec can take over.
bool waitsForItsTopic(const MadeDrift &made, const Acl &acl)
{
    if (acl.resourceType != ResourceType::Topic || acl.patternType != PatternType::Literal)
        return false;
    return std::ranges::any_of(made.drift.items, [&](const DriftItem &item) {
        return item.kind == PlanKind::Topic && item.state == DriftState::Unasked &&
               item.resource == acl.name && obstacleOf(made, item).empty();
    });
}

} // namespace

QString sign(DriftState state)
{
    switch (state) {
    case DriftState::Missing:
        return QStringLiteral("−");
    case DriftState::Differs:
        return QStringLiteral("≠");
    case DriftState::Unasked:
        break;
    }
    return QStringLiteral("+");
}

theme::Ink ink(DriftState state)
{
    switch (state) {
    case DriftState::Missing:
        return theme::Ink::Error;
    case DriftState::Differs:
        return theme::Ink::Warning;
    case DriftState::Unasked:
        break;
    }
    return theme::Ink::Accent;
}

QString resource(const DriftItem &item)
{
    return item.change ? plantexts::resource(*item.change) : toQt(item.resource);
}

QString what(const DriftItem &item)
{
    return item.change ? plantexts::what(*item.change) : DriftTexts::tr("replicas");
}

QString specs(const DriftItem &item)
{
    if (item.state == DriftState::Unasked)
        return DriftTexts::tr("nothing");
    return item.change ? plantexts::after(*item.change) : toQt(item.specs);
}

QString cluster(const DriftItem &item)
{
    const bool isSetting = item.kind == PlanKind::Config; // then it has the broker's default
    if (item.state == DriftState::Missing && !isSetting)
        return DriftTexts::tr("nothing");
    return item.change ? plantexts::before(*item.change) : toQt(item.cluster);
}

QString whyNotAdopted(const MadeDrift &made, const DriftItem &item)
{
    const auto why = obstacleOf(made, item);
    const Acl *acl = item.state == DriftState::Unasked ? aclOf(item) : nullptr;
    if (!why.empty() && acl != nullptr && waitsForItsTopic(made, *acl))
        return DriftTexts::tr("No spec names its topic yet: adopt the topic first, then compare "
                              "again. Restore takes the access away.");
    return toQt(why);
}

QString detail(const MadeDrift &made, const DriftItem &item)
{
    const QString subject = aclOf(item) != nullptr
                                ? toQt(item.resource)
                                : DriftTexts::tr("%1, %2").arg(resource(item), what(item));
    QStringList lines{DriftTexts::tr("%1: the specs say %2, the cluster has %3")
                          .arg(subject, specs(item), cluster(item))};
    if (item.reason.line > 0)
        lines << DriftTexts::tr("Where: %1").arg(plantexts::place(item.reason));
    lines << line(DriftTexts::tr("Can't be restored: %1"), toQt(item.message))
          << line(DriftTexts::tr("Can't be adopted: %1"), whyNotAdopted(made, item));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString headline(const MadeDrift &made)
{
    const auto name = toQt(made.drift.environment);
    const int count = static_cast<int>(made.drift.items.size());
    if (count > 0)
        return DriftTexts::tr("%Ln thing(s) (is|are) out of step in %1", nullptr, count).arg(name);
    return made.drift.isKnown ? DriftTexts::tr("In step: %1 has what the specs ask for").arg(name)
                              : DriftTexts::tr("Whether %1 is in step is not known").arg(name);
}

QString unknowns(const MadeDrift &made)
{
    const auto &problems = made.drift.problems;
    const auto count = static_cast<int>(
        std::count_if(problems.begin(), problems.end(), [](const PlanProblem &problem) {
            return problem.severity != Severity::Info; // it says that nothing can be there
        }));
    return count == 0 ? QString()
                      : DriftTexts::tr("%Ln thing(s) could not be compared", nullptr, count);
}

QString comparison(const MadeDrift &made)
{
    const QString cluster = made.drift.clusterId.empty()
                                ? DriftTexts::tr("the cluster")
                                : DriftTexts::tr("cluster %1").arg(toQt(made.drift.clusterId));
    return DriftTexts::tr("Compared with %1 at %2; %3 in step")
        .arg(cluster, QLocale().toString(made.readAt.time(), QLocale::ShortFormat),
             QLocale().toString(static_cast<qulonglong>(made.drift.unchanged)));
}

} // namespace meshwright::ui::drifttexts
