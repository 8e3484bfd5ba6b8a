// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/actions.h"

#include "ui/theme/theme.h"

namespace meshwright::ui {

QAction *Actions::add(const QString &id, const Look &look, std::function<void()> deed)
{
    auto *action = new QAction(look.text, this);
    action->setObjectName(id);
    if (look.icon)
        action->setIcon(theme::icon(look.icon));
    action->setShortcut(look.shortcut);
    QString tip = look.text;
    tip.remove(QLatin1Char('&'));
    if (!look.shortcut.isEmpty())
        tip = tr("%1 (%2)").arg(tip, look.shortcut.toString(QKeySequence::NativeText));
    action->setToolTip(tip);
    connect(action, &QAction::triggered, this, std::move(deed));
    m_actions[id] = action;
    m_order.append(action);
    return action;
}

void Actions::setEnabled(std::initializer_list<const char *> ids, bool enabled)
{
    for (const char *id : ids)
        if (QAction *action = get(QLatin1String(id)))
            action->setEnabled(enabled);
}

} // namespace meshwright::ui
