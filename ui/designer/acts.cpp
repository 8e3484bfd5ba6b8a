// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/acts.h"

#include "ui/designer/actdialog.h"
#include "ui/designer/actfields.h"
#include "ui/text/text.h"
#include "ui/theme/accessicon.h"
#include "ui/theme/theme.h"

#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/modelling/accessacts.h"
#include "meshwright/modelling/contextform.h"
#include "meshwright/modelling/deletion.h"
#include "meshwright/asyncapi/duration.h"
#include "meshwright/modelling/topicacts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <set>

namespace meshwright::ui::acts {

namespace {

std::optional<int> numberIn(const QLineEdit *field)
{
    bool isNumber = false;
    const int number = field->text().trimmed().toInt(&isNumber);
    return isNumber ? std::optional<int>(number) : std::nullopt;
}

bool isFilledButNoNumber(const QLineEdit *field)
{
    return !field->text().trimmed().isEmpty() && !numberIn(field);
}

const Topology &topologyOf(const Session &session)
{
    return *session.snapshot().topology;
}

QComboBox *addAccess(ActDialog *dialog, const Session &session, const QString &label)
{
    QComboBox *box = dialog->addChoice("actAccess", label);
    const Convention &convention = session.snapshot().workspace->settings().convention;
    for (const Access access : {Access::Public, Access::Protected, Access::Private})
        box->addItem(toQt(convention.keyword(access)), static_cast<int>(access));
    return box;
}

Access accessIn(const QComboBox *box)
{
    return static_cast<Access>(box->currentData().toInt());
}

Result<Proposal> newTopic(const Topology &topology, modelling::NewTopic wanted,
                          const std::string &retention)
{
    if (!retention.empty()) {
        const auto milliseconds = asyncapi::parseDuration(retention);
        if (!milliseconds)
            return tl::unexpected(milliseconds.error());
        wanted.settings["retention.ms"] = std::to_string(*milliseconds);
    }
    return modelling::addTopic(topology, wanted);
}

} // namespace

ActDialog *addTopic(Session &session, const ContextId &owner, QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Add a topic to %1").arg(toQt(owner.value)),
                                 QObject::tr("Add topic"), parent);
    const QComboBox *access = addAccess(dialog, session, QObject::tr("Access"));
    QLineEdit *type = dialog->addLine("actType", QObject::tr("Type"), QStringLiteral("sale"));
    type->setFont(theme::fixedFont());
    const QLineEdit *description = dialog->addLine("actDescription", QObject::tr("Description"),
                                                   QObject::tr("may stay empty"));
    const QLineEdit *message =
        dialog->addLine("actMessage", QObject::tr("Message"), QStringLiteral("Sale"));
    const QLineEdit *partitions = dialog->addLine("actPartitions", QObject::tr("Partitions"),
                                                  QObject::tr("empty: as the environment says"));
    const QLineEdit *retention = dialog->addLine("actRetention", QObject::tr("Retention"),
                                                 QObject::tr("48 h, 7 d; may stay empty"));
    dialog->setAct(
        [=] {
            if (type->text().trimmed().isEmpty())
                return QObject::tr("Say what the topic carries, in one word or in words joined by "
                                   "dots: its name is made of it.");
            return isFilledButNoNumber(partitions)
                       ? QObject::tr("The number of partitions is a whole number.")
                       : QString();
        },
        [=]() -> Propose {
            modelling::NewTopic wanted;
            wanted.context = owner;
            wanted.access = accessIn(access);
            wanted.type = typed(type);
            wanted.description = typed(description);
            wanted.partitions = numberIn(partitions);
            if (!typed(message).empty())
                wanted.message =
                    modelling::NewMessage{typed(message), {}, std::vector<modelling::NewField>()};
            return [wanted, time = typed(retention)](const TopologyPtr &topology) {
                return newTopic(*topology, wanted, time);
            };
        });
    dialog->setResult([=, convention = session.snapshot().workspace->settings().convention] {
        return modelling::topicNameFor(convention, owner, accessIn(access), typed(type));
    });
    type->setFocus();
    return shown(dialog);
}

