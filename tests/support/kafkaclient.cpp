// SPDX-License-Identifier: Apache-2.0
#include "support/kafkaclient.h"

#include <librdkafka/rdkafka.h>

#include <QDeadlineTimer>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace meshwright::test {

namespace {

constexpr int timeout = 20000; // ms
constexpr int step = 100;      // ms

using Handle = std::unique_ptr<rd_kafka_t, decltype(&rd_kafka_destroy)>;

// What the callbacks saw; librdkafka's opaque pointer leads here.
struct Events
{
    std::optional<QString> error;
    std::optional<rd_kafka_resp_err_t> delivery; // of the last one, or the first that failed
    int delivered = 0;
};

QString nameOf(rd_kafka_resp_err_t error)
{
    return QString::fromLatin1(rd_kafka_err2name(error));
}

// Only what can't mend itself: "all brokers down" often comes with its cause, before or after.
void onError(rd_kafka_t *, int code, const char *, void *opaque)
{
    const auto error = rd_kafka_resp_err_t(code);
    auto *events = static_cast<Events *>(opaque);
    if (error == RD_KAFKA_RESP_ERR__AUTHENTICATION || error == RD_KAFKA_RESP_ERR__SSL)
        events->error = nameOf(error);
}

void onDelivery(rd_kafka_t *, const rd_kafka_message_t *message, void *opaque)
{
    auto *events = static_cast<Events *>(opaque);
    ++events->delivered;
    if (!events->delivery || *events->delivery == RD_KAFKA_RESP_ERR_NO_ERROR)
        events->delivery = message->err;
}

KafkaClient::Result<Handle> connectAs(rd_kafka_type_t type,
                                      const QMap<QString, QString> &properties, Events &events)
{
    std::array<char, 512> text{};
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    rd_kafka_conf_set_opaque(conf, &events);
    rd_kafka_conf_set_error_cb(conf, onError);
    rd_kafka_conf_set_dr_msg_cb(conf, onDelivery);
    rd_kafka_conf_set_log_cb(conf, nullptr);
    for (auto it = properties.cbegin(); it != properties.cend(); ++it) {
        if (rd_kafka_conf_set(conf, it.key().toUtf8().constData(), it.value().toUtf8().constData(),
                              text.data(), text.size()) != RD_KAFKA_CONF_OK) {
            rd_kafka_conf_destroy(conf);
            return tl::unexpected(QString::fromUtf8(text.data()));
        }
    }
    Handle handle(rd_kafka_new(type, conf, text.data(), text.size()), &rd_kafka_destroy);
    if (!handle) {
        rd_kafka_conf_destroy(conf);
        return tl::unexpected(QString::fromUtf8(text.data()));
    }
    return handle;
}

} // namespace

KafkaClient::KafkaClient(const KafkaBroker &broker, KafkaBroker::Listener listener,
                         const QString &user, const QString &mechanism)
{
    using Listener = KafkaBroker::Listener;
    set("bootstrap.servers", broker.bootstrap(listener));
    set("message.timeout.ms", QString::number(timeout));
    if (listener == Listener::Plaintext)
        return;
    set("security.protocol", listener == Listener::SaslSsl ? "sasl_ssl" : "sasl_plaintext");
    set("sasl.mechanisms", mechanism);
    set("sasl.username", user);
    set("sasl.password", KafkaBroker::passwordOf(user));
    if (listener == Listener::SaslSsl)
        set("ssl.ca.location", broker.caFile());
}

KafkaClient::Result<QString> KafkaClient::clusterId() const
{
    Events events;
    const auto handle = connectAs(RD_KAFKA_PRODUCER, m_properties, events);
    if (!handle)
        return tl::unexpected(handle.error());
    for (const QDeadlineTimer deadline(timeout); !deadline.hasExpired();) {
        rd_kafka_poll(handle->get(), 0);
        if (events.error)
            return tl::unexpected(*events.error);
        if (char *id = rd_kafka_clusterid(handle->get(), step)) {
            const auto text = QString::fromUtf8(id);
            rd_kafka_mem_free(handle->get(), id);
            return text;
        }
    }
    return tl::unexpected(QStringLiteral("_TIMED_OUT"));
}

