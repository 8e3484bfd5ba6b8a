// SPDX-License-Identifier: Apache-2.0
// How the picture is laid out: by which layout, and what is placed by hand.
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphcomparison.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/graphview.h"
#include "ui/text/text.h"

#include <QActionGroup>
#include <QJsonObject>
#include <QMenu>

namespace meshwright::ui {

namespace {

const QString styleKey = QStringLiteral("layout");

QString textOf(layout::Style style)
{
    switch (style) {
    case layout::Style::Flow:
        return GraphView::tr("&Left to right, by where data flows");
    case layout::Style::Force:
        return GraphView::tr("&Near each other what shares data");
    case layout::Style::Grid:
        return GraphView::tr("&Packed, by name");
    case layout::Style::Columns:
        break;
    }
    return GraphView::tr("&Balanced columns");
}

} // namespace

void GraphView::fillLayoutMenu(QMenu &menu)
{
    menu.clear();
    auto *group = new QActionGroup(&menu);
    for (const layout::Style style : layout::styles) {
        QAction *action =
            menu.addAction(textOf(style), this, [this, style] { setLayoutStyle(style); });
        action->setCheckable(true);
        action->setChecked(style == m_style);
        group->addAction(action);
    }
    menu.addSeparator();
    QAction *arrange = menu.addAction(tr("&Arrange by hand"));
    arrange->setCheckable(true);
    arrange->setChecked(m_canvas->isArranging());
    connect(arrange, &QAction::triggered, this, &GraphView::setArranging);
    menu.addAction(tr("&Keep all where it is now"), this, &GraphView::keepAll)
        ->setEnabled(canBeArranged() && isSettled());
    const bool isAnyPlaced = !m_arranging.positions().isEmpty();
    menu.addAction(tr("Let the layout place what is &selected"), this, &GraphView::releaseSelection)
        ->setEnabled(isAnyPlaced);
    menu.addAction(tr("Let the layout place all again"), this, &GraphView::releaseAll)
        ->setEnabled(isAnyPlaced);
    menu.addSeparator();
    menu.addAction(tr("Lay &out anew"), this, &GraphView::layOutAnew);
}

void GraphView::setLayoutStyle(layout::Style style)
{
    if (m_style == style)
        return;
    m_style = style;
    if (style != layout::Style::Columns && m_canvas->isArranging())
        setArranging(false);
    refresh();
}

void GraphView::setArranging(bool isArranging)
{
    if (isArranging && m_inquiry->look().onlyThese)
        m_inquiry->clear(); // places are kept for the whole picture
    if (isArranging)
        setLayoutStyle(layout::Style::Columns);
    m_canvas->setArranging(isArranging);
    if (isArranging)
        emit message(
            tr("Drag contexts, and domains by their ground, to where they shall stand. Ctrl "
               "and an arrow moves the selected context."));
}

/// Places are kept for the whole picture of the specs, in the layout that has them.
bool GraphView::canBeArranged() const
{
    return m_style == layout::Style::Columns && !m_shownOnly && !m_comparison->overlay();
}

void GraphView::place(const Placed &what, const graph::Corner &corner)
{
    if (canBeArranged())
        tell(m_arranging.place(what, corner));
    else
        emit message(tr("Show the whole graph, without a comparison, to arrange it."));
}

void GraphView::layOutAnew()
{
    m_drawing->forget();
    refresh();
}

void GraphView::tell(const Result<void> &done)
{
    if (!done)
        emit message(toQt(done.error().message));
}

void GraphView::releaseSelection()
{
    const auto *context = std::get_if<ContextId>(&m_session->selection());
    if (!context)
        return emit message(tr("Select a context in the graph first."));
    const graph::Positions kept = m_arranging.positions();
    const layout::Card *card =
        m_canvas->scene() ? m_canvas->scene()->content.card(*context) : nullptr;
    if (!kept.contexts.contains(context->value) && card && kept.domains.contains(card->domain))
        tell(m_arranging.release(card->domain));
    else
        tell(m_arranging.release(*context));
}

void GraphView::releaseAll()
{
    tell(m_arranging.releaseAll());
}

void GraphView::keepAll()
{
    if (m_canvas->scene())
        tell(m_arranging.keepAll(*m_canvas->scene()));
}

/// What the rubber band was drawn around.
void GraphView::bringForward(const std::set<std::size_t> &cards)
{
    Look look;
    for (const std::size_t card : cards)
        look.found.insert(m_canvas->scene()->content.cards.at(card).id);
    look.title = tr("%n chosen context(s)", nullptr, static_cast<int>(cards.size()));
    m_inquiry->ask(look);
}

QJsonObject GraphView::state() const
{
    QJsonObject state = m_canvas->state();
    state[styleKey] = QString::fromUtf8(layout::nameOf(m_style).data());
    return state;
}

void GraphView::restoreState(const QJsonObject &state)
{
    const auto style = layout::styleNamed(fromQt(state.value(styleKey).toString()));
    setLayoutStyle(style.value_or(layout::Style::Columns));
    m_canvas->restoreState(state);
}

} // namespace meshwright::ui
