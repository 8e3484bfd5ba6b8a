// SPDX-License-Identifier: Apache-2.0
// The dialogs of the acts that change how a company is cut: a topic to another context, a context
// in two, a spec in a newer version.
#include "ui/designer/acts.h"

#include "ui/designer/actfields.h"
#include "ui/text/text.h"
#include "ui/theme/accessicon.h"
#include "ui/theme/theme.h"

#include "meshwright/modelling/cleaning.h"
#include "meshwright/modelling/convert.h"
#include "meshwright/modelling/newspec.h"
#include "meshwright/modelling/split.h"
#include "meshwright/modelling/topicacts.h"
#include "meshwright/symbols/move.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSize>
#include <QTreeWidget>

namespace meshwright::ui::acts {

namespace {

constexpr QSize roomy(780, 640); // what changes is long, and in several files

enum class Part { Topic, Reading };

/// What the topic is called as another context's.
TopicName nameAt(const Topic &topic, const std::string &owner)
{
    return {owner + topic.name.value.substr(topic.owner.value.size())};
}

void addPart(QTreeWidget *list, Part part, const TopicName &name, const QString &text,
             const QIcon &sign)
{
    auto *row = new QTreeWidgetItem(list, {text});
    row->setData(0, Qt::UserRole, toQt(name.value));
    row->setData(0, Qt::UserRole + 1, static_cast<int>(part));
    row->setToolTip(0, toQt(name.value));
    row->setIcon(0, sign);
    row->setCheckState(0, Qt::Unchecked);
}

std::vector<TopicName> checkedOf(const QTreeWidget *list, Part part)
{
    std::vector<TopicName> names;
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *row = list->topLevelItem(i);
        if (row->checkState(0) == Qt::Checked &&
            row->data(0, Qt::UserRole + 1).toInt() == static_cast<int>(part))
            names.push_back({fromQt(row->data(0, Qt::UserRole).toString())});
    }
    return names;
}

/// The topics that a context owns, and below them those that it consumes.
void addParts(QTreeWidget *list, const Topology &topology, const ContextId &context)
{
    for (const Topic *topic : topology.topicsOf(context)) {
        const std::string &name = topic->name.value;
        addPart(list, Part::Topic, topic->name,
                toQt(isWithin(name, context.value) ? name.substr(context.value.size() + 1) : name),
                topic->access ? theme::accessIcon(*topic->access) : theme::icon("topic"));
    }
    for (const Consumption *reading : topology.consumptionsOf(context))
        addPart(list, Part::Reading, reading->topic,
                QObject::tr("consumes %1").arg(toQt(reading->topic.value)),
                theme::icon("consumer", theme::Ink::Muted));
}

/// The id, without its last part: where a part of it belongs too.
QString besides(const ContextId &id)
{
    return toQt(id.value.substr(0, id.value.rfind('.') + 1));
}

Result<Proposal> converted(const Topology &topology, const std::string &file,
                           const std::string &version)
{
    auto conversion = modelling::convertToAsyncApi3(*topology.workspace, file, version);
    if (!conversion)
        return tl::unexpected(conversion.error());
    std::vector<std::string> notes;
    for (const modelling::ConversionNote &note : conversion->notes)
        notes.push_back(note.message);
    return Proposal(std::move(conversion->edit), std::move(notes));
}

} // namespace

ActDialog *addCleanedTopic(Session &session, const TopicName &topic, QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Offer %1 cleaned").arg(toQt(topic.value)),
                                 QObject::tr("Add cleaned topic"), parent);
    QComboBox *cleaner = dialog->addChoice("actContext", QObject::tr("Cleaned by"), true);
    cleaner->setFont(theme::fixedFont());
    const Topology &topology = *session.snapshot().topology;
    for (const bool isControlPlane : {true, false})
        for (const Context &context : topology.contexts)
            if (context.isControlPlane == isControlPlane)
                cleaner->addItem(theme::icon("context"), toQt(context.id.value));
    cleaner->setCurrentIndex(-1);
    QLineEdit *type = dialog->addLine("actType", QObject::tr("Type"), QStringLiteral("sale"));
    type->setFont(theme::fixedFont());
    type->setText(toQt(topic.value.substr(topic.value.rfind('.') + 1)));
    const QLineEdit *description = dialog->addLine("actDescription", QObject::tr("Description"),
                                                   QObject::tr("what was taken out, and how"));
    dialog->setAct(
        [=] {
            if (typed(cleaner).empty())
                return QObject::tr("Choose the context that reads this topic and writes the "
                                   "cleaned one: a service of the control plane.");
            return typed(type).empty() ? QObject::tr("Say what the cleaned topic carries: its name "
                                                     "is made of it.")
                                       : QString();
        },
        [=]() -> Propose {
            const modelling::CleanedTopic wanted{topic, ContextId{typed(cleaner)}, typed(type),
                                                 typed(description)};
            return [wanted](const TopologyPtr &now) {
                return modelling::addCleanedTopic(now, wanted);
            };
        });
    dialog->setResult([=, convention = topology.workspace->settings().convention] {
        return modelling::topicNameFor(convention, ContextId{typed(cleaner)}, Access::Public,
                                       typed(type));
    });
    cleaner->setFocus();
    dialog->resize(roomy);
    return shown(dialog);
}

