// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/styleparts.h"

#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QScrollArea>
#include <QStyleOption>
#include <QWidget>

namespace meshwright::ui::theme::parts {

namespace {

bool is(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void roundedBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border,
                qreal radius = fieldRadius, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.alpha() > 0 ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.alpha() > 0 ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = border.alpha() > 0 ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

QColor shaded(const QColor &color, bool pressed, bool hovered)
{
    const Tokens &t = tokens();
    if (!pressed && !hovered)
        return color;
    const int factor = pressed ? 116 : 108;
    return t.isDark ? color.lighter(factor) : color.darker(factor);
}

/// Turned by quarters from pointing right: one points down.
void chevron(QPainter *painter, const QPointF &center, int quarters, const QColor &color)
{
    const double f = textScale();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5 * f, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(center);
    painter->rotate(90.0 * quarters);
    painter->drawPolyline(
        QPolygonF{QPointF(-1.75, -3.5) * f, QPointF(1.75, 0) * f, QPointF(-1.75, 3.5) * f});
    painter->restore();
}

/// The box or circle of what can be on or off.
struct Mark
{
    QColor fill;
    QColor border;
    QColor sign;
    bool isOn;
    bool isPartly;
};

Mark markOf(const QStyleOption *option)
{
    const Tokens &t = tokens();
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool isPartly = is(option, QStyle::State_NoChange);
    const bool isOn = is(option, QStyle::State_On) || isPartly;
    const bool hovered = enabled && is(option, QStyle::State_MouseOver);
    if (!enabled)
        return {t.window, t.disabled, t.disabled, isOn, isPartly};
    if (isOn)
        return {shaded(t.accent, false, hovered), t.accent, t.onAccent, isOn, isPartly};
    return {hovered ? t.hover : t.surface, t.faint, t.onAccent, isOn, isPartly};
}

/// The button of one step, without a frame of its own.
void spinStep(const QStyleOptionComplex *option, QPainter *painter, const QRect &rect, bool isUp,
              bool enabled)
{
    const Tokens &t = tokens();
    const auto part = isUp ? QStyle::SC_SpinBoxUp : QStyle::SC_SpinBoxDown;
    if (enabled && option->activeSubControls.testFlag(part))
        painter->fillRect(rect, is(option, QStyle::State_Sunken) ? t.selection : t.hover);
    chevron(painter, QRectF(rect).center(), isUp ? 3 : 1, enabled ? t.muted : t.disabled);
}

/// Of a page that scrolls it is the page's own.
QColor grooveOf(const QWidget *bar)
{
    const QWidget *holder = bar ? bar->parentWidget() : nullptr;
    const auto *area = holder ? qobject_cast<const QScrollArea *>(holder->parentWidget()) : nullptr;
    const QWidget *page = area ? area->widget() : nullptr;
    return page ? page->palette().color(page->backgroundRole()) : tokens().surface;
}

} // namespace

void pushButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool pressed = is(option, QStyle::State_Sunken) || is(option, QStyle::State_On);
    const bool hovered = enabled && is(option, QStyle::State_MouseOver);
    const bool danger = widget && widget->property("danger").toBool();
    const bool primary = danger || (widget && widget->property("primary").toBool());
    QColor fill = primary ? (danger ? t.error : t.accent) : t.raised;
    if (!enabled)
        fill = t.hover;
    fill = shaded(fill, pressed, hovered);
    const QColor border = primary && enabled             ? fill
                          : t.isHighContrast && !enabled ? t.disabled
                                                         : t.line;
    roundedBox(painter, option->rect, fill, border, fieldRadius + 1);
    if (!is(option, QStyle::State_HasFocus) || !is(option, QStyle::State_KeyboardFocusChange))
        return;
    roundedBox(painter, option->rect, Qt::transparent, primary ? t.text : t.accent, fieldRadius + 1,
               2);
    if (primary) // or it would be lost on the button's own colour
        roundedBox(painter, option->rect.adjusted(2, 2, -2, -2), Qt::transparent, t.surface,
                   fieldRadius, 1);
}

void toolButton(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens();
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool pressed = is(option, QStyle::State_Sunken);
    const bool on = is(option, QStyle::State_On);
    const bool hovered = enabled && is(option, QStyle::State_MouseOver);
    if (on)
        roundedBox(painter, option->rect, t.selection,
                   t.isHighContrast ? t.accent : QColor(Qt::transparent));
    else if (pressed || hovered)
        roundedBox(painter, option->rect, pressed ? t.selection : t.hover, Qt::transparent);
    if (is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange))
        focusRing(option, painter);
}

