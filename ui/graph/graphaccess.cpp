// SPDX-License-Identifier: Apache-2.0
// The graph as a screen reader knows it: a list of bounded contexts.
#include "ui/graph/graphaccess.h"

#include "ui/graph/graphcanvas.h"
#include "ui/text/text.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>

#include <map>

namespace meshwright::ui {

namespace {

struct GraphAccess
{
    Q_DECLARE_TR_FUNCTIONS(GraphAccess)
};

/// What is on the card: `Campaign, acme.finance.campaign, bounded context, 5 topics`.
QString nameOf(const GraphScene &scene, std::size_t at)
{
    const CardShape &shape = scene.cards[at];
    const layout::Card &card = scene.content.cards[at];
    QStringList parts{
        shape.name, shape.id, GraphAccess::tr("bounded context"),
        GraphAccess::tr("%n topic(s)", nullptr, static_cast<int>(card.topics.size()))};
    if (card.consumed > 0)
        parts += GraphAccess::tr("consumes %n", nullptr, card.consumed);
    if (shape.errors > 0)
        parts += GraphAccess::tr("%n error(s)", nullptr, shape.errors);
    if (shape.warnings > 0)
        parts += GraphAccess::tr("%n warning(s)", nullptr, shape.warnings);
    return parts.join(QStringLiteral(", "));
}

/// Whom it is joined to.
QString descriptionOf(const GraphScene &scene, std::size_t at)
{
    QStringList readers;
    QStringList owners;
    for (const std::size_t flow : scene.flowsOf(at)) {
        const FlowShape &shape = scene.flows[flow];
        if (shape.from == at)
            readers += scene.cards[shape.to].name;
        else
            owners += scene.cards[shape.from].name;
    }
    QStringList sentences;
    if (!readers.isEmpty())
        sentences += GraphAccess::tr("Gives to %1.").arg(readers.join(QStringLiteral(", ")));
    if (!owners.isEmpty())
        sentences += GraphAccess::tr("Reads from %1.").arg(owners.join(QStringLiteral(", ")));
    return sentences.join(QLatin1Char(' '));
}

/// One card, found again by its context in every new scene.
class CardAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CardAccess(GraphCanvas *canvas, ContextId id)
        : m_canvas(canvas)
        , m_id(std::move(id))
    {}

    bool isValid() const override { return index().has_value(); }

    QObject *object() const override { return nullptr; }

    QWindow *window() const override
    {
        return m_canvas ? m_canvas->window()->windowHandle() : nullptr;
    }

    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas);
    }

    QAccessibleInterface *child(int) const override { return nullptr; }

    QAccessibleInterface *childAt(int, int) const override { return nullptr; }

    int childCount() const override { return 0; }

    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        const auto at = index();
        if (!at)
            return {};
        if (kind == QAccessible::Name)
            return nameOf(*m_canvas->scene(), *at);
        return kind == QAccessible::Description ? descriptionOf(*m_canvas->scene(), *at)
                                                : QString();
    }

    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        const auto at = index();
        if (!at)
            return {};
        const QRectF box = m_canvas->frame().toScreen(m_canvas->scene()->cards[*at].box);
        return {m_canvas->mapToGlobal(box.topLeft().toPoint()), box.size().toSize()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        const auto at = index();
        state.invalid = !at;
        if (!at)
            return state;
        const bool isFramed = m_canvas->framed().count(*at) > 0;
        state.focusable = true;
        state.selectable = true;
        state.selected = isFramed;
        state.focused = isFramed && m_canvas->hasFocus();
        state.offscreen =
            !m_canvas->frame().visible().intersects(m_canvas->scene()->cards[*at].box);
        state.invisible = !m_canvas->isVisible();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }

    void doAction(const QString &name) override
    {
        const auto at = index();
        if (!at)
            return;
        if (name == setFocusAction()) {
            m_canvas->setFocus();
            emit m_canvas->cardClicked(*at);
        } else if (name == pressAction()) {
            emit m_canvas->cardActivated(*at);
        }
    }

    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    std::optional<std::size_t> index() const
    {
        return m_canvas && m_canvas->scene() ? m_canvas->scene()->cardOf(m_id) : std::nullopt;
    }

    QPointer<GraphCanvas> m_canvas;
    ContextId m_id;
};

/// The canvas: its cards first, then what lies over it.
class CanvasAccess : public QAccessibleWidget
{
public:
    explicit CanvasAccess(GraphCanvas *canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
    {}

    ~CanvasAccess() override
    {
        for (const auto &[id, known] : m_known)
            QAccessible::deleteAccessibleInterface(known);
    }

    int childCount() const override { return cards() + QAccessibleWidget::childCount(); }

    QAccessibleInterface *child(int index) const override
    {
        return index < cards() ? card(static_cast<std::size_t>(std::max(0, index)))
                               : QAccessibleWidget::child(index - cards());
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < cards(); ++i)
            if (card(static_cast<std::size_t>(i)) == child)
                return i;
        const int other = QAccessibleWidget::indexOfChild(child);
        return other < 0 ? other : other + cards();
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPointF point = canvas().frame().toScene(canvas().mapFromGlobal(QPoint(x, y)));
        const auto at = canvas().scene() ? canvas().scene()->cardAt(point) : std::nullopt;
        return at ? card(*at) : QAccessibleWidget::childAt(x, y);
    }

    QAccessibleInterface *focusChild() const override
    {
        const auto &framed = canvas().framed();
        if (!canvas().hasFocus() || framed.size() != 1)
            return QAccessibleWidget::focusChild();
        return card(*framed.begin());
    }

private:
    GraphCanvas &canvas() const { return *static_cast<GraphCanvas *>(widget()); }

    int cards() const
    {
        return canvas().scene() ? static_cast<int>(canvas().scene()->cards.size()) : 0;
    }

    QAccessibleInterface *card(std::size_t index) const
    {
        const ContextId &id = canvas().scene()->content.cards[index].id;
        const auto known = m_known.find(id.value);
        if (known != m_known.end())
            return QAccessible::accessibleInterface(known->second);
        auto *made = new CardAccess(&canvas(), id);
        m_known[id.value] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

    mutable std::map<std::string, QAccessible::Id> m_known; ///< by context; made when asked for
};

QAccessibleInterface *makeAccess(const QString &className, QObject *object)
{
    if (className != QLatin1String(GraphCanvas::staticMetaObject.className()))
        return nullptr;
    return new CanvasAccess(static_cast<GraphCanvas *>(object));
}

} // namespace

void installGraphAccess()
{
    QAccessible::installFactory(makeAccess);
}

} // namespace meshwright::ui
