// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/policiesmodel.h"

#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <array>

namespace meshwright::ui {

namespace {

using State = PoliciesModel::State;

QColor colorOf(State state, Severity severity)
{
    switch (state) {
    case State::Broken:
        return severity == Severity::Error ? theme::tokens().error : theme::tokens().warning;
    case State::Sets:
        return theme::tokens().accent;
    case State::Fits:
        return theme::tokens().good;
    case State::Elsewhere:
    case State::Quality:
        break;
    }
    return theme::tokens().muted;
}

QString joined(const std::vector<std::string> &words)
{
    QStringList texts;
    for (const std::string &word : words)
        texts << toQt(word);
    return texts.join(QStringLiteral(", "));
}

} // namespace

void PoliciesModel::show(const SurveyPtr &survey)
{
    beginResetModel();
    m_survey = survey;
    m_rows.clear();
    for (const policy::SurveyedPolicy &each : survey->policies) {
        if (each.effects.empty())
            m_rows.push_back({&each, nullptr, nullptr, nullptr});
        for (const policy::Effect &effect : each.effects)
            m_rows.push_back({&each, nullptr, &effect, effect.topic});
    }
    for (const policy::SurveyedQuality &each : survey->quality) {
        if (each.topics.empty())
            m_rows.push_back({nullptr, &each, nullptr, nullptr});
        for (const Topic *topic : each.topics)
            m_rows.push_back({nullptr, &each, nullptr, topic});
    }
    // What there is something to do about comes first.
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return stateOf(a) < stateOf(b); });
    endResetModel();
}

int PoliciesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PoliciesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

PoliciesModel::State PoliciesModel::stateOf(const Row &each)
{
    if (each.quality)
        return State::Quality;
    if (each.effect && !each.effect->breaches.empty())
        return State::Broken;
    if (each.effect && !each.effect->changes.empty())
        return State::Sets;
    return each.policy->holds ? State::Fits : State::Elsewhere;
}

QString PoliciesModel::effectText(const Row &each, State state) const
{
    switch (state) {
    case State::Broken:
        return tr("! %1").arg(toQt(each.effect->breaches.front().message));
    case State::Sets: {
        const policy::Change &change = each.effect->changes.front();
        const std::string &subject = change.demand->subject;
        const QString before =
            change.before ? toQt(policy::valueText(subject, *change.before)) : tr("not declared");
        return change.overruledBy ? tr("! %1 is set otherwise by %2")
                                        .arg(toQt(subject), toQt(change.overruledBy->id))
                                  : tr("§ %1: %2 → %3")
                                        .arg(toQt(subject), before,
                                             toQt(policy::valueText(subject, change.after)));
    }
    case State::Elsewhere:
        return tr("– holds in %1 alone").arg(joined(each.policy->policy->environments));
    case State::Quality:
        return each.quality->rule->owner.empty()
                   ? tr("– for who runs quality rules")
                   : tr("– run by %1").arg(toQt(each.quality->rule->owner));
    case State::Fits:
        break;
    }
    return each.topic ? tr("✓ nothing to do") : tr("– means no topic");
}

QString PoliciesModel::reasonText(const Row &each) const
{
    if (each.quality)
        return toQt(each.quality->rule->rule);
    const Policy &policy = *each.policy->policy;
    return policy.title.empty() ? toQt(policy::textOf(policy)) : toQt(policy.title);
}

QString PoliciesModel::tip(const QModelIndex &index) const
{
    const Row &each = row(index.row());
    if (index.column() == EffectColumn && each.effect) {
        QStringList lines;
        for (const policy::Breach &breach : each.effect->breaches)
            lines << toQt(breach.message);
        if (!lines.isEmpty())
            return lines.join(u'\n');
    }
    if (each.quality || index.column() == TopicColumn || index.column() == EffectColumn)
        return data(index, Qt::DisplayRole).toString();
    const Policy &policy = *each.policy->policy;
    return QStringList{reasonText(each), toQt(policy::textOf(policy)),
                       tr("For %1").arg(toQt(policy::conditionText(policy.when, policy.unless))),
                       toQt(policy.reason)}
        .join(u'\n')
        .trimmed();
}

QVariant PoliciesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &each = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case PolicyColumn:
            return toQt(each.quality ? each.quality->rule->id : each.policy->policy->id);
        case TopicColumn:
            return each.topic ? toQt(each.topic->name.value) : QString();
        case EffectColumn:
            return effectText(each, state(index.row()));
        default:
            return reasonText(each);
        }
    case Qt::ToolTipRole:
        return tip(index);
    case Qt::FontRole:
        return column == PolicyColumn || column == TopicColumn ? theme::fixedDetailFont()
                                                               : QVariant();
    case Qt::ForegroundRole:
        return column == EffectColumn
                   ? QVariant(colorOf(state(index.row()),
                                      each.policy ? each.policy->policy->severity : Severity::Info))
                   : QVariant();
    default:
        return {};
    }
}

QVariant PoliciesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const std::array<QString, ColumnCount> names = {tr("Policy"), tr("Topic"), tr("What it does"),
                                                    tr("Why")};
    return names.at(static_cast<std::size_t>(section));
}

} // namespace meshwright::ui
