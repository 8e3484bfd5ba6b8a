// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace meshwright::ui {

class CodeEditor;

/// Beside the text: a finding's sign (or the lightbulb at the caret's line), the line's number,
/// and the chevron that folds.
class Gutter : public QWidget
{
    Q_OBJECT

public:
    explicit Gutter(CodeEditor *editor);

    int preferredWidth() const;

    QSize sizeHint() const override { return {preferredWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    CodeEditor *m_editor;
    bool m_isHovered = false;
};

} // namespace meshwright::ui