void field(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens();
    const bool focused = is(option, QStyle::State_HasFocus);
    const QColor fill = is(option, QStyle::State_Enabled) ? t.surface : t.window;
    roundedBox(painter, option->rect, fill, focused ? t.accent : t.line, fieldRadius,
               focused ? 2 : 1);
}

void checkBox(const QStyleOption *option, QPainter *painter)
{
    const Mark mark = markOf(option);
    const QRect box = option->rect;
    roundedBox(painter, box, mark.fill, mark.border, fieldRadius - 1, 1.2);
    if (!mark.isOn)
        return;
    const double u = box.width() / 16.0;
    const auto at = [&](double x, double y) { return QPointF(box.topLeft()) + QPointF(x, y) * u; };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(mark.sign, 2 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (mark.isPartly)
        painter->drawLine(at(4.5, 8), at(11.5, 8));
    else
        painter->drawPolyline(QPolygonF{at(4, 8.3), at(7, 11.2), at(12, 5)});
    painter->restore();
}

void radioButton(const QStyleOption *option, QPainter *painter)
{
    const Mark mark = markOf(option);
    const int radius = option->rect.height() / 2;
    roundedBox(painter, option->rect, mark.fill, mark.border, radius, 1.2);
    const int inset = qRound(option->rect.height() * 0.3);
    if (mark.isOn)
        roundedBox(painter, option->rect.adjusted(inset, inset, -inset, -inset), mark.sign,
                   Qt::transparent, radius);
}

void focusRing(const QStyleOption *option, QPainter *painter)
{
    roundedBox(painter, option->rect, Qt::transparent, tokens().accent, fieldRadius, 2);
}

void itemPanel(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens();
    const bool selected = is(option, QStyle::State_Selected);
    const bool hovered = is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled);
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
        if (item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
    }
    if (selected)
        painter->fillRect(option->rect, is(option, QStyle::State_Active) ? t.selection : t.hover);
    else if (hovered)
        painter->fillRect(option->rect, t.hover);
    if (selected && t.isHighContrast) { // a ground alone is too little to tell it by
        const QRect r = option->rect;
        painter->fillRect(QRect(r.left(), r.top(), r.width(), 1), t.accent);
        painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), t.accent);
    }
}

void arrow(const QStyleOption *option, QPainter *painter, int quarters)
{
    const Tokens &t = tokens();
    chevron(painter, QRectF(option->rect).center(), quarters,
            is(option, QStyle::State_Enabled) ? t.muted : t.disabled);
}

void sortArrow(const QStyleOption *option, QPainter *painter)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header && header->sortIndicator != QStyleOptionHeader::None)
        arrow(option, painter, header->sortIndicator == QStyleOptionHeader::SortUp ? 3 : 1);
}

void branch(const QStyleOption *option, QPainter *painter)
{
    if (!is(option, QStyle::State_Children))
        return;
    const QPointF center = QRectF(option->rect).center() + QPointF(0.5, 0.5);
    const int closed = option->direction == Qt::RightToLeft ? 2 : 0;
    chevron(painter, center, is(option, QStyle::State_Open) ? 1 : closed, tokens().muted);
}

void tab(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens();
    const bool selected = is(option, QStyle::State_Selected);
    const bool hovered = is(option, QStyle::State_MouseOver);
    const auto *shape = qstyleoption_cast<const QStyleOptionTab *>(option);
    const bool below = shape && (shape->shape == QTabBar::RoundedSouth ||
                                 shape->shape == QTabBar::TriangularSouth);
    const QRect r = option->rect;
    painter->fillRect(r, selected ? t.surface : (hovered ? t.hover : t.window));
    const QRect ground(r.left(), below ? r.top() : r.bottom(), r.width(), 1);
    if (!selected)
        painter->fillRect(ground, t.line);
    painter->fillRect(mirrored(*option, QRect(r.right(), r.top(), 1, r.height())), t.line);
    if (selected)
        painter->fillRect(QRect(r.left(), below ? r.bottom() - 1 : r.top(), r.width(), 2),
                          t.accent);
    if (selected && is(option, QStyle::State_HasFocus))
        roundedBox(painter, r.adjusted(3, 4, -3, -3), Qt::transparent, t.accent);
}

void tabClose(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens();
    const bool hovered = is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled);
    if (hovered)
        roundedBox(painter, option->rect, t.line, Qt::transparent);
    const QPointF c = QRectF(option->rect).center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        QPen(hovered ? t.text : t.muted, 1.3 * textScale(), Qt::SolidLine, Qt::RoundCap));
    const double r = 3 * textScale();
    painter->drawLine(c + QPointF(-r, -r), c + QPointF(r, r));
    painter->drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
    painter->restore();
}

