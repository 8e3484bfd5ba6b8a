// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyle;
class QStyleOption;
class QStyleOptionComplex;
class QStyleOptionMenuItem;
class QWidget;

/// How each part of the window is painted; Style says which.
namespace meshwright::ui::theme::parts {

void pushButton(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void toolButton(const QStyleOption *option, QPainter *painter);
void field(const QStyleOption *option, QPainter *painter);
void checkBox(const QStyleOption *option, QPainter *painter);
void radioButton(const QStyleOption *option, QPainter *painter);
void focusRing(const QStyleOption *option, QPainter *painter);
void itemPanel(const QStyleOption *option, QPainter *painter);
/// Turned by quarters from pointing right.
void arrow(const QStyleOption *option, QPainter *painter, int quarters);
void sortArrow(const QStyleOption *option, QPainter *painter);
void branch(const QStyleOption *option, QPainter *painter);
void tab(const QStyleOption *option, QPainter *painter);
void tabClose(const QStyleOption *option, QPainter *painter);
void dockTitle(const QStyleOption *option, QPainter *painter, const QStyle *style,
               const QWidget *widget);
void headerSection(const QStyleOption *option, QPainter *painter);
void separator(const QStyleOption *option, QPainter *painter);
/// Above the entries that it is about.
void menuTitle(const QStyleOptionMenuItem &item, QPainter *painter);
void menuFrame(const QStyleOption *option, QPainter *painter);
void progress(const QStyleOption *option, QPainter *painter);
void scrollBar(const QStyleOptionComplex *option, QPainter *painter, const QStyle *style,
               const QWidget *widget);
void comboBox(const QStyleOptionComplex *option, QPainter *painter);
void spinBox(const QStyleOptionComplex *option, QPainter *painter, const QStyle *style,
             const QWidget *widget);

} // namespace meshwright::ui::theme::parts