KafkaClient::Result<void> KafkaClient::produce(const QString &topic, const QByteArray &value,
                                               int count) const
{
    Events events;
    const auto handle = connectAs(RD_KAFKA_PRODUCER, m_properties, events);
    if (!handle)
        return tl::unexpected(handle.error());
    for (int i = 0; i < count; ++i) {
        const auto refused = rd_kafka_producev(
            handle->get(), RD_KAFKA_V_TOPIC(topic.toUtf8().constData()),
            RD_KAFKA_V_KEY("key", 3), // compacted topics take no record without one
            RD_KAFKA_V_VALUE(const_cast<char *>(value.constData()), std::size_t(value.size())),
            RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_END);
        if (refused != RD_KAFKA_RESP_ERR_NO_ERROR)
            return tl::unexpected(nameOf(refused));
    }
    while (events.delivered < count && !events.error) // ends by message.timeout.ms
        rd_kafka_poll(handle->get(), step);
    if (events.error)
        return tl::unexpected(*events.error);
    if (*events.delivery != RD_KAFKA_RESP_ERR_NO_ERROR)
        return tl::unexpected(nameOf(*events.delivery));
    return {};
}

namespace {

using Message = std::unique_ptr<rd_kafka_message_t, decltype(&rd_kafka_message_destroy)>;

// A consumer that has asked for the topic. `events` must outlive it.
KafkaClient::Result<Handle> subscribed(QMap<QString, QString> properties, const QString &topic,
                                       const QString &group, Events &events)
{
    properties.remove("message.timeout.ms");
    properties["group.id"] = group;
    properties["auto.offset.reset"] = "earliest";
    auto handle = connectAs(RD_KAFKA_CONSUMER, properties, events);
    if (!handle)
        return handle;
    rd_kafka_poll_set_consumer(handle->get());
    using Topics = std::unique_ptr<rd_kafka_topic_partition_list_t,
                                   decltype(&rd_kafka_topic_partition_list_destroy)>;
    const Topics topics(rd_kafka_topic_partition_list_new(1),
                        &rd_kafka_topic_partition_list_destroy);
    rd_kafka_topic_partition_list_add(topics.get(), topic.toUtf8().constData(),
                                      RD_KAFKA_PARTITION_UA);
    rd_kafka_subscribe(handle->get(), topics.get());
    return handle;
}

KafkaClient::Result<Message> nextMessage(rd_kafka_t *handle, const Events &events)
{
    for (const QDeadlineTimer deadline(timeout); !deadline.hasExpired();) {
        Message message(rd_kafka_consumer_poll(handle, step), &rd_kafka_message_destroy);
        if (events.error)
            return tl::unexpected(*events.error);
        if (message && message->err != RD_KAFKA_RESP_ERR_NO_ERROR)
            return tl::unexpected(nameOf(message->err));
        if (message)
            return message;
    }
    return tl::unexpected(QStringLiteral("_TIMED_OUT"));
}

// Its events live as long as the handle.
struct Joined
{
    Events events;
    Handle handle{nullptr, &rd_kafka_destroy};
};

} // namespace

KafkaClient::Result<QByteArray> KafkaClient::consume(const QString &topic,
                                                     const QString &group) const
{
    Events events;
    const auto handle = subscribed(m_properties, topic, group, events);
    if (!handle)
        return tl::unexpected(handle.error());
    const auto message = nextMessage(handle->get(), events);
    if (!message)
        return tl::unexpected(message.error());
    return QByteArray(static_cast<const char *>((*message)->payload), qsizetype((*message)->len));
}

