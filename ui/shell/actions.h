// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QMap>
#include <QObject>

#include <functional>

namespace meshwright::ui {

/// What the user may do, by id: menus, tool bar and palette show these same objects.
class Actions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct Look
    {
        QString text;
        const char *icon = nullptr;
        QKeySequence shortcut = {};
    };

    QAction *add(const QString &id, const Look &look, std::function<void()> deed);

    QAction *get(const QString &id) const { return m_actions.value(id); }

    QList<QAction *> all() const { return m_order; }

    void setEnabled(std::initializer_list<const char *> ids, bool enabled);

private:
    QMap<QString, QAction *> m_actions;
    QList<QAction *> m_order;
};

} // namespace meshwright::ui
