// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace meshwright::ui::theme {

/// What may need more room than there is, as all does in large text: it scrolls then, without a
/// frame, and follows the keyboard. It asks for the room that its page wants.
class ScrollPage : public QScrollArea
{
public:
    explicit ScrollPage(QWidget *page, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;
};

/// `usual` is what it is in text of the usual size, at the least; no height: what its parts ask
/// for. It gets no larger than the screen.
void resizeWithinScreen(QWidget &dialog, const QSize &usual);
/// Higher, where its pages would scroll and the screen has room.
void growWithinScreen(QWidget &dialog);

} // namespace meshwright::ui::theme
