// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/drifttree.h"

#include "ui/drift/driftmodel.h"
#include "ui/theme/rowpainting.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr GroupColumns columns{DriftModel::What, DriftModel::Cluster, DriftModel::Place};

class DriftDelegate : public GroupDelegate
{
public:
    using GroupDelegate::GroupDelegate;

protected:
    void paintCell(QPainter *painter, const QRect &rect, const QModelIndex &index) const override
    {
        const auto text = index.data().toString();
        const bool isName = index.column() == DriftModel::Resource;
        // A topic's name stands out at its first row.
        const bool isMuted =
            isName ? index.row() > 0 && index.siblingAtRow(index.row() - 1).data() == text
                   : index.column() == DriftModel::What;
        painter->setFont(theme::fixedFont());
        painter->setPen(isMuted ? theme::tokens().muted : theme::tokens().text);
        if (isName)
            theme::drawText(painter, rect, fittingName(*painter, rect, index), Qt::AlignLeft);
        else
            theme::drawText(painter, rect, text, Qt::AlignLeft, Qt::ElideRight);
    }
};

} // namespace

DriftTree::DriftTree(QWidget *parent)
    : GroupTree(columns, parent)
{
    setObjectName(QStringLiteral("driftTree"));
    setAccessibleName(tr("What is out of step"));
    setItemDelegate(new DriftDelegate(columns, this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
}

/// Fixed widths for what is short; the rest is shared by what may be long.
void DriftTree::fitColumns()
{
    const QFontMetrics fixed(theme::fixedFont());
    const auto characters = [&fixed](int count) {
        return fixed.horizontalAdvance(QLatin1Char('0')) * count;
    };
    const int room = viewport()->width();
    const bool isNarrow = room < characters(140);
    const int sign = 2 * indentation() + 22;
    const int place = fontMetrics().averageCharWidth() * (isNarrow ? 18 : 30);
    const int left = std::max(room - sign - place, characters(40));
    setColumnWidth(DriftModel::Sign, sign);
    setColumnWidth(DriftModel::Resource, left * 36 / 100);
    setColumnWidth(DriftModel::What, left * 24 / 100);
    setColumnWidth(DriftModel::Specs, left * 20 / 100);
    setColumnWidth(DriftModel::Cluster, left - left * 36 / 100 - left * 24 / 100 - left * 20 / 100);
    setColumnWidth(DriftModel::Place, place);
}

} // namespace meshwright::ui
