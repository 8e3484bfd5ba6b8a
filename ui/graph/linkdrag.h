// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphpainter.h"

#include <functional>
#include <vector>

namespace meshwright::ui {

/// What is drawn from a card to the one that shall consume it: one topic, or of all that the
/// context owns one that is chosen later.
struct GraphLink
{
    ContextId owner;
    std::optional<TopicName> topic;

    bool operator==(const GraphLink &) const = default;
};

/// What a drop on a context would do, or why it does nothing.
struct LinkVerdict
{
    bool isAllowed = false;
    QString sentence;
};

using LinkJudge = std::function<LinkVerdict(const GraphLink &link, const ContextId &reader)>;

/// A link on its way: from where it was taken up to the mouse. What can't consume it pales; the
/// card under the mouse is framed, and beside the mouse stands what a drop means.
class LinkDrag
{
public:
    /// `from` is a point of the scene.
    LinkDrag(GraphLink link, const QPointF &from, const LinkJudge &judge,
             const GraphScenePtr &scene);

    const GraphLink &link() const { return m_link; }

    /// Asks anew, for another scene: false where the owner is not in it.
    bool follow(const LinkJudge &judge, const GraphScenePtr &scene);
    void moveTo(const QPointF &scenePoint);

    /// The context under the mouse; none over the ground and over the owner itself.
    std::optional<ContextId> target() const;
    /// Of the target.
    LinkVerdict verdict() const;

    /// The owner, and the cards that could consume it.
    GraphFocus reach() const;
    void paint(QPainter &painter, const GraphFrame &frame, const GraphStyle &style) const;

private:
    void paintLine(QPainter &painter, const GraphFrame &frame, const QColor &color) const;
    void paintSentence(QPainter &painter, const GraphFrame &frame, const GraphStyle &style) const;

    GraphLink m_link;
    QPointF m_from; ///< of the scene, as is `m_to`
    QPointF m_to;
    GraphScenePtr m_scene;
    std::vector<LinkVerdict> m_verdicts; ///< one a card
    std::optional<std::size_t> m_owner;
    std::optional<std::size_t> m_target;
};

} // namespace meshwright::ui