KafkaClient::Result<KafkaClient::Member> KafkaClient::join(const QString &topic,
                                                           const QString &group, int records) const
{
    auto properties = m_properties;
    properties["enable.auto.commit"] = "false";
    auto joined = std::make_shared<Joined>();
    auto handle = subscribed(properties, topic, group, joined->events);
    if (!handle)
        return tl::unexpected(handle.error());
    joined->handle = std::move(*handle);
    for (int i = 0; i < records; ++i) {
        const auto message = nextMessage(joined->handle.get(), joined->events);
        if (!message)
            return tl::unexpected(message.error());
        const auto committed = rd_kafka_commit_message(joined->handle.get(), message->get(), 0);
        if (committed != RD_KAFKA_RESP_ERR_NO_ERROR)
            return tl::unexpected(nameOf(committed));
    }
    return joined;
}

// Few at a time: the client is not made for more.
KafkaClient::Result<void> KafkaClient::commit(const QString &topic, const QStringList &groups,
                                              int records) const
{
    constexpr int mostInFlight = 100;
    Events events;
    const auto handle = connectAs(RD_KAFKA_PRODUCER, m_properties, events);
    if (!handle)
        return tl::unexpected(handle.error());
    using Queue = std::unique_ptr<rd_kafka_queue_t, decltype(&rd_kafka_queue_destroy)>;
    using Offsets = std::unique_ptr<rd_kafka_topic_partition_list_t,
                                    decltype(&rd_kafka_topic_partition_list_destroy)>;
    using Event = std::unique_ptr<rd_kafka_event_t, decltype(&rd_kafka_event_destroy)>;
    const Queue queue(rd_kafka_queue_new(handle->get()), &rd_kafka_queue_destroy);
    const Offsets offsets(rd_kafka_topic_partition_list_new(1),
                          &rd_kafka_topic_partition_list_destroy);
    rd_kafka_topic_partition_list_add(offsets.get(), topic.toUtf8().constData(), 0)->offset =
        records;
    qsizetype sent = 0;
    for (qsizetype done = 0; done < groups.size();) {
        for (; sent < groups.size() && sent - done < mostInFlight; ++sent) {
            auto *asked = rd_kafka_AlterConsumerGroupOffsets_new(groups[sent].toUtf8().constData(),
                                                                 offsets.get());
            rd_kafka_AlterConsumerGroupOffsets(handle->get(), &asked, 1, nullptr, queue.get());
            rd_kafka_AlterConsumerGroupOffsets_destroy(asked);
        }
        const Event event(rd_kafka_queue_poll(queue.get(), timeout), &rd_kafka_event_destroy);
        if (!event)
            return tl::unexpected(QStringLiteral("_TIMED_OUT"));
        if (rd_kafka_event_error(event.get()) != RD_KAFKA_RESP_ERR_NO_ERROR)
            return tl::unexpected(nameOf(rd_kafka_event_error(event.get())));
        ++done;
    }
    return {};
}

KafkaClient::Result<void> KafkaClient::setPassword(const QString &user,
                                                   const QString &password) const
{
    Events events;
    const auto handle = connectAs(RD_KAFKA_PRODUCER, m_properties, events);
    if (!handle)
        return tl::unexpected(handle.error());
    const std::unique_ptr<rd_kafka_queue_t, decltype(&rd_kafka_queue_destroy)> queue(
        rd_kafka_queue_new(handle->get()), &rd_kafka_queue_destroy);
    const QByteArray secret = password.toUtf8();
    constexpr int iterations = 4096;
    rd_kafka_UserScramCredentialAlteration_t *alteration =
        rd_kafka_UserScramCredentialUpsertion_new(
            user.toUtf8().constData(), RD_KAFKA_SCRAM_MECHANISM_SHA_256, iterations,
            reinterpret_cast<const unsigned char *>(secret.constData()), std::size_t(secret.size()),
            nullptr, 0);
    rd_kafka_AlterUserScramCredentials(handle->get(), &alteration, 1, nullptr, queue.get());
    rd_kafka_UserScramCredentialAlteration_destroy(alteration);
    const std::unique_ptr<rd_kafka_event_t, decltype(&rd_kafka_event_destroy)> event(
        rd_kafka_queue_poll(queue.get(), timeout), &rd_kafka_event_destroy);
    const auto code = event ? rd_kafka_event_error(event.get()) : RD_KAFKA_RESP_ERR__TIMED_OUT;
    return code == RD_KAFKA_RESP_ERR_NO_ERROR ? Result<void>() : tl::unexpected(nameOf(code));
}