ActDialog *changeAccess(Session &session, const TopicName &topic, QWidget *parent)
{
    auto *dialog =
        new ActDialog(session, QObject::tr("Change who may read %1").arg(toQt(topic.value)),
                      QObject::tr("Change access"), parent);
    QComboBox *access = addAccess(dialog, session, QObject::tr("Access"));
    if (const Topic *known = topologyOf(session).topic(topic); known && known->access)
        access->setCurrentIndex(access->findData(static_cast<int>(*known->access)));
    const QCheckBox *grants =
        dialog->addCheck("actGrants", QObject::tr("Grant access to all who consume it now"));
    dialog->setAct(nothingLacks(), [=]() -> Propose {
        return [topic, wanted = accessIn(access),
                grantsToo = grants->isChecked()](const TopologyPtr &topology) {
            return modelling::setAccess(*topology, topic, wanted, grantsToo);
        };
    });
    return shown(dialog);
}

ActDialog *deleteTopic(Session &session, const TopicName &topic, QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Delete %1").arg(toQt(topic.value)),
                                 QObject::tr("Delete topic"), parent);
    const QCheckBox *readers =
        dialog->addCheck("actReaders", QObject::tr("Take it out of the specs that consume it"));
    const QCheckBox *unused = dialog->addCheck(
        "actUnused", QObject::tr("Delete the components that nothing refers to afterwards"));
    dialog->setAct(nothingLacks(), [=]() -> Propose {
        const modelling::DeleteAlso also{readers->isChecked(), false, unused->isChecked()};
        return [topic, also](const TopologyPtr &topology) {
            return modelling::deleteTopic(*topology, topic, also);
        };
    });
    return shown(dialog);
}

ActDialog *consume(Session &session, const ContextId &reader, const TopicName &topic,
                   QWidget *parent)
{
    auto *dialog =
        new ActDialog(session, QObject::tr("Let %1 consume a topic").arg(toQt(reader.value)),
                      QObject::tr("Consume"), parent);
    QComboBox *choice = dialog->addChoice("actTopic", QObject::tr("Topic"), true);
    choice->setFont(theme::fixedFont());
    for (const Topic *each : modelling::topicsToConsume(topologyOf(session), reader))
        choice->addItem(theme::accessIcon(*each->access), toQt(each->name.value));
    choice->setCurrentIndex(choice->findText(toQt(topic.value)));
    choice->setEditText(toQt(topic.value));
    dialog->setAct(lacksText(choice, QObject::tr("Choose a topic of another context; public ones, "
                                                 "and those granted already, come first.")),
                   [=]() -> Propose {
                       return [reader,
                               chosen = TopicName{typed(choice)}](const TopologyPtr &topology) {
                           return modelling::consume(*topology, reader, chosen);
                       };
                   });
    choice->setFocus();
    return shown(dialog);
}

ActDialog *stopConsuming(Session &session, const ContextId &reader, const TopicName &topic,
                         QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Stop consuming a topic"),
                                 QObject::tr("Stop consuming"), parent);
    QComboBox *choice = dialog->addChoice("actReading", QObject::tr("Who, and what"));
    choice->setFont(theme::fixedFont());
    std::vector<std::pair<ContextId, TopicName>> readings;
    for (const Consumption &each : topologyOf(session).consumptions) {
        const bool isMeant = (reader.value.empty() || each.reader == reader) &&
                             (topic.value.empty() || each.topic == topic);
        if (!isMeant)
            continue;
        readings.emplace_back(each.reader, each.topic);
        choice->addItem(QObject::tr("%1: %2", "a context, and a topic")
                            .arg(toQt(each.reader.value), toQt(each.topic.value)));
    }
    const QCheckBox *revoke =
        dialog->addCheck("actRevoke", QObject::tr("Take away its grant in the owner's spec, too"));
    dialog->setAct(
        [=] {
            return choice->count() > 0 ? QString() : QObject::tr("Nothing is consumed any more.");
        },
        [=]() -> Propose {
            return [chosen = readings[static_cast<std::size_t>(choice->currentIndex())],
                    revokes = revoke->isChecked()](const TopologyPtr &topology) {
                return modelling::stopConsuming(*topology, chosen.first, chosen.second, revokes);
            };
        });
    return shown(dialog);
}