void dockTitle(const QStyleOption *option, QPainter *painter, const QStyle *style,
               const QWidget *widget)
{
    const Tokens &t = tokens();
    painter->fillRect(option->rect, t.window);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                      t.line);
    const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option);
    if (!dock)
        return;
    QFont font = detailFont();
    font.setWeight(QFont::DemiBold);
    painter->save();
    painter->setFont(font);
    painter->setPen(t.muted);
    const QRect rect = style->subElementRect(QStyle::SE_DockWidgetTitleBarText, option, widget)
                           .adjusted(grid, 0, -grid, 0);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(dock->title, Qt::ElideRight, rect.width()));
    painter->restore();
}

void headerSection(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens();
    painter->fillRect(option->rect, t.window);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                      t.line);
}

void separator(const QStyleOption *option, QPainter *painter)
{
    const QRect r = option->rect;
    const bool upright = r.height() > r.width();
    if (upright)
        painter->fillRect(QRect(r.center().x(), r.top(), 1, r.height()), tokens().line);
    else
        painter->fillRect(QRect(r.left(), r.center().y(), r.width(), 1), tokens().line);
}

void menuTitle(const QStyleOptionMenuItem &item, QPainter *painter)
{
    painter->setFont(item.font);
    painter->setPen(tokens().text);
    painter->drawText(item.rect.adjusted(padding, 0, -padding, 0),
                      QStyle::visualAlignment(item.direction, Qt::AlignLeft) | Qt::AlignVCenter |
                          Qt::TextSingleLine,
                      item.text);
}

void menuFrame(const QStyleOption *option, QPainter *painter)
{
    const Tokens &t = tokens();
    painter->fillRect(option->rect, t.raised);
    painter->setPen(t.line);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
}

void progress(const QStyleOption *option, QPainter *painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    const Tokens &t = tokens();
    QRect groove = option->rect;
    groove.setHeight(qMin(6, groove.height()));
    groove.moveCenter(option->rect.center());
    roundedBox(painter, groove, t.line, Qt::transparent, 3);
    QRect done = groove;
    if (bar->maximum > bar->minimum) {
        const double share = double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
        done.setWidth(int(groove.width() * qBound(0.0, share, 1.0)));
    } else {
        done.setWidth(groove.width() / 3);
        done.moveCenter(groove.center());
    }
    if (done.width() > 0)
        roundedBox(painter, done, t.accent, Qt::transparent, 3);
}

void scrollBar(const QStyleOptionComplex *option, QPainter *painter, const QStyle *style,
               const QWidget *widget)
{
    const Tokens &t = tokens();
    painter->fillRect(option->rect, grooveOf(widget));
    QRect slider =
        style->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    const bool upright = option->rect.height() > option->rect.width();
    slider = upright ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3);
    const bool active = option->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                        (is(option, QStyle::State_MouseOver) || is(option, QStyle::State_Sunken));
    QColor color = active ? t.muted : t.faint;
    if (!t.isHighContrast)
        color.setAlphaF(active ? 0.8F : 0.45F);
    if (is(option, QStyle::State_Enabled))
        roundedBox(painter, slider, color, Qt::transparent, 3);
}

void comboBox(const QStyleOptionComplex *option, QPainter *painter)
{
    const Tokens &t = tokens();
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool hovered = enabled && is(option, QStyle::State_MouseOver);
    const bool focused = is(option, QStyle::State_HasFocus);
    roundedBox(painter, option->rect, hovered ? t.hover : t.raised, focused ? t.accent : t.line,
               fieldRadius, focused ? 1.5 : 1);
    const double x = option->direction == Qt::RightToLeft ? option->rect.left() + scaled(12)
                                                          : option->rect.right() - scaled(12);
    chevron(painter, QPointF(x, QRectF(option->rect).center().y() + 0.5), 1,
            enabled ? t.muted : t.disabled);
}

void spinBox(const QStyleOptionComplex *option, QPainter *painter, const QStyle *style,
             const QWidget *widget)
{
    const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!box)
        return;
    field(option, painter);
    const bool enabled = is(option, QStyle::State_Enabled);
    const auto step = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag can) {
        const QRect rect = style->subControlRect(QStyle::CC_SpinBox, option, part, widget);
        spinStep(option, painter, rect.adjusted(0, 1, -1, -1), part == QStyle::SC_SpinBoxUp,
                 enabled && box->stepEnabled.testFlag(can));
    };
    step(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    step(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

} // namespace meshwright::ui::theme::parts
