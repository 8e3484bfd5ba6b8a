// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/focusring.h"

#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QWidget>

namespace meshwright::ui::theme {

namespace {

constexpr double penWidth = 2;

/// Over all of its parent, and nothing but a line for the mouse to go through.
class Ring : public QWidget
{
public:
    explicit Ring(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(QStringLiteral("focusRing"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        parent->installEventFilter(this);
        setGeometry(parent->rect());
        show();
        raise();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        else if (event->type() == QEvent::ChildAdded)
            raise();
        return QWidget::eventFilter(watched, event);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setPen(QPen(tokens().accent, penWidth));
        painter.drawRect(
            QRectF(rect()).adjusted(penWidth / 2, penWidth / 2, -penWidth / 2, -penWidth / 2));
    }
};

/// Those that the style draws no focus of.
bool needsRing(const QWidget *widget)
{
    return qobject_cast<const QAbstractScrollArea *>(widget) ||
           widget->property("hasFocusRing").toBool();
}

} // namespace

FocusRing::FocusRing(QApplication &application, QObject *parent)
    : QObject(parent)
{
    application.installEventFilter(this);
    connect(&application, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(now); });
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        setByKeyboard(true);
        break;
    case QEvent::MouseButtonPress:
        setByKeyboard(false);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::setByKeyboard(bool isByKeyboard)
{
    const bool isNew = m_isByKeyboard != isByKeyboard;
    m_isByKeyboard = isByKeyboard;
    if (!isByKeyboard)
        delete m_ring;
    if (!isNew)
        return;
    // The style asks for this attribute, and Qt sets it for some keys only.
    for (QWidget *window : QApplication::topLevelWidgets())
        window->setAttribute(Qt::WA_KeyboardFocusChange, isByKeyboard);
    if (QWidget *focus = QApplication::focusWidget())
        focus->update();
}

void FocusRing::follow(QWidget *now)
{
    delete m_ring;
    if (!now)
        return;
    now->window()->setAttribute(Qt::WA_KeyboardFocusChange, m_isByKeyboard);
    if (m_isByKeyboard && needsRing(now))
        m_ring = new Ring(now);
}

} // namespace meshwright::ui::theme
