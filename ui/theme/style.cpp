// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/style.h"

#include "ui/theme/styleparts.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace meshwright::ui::theme {

namespace {

constexpr int stepWidth = 24; ///< of a combo box's arrow, and of a spin box's two

struct FieldParts
{
    QRect text;
    QRect end; ///< what opens or steps
};

FieldParts fieldParts(const QStyleOptionComplex *option)
{
    const QRect all = option->rect;
    const int step = scaled(stepWidth);
    const QRect end(all.right() - step, all.top(), step, all.height());
    return {QStyle::visualRect(option->direction, all, all.adjusted(grid, 2, -step, -2)),
            QStyle::visualRect(option->direction, all, end)};
}

QRect comboPart(const QStyleOptionComplex *option, QStyle::SubControl part)
{
    if (part == QStyle::SC_ComboBoxArrow)
        return fieldParts(option).end;
    if (part != QStyle::SC_ComboBoxEditField)
        return option->rect;
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const QRect text = fieldParts(option).text;
    const int inset = box && !box->editable ? 2 : 0; // as far in as the text of a line edit
    return option->direction == Qt::RightToLeft ? text.adjusted(0, 0, -inset, 0)
                                                : text.adjusted(inset, 0, 0, 0);
}

QRect spinPart(const QStyleOptionComplex *option, QStyle::SubControl part)
{
    const FieldParts parts = fieldParts(option);
    const int half = option->rect.height() / 2;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return {parts.end.topLeft(), QSize(parts.end.width(), half)};
    case QStyle::SC_SpinBoxDown:
        return {parts.end.topLeft() + QPoint(0, half), QSize(parts.end.width(), half)};
    case QStyle::SC_SpinBoxEditField:
        return parts.text;
    default:
        return option->rect;
    }
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion")))
{}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scaled(12);
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_DockWidgetTitleMargin:
        return 6;
    case PM_DockWidgetFrameWidth:
    case PM_DockWidgetTitleBarButtonMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_ToolBarIconSize:
        return toolIconSize();
    case PM_SmallIconSize:
    case PM_LineEditIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return iconSize();
    case PM_ToolBarItemSpacing:
        return 2;
    case PM_ToolBarItemMargin:
        return grid;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return iconSize();
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
        return iconSize();
    case PM_HeaderMarkSize:
        return scaled(10);
    case PM_TabBarScrollButtonWidth:
        return scaled(22);
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_TreeViewIndentation:
        return 16;
    case PM_MenuPanelWidth:
        return 1;
    case PM_HeaderMargin:
        return padding;
    case PM_FocusFrameHMargin:
    case PM_MenuVMargin:
        return grid;
    default: // the base style's own metrics are right
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return isMotionReduced() ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result += QSize(12, 0);
        result.setHeight(qMax(result.height(), formRowHeight));
        break;
    case CT_ComboBox:
    case CT_SpinBox: // the base style's own arrow does not grow with the text
        result.setWidth(result.width() + scaled(stepWidth) - stepWidth + grid);
        result.setHeight(qMax(option->fontMetrics.height() + padding, formRowHeight));
        break;
    case CT_LineEdit:
        result.setHeight(qMax(result.height(), formRowHeight));
        break;
    case CT_ToolButton:
        result.setHeight(qMax(result.height(), rowHeight));
        break;
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item &&
            (item->menuItemType != QStyleOptionMenuItem::Separator || !item->text.isEmpty()))
            result.setHeight(qMax(result.height(), rowHeight));
        break;
    }
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), rowHeight));
        break;
    case CT_HeaderSection:
        result.setHeight(qMax(result.height(), rowHeight));
        break;
    default:
        break;
    }
    return result;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ComboBox)
        return comboPart(option, subControl);
    if (control == CC_SpinBox)
        return spinPart(option, subControl);
    if (control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar)
        return {};
    // No arrow buttons: the groove is the whole bar.
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const int span = bar->maximum - bar->minimum;
    int size = length;
    if (span > 0)
        size = qBound(qMin(length, pixelMetric(PM_ScrollBarSliderMin, option, widget)),
                      int(qint64(bar->pageStep) * length / (qint64(span) + bar->pageStep)), length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - size, bar->upsideDown);
    const auto part = [&](int from, int extent) {
        const QRect rect =
            across ? QRect(bar->rect.x() + from, bar->rect.y(), extent, bar->rect.height())
                   : QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), extent);
        return visualRect(bar->direction, bar->rect, rect);
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return part(start, size);
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + size, length - start - size);
    default:
        return {};
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return parts::pushButton(option, painter, widget);
    case PE_PanelButtonTool:
        return parts::toolButton(option, painter);
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return parts::field(option, painter);
        return painter->fillRect(option->rect, option->palette.base());
    }
    case PE_FrameLineEdit:
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView *>(widget) &&
            option->state.testFlag(State_KeyboardFocusChange))
            parts::focusRing(option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return parts::checkBox(option, painter);
    case PE_IndicatorRadioButton:
        return parts::radioButton(option, painter);
    case PE_FrameDefaultButton:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
        return;
    case PE_FrameTabBarBase:
        return painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            tokens().line);
    case PE_Frame:
        painter->setPen(tokens().line);
        return painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    case PE_PanelItemViewItem:
        return parts::itemPanel(option, painter);
    case PE_PanelItemViewRow:
        return;
    case PE_IndicatorBranch:
        return parts::branch(option, painter);
    case PE_IndicatorHeaderArrow:
        return parts::sortArrow(option, painter);
    case PE_IndicatorArrowRight:
        return parts::arrow(option, painter, 0);
    case PE_IndicatorArrowDown:
        return parts::arrow(option, painter, 1);
    case PE_IndicatorArrowLeft:
        return parts::arrow(option, painter, 2);
    case PE_IndicatorArrowUp:
        return parts::arrow(option, painter, 3);
    case PE_IndicatorTabClose:
        return parts::tabClose(option, painter);
    case PE_FrameMenu:
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        return parts::menuFrame(option, painter);
    case PE_IndicatorToolBarSeparator: {
        QStyleOption inner(*option);
        inner.rect.adjust(0, 5, 0, -5);
        return parts::separator(&inner, painter);
    }
    case PE_PanelScrollAreaCorner:
        return; // the ground between two scroll bars needs no frame
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, tokens().window);
        return parts::separator(option, painter);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_TabBarTabShape:
        return parts::tab(option, painter);
    case CE_DockWidgetTitle:
        return parts::dockTitle(option, painter, this, widget);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return parts::headerSection(option, painter);
    case CE_Splitter:
        painter->fillRect(option->rect, tokens().window);
        return parts::separator(option, painter);
    case CE_ToolBar:
        painter->fillRect(option->rect, tokens().window);
        return painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            tokens().line);
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, tokens().window);
    case CE_MenuBarItem: {
        const bool chosen = option->state.testFlag(State_Selected);
        painter->fillRect(option->rect, chosen ? tokens().hover : tokens().window);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            return;
        return drawItemText(painter, option->rect,
                            Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                            option->palette, option->state.testFlag(State_Enabled), item->text,
                            QPalette::WindowText);
    }
    case CE_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator && !item->text.isEmpty())
            return parts::menuTitle(*item, painter);
        if (!item || !tokens().isHighContrast)
            break;
        QStyleOptionMenuItem framed(*item); // its icon would be lost on the palette's highlight
        framed.palette.setColor(QPalette::Highlight, tokens().selection);
        framed.palette.setColor(QPalette::HighlightedText, tokens().text);
        QProxyStyle::drawControl(element, &framed, painter, widget);
        if (option->state.testFlag(State_Selected))
            parts::focusRing(option, painter);
        return;
    }
    case CE_PushButtonLabel: {
        const bool primary =
            widget && (widget->property("primary").toBool() || widget->property("danger").toBool());
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!primary || !button || !option->state.testFlag(State_Enabled))
            break;
        QStyleOptionButton bright(*button);
        bright.palette.setColor(QPalette::ButtonText, tokens().onAccent);
        return QProxyStyle::drawControl(element, &bright, painter, widget);
    }
    case CE_ComboBoxLabel: {
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (!box || box->editable)
            break;
        QStyleOptionComboBox fitting(*box); // most are names: both ends tell something
        const int sign = box->currentIcon.isNull() ? 0 : box->iconSize.width() + grid;
        const int room = comboPart(box, SC_ComboBoxEditField).width() - sign - 2;
        fitting.currentText =
            painter->fontMetrics().elidedText(box->currentText, Qt::ElideMiddle, room);
        return QProxyStyle::drawControl(element, &fitting, painter, widget);
    }
    case CE_ItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (!item)
            break;
        QStyleOptionViewItem plain(*item); // the row's ground is ours, not the palette's highlight
        plain.palette.setColor(QPalette::HighlightedText, tokens().text);
        return QProxyStyle::drawControl(element, &plain, painter, widget);
    }
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarContents:
        return parts::progress(option, painter);
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        return parts::scrollBar(option, painter, this, widget);
    if (control == CC_ComboBox)
        return parts::comboBox(option, painter);
    if (control == CC_SpinBox)
        return parts::spinBox(option, painter, this, widget);
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (control == CC_ToolButton && tool && tool->toolButtonStyle == Qt::ToolButtonIconOnly) {
        QStyleOptionToolButton plain(*tool); // the sign of a menu would stand upon the icon
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (which) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
        return icon("close", Ink::Muted);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractItemView *>(widget) || widget->inherits("QTabBar"))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace meshwright::ui::theme
