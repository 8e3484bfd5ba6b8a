// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/subjectmenu.h"

#include "ui/shell/actions.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMenu>

#include <span>

namespace meshwright::ui {

namespace {

constexpr int widestName = 400;

constexpr const char *ofContext[] = {"go-to-definition",
                                     "find-usages",
                                     "rename",
                                     "copy-link-selection",
                                     "graph-focus",
                                     "",
                                     "add-topic",
                                     "consume-topic",
                                     "stop-consuming",
                                     "",
                                     "split-context",
                                     "convert-spec",
                                     "",
                                     "delete-context"};
constexpr const char *ofTopic[] = {"go-to-definition",
                                   "find-usages",
                                   "rename",
                                   "copy-link-selection",
                                   "graph-focus",
                                   "",
                                   "change-access",
                                   "grant-access",
                                   "stop-consuming",
                                   "",
                                   "add-message",
                                   "add-field",
                                   "set-setting",
                                   "add-tag",
                                   "",
                                   "move-topic",
                                   "delete-topic"};
constexpr const char *ofNothing[] = {"new-spec",      "search",        "",
                                     "graph-arrange", "graph-lay-out", "",
                                     "graph-fit",     "graph-zoom-in", "graph-zoom-out"};

std::span<const char *const> idsFor(const Selection &subject)
{
    if (std::holds_alternative<ContextId>(subject))
        return ofContext;
    if (std::holds_alternative<TopicName>(subject))
        return ofTopic;
    return ofNothing;
}

/// Its name as the specs have it; of nothing none.
QString nameOf(const Selection &subject)
{
    if (const auto *context = std::get_if<ContextId>(&subject))
        return toQt(context->value);
    const auto *topic = std::get_if<TopicName>(&subject);
    return topic ? toQt(topic->value) : QString();
}

/// Whose menu it is: above the entries, and for a screen reader.
void nameAfter(QMenu &menu, const Selection &subject)
{
    const QString name = nameOf(subject);
    if (name.isEmpty())
        return menu.setAccessibleName(QObject::tr("What can be done here"));
    menu.setAccessibleName(QObject::tr("What can be done with %1").arg(name));
    QFont strong = menu.font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    menu.addSection(metrics.elidedText(name, Qt::ElideMiddle, theme::scaled(widestName)))
        ->setFont(strong);
}

} // namespace

QList<QAction *> subjectActions(const Actions &actions, const Selection &subject)
{
    QList<QAction *> list;
    for (const char *id : idsFor(subject)) {
        QAction *action = actions.get(QLatin1String(id));
        if (action || !*id)
            list.append(action);
    }
    return list;
}

QMenu *showSubjectMenu(const Actions &actions, const Selection &subject, const QPoint &place,
                       QWidget *parent)
{
    if (QApplication::activePopupWidget())
        return nullptr; // a key and the event that a platform makes of it ask twice
    auto *menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("subjectMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    nameAfter(*menu, subject);
    for (QAction *action : subjectActions(actions, subject)) {
        if (!action)
            menu->addSeparator(); // Qt shows none at an end, and one of several
        else if (action->isEnabled())
            menu->addAction(action);
    }
    menu->popup(place);
    return menu;
}

} // namespace meshwright::ui
