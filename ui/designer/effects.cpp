// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/effects.h"

#include "ui/text/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace meshwright::ui {

namespace {

constexpr int mostLines = 6; // of each kind

struct EffectTexts
{
    Q_DECLARE_TR_FUNCTIONS(meshwright::ui::Effects)
};

void addBulleted(QStringList &lines, const QStringList &sentences)
{
    for (const QString &each : sentences.mid(0, mostLines))
        lines += QStringLiteral("• ") + each;
    if (sentences.size() > mostLines)
        lines += EffectTexts::tr("… and %n more", nullptr,
                                 static_cast<int>(sentences.size()) - mostLines);
}

QStringList concernedBy(const modelling::Impact &impact)
{
    QStringList sentences;
    for (const modelling::Reading &reading : impact.readersLost)
        sentences += EffectTexts::tr("%1 consumes %2, and would find it no more.")
                         .arg(toQt(reading.reader.value), toQt(reading.topic.value));
    for (const modelling::Reading &reading : impact.readersShut)
        sentences += EffectTexts::tr("%1 consumes %2, and may read it no more.")
                         .arg(toQt(reading.reader.value), toQt(reading.topic.value));
    for (const modelling::Dangling &dangling : impact.dangling)
        sentences += EffectTexts::tr("The reference '%1' in %2 would lead nowhere.")
                         .arg(toQt(dangling.reference), toQt(dangling.place.file));
    return sentences;
}

/// Those that the specs would ask for, then those that they ask for now.
QStringList aclsOf(const modelling::Impact &impact)
{
    QStringList rules;
    for (const Acl &acl : impact.aclsNew)
        rules += QStringLiteral("+ ") + toQt(describe(acl));
    for (const Acl &acl : impact.aclsGone)
        rules += QStringLiteral("− ") + toQt(describe(acl));
    return rules;
}

QStringList fromCore(const std::vector<std::string> &sentences)
{
    QStringList texts;
    for (const std::string &each : sentences)
        texts += toQt(each);
    return texts;
}

QString amountText(double amount, const QString &currency)
{
    constexpr double smallest = 0.01;
    const bool isTiny = amount > 0 && amount < smallest;
    const QString number = QLocale().toString(isTiny ? smallest : amount, 'f', 2);
    return EffectTexts::tr("%1 %2", "a currency and an amount")
        .arg(currency, isTiny ? QStringLiteral("<") + number : number);
}

QString sumText(const cost::Sum &sum, const QString &currency)
{
    if (sum.topics == 0)
        return amountText(0, currency);
    const auto amount = sum.amount();
    return amount ? amountText(*amount, currency) : EffectTexts::tr("unknown", "an amount");
}

QString gapText(cost::Gap gap, int topics)
{
    switch (gap) {
    case cost::Gap::Partitions:
        return EffectTexts::tr("partitions of %n topic(s), not declared", nullptr, topics);
    case cost::Gap::Replicas:
        return EffectTexts::tr("replicas of %n topic(s), not declared", nullptr, topics);
    case cost::Gap::Volume:
        return EffectTexts::tr("the volume of %n topic(s), not declared", nullptr, topics);
    case cost::Gap::Retention:
        return EffectTexts::tr("the volume of %n topic(s) without retention.ms", nullptr, topics);
    case cost::Gap::Unlimited:
        return EffectTexts::tr("the volume of %n topic(s), kept for ever", nullptr, topics);
    case cost::Gap::Malformed:
        break;
    }
    return EffectTexts::tr("the volume of %n topic(s) whose x-volume says no size", nullptr,
                           topics);
}

/// What neither sum has in it.
QString gapsText(const cost::Change &change)
{
    std::map<cost::Gap, std::size_t> gaps = change.before.gaps;
    for (const auto &[gap, topics] : change.after.gaps)
        gaps[gap] = std::max(gaps[gap], topics);
    QStringList texts;
    for (const auto &[gap, topics] : gaps)
        texts += gapText(gap, static_cast<int>(topics));
    return texts.join(QStringLiteral("; "));
}

} // namespace

Effects effectsOf(const Topology &before, const WorkspaceEdit &edit)
{
    Effects effects;
    if (auto edited = modelling::topologyAfter(before, edit)) {
        effects.after = std::move(*edited);
        effects.impact = modelling::impactOf(before, *effects.after);
        effects.cost = cost::changeOf(before, *effects.after);
    } else {
        effects.impact = tl::unexpected(edited.error());
    }
    return effects;
}

QString effectsText(const std::vector<std::string> &notes, const Result<modelling::Impact> &impact)
{
    if (!impact)
        return toQt(impact.error().message);
    QStringList lines;
    addBulleted(lines, fromCore(notes));
    addBulleted(lines, concernedBy(*impact));
    addBulleted(lines, fromCore(impact->planWords));
    addBulleted(lines, aclsOf(*impact));
    return lines.join(QLatin1Char('\n'));
}

QString costText(const std::optional<cost::Change> &change, const Settings &settings)
{
    if (!change || !settings.costs)
        return {};
    const QString currency = toQt(settings.costs->currency);
    const QString environment = toQt(settings.costs->environment);
    const QString sums =
        EffectTexts::tr("%1 → %2 a month", "costs before and after")
            .arg(sumText(change->before, currency), sumText(change->after, currency));
    QStringList lines{environment.isEmpty()
                          ? EffectTexts::tr("Costs: %1").arg(sums)
                          : EffectTexts::tr("Costs in %1: %2").arg(environment, sums)};
    if (const auto gone = change->gone.amount(); gone && *gone > 0)
        lines += EffectTexts::tr("What goes still costs %1 until it is off the cluster.")
                     .arg(amountText(*gone, currency));
    if (const QString gaps = gapsText(*change); !gaps.isEmpty())
        lines += EffectTexts::tr("Not in it: %1.").arg(gaps);
    return lines.join(QLatin1Char('\n'));
}

} // namespace meshwright::ui
