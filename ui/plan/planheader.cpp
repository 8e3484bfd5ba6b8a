// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/planheader.h"

#include "ui/plan/deletechoice.h"
#include "ui/plan/headline.h"
#include "ui/plan/plantexts.h"
#include "ui/text/text.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"
#include "ui/theme/turninglayout.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meshwright::ui {

using headline::link;
using headline::marked;

PlanHeader::PlanHeader(QWidget *parent)
    : QWidget(parent)
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    m_headline = headline::make("planHeadline", this);
    theme::setFont(*m_headline, theme::titleFont);
    m_outdated = headline::make("planOutdated", this);
    m_refusals = headline::make("planRefusals", this);
    m_comparison = headline::make("planComparison", this);
    theme::setFont(*m_comparison, theme::detailFont);
    m_comparison->setForegroundRole(QPalette::PlaceholderText);
    m_unsaved = headline::make("planUnsaved", this);
    for (auto *line : {m_headline, m_outdated, m_refusals, m_unsaved, m_comparison})
        lines->addWidget(line);
    lines->addStretch();
    for (auto *line : {m_outdated, m_refusals})
        line->setTextInteractionFlags(Qt::TextBrowserInteraction); // these have a link
    connect(m_refusals, &QLabel::linkActivated, this, &PlanHeader::problemsRequested);
    connect(m_outdated, &QLabel::linkActivated, this, &PlanHeader::planRequested);
    makeButtons();
    auto *tools = new QHBoxLayout;
    tools->setSpacing(theme::padding);
    for (QWidget *widget : {static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_deletes),
                            static_cast<QWidget *>(m_plan), static_cast<QWidget *>(m_more)})
        tools->addWidget(widget, 0, Qt::AlignTop);
    auto *row = new theme::TurningLayout(this);
    row->setContentsMargins(theme::widePadding, theme::padding + 2, theme::widePadding,
                            theme::padding);
    row->setSpacing(theme::padding);
    row->setParts(lines, tools);
}

void PlanHeader::makeButtons()
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("planFilter"));
    m_filter->setAccessibleName(tr("Filter the plan"));
    m_filter->setPlaceholderText(tr("Filter"));
    theme::dressSearchField(*m_filter, "filter");
    m_deletes = new DeleteChoice(this);
    m_plan = new QPushButton(theme::icon("refresh"), tr("Plan again"), this);
    m_plan->setObjectName(QStringLiteral("planRefresh"));
    m_plan->setToolTip(tr("Reads the cluster again and compares it with what the specs say now"));
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("planMore"));
    m_more->setAccessibleName(tr("Copy and save"));
    m_more->setToolTip(tr("Copy or save the plan as JSON, and the report of what was applied"));
    m_more->setIcon(theme::icon("export"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMinimumSize(theme::formRowHeight, theme::formRowHeight);
    connect(m_filter, &QLineEdit::textChanged, this, &PlanHeader::filterChanged);
    connect(m_plan, &QPushButton::clicked, this, &PlanHeader::planRequested);
}

void PlanHeader::describe(const MadePlan &made, bool isOutdated, bool isApplied)
{
    const auto &t = theme::tokens();
    headline::show(*m_headline, plantexts::headline(made, isApplied));
    const auto refusals = plantexts::refusals(made.plan);
    const auto color = made.plan.hasErrors() ? t.error : t.warning;
    headline::show(*m_refusals,
                   refusals.isEmpty()
                       ? QString()
                       : marked(made.plan.hasErrors() ? QStringLiteral("✕") : QStringLiteral("!"),
                                color, refusals.toHtmlEscaped()) +
                             link(tr("Show")));
    auto muted = palette();
    muted.setColor(QPalette::PlaceholderText, t.muted);
    m_comparison->setPalette(muted);
    headline::show(*m_comparison, plantexts::comparison(made));
    m_comparison->setVisible(!m_isCompact);
    m_headline->setToolTip(m_comparison->text());
    const auto unsaved = static_cast<int>(made.unsaved.size());
    headline::show(*m_unsaved, unsaved == 0
                                   ? QString()
                                   : marked(QStringLiteral("!"), t.warning,
                                            tr("%Ln unsaved file(s) (is|are) part of this plan",
                                               nullptr, unsaved)));
    m_unsaved->setToolTip(made.unsaved.join(QLatin1Char('\n')));
    headline::show(*m_outdated, isOutdated
                                    ? marked(QStringLiteral("!"), t.warning,
                                             tr("Outdated: the specs changed since this plan was "
                                                "made")) +
                                          link(tr("Plan again"))
                                    : QString());
}

void PlanHeader::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_comparison->setVisible(!m_isCompact && !m_comparison->text().isEmpty());
}

void PlanHeader::setBusy(bool isBusy)
{
    m_plan->setEnabled(!isBusy);
    m_deletes->setEnabled(!isBusy);
}

} // namespace meshwright::ui
