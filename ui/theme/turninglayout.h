// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBoxLayout>

namespace meshwright::ui::theme {

/// Words and, at their side, tools as wide as they like; where these would take more than half of
/// the width, they stand below the words.
class TurningLayout : public QBoxLayout
{
public:
    explicit TurningLayout(QWidget *parent);

    void setParts(QLayout *words, QLayout *tools);

    /// As high as it will be in this width, whichever way it is turned now.
    int heightForWidth(int width) const override;

    int minimumHeightForWidth(int width) const override { return heightForWidth(width); }

    void setGeometry(const QRect &rect) override;

private:
    bool isNarrow(int width) const;

    QLayout *m_words = nullptr;
    QLayout *m_tools = nullptr;
};

} // namespace meshwright::ui::theme
