// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/windowparts.h"

#include <QApplication>
#include <QWidget>

namespace meshwright::ui {

namespace {

bool takesKeyboard(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// Docks behind others' tabs are moved out of the window by Qt, and still visible to it.
bool isInView(const QWidget *part)
{
    return part->isVisible() && !part->visibleRegion().isEmpty();
}

/// Where the keyboard was last, or else the first control; null where there is none.
QWidget *entryOf(QWidget *part)
{
    if (QWidget *last = part->focusWidget(); last && last != part && takesKeyboard(last))
        return last;
    QWidget *at = part;
    do {
        if ((at == part || part->isAncestorOf(at)) && takesKeyboard(at))
            return at;
        at = at->nextInFocusChain();
    } while (at != part);
    return nullptr;
}

} // namespace

void goToNextPart(const QList<QWidget *> &parts, int step)
{
    QList<QWidget *> shown;
    for (QWidget *part : parts)
        if (isInView(part) && entryOf(part))
            shown.append(part);
    if (shown.isEmpty())
        return;
    const QWidget *focus = QApplication::focusWidget();
    const auto count = static_cast<int>(shown.size());
    int at = step > 0 ? -1 : count;
    for (int i = 0; i < count; ++i)
        if (focus && (shown[i] == focus || shown[i]->isAncestorOf(focus)))
            at = i;
    QWidget *next = shown[((at + step) % count + count) % count];
    entryOf(next)->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

} // namespace meshwright::ui
