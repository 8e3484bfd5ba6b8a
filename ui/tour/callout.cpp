// SPDX-License-Identifier: Apache-2.0
#include "ui/tour/callout.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr int arrow = 10;   ///< how far it stands out
constexpr int distance = 4; ///< of its tip from the control
constexpr int edge = 8;     ///< from the window's
constexpr int widest = 330; ///< at the usual size of text

} // namespace

/// Around the control; the mouse goes through it.
class Callout::Ring : public QWidget
{
public:
    explicit Ring(QWidget *window)
        : QWidget(window)
    {
        setObjectName(QStringLiteral("calloutRing"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme::tokens().accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::cardRadius,
                                theme::cardRadius);
    }
};

Callout::Callout(QWidget *window)
    : QFrame(window)
    , m_progress(new QLabel)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_go(new QPushButton)
    , m_end(new QPushButton(tr("End the tour")))
    , m_ring(new Ring(window))
{
    setObjectName(QStringLiteral("callout"));
    m_title->setObjectName(QStringLiteral("calloutTitle"));
    m_text->setObjectName(QStringLiteral("calloutText"));
    m_go->setObjectName(QStringLiteral("calloutGo"));
    m_end->setObjectName(QStringLiteral("calloutEnd"));
    theme::setFont(*m_progress, theme::detailFont);
    theme::setFont(*m_title, theme::titleFont);
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_text})
        label->setWordWrap(true);
    connect(m_go, &QPushButton::clicked, this, &Callout::goRequested);
    connect(m_end, &QPushButton::clicked, this, &Callout::endRequested);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_end);
    buttons->addStretch(1);
    buttons->addWidget(m_go);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(arrow + theme::widePadding, arrow + theme::padding,
                             arrow + theme::widePadding, arrow + theme::widePadding);
    rows->setSpacing(theme::grid);
    for (QLabel *label : {m_progress, m_title, m_text})
        rows->addWidget(label);
    rows->addSpacing(theme::grid);
    rows->addLayout(buttons);
    hide();
}

Callout::~Callout()
{
    delete m_ring;
}

void Callout::say(const Words &words)
{
    if (words == m_words)
        return;
    m_words = words;
    m_progress->setText(words.progress);
    m_title->setText(words.title);
    m_text->setText(words.text);
    m_go->setText(words.go);
    m_go->setVisible(!words.go.isEmpty());
    m_end->setVisible(!words.isLast);
    setAccessibleName(tr("%1: %2. %3").arg(words.progress, words.title, words.text));
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
    place();
}

void Callout::pointAt(QWidget *control, const QRect &part)
{
    m_target = control;
    m_part = part;
    place();
}

/// The first side with room for it; over the control where there is none.
QRect Callout::roomBeside(const QRect &target, const QSize &size, Side *side) const
{
    const QRect room = parentWidget()->rect().adjusted(edge, edge, -edge, -edge);
    const QPoint centre = target.center();
    const int far = distance;
    const std::pair<Side, QRect> places[] = {
        {Side::Below, {{centre.x() - size.width() / 2, target.bottom() + far}, size}},
        {Side::Above, {{centre.x() - size.width() / 2, target.top() - far - size.height()}, size}},
        {Side::Right, {{target.right() + far, centre.y() - size.height() / 2}, size}},
        {Side::Left, {{target.left() - far - size.width(), centre.y() - size.height() / 2}, size}}};
    for (auto [where, place] : places) {
        const bool isUpright = where == Side::Below || where == Side::Above;
        if (isUpright)
            place.moveLeft(std::clamp(place.left(), room.left(),
                                      std::max(room.left(), room.right() - size.width())));
        else
            place.moveTop(std::clamp(place.top(), room.top(),
                                     std::max(room.top(), room.bottom() - size.height())));
        if (!room.contains(place))
            continue;
        *side = where;
        return place;
    }
    *side = Side::None;
    QRect within({}, size);
    within.moveTopRight(target.intersected(room).topRight() + QPoint(-edge, edge));
    return within;
}

void Callout::place()
{
    if (!isVisible())
        return;
    const int width = std::min(theme::scaled(widest), parentWidget()->width() - 2 * edge);
    const QSize size(width, std::max(layout()->heightForWidth(width), sizeHint().height()));
    const bool hasTarget = m_target && m_target->isVisible();
    QRect target;
    if (hasTarget) {
        const QRect part = m_part.isNull() ? m_target->rect() : m_part & m_target->rect();
        target = QRect(m_target->mapTo(parentWidget(), part.topLeft()), part.size());
    }
    QRect place({}, size);
    if (hasTarget)
        place = roomBeside(target, size, &m_side);
    else
        place.moveCenter(parentWidget()->rect().center());
    if (!hasTarget)
        m_side = Side::None;
    setGeometry(place);
    m_tip = target.center() - place.topLeft();
    m_ring->setGeometry(target.adjusted(-2, -2, 2, 2) & parentWidget()->rect());
    m_ring->setVisible(hasTarget);
    m_ring->raise();
    raise();
    update();
}

void Callout::paintEvent(QPaintEvent * /*event*/)
{
    const theme::Tokens &t = theme::tokens();
    const QRectF box =
        QRectF(rect()).adjusted(arrow + 0.5, arrow + 0.5, -arrow - 0.5, -arrow - 0.5);
    QPainterPath path;
    path.addRoundedRect(box, theme::cardRadius, theme::cardRadius);
    const double x = std::clamp(double(m_tip.x()), box.left() + 18, box.right() - 18);
    const double y = std::clamp(double(m_tip.y()), box.top() + 18, box.bottom() - 18);
    QPolygonF tip;
    switch (m_side) {
    case Side::None:
        break;
    case Side::Below:
        tip << QPointF(x - arrow, box.top()) << QPointF(x, 1) << QPointF(x + arrow, box.top());
        break;
    case Side::Above:
        tip << QPointF(x - arrow, box.bottom()) << QPointF(x, height() - 1)
            << QPointF(x + arrow, box.bottom());
        break;
    case Side::Right:
        tip << QPointF(box.left(), y - arrow) << QPointF(1, y) << QPointF(box.left(), y + arrow);
        break;
    case Side::Left:
        tip << QPointF(box.right(), y - arrow) << QPointF(width() - 1, y)
            << QPointF(box.right(), y + arrow);
        break;
    }
    QPainterPath arrowPath;
    arrowPath.addPolygon(tip);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.accent, 1.5));
    painter.setBrush(t.raised);
    painter.drawPath(path.united(arrowPath));
}

} // namespace meshwright::ui
