// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace meshwright::ui::theme {

/// A check box whose words go on in the next line, which Qt's own can't. They are a part of it: a
/// click on them is a click on the box.
class WrappingCheck : public QWidget
{
public:
    explicit WrappingCheck(const QString &text, QWidget *parent = nullptr);

    QCheckBox *box() const { return m_box; }

    QSize sizeHint() const override;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void alignFirstLine();

    QCheckBox *m_box;
    QLabel *m_words;
};

} // namespace meshwright::ui::theme
