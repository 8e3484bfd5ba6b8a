// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphpainter.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace meshwright::ui {

/// Finds places for labels that cover nothing that is there already.
class LabelRoom
{
public:
    explicit LabelRoom(const GraphFrame &frame)
        : m_frame(frame)
    {}

    /// In the widget's pixels.
    void take(const QRectF &box) { m_taken.push_back(box); }

    /// What a label would rather have: the line's middle, or what labels there leave free; or that,
    /// and farther from the line than others, where few are to be told apart.
    enum Wish { Middle, Aside, Farther };

    /// Where a label of `size` stands on the line: as it wishes if that is free, else along it or
    /// beside it. It is taken then. Nothing where there is no room.
    std::optional<QRectF> find(const QSizeF &size, const QPolygonF &line, Wish wish = Middle)
    {
        static const std::vector<double> nearby{0, -1, 1};
        static const std::vector<double> farther{0, -1, 1, -1.7, 1.7, -2.4, 2.4};
        static const std::vector<double> middle{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};
        static const std::vector<double> aside{0.3, 0.25, 0.35, 0.2, 0.4, 0.45, 0.6, 0.15, 0.5};
        const QRectF screen(QPointF(), m_frame.size);
        if (line.isEmpty())
            return std::nullopt;
        for (const double lift : wish == Farther ? farther : nearby) {
            for (const double share : wish == Middle ? middle : aside) {
                const auto at = static_cast<int>(share * static_cast<double>(line.size() - 1));
                const QPointF centre =
                    m_frame.toScreen(line.at(at)) + QPointF(0, lift * (size.height() + 4));
                const QRectF box(centre - QPointF(size.width() / 2, size.height() / 2), size);
                const bool isFree =
                    std::none_of(m_taken.begin(), m_taken.end(),
                                 [&box](const QRectF &other) { return other.intersects(box); });
                if (isFree && screen.contains(box)) {
                    take(box);
                    return box;
                }
            }
        }
        return std::nullopt;
    }

private:
    const GraphFrame &m_frame;
    std::vector<QRectF> m_taken;
};

} // namespace meshwright::ui
