// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class QApplication;
class QWidget;

namespace meshwright::ui::theme {

/// Shows where the keyboard is: whoever uses it sees a ring around the control that has the focus.
/// Fields and buttons draw theirs by the style; views and texts get one laid over them.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QApplication &application, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setByKeyboard(bool isByKeyboard);
    void follow(QWidget *now);

    QPointer<QWidget> m_ring; ///< goes with the view that it lies over
    bool m_isByKeyboard = false;
};

} // namespace meshwright::ui::theme
