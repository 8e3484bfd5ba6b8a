// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphpainter.h"

#include <optional>
#include <vector>

namespace meshwright::ui {

/// One scene turning into the next: what is in both goes from where it was on the screen to where
/// it will be, so that the eye keeps it; the rest appears at the end. Flows wait.
class SceneTransition
{
public:
    static constexpr int milliseconds = 200;
    static constexpr std::size_t mostCards = 400; ///< beyond, the next picture is there at once

    /// Nothing where all stays where it is, or there is too much to be followed.
    static std::optional<SceneTransition> between(const GraphScene &before,
                                                  const GraphFrame &frameBefore,
                                                  GraphScenePtr after, const GraphFrame &frame);

    /// `progress` from 0 to 1.
    void paint(QPainter &painter, const GraphFrame &frame, const GraphStyle &style,
               double progress) const;

private:
    /// Of the next scene: where it was on the screen, or nothing for what is new.
    using Origins = std::vector<std::optional<QRectF>>;

    GraphScenePtr m_after;
    Origins m_cards;
    Origins m_domains;
};

} // namespace meshwright::ui