ActDialog *grant(Session &session, const TopicName &topic, QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Grant access to %1").arg(toQt(topic.value)),
                                 QObject::tr("Grant access"), parent);
    QComboBox *target = dialog->addChoice("actTarget", QObject::tr("To"), true);
    target->setFont(theme::fixedFont());
    const Topology &topology = topologyOf(session);
    for (const Consumption *reading : topology.readersOf(topic))
        if (const Topic *known = topology.topic(topic); known && !mayRead(*known, reading->reader))
            target->addItem(theme::icon("consumer"), toQt(reading->reader.value));
    for (const Context &context : topology.contexts)
        if (target->findText(toQt(context.id.value)) < 0)
            target->addItem(theme::icon("context"), toQt(context.id.value));
    for (const std::string &domain : topology.domains())
        target->addItem(theme::icon("domain"), toQt(domain));
    target->addItem(theme::icon("public"),
                    toQt(topology.workspace->settings().convention.publicKeyword));
    target->setCurrentText({});
    dialog->setAct(lacksText(target, QObject::tr("Choose a context, a domain, or everybody; those "
                                                 "who consume it already come first.")),
                   [=]() -> Propose {
                       return [topic, chosen = typed(target)](const TopologyPtr &now) {
                           return modelling::grant(*now, topic, chosen);
                       };
                   });
    target->setFocus();
    return shown(dialog);
}

ActDialog *addSetting(Session &session, const modelling::ChannelId &channel, QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Set one of the topic's settings"),
                                 QObject::tr("Set"), parent);
    QComboBox *key = dialog->addChoice("actKey", QObject::tr("Setting"), true);
    QComboBox *value = dialog->addChoice("actValue", QObject::tr("Value"), true);
    QLabel *remark = dialog->addRemark("actRemark");
    for (QComboBox *box : {key, value})
        box->setFont(theme::fixedFont());
    for (const asyncapi::KafkaSetting &setting : asyncapi::kafkaSettings())
        if (!setting.removed)
            key->addItem(toQt(setting.name));
    key->setCurrentText({});
    const auto explain = [=] {
        const auto *setting = asyncapi::findKafkaSetting(typed(key));
        const QString kept = value->currentText();
        value->clear();
        if (setting)
            for (const std::string_view choice : setting->choices)
                value->addItem(toQt(choice));
        value->setCurrentText(kept);
        remark->setText(
            !setting ? QString()
                     : QObject::tr("%1 Kafka's default: %2%3.")
                           .arg(toQt(setting->meaning),
                                setting->defaultValue.empty() ? QObject::tr("none")
                                                              : toQt(setting->defaultValue),
                                setting->unit.empty() ? QString()
                                                      : QLatin1Char(' ') + toQt(setting->unit)));
    };
    QObject::connect(key, &QComboBox::currentTextChanged, dialog, explain);
    dialog->setAct(
        [=] {
            if (typed(key).empty())
                return QObject::tr("Choose a setting of Kafka's topics.");
            return typed(value).empty() ? QObject::tr("Say what it is set to.") : QString();
        },
        [=]() -> Propose {
            return
                [channel, name = typed(key), wanted = typed(value)](const TopologyPtr &topology) {
                    return modelling::setTopicSetting(*topology, channel, name, wanted);
                };
        });
    key->setFocus();
    return shown(dialog);
}

ActDialog *addTag(Session &session, const modelling::ChannelId &channel, QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Add a tag"), QObject::tr("Add tag"), parent);
    QComboBox *tag = dialog->addChoice("actTag", QObject::tr("Tag"), true);
    std::set<std::string> known;
    const Glossary &glossary = session.snapshot().workspace->settings().glossary;
    for (const GlossaryTag &each : glossary.tags)
        known.insert(each.name);
    if (glossary.tags.empty()) // else its terms are no tags
        for (const GlossaryTerm &term : glossary.terms)
            known.insert(term.term);
    for (const auto &spec : session.snapshot().workspace->specs())
        for (const asyncapi::Channel &each : spec->channels)
            for (const asyncapi::Tag &one : each.tags)
                if (!one.name.value.starts_with(grantPrefix))
                    known.insert(one.name.value);
    for (const std::string &name : known)
        tag->addItem(toQt(name));
    tag->setCurrentText({});
    const QLineEdit *description = dialog->addLine("actDescription", QObject::tr("Description"),
                                                   QObject::tr("may stay empty"));
    dialog->setAct(lacksText(tag, QObject::tr("Tags classify a topic, such as 'pii'; the company's "
                                              "own come first.")),
                   [=]() -> Propose {
                       return [channel, name = typed(tag),
                               said = typed(description)](const TopologyPtr &topology) {
                           return modelling::addTag(*topology, channel, name, said);
                       };
                   });
    tag->setFocus();
    return shown(dialog);
}

