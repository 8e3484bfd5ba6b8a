// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/modellingactions.h"

#include "ui/designer/acts.h"
#include "ui/designer/designersplit.h"
#include "ui/editor/editorarea.h"
#include "ui/editor/editorpage.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"

#include <functional>
#include <optional>

namespace meshwright::ui {

namespace {

const Topic *selectedTopic(const Session &session)
{
    const auto *name = std::get_if<TopicName>(&session.selection());
    return name && session.isOpen() ? session.snapshot().topology->topic(*name) : nullptr;
}

/// The selected context, or the owner of the selected topic.
std::optional<ContextId> selectedContext(const Session &session)
{
    if (const auto *id = std::get_if<ContextId>(&session.selection()))
        return *id;
    const Topic *topic = selectedTopic(session);
    return topic ? std::optional(topic->owner) : std::nullopt;
}

/// The spec of the selected context where it is in a version that can be converted.
bool canBeConverted(const Session &session)
{
    const auto id = selectedContext(session);
    const Context *context = id ? session.snapshot().topology->context(*id) : nullptr;
    return context && context->spec->major == 2;
}

/// Whether the selected context consumes something, or somebody the selected topic.
bool isReading(const Session &session)
{
    const Selection &selection = session.selection();
    if (!session.isOpen())
        return false;
    const Topology &topology = *session.snapshot().topology;
    if (const auto *id = std::get_if<ContextId>(&selection))
        return !topology.consumptionsOf(*id).empty();
    const auto *topic = std::get_if<TopicName>(&selection);
    return topic && !topology.readersOf(*topic).empty();
}

void stopConsuming(Session &session, QWidget *parent)
{
    ContextId reader;
    TopicName topic;
    if (const auto *id = std::get_if<ContextId>(&session.selection()))
        reader = *id;
    else if (const auto *name = std::get_if<TopicName>(&session.selection()))
        topic = *name;
    acts::stopConsuming(session, reader, topic, parent);
}

class Maker
{
public:
    Maker(MainWindow &window, Session &session)
        : m_window(window)
        , m_session(session)
    {}

    /// An action upon the selected context.
    void forContext(const char *id, const QString &text, const char *icon,
                    const std::function<void(const ContextId &)> &deed)
    {
        add(
            id, text, icon,
            [session = &m_session] { return selectedContext(*session).has_value(); },
            [session = &m_session, deed] {
                if (const auto context = selectedContext(*session))
                    deed(*context);
            });
    }

    /// An action upon the selected topic, which is owned by a spec of the workspace.
    void forTopic(const char *id, const QString &text, const char *icon,
                  const std::function<void(const Topic &)> &deed)
    {
        add(
            id, text, icon, [session = &m_session] { return selectedTopic(*session) != nullptr; },
            [session = &m_session, deed] {
                if (const Topic *topic = selectedTopic(*session))
                    deed(*topic);
            });
    }

    void add(const char *id, const QString &text, const char *icon,
             const std::function<bool()> &isPossible, const std::function<void()> &deed,
             const QKeySequence &shortcut = {})
    {
        QAction *action = m_window.addAction(QStringLiteral("model"), QLatin1String(id),
                                             {text, icon, shortcut}, deed);
        const auto update = [action, isPossible] { action->setEnabled(isPossible()); };
        QObject::connect(&m_session, &Session::selectionChanged, action, update);
        QObject::connect(&m_session, &Session::snapshotChanged, action, update);
        QObject::connect(&m_window.editors(), &EditorArea::currentChanged, action, update);
        update();
    }

private:
    MainWindow &m_window;
    Session &m_session;
};

} // namespace

void addModellingActions(MainWindow &window, Session &session)
{
    MainWindow *parent = &window;
    Session *open = &session;
    Maker make(window, session);
    make.add(
        "designer", QObject::tr("Text &or designer"), "spec",
        [parent] { return parent->editors().currentPage() != nullptr; },
        [parent] {
            if (const EditorPage *page = parent->editors().currentPage())
                page->split()->setDesigning(!page->split()->isDesigning());
        },
        QKeySequence(QStringLiteral("Ctrl+D")));
    make.forContext("add-topic", QObject::tr("Add a &topic…"), "add",
                    [=](const ContextId &id) { acts::addTopic(*open, id, parent); });
    make.forContext("consume-topic", QObject::tr("&Consume a topic…"), "consumer",
                    [=](const ContextId &id) { acts::consume(*open, id, {}, parent); });
    make.add(
        "stop-consuming", QObject::tr("Stop cons&uming…"), "remove",
        [open] { return isReading(*open); }, [=] { stopConsuming(*open, parent); });
    make.forTopic("change-access", QObject::tr("Change &access…"), "access",
                  [=](const Topic &topic) { acts::changeAccess(*open, topic.name, parent); });
    make.forTopic("grant-access", QObject::tr("G&rant access…"), "grant",
                  [=](const Topic &topic) { acts::grant(*open, topic.name, parent); });
    make.forTopic("add-cleaned-topic", QObject::tr("Offer it c&leaned…"), "access",
                  [=](const Topic &topic) { acts::addCleanedTopic(*open, topic.name, parent); });
    make.forTopic("add-message", QObject::tr("Add a &message…"), "schema", [=](const Topic &topic) {
        acts::addMessage(*open, modelling::channelIdOf(topic), parent);
    });
    make.forTopic("add-field", QObject::tr("Add a payload &field…"), "schema",
                  [=](const Topic &topic) {
                      acts::addField(*open, modelling::channelIdOf(topic), {}, parent);
                  });
    make.forTopic("set-setting", QObject::tr("&Set one of Kafka's settings…"), "settings",
                  [=](const Topic &topic) {
                      acts::addSetting(*open, modelling::channelIdOf(topic), parent);
                  });
    make.forTopic("add-tag", QObject::tr("Add a ta&g…"), "add", [=](const Topic &topic) {
        acts::addTag(*open, modelling::channelIdOf(topic), parent);
    });
    make.forTopic("move-topic", QObject::tr("Mo&ve the topic to another context…"), "producer",
                  [=](const Topic &topic) { acts::moveTopic(*open, topic.name, parent); });
    make.forContext("split-context", QObject::tr("S&plit the bounded context…"), "split",
                    [=](const ContextId &id) { acts::splitContext(*open, id, parent); });
    make.add(
        "convert-spec", QObject::tr("Convert the spec to AsyncAPI 3…"), "change",
        [open] { return canBeConverted(*open); },
        [=] {
            if (const auto id = selectedContext(*open))
                acts::convertSpec(*open, *id, parent);
        });
    make.forTopic("delete-topic", QObject::tr("&Delete the topic…"), "remove",
                  [=](const Topic &topic) { acts::deleteTopic(*open, topic.name, parent); });
    make.forContext("delete-context", QObject::tr("Delete the bounded conte&xt…"), "remove",
                    [=](const ContextId &id) { acts::deleteContext(*open, id, parent); });
}

} // namespace meshwright::ui
