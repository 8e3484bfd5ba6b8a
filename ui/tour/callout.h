// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QPointer>
#include <QRect>

class QLabel;
class QPushButton;

namespace meshwright::ui {

/// A card beside a control of the window, with an arrow to it and a ring around it. It never takes
/// the keyboard by itself: the work goes on in the control.
class Callout : public QFrame
{
    Q_OBJECT

public:
    explicit Callout(QWidget *window);
    ~Callout() override;

    struct Words
    {
        QString progress; ///< `Step 2 of 5`
        QString title;
        QString text;
        QString go; ///< on the button that goes on; empty: there is none
        bool isLast = false;

        bool operator==(const Words &) const = default;
    };

    void say(const Words &words);
    /// A part of `control`; null: it stands in the middle, for there is nothing to point at.
    void pointAt(QWidget *control, const QRect &part);

    const QPointer<QWidget> &target() const { return m_target; }

signals:
    void goRequested();
    void endRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Ring;

    enum class Side { None, Above, Below, Left, Right };

    QRect roomBeside(const QRect &target, const QSize &size, Side *side) const;
    void place();

    QLabel *m_progress;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_go;
    QPushButton *m_end;
    Ring *m_ring;
    QPointer<QWidget> m_target;
    QRect m_part;
    Side m_side = Side::None;
    QPoint m_tip; ///< of the arrow, in the card
    Words m_words;
};

} // namespace meshwright::ui
