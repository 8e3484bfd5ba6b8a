// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/scrollpage.h"

#include "ui/theme/theme.h"

#include <QLayout>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

namespace meshwright::ui::theme {

namespace {

constexpr int fewestLines = 5;
constexpr int frame = 48; ///< what a window manager puts around a dialog, about

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

int ScrollPage::lackingHeight() const
{
    const int asked = widget()->heightForWidth(viewport()->width());
    const int wanted = asked >= 0 ? asked : widget()->sizeHint().height();
    return std::max(0, wanted - viewport()->height());
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

} // namespace meshwright::ui::theme