KafkaClient::Result<QMap<QString, QSet<QString>>>
KafkaClient::authorizedOperations(const QStringList &topics) const
{
    Events events;
    const auto handle = connectAs(RD_KAFKA_PRODUCER, m_properties, events);
    if (!handle)
        return tl::unexpected(handle.error());
    const std::unique_ptr<rd_kafka_queue_t, decltype(&rd_kafka_queue_destroy)> queue(
        rd_kafka_queue_new(handle->get()), &rd_kafka_queue_destroy);
    const std::unique_ptr<rd_kafka_AdminOptions_t, decltype(&rd_kafka_AdminOptions_destroy)>
        options(rd_kafka_AdminOptions_new(handle->get(), RD_KAFKA_ADMIN_OP_DESCRIBETOPICS),
                &rd_kafka_AdminOptions_destroy);
    rd_kafka_AdminOptions_set_request_timeout(options.get(), timeout, nullptr, 0);
    if (rd_kafka_error_t *fault =
            rd_kafka_AdminOptions_set_include_authorized_operations(options.get(), 1)) {
        const QString name = nameOf(rd_kafka_error_code(fault));
        rd_kafka_error_destroy(fault);
        return tl::unexpected(name);
    }
    std::vector<QByteArray> names;
    std::vector<const char *> pointers;
    for (const QString &topic : topics)
        names.push_back(topic.toUtf8());
    for (const QByteArray &name : names)
        pointers.push_back(name.constData());
    const std::unique_ptr<rd_kafka_TopicCollection_t, decltype(&rd_kafka_TopicCollection_destroy)>
        wanted(rd_kafka_TopicCollection_of_topic_names(pointers.data(), pointers.size()),
               &rd_kafka_TopicCollection_destroy);
    rd_kafka_DescribeTopics(handle->get(), wanted.get(), options.get(), queue.get());
    const std::unique_ptr<rd_kafka_event_t, decltype(&rd_kafka_event_destroy)> event(
        rd_kafka_queue_poll(queue.get(), timeout), &rd_kafka_event_destroy);
    if (!event)
        return tl::unexpected(QStringLiteral("_TIMED_OUT"));
    if (rd_kafka_event_error(event.get()) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return tl::unexpected(nameOf(rd_kafka_event_error(event.get())));
    std::size_t count = 0;
    const auto **found = rd_kafka_DescribeTopics_result_topics(
        rd_kafka_event_DescribeTopics_result(event.get()), &count);
    QMap<QString, QSet<QString>> answer;
    for (std::size_t i = 0; i < count; ++i) {
        const auto code = rd_kafka_error_code(rd_kafka_TopicDescription_error(found[i]));
        if (code == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
            continue;
        if (code != RD_KAFKA_RESP_ERR_NO_ERROR)
            return tl::unexpected(nameOf(code));
        std::size_t operations = 0;
        const auto *allowed =
            rd_kafka_TopicDescription_authorized_operations(found[i], &operations);
        auto &names_ = answer[QString::fromUtf8(rd_kafka_TopicDescription_name(found[i]))];
        for (std::size_t k = 0; k < operations; ++k)
            names_.insert(QString::fromLatin1(rd_kafka_AclOperation_name(allowed[k])));
    }
    return answer;
}

} // namespace meshwright::test