ActDialog *moveTopic(Session &session, const TopicName &topic, QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Move %1").arg(toQt(topic.value)),
                                 QObject::tr("Move topic"), parent);
    QComboBox *target = dialog->addChoice("actContext", QObject::tr("To the context"), true);
    target->setFont(theme::fixedFont());
    const Topology &topology = *session.snapshot().topology;
    const Topic *known = topology.topic(topic);
    for (const Context &context : topology.contexts)
        if (known && context.id != known->owner)
            target->addItem(theme::icon("context"), toQt(context.id.value));
    target->setCurrentIndex(-1);
    dialog->setAct(
        lacksText(target, QObject::tr("Choose who owns it from now on. Its readers will name it as "
                                      "it is called there.")),
        [=]() -> Propose {
            return [topic, to = ContextId{typed(target)}](const TopologyPtr &now) {
                return symbols::moveTopic(*symbols::indexSymbols(now), topic, to);
            };
        });
    if (known)
        dialog->setResult([=, moved = *known] { return nameAt(moved, typed(target)); });
    target->setFocus();
    dialog->resize(roomy);
    return shown(dialog);
}

ActDialog *splitContext(Session &session, const ContextId &context, QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Split %1 in two").arg(toQt(context.value)),
                                 QObject::tr("Split context"), parent);
    QLineEdit *id = dialog->addLine("actId", QObject::tr("New domain id"));
    QLineEdit *title = dialog->addLine("actTitle", QObject::tr("Title"));
    QLineEdit *file = dialog->addLine("actFile", QObject::tr("File"));
    QTreeWidget *parts = dialog->addList("actParts", QObject::tr("It gets"));
    for (QWidget *field : std::initializer_list<QWidget *>{id, file, parts})
        field->setFont(theme::fixedFont());
    addParts(parts, *session.snapshot().topology, context);
    QObject::connect(
        id, &QLineEdit::textEdited, dialog, [=, workspace = session.snapshot().workspace] {
            const ContextId wanted = contextIdFrom(typed(id));
            const bool isWhole = !wanted.value.empty() && !wanted.value.ends_with('.');
            title->setPlaceholderText(isWhole ? toQt(modelling::titleFor(wanted)) : QString());
            if (!file->isModified())
                file->setText(isWhole ? toQt(modelling::fileFor(*workspace, wanted)) : QString());
        });
    id->setText(besides(context));
    dialog->setAct(
        [=] {
            if (typed(id).empty() || typed(id).ends_with('.'))
                return QObject::tr("Name the new context: its domain and what it does.");
            const bool isChosen =
                !checkedOf(parts, Part::Topic).empty() || !checkedOf(parts, Part::Reading).empty();
            return isChosen ? QString() : QObject::tr("Tick what the new context gets.");
        },
        [=]() -> Propose {
            const modelling::ContextSplit wanted{
                context,      contextIdFrom(typed(id)),      typed(file),
                typed(title), checkedOf(parts, Part::Topic), checkedOf(parts, Part::Reading)};
            return [wanted](const TopologyPtr &topology) {
                return modelling::splitContext(topology, wanted);
            };
        });
    dialog->setResult([=] { return contextIdFrom(typed(id)); });
    id->setFocus();
    dialog->resize(roomy);
    shown(dialog);
    id->end(false); // the rest of it is typed behind
    return dialog;
}

ActDialog *convertSpec(Session &session, const ContextId &context, QWidget *parent)
{
    const Context *known = session.snapshot().topology->context(context);
    const std::string file = known ? known->spec->file : std::string();
    auto *dialog = new ActDialog(session, QObject::tr("%1 as AsyncAPI 3").arg(toQt(file)),
                                 QObject::tr("Convert spec"), parent);
    QComboBox *version = dialog->addChoice("actVersion", QObject::tr("AsyncAPI"));
    version->addItems({QStringLiteral("3.0.0"), QStringLiteral("3.1.0")});
    dialog->setAct(nothingLacks(), [=]() -> Propose {
        return [file, wanted = typed(version)](const TopologyPtr &topology) {
            return converted(*topology, file, wanted);
        };
    });
    version->setFocus();
    dialog->resize(roomy);
    return shown(dialog);
}

} // namespace meshwright::ui::acts
