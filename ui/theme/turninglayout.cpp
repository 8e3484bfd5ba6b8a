// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/turninglayout.h"

#include <algorithm>

namespace meshwright::ui::theme {

namespace {

int heightIn(const QLayout &part, int width)
{
    return part.hasHeightForWidth() ? part.heightForWidth(width) : part.sizeHint().height();
}

} // namespace

TurningLayout::TurningLayout(QWidget *parent)
    : QBoxLayout(LeftToRight, parent)
{}

void TurningLayout::setParts(QLayout *words, QLayout *tools)
{
    m_words = words;
    m_tools = tools;
    addLayout(words, 1);
    addLayout(tools);
}

bool TurningLayout::isNarrow(int width) const
{
    return width < 2 * m_tools->sizeHint().width();
}

int TurningLayout::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    const int room = width - around.left() - around.right();
    const QSize tools = m_tools->sizeHint();
    const int inside = isNarrow(width)
                           ? heightIn(*m_words, room) + spacing() + heightIn(*m_tools, room)
                           : std::max(heightIn(*m_words, room - spacing() - tools.width()),
                                      heightIn(*m_tools, tools.width()));
    return around.top() + inside + around.bottom();
}

void TurningLayout::setGeometry(const QRect &rect)
{
    setDirection(isNarrow(rect.width()) ? TopToBottom : LeftToRight);
    QBoxLayout::setGeometry(rect);
}

} // namespace meshwright::ui::theme
