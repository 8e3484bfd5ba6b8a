// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/driftheader.h"

#include "ui/drift/driftcontroller.h"
#include "ui/drift/drifttexts.h"
#include "ui/plan/headline.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"
#include "ui/theme/turninglayout.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace meshwright::ui {

using headline::link;
using headline::marked;

DriftHeader::DriftHeader(QWidget *parent)
    : QWidget(parent)
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    m_headline = headline::make("driftHeadline", this);
    theme::setFont(*m_headline, theme::titleFont);
    m_outdated = headline::make("driftOutdated", this);
    m_unknowns = headline::make("driftUnknowns", this);
    m_comparison = headline::make("driftComparison", this);
    theme::setFont(*m_comparison, theme::detailFont);
    theme::setInk(*m_comparison, theme::Ink::Muted);
    m_comparison->setForegroundRole(QPalette::WindowText); // which the ink is
    for (auto *line : {m_headline, m_outdated, m_unknowns, m_comparison})
        lines->addWidget(line);
    lines->addStretch();
    for (auto *line : {m_outdated, m_unknowns})
        line->setTextInteractionFlags(Qt::TextBrowserInteraction); // these have a link
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("driftFilter"));
    m_filter->setAccessibleName(tr("Filter the drift"));
    m_filter->setPlaceholderText(tr("Filter"));
    theme::dressSearchField(*m_filter, "filter");
    m_compare = new QPushButton(this);
    m_compare->setObjectName(QStringLiteral("driftCompare"));
    auto *tools = new QHBoxLayout;
    tools->setSpacing(theme::padding);
    tools->addWidget(m_filter, 0, Qt::AlignTop);
    tools->addWidget(m_compare, 0, Qt::AlignTop);
    auto *row = new theme::TurningLayout(this);
    row->setContentsMargins(theme::widePadding, theme::padding + 2, theme::widePadding,
                            theme::padding);
    row->setSpacing(theme::padding);
    row->setParts(lines, tools);
    connect(m_filter, &QLineEdit::textChanged, this, &DriftHeader::filterChanged);
    connect(m_outdated, &QLabel::linkActivated, this, &DriftHeader::compareRequested);
    connect(m_unknowns, &QLabel::linkActivated, this, &DriftHeader::unknownsRequested);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        if (m_isComparing)
            emit cancelRequested();
        else
            emit compareRequested();
    });
}

void DriftHeader::describe(const MadeDrift &made, const DriftController &controller)
{
    m_isComparing = controller.isComparing();
    const auto warning = theme::tokens().warning;
    headline::show(*m_headline, drifttexts::headline(made));
    const auto unknowns = drifttexts::unknowns(made);
    headline::show(*m_unknowns, unknowns.isEmpty() ? QString()
                                                   : marked(QStringLiteral("!"), warning,
                                                            unknowns.toHtmlEscaped()) +
                                                         link(tr("Show")));
    const bool isOutdated = controller.isOutdated() && !m_isComparing;
    headline::show(*m_outdated, isOutdated ? marked(QStringLiteral("!"), warning,
                                                    tr("Outdated: the specs or the cluster changed "
                                                       "since this comparison")) +
                                                 link(tr("Compare again"))
                                           : QString());
    m_comparison->setText(
        m_isComparing ? tr("Comparing …")
                      : tr("%1. %2").arg(drifttexts::comparison(made), nextComparison(controller)));
    m_headline->setToolTip(m_comparison->text());
    setCompact(m_isCompact);
    m_compare->setText(m_isComparing ? tr("Cancel") : tr("Compare again"));
    m_compare->setIcon(theme::icon(m_isComparing ? "cancel" : "refresh"));
    m_compare->setEnabled(!controller.isApplying());
    m_compare->setToolTip(
        controller.isApplying()
            ? tr("A plan is being applied: compare when that has ended.")
            : tr("Reads the cluster again and compares it with what the specs say "
                 "now; nothing is written"));
}

void DriftHeader::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_comparison->setVisible(!m_isCompact && !m_comparison->text().isEmpty());
}

QString nextComparison(const DriftController &controller)
{
    return controller.nextAt().isValid()
               ? DriftHeader::tr("The next comparison is at %1")
                     .arg(QLocale().toString(controller.nextAt().time(), QLocale::ShortFormat))
               : DriftHeader::tr("It compares when asked");
}

} // namespace meshwright::ui