ActDialog *addMessage(Session &session, const modelling::ChannelId &channel, QWidget *parent)
{
    auto *dialog =
        new ActDialog(session, QObject::tr("Add a message"), QObject::tr("Add message"), parent);
    QLineEdit *name = dialog->addLine("actName", QObject::tr("Name"), QStringLiteral("Sale"));
    const QLineEdit *summary =
        dialog->addLine("actSummary", QObject::tr("Summary"), QObject::tr("may stay empty"));
    const QLineEdit *schema =
        dialog->addLine("actSchema", QObject::tr("Schema"),
                        QObject::tr("./schemas/sale.avsc; empty: fields are added here"));
    dialog->setAct(lacksText(name, QObject::tr("Name the event by what happened.")),
                   [=]() -> Propose {
                       modelling::NewMessage wanted{typed(name), typed(summary), {}};
                       if (typed(schema).empty())
                           wanted.payload = std::vector<modelling::NewField>();
                       else
                           wanted.payload = modelling::PayloadReference{typed(schema)};
                       return [channel, wanted](const TopologyPtr &topology) {
                           return modelling::addMessage(*topology, channel, wanted);
                       };
                   });
    name->setFocus();
    return shown(dialog);
}

ActDialog *addField(Session &session, const modelling::ChannelId &channel,
                    const std::string &message, QWidget *parent)
{
    auto *dialog =
        new ActDialog(session,
                      message.empty() ? QObject::tr("Add a field")
                                      : QObject::tr("Add a field to %1").arg(toQt(message)),
                      QObject::tr("Add field"), parent);
    QLineEdit *name = dialog->addLine("actName", QObject::tr("Name"), QStringLiteral("customerId"));
    QComboBox *type = dialog->addChoice("actType", QObject::tr("Type"), true);
    for (const char *each : {"string", "integer", "number", "boolean", "object", "array"})
        type->addItem(QLatin1String(each));
    const QLineEdit *description = dialog->addLine("actDescription", QObject::tr("Description"),
                                                   QObject::tr("may stay empty"));
    const QCheckBox *required =
        dialog->addCheck("actRequired", QObject::tr("Every message has it"));
    dialog->setAct(lacksText(name, QObject::tr("The field comes last in the payload.")),
                   [=]() -> Propose {
                       const modelling::NewField wanted{typed(name), typed(type),
                                                        typed(description), required->isChecked()};
                       return [channel, message, wanted](const TopologyPtr &topology) {
                           return modelling::addField(*topology, channel, message, wanted);
                       };
                   });
    name->setFocus();
    return shown(dialog);
}

ActDialog *deleteMessage(Session &session, const modelling::ChannelId &channel,
                         const std::string &message, QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Delete a message"),
                                 QObject::tr("Delete message"), parent);
    const QCheckBox *unused = dialog->addCheck(
        "actUnused", QObject::tr("Delete the components that nothing refers to afterwards"));
    dialog->setAct(nothingLacks(), [=]() -> Propose {
        const modelling::DeleteAlso also{false, false, unused->isChecked()};
        return [channel, message, also](const TopologyPtr &topology) {
            return modelling::deleteMessage(*topology, channel, message, also);
        };
    });
    return shown(dialog);
}

ActDialog *deleteContext(Session &session, const ContextId &context, QWidget *parent)
{
    auto *dialog = new ActDialog(session, QObject::tr("Delete %1").arg(toQt(context.value)),
                                 QObject::tr("Delete context"), parent);
    const QCheckBox *readers =
        dialog->addCheck("actReaders", QObject::tr("Take its topics out of the specs that consume "
                                                   "them"));
    const QCheckBox *grants =
        dialog->addCheck("actGrants", QObject::tr("Take away what was granted to it"));
    dialog->setAct(nothingLacks(), [=]() -> Propose {
        const modelling::DeleteAlso also{readers->isChecked(), grants->isChecked(), false};
        return [context, also](const TopologyPtr &topology) {
            return modelling::deleteContext(*topology, context, also);
        };
    });
    return shown(dialog);
}

} // namespace meshwright::ui::acts
