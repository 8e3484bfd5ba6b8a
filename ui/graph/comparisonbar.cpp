// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/comparisonbar.h"

#include "ui/graph/graphcomparison.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QEvent>
#include <QLabel>
#include <QStringList>
#include <QToolButton>

namespace meshwright::ui {

namespace {

using Kind = GraphComparison::Kind;
using compare::MarkCounts;

/// `+ 2 contexts, 1 topic`, for what `count` reads of the counts; empty where there is none.
QString part(const QChar &sign, const compare::Overlay &overlay, std::size_t MarkCounts::*count)
{
    const auto contexts = static_cast<int>(compare::countMarks(overlay.contexts).*count);
    const auto topics = static_cast<int>(compare::countMarks(overlay.topics).*count);
    const auto flows = static_cast<int>(compare::countMarks(overlay.flows).*count);
    QStringList parts;
    if (contexts > 0)
        parts << ComparisonBar::tr("%n context(s)", nullptr, contexts);
    if (topics > 0)
        parts << ComparisonBar::tr("%n topic(s)", nullptr, topics);
    if (flows > 0)
        parts << ComparisonBar::tr("%n flow(s)", nullptr, flows);
    return parts.isEmpty() ? QString() : QString(sign) + u' ' + parts.join(QStringLiteral(", "));
}

QString countsOf(const compare::Overlay &overlay)
{
    QStringList parts = {part(u'+', overlay, &MarkCounts::added),
                         part(QChar(0x2212), overlay, &MarkCounts::removed),
                         part(u'~', overlay, &MarkCounts::changed)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("    "));
}

} // namespace

ComparisonBar::ComparisonBar(GraphComparison &comparison, QWidget *parent)
    : QWidget(parent)
    , m_comparison(comparison)
    , m_text(new QLabel(this))
    , m_only(new QToolButton(this))
    , m_stop(new QToolButton(this))
{
    setObjectName(QStringLiteral("graphComparisonBar"));
    auto *row = new theme::WrapLayout(this);
    row->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    row->setSpacing(theme::padding);
    m_text->setObjectName(QStringLiteral("graphComparisonText"));
    m_text->setTextFormat(Qt::PlainText);
    row->addWidget(m_text);
    row->addStretch();
    m_only->setObjectName(QStringLiteral("graphOnlyDifferences"));
    m_only->setIcon(theme::icon("filter"));
    m_only->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_stop->setObjectName(QStringLiteral("graphStopComparing"));
    m_stop->setIcon(theme::icon("close"));
    for (QToolButton *button : {m_only, m_stop}) {
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    connect(m_only, &QToolButton::clicked, this, &ComparisonBar::onlyDifferencesWanted);
    connect(m_stop, &QToolButton::clicked, &m_comparison, &GraphComparison::stop);
    connect(&m_comparison, &GraphComparison::changed, this, &ComparisonBar::refresh);
    refresh();
}

QString ComparisonBar::sentence() const
{
    const OverlayPtr overlay = m_comparison.overlay();
    const QString base = m_comparison.base();
    if (!m_comparison.fault().isEmpty() && m_comparison.kind() != Kind::Preview)
        return m_comparison.fault();
    if (!overlay)
        return tr("Comparing with %1 …").arg(base);
    const QString counts = countsOf(*overlay);
    switch (m_comparison.kind()) {
    case Kind::Preview:
        return counts.isEmpty() ? tr("It would change nothing in the graph.")
                                : tr("What it would change:  %1").arg(counts);
    case Kind::Cluster:
        return counts.isEmpty() ? tr("The cluster of %1 has what the specs ask for.").arg(base)
                                : tr("What the plan for %1 would change:  %2").arg(base, counts);
    case Kind::Revision:
    case Kind::None:
        break;
    }
    return counts.isEmpty() ? tr("Since %1 nothing differs.").arg(base)
                            : tr("Since %1:  %2").arg(base, counts);
}

void ComparisonBar::refresh()
{
    const Kind kind = m_comparison.kind();
    setVisible(kind != Kind::None);
    m_only->setText(tr("Only what differs"));
    m_only->setEnabled(m_comparison.overlay() && !m_comparison.overlay()->isEmpty());
    m_only->setVisible(kind != Kind::Preview);
    m_stop->setVisible(kind != Kind::Preview);
    m_stop->setToolTip(tr("Stop comparing"));
    m_stop->setAccessibleName(tr("Stop comparing"));
    m_text->setText(sentence());
}

void ComparisonBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace meshwright::ui
