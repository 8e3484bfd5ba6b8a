// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/plantree.h"

#include "ui/plan/planmodel.h"
#include "ui/theme/mirror.h"
#include "ui/theme/rowpainting.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>
#include <array>

namespace meshwright::ui {

namespace {

using theme::behind;
using theme::drawText;

constexpr GroupColumns columns{PlanModel::What, PlanModel::RiskColumn, PlanModel::ReasonColumn};

RowState stateOf(const QModelIndex &index)
{
    return static_cast<RowState>(index.data(PlanModel::StateRole).toInt());
}

void drawState(QPainter *painter, const QRect &rect, RowState state, bool withText)
{
    const auto ink = plantexts::ink(state);
    int used = 0;
    if (const char *name = plantexts::icon(state)) {
        const QRect place(rect.left(), rect.center().y() - theme::iconSize() / 2 + 1,
                          theme::iconSize(), theme::iconSize());
        theme::icon(name, ink).paint(painter, theme::mirrored(*painter, rect, place));
        used = theme::iconSize() + 5;
    }
    painter->setPen(theme::colorOf(ink));
    if (withText)
        drawText(painter, behind(painter, rect, used), plantexts::state(state), Qt::AlignLeft,
                 Qt::ElideRight);
}

void drawAfter(QPainter *painter, const QRect &rect, const QString &text)
{
    const bool isMirrored = painter->layoutDirection() == Qt::RightToLeft;
    const QString arrow = isMirrored ? QStringLiteral("← ") : QStringLiteral("→ ");
    painter->setFont(theme::fixedFont());
    painter->setPen(theme::tokens().faint);
    drawText(painter, rect, arrow, Qt::AlignLeft);
    painter->setPen(theme::tokens().text);
    drawText(painter, behind(painter, rect, painter->fontMetrics().horizontalAdvance(arrow)), text,
             Qt::AlignLeft, Qt::ElideRight);
}

void drawMuted(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment)
{
    painter->setFont(theme::fixedFont());
    painter->setPen(theme::tokens().muted);
    drawText(painter, rect, text, alignment);
}

void drawRisk(QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    const auto risk = static_cast<Risk>(index.data(PlanModel::RiskRole).toInt());
    painter->setPen(theme::tokens().muted);
    painter->setFont(theme::detailFont());
    if (risk == Risk::Safe)
        return drawText(painter, rect, index.data().toString(), Qt::AlignLeft);
    theme::drawChip(painter, rect, index.data().toString(), theme::colorOf(plantexts::ink(risk)));
}

class PlanDelegate : public GroupDelegate
{
public:
    using GroupDelegate::GroupDelegate;

protected:
    void paintGroup(QPainter *painter, const QRect &rect, const QModelIndex &index) const override
    {
        const int past = drawTitle(painter, rect, index) + theme::widePadding;
        if (past < rect.width())
            drawState(painter, behind(painter, rect, past), stateOf(index), false);
    }

    void paintCell(QPainter *painter, const QRect &rect, const QModelIndex &index) const override
    {
        const auto text = index.data().toString();
        switch (static_cast<PlanModel::Column>(index.column())) {
        case PlanModel::Resource:
            painter->setFont(theme::fixedFont());
            painter->setPen(theme::tokens().text);
            return drawText(painter, rect, fittingName(*painter, rect, index), Qt::AlignLeft);
        case PlanModel::What:
            return drawMuted(painter, rect, text, Qt::AlignLeft);
        case PlanModel::Before:
            return drawMuted(painter, rect, text, Qt::AlignRight);
        case PlanModel::After:
            return drawAfter(painter, rect, text);
        case PlanModel::RiskColumn:
            return drawRisk(painter, rect, index);
        case PlanModel::State:
            painter->setFont(theme::detailFont());
            return drawState(painter, rect, stateOf(index), true);
        case PlanModel::Sign:
        case PlanModel::ReasonColumn:
        case PlanModel::ColumnCount:
            break;
        }
    }
};

} // namespace

PlanTree::PlanTree(QWidget *parent)
    : GroupTree(columns, parent)
{
    setObjectName(QStringLiteral("planTree"));
    setAccessibleName(tr("The plan's changes"));
    setItemDelegate(new PlanDelegate(columns, this));
}

void PlanTree::setModel(QAbstractItemModel *model)
{
    GroupTree::setModel(model);
    setStateShown(false);
}

void PlanTree::setStateShown(bool isShown)
{
    setColumnHidden(PlanModel::State, !isShown);
    fitColumns();
}

/// Fixed widths for what is short; the rest is shared by what may be long.
void PlanTree::fitColumns()
{
    const auto characters = [](int count) {
        return QFontMetrics(theme::fixedFont()).horizontalAdvance(QLatin1Char('0')) * count;
    };
    const int room = viewport()->width();
    const bool isNarrow = room < characters(140);
    const bool isTight = room < characters(95); // large text: names before all else
    const std::array<std::pair<int, int>, 5> fixed{
        {{PlanModel::Sign, 2 * indentation() + 22},
         {PlanModel::Before, characters(isTight    ? 9
                                        : isNarrow ? 10
                                                   : 12)},
         {PlanModel::RiskColumn, fontMetrics().horizontalAdvance(tr("widens access")) + 34},
         {PlanModel::ReasonColumn, fontMetrics().averageCharWidth() * (isTight    ? 12
                                                                       : isNarrow ? 18
                                                                                  : 30)},
         {PlanModel::State, fontMetrics().horizontalAdvance(tr("unknown")) + 44}}};
    int left = room;
    for (const auto &[column, width] : fixed) {
        setColumnWidth(column, width);
        left -= isColumnHidden(column) ? 0 : width;
    }
    left = std::max(left, characters(36));
    const int what = left * (isTight ? 33 : 27) / 100;
    setColumnWidth(PlanModel::Resource, left * 38 / 100);
    setColumnWidth(PlanModel::What, what);
    setColumnWidth(PlanModel::After, left - left * 38 / 100 - what);
}

} // namespace meshwright::ui
