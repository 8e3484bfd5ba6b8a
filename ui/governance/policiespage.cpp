// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/policiespage.h"

#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QTreeView>

namespace meshwright::ui {

namespace {

constexpr int policyWidth = 210;
constexpr int topicWidth = 330;
constexpr int effectWidth = 380;

} // namespace

PoliciesPage::PoliciesPage(Session &session, QWidget *parent)
    : TablePage(session, new PoliciesModel, QStringLiteral("policies"), "settings", parent)
    , m_policies(findChild<PoliciesModel *>())
    , m_broken(addToggle("policiesBroken"))
    , m_set(addToggle("policiesSet"))
    , m_others(addToggle("policiesOthers"))
    , m_survey(
          [this]() -> std::function<SurveyPtr()> {
              const TopologyPtr topology = m_session.snapshot().topology;
              if (!topology)
                  return {};
              return [topology] {
                  return std::make_shared<const policy::Survey>(policy::survey(topology));
              };
          },
          [this](const SurveyPtr &survey) {
              m_policies->show(survey);
              updateState();
          })
{
    QHeaderView *header = table()->header();
    header->resizeSection(PoliciesModel::PolicyColumn, theme::scaled(policyWidth));
    header->resizeSection(PoliciesModel::TopicColumn, theme::scaled(topicWidth));
    header->resizeSection(PoliciesModel::EffectColumn, theme::scaled(effectWidth));
    connect(&session, &Session::snapshotChanged, this, [this] {
        m_survey.refresh();
        updateState();
    });
    retranslate();
}

std::optional<asyncapi::Place> PoliciesPage::placeOf(int at, int column) const
{
    const PoliciesModel::Row &row = m_policies->row(at);
    const asyncapi::Place &written =
        row.quality ? row.quality->rule->place : row.policy->policy->place;
    const bool isBuiltIn = written.file.starts_with(builtinPrefix);
    if (!row.topic || (column == PoliciesModel::PolicyColumn && !isBuiltIn))
        return isBuiltIn ? std::nullopt : std::optional(written);
    if (row.effect && !row.effect->breaches.empty())
        return row.effect->breaches.front().place;
    return row.topic->declaration().keyPlace;
}

bool PoliciesPage::accepts(int row) const
{
    if (!m_others)
        return true;
    switch (m_policies->state(row)) {
    case PoliciesModel::State::Broken:
        return m_broken->isChecked();
    case PoliciesModel::State::Sets:
        return m_set->isChecked();
    default:
        return m_others->isChecked();
    }
}

void PoliciesPage::setSeen(bool isSeen)
{
    m_survey.setWanted(isSeen);
}

void PoliciesPage::updateState()
{
    int broken = 0;
    int set = 0;
    for (int row = 0; row < m_policies->rowCount(); ++row) {
        const auto state = m_policies->state(row);
        broken += state == PoliciesModel::State::Broken ? 1 : 0;
        set += state == PoliciesModel::State::Sets ? 1 : 0;
    }
    const QLocale locale;
    m_broken->setText(QStringLiteral("! ") + locale.toString(broken));
    m_set->setText(QStringLiteral("§ ") + locale.toString(set));
    m_others->setText(QStringLiteral("✓ ") +
                      locale.toString(m_policies->rowCount() - broken - set));
    if (!m_session.isOpen())
        showState(tr("No policies yet"),
                  tr("What policies mean for topics appears here once a folder is open."));
    else if (m_policies->rowCount() == 0)
        showState(tr("No policies"),
                  tr("Name policy files in meshwright.yaml, such as policies: [builtin:pii]."));
    else
        showState(tr("Nothing fits the filter"), tr("Clear it to see all policies."));
}

void PoliciesPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter by policy, topic or value"));
    m_filter->setAccessibleName(tr("Filter policies"));
    table()->setAccessibleName(tr("Policies and what they mean for topics"));
    m_broken->setToolTip(tr("Show what breaks a policy"));
    m_set->setToolTip(tr("Show values that policies set"));
    m_others->setToolTip(tr("Show where nothing is to be done, and quality rules"));
    for (QToolButton *button : {m_broken, m_set, m_others})
        button->setAccessibleName(button->toolTip());
    updateState();
}

} // namespace meshwright::ui
