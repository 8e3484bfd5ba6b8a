// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/wrappingcheck.h"

#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>

#include <algorithm>

namespace meshwright::ui::theme {

WrappingCheck::WrappingCheck(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox)
    , m_words(new QLabel(text))
{
    m_box->setAccessibleName(text);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_words->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    row->addWidget(m_box, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    alignFirstLine();
}

/// The middle of the box is the middle of the first line.
void WrappingCheck::alignFirstLine()
{
    const int words = m_words->fontMetrics().height();
    const int line = std::max(words, m_box->sizeHint().height());
    m_box->setMinimumHeight(line);
    m_words->setContentsMargins(0, (line - words) / 2, 0, (line - words + 1) / 2);
}

/// One line, where there is room; a label that wraps asks for two.
QSize WrappingCheck::sizeHint() const
{
    const QMargins around = m_words->contentsMargins();
    const QSize words = m_words->fontMetrics().size(Qt::TextSingleLine, m_words->text());
    return {m_box->sizeHint().width() + layout()->spacing() + words.width() + 1,
            words.height() + around.top() + around.bottom()};
}

void WrappingCheck::mousePressEvent(QMouseEvent *event)
{
    event->setAccepted(event->button() == Qt::LeftButton);
}

void WrappingCheck::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_box->isEnabled() || !rect().contains(event->pos()))
        return;
    m_box->setFocus(Qt::MouseFocusReason);
    m_box->click();
}

void WrappingCheck::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        alignFirstLine();
}

} // namespace meshwright::ui::theme
