// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/driftbar.h"

#include "ui/drift/drifttexts.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>

namespace meshwright::ui {

DriftBar::DriftBar(QWidget *parent)
    : QWidget(parent)
    , m_restore(new QAction(this))
    , m_adopt(new QAction(this))
    , m_text(new QLabel(this))
{
    m_restore->setObjectName(QStringLiteral("driftRestoreAction"));
    m_adopt->setObjectName(QStringLiteral("driftAdoptAction"));
    m_restore->setIcon(theme::icon("plan"));
    m_adopt->setIcon(theme::icon("spec"));
    m_text->setObjectName(QStringLiteral("driftText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new theme::WrapLayout(this);
    row->setContentsMargins(theme::widePadding, theme::padding, theme::widePadding, theme::padding);
    row->setSpacing(theme::padding);
    row->addWidget(m_text, 1);
    row->addWidget(addButton(m_adopt, "driftAdopt"));
    row->addWidget(addButton(m_restore, "driftRestore"));
}

QPushButton *DriftBar::addButton(QAction *action, const char *name)
{
    auto *button = new QPushButton(action->icon(), QString(), this);
    button->setObjectName(QLatin1String(name));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [action, button] {
        button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    });
    return button;
}

void DriftBar::describe(const MadeDrift &made, const std::vector<DriftItem> &chosen,
                        const QString &obstacle)
{
    m_restorable.clear();
    m_adoptable.clear();
    QString notRestored;
    QString notAdopted;
    for (const DriftItem &item : chosen) {
        if (item.message.empty())
            m_restorable.push_back(item);
        else if (notRestored.isEmpty())
            notRestored = toQt(item.message);
        const auto why = drifttexts::whyNotAdopted(made, item);
        if (why.isEmpty())
            m_adoptable.push_back(item);
        else if (notAdopted.isEmpty())
            notAdopted = why;
    }
    const QString none = tr("Select what is to be brought in step, in the list above.");
    const auto tell = [&](QAction *action, std::size_t count, const QString &one,
                          const QString &many, const QString &meaning, const QString &whyNot) {
        action->setText(count > 1 ? many : one);
        action->setEnabled(count > 0 && obstacle.isEmpty());
        action->setToolTip(!obstacle.isEmpty() ? obstacle
                           : chosen.empty()    ? none
                           : count == 0        ? whyNot
                                               : meaning);
    };
    tell(m_restore, m_restorable.size(), tr("Restore …"),
         tr("Restore %Ln …", nullptr, static_cast<int>(m_restorable.size())),
         tr("Shows a plan of just this, which makes the cluster what the specs say. Nothing is "
            "sent before you apply it there."),
         notRestored);
    tell(m_adopt, m_adoptable.size(), tr("Adopt into spec …"),
         tr("Adopt %Ln into specs …", nullptr, static_cast<int>(m_adoptable.size())),
         tr("Shows the change of the text that makes the specs say what the cluster has. It is "
            "undone in one step."),
         notAdopted);
    const bool isOne = chosen.size() == 1;
    QStringList lines;
    if (chosen.empty())
        lines << none;
    else if (!obstacle.isEmpty())
        lines << obstacle;
    else if (!isOne)
        lines << tr("%Ln selected", nullptr, static_cast<int>(chosen.size()));
    else if (notRestored.isEmpty() && notAdopted.isEmpty())
        lines << tr("The specs are right: restore. The cluster is right: adopt.");
    const auto left = [&](const std::vector<DriftItem> &some) {
        return static_cast<int>(chosen.size() - some.size());
    };
    if (!notRestored.isEmpty())
        lines << (isOne ? tr("Can't be restored: %1")
                        : tr("%Ln can't be restored: %1", nullptr, left(m_restorable)))
                     .arg(notRestored);
    if (!notAdopted.isEmpty())
        lines << (isOne ? tr("Can't be adopted: %1")
                        : tr("%Ln can't be adopted: %1", nullptr, left(m_adoptable)))
                     .arg(notAdopted);
    m_text->setText(lines.join(QLatin1Char('\n')));
}

} // namespace meshwright::ui
