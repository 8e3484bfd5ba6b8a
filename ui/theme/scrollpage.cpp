// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/scrollpage.h"

#include "ui/theme/theme.h"

#include <QDialog>
#include <QLayout>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

namespace meshwright::ui::theme {

namespace {

constexpr int fewestLines = 5;
constexpr int frame = 48; ///< what a window manager puts around a dialog, about

/// How much higher it had to be to show all of its page without scrolling.
int lackingHeight(const QScrollArea &area)
{
    const int wanted = area.widget()->heightForWidth(area.width());
    return std::max(0, wanted - area.height());
}

} // namespace

ScrollPage::ScrollPage(QWidget *page, QWidget *parent)
    : QScrollArea(parent)
{
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

QSize ScrollPage::sizeHint() const
{
    return widget()->sizeHint();
}

QSize ScrollPage::minimumSizeHint() const
{
    const int wide = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {wide, std::min(widget()->minimumSizeHint().height(),
                           fewestLines * fontMetrics().lineSpacing())};
}

/// Only now all has its font and its measures.
void ScrollPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (qobject_cast<QDialog *>(window()))
        growWithinScreen(*window());
}

void resizeWithinScreen(QWidget &dialog, const QSize &usual)
{
    const QSize most = dialog.screen()->availableSize() - QSize(frame, frame);
    const int width =
        std::min(std::max(scaled(usual.width()), dialog.minimumSizeHint().width()), most.width());
    const bool wraps = dialog.layout()->hasHeightForWidth();
    const int asked = wraps ? dialog.layout()->heightForWidth(width) : dialog.sizeHint().height();
    const int height =
        usual.height() > 0 ? scaled(usual.height()) : std::max(asked, dialog.sizeHint().height());
    dialog.resize(width, std::min(height, most.height()));
}

void growWithinScreen(QWidget &dialog)
{
    dialog.layout()->activate();
    int lacking = 0;
    for (const QScrollArea *area : dialog.findChildren<QScrollArea *>())
        if (dynamic_cast<const ScrollPage *>(area))
            lacking = std::max(lacking, lackingHeight(*area));
    const int most = dialog.screen()->availableSize().height() - frame;
    if (lacking > 0 && dialog.height() < most)
        dialog.resize(dialog.width(), std::min(dialog.height() + lacking, most));
}

} // namespace meshwright::ui::theme
