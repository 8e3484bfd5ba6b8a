// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/observed.h"
#include "meshwright/layout/graphpicture.h"
#include "meshwright/diagnostic.h"

#include <QPainterPath>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace meshwright::ui {

class CardDetails;

struct CardShape
{
    QRectF box;
    QString name;
    QString id;
    QString version;
    int domain = 0; ///< its hue
    int errors = 0;
    int warnings = 0;
};

struct FlowShape
{
    QPainterPath curve; ///< ends where the arrow's back is
    QPolygonF arrow;
    QPolygonF line; ///< the curve as straight pieces, to find it by place
    QRectF bounds;
    std::size_t from = 0; ///< indices of cards
    std::size_t to = 0;
    double width = 1;
    bool isDeclared = true;
    bool isObserved = false;
    bool isMismatch = false; ///< specs and cluster disagree about it
};

struct DomainShape
{
    QRectF box;
    QString name;
    int domain = 0;
    bool isControlPlane = false;
};

/// All flows from one domain to another, for the view from afar.
struct BundleShape
{
    QPainterPath curve;
    QPolygonF arrow;
    int domain = 0;
    double width = 1;
};

/// What the canvas paints, in scene pixels (100 %). Immutable: painted by workers too. The indices
/// of `cards`, `flows` and `domains` are those of `content`.
struct GraphScene
{
    layout::GraphContent content;
    layout::Picture picture;
    std::vector<CardShape> cards;
    std::vector<FlowShape> flows;
    std::vector<DomainShape> domains;
    std::vector<BundleShape> bundles;
    QRectF bounds;
    std::shared_ptr<const CardDetails> details; ///< may be null
    graph::Positions positions;                 ///< what of it was put somewhere by hand

    std::optional<std::size_t> cardAt(const QPointF &point) const;
    std::optional<std::size_t> domainAt(const QPointF &point) const;
    /// The flow nearest to `point`, if it is within `distance`.
    std::optional<std::size_t> flowAt(const QPointF &point, double distance) const;
    std::optional<std::size_t> cardOf(const ContextId &id) const;
    /// Of the cards themselves, and of the cards that share a flow with them.
    std::vector<std::size_t> flowsOf(std::size_t card) const;
};

using GraphScenePtr = std::shared_ptr<const GraphScene>;

GraphScenePtr makeScene(layout::GraphContent content, layout::Picture picture,
                        const Topology &topology, const std::vector<Diagnostic> &diagnostics,
                        graph::Positions positions = {},
                        std::shared_ptr<const CardDetails> details = {},
                        const std::set<graph::FlowId> &mismatched = {});

} // namespace meshwright::ui
