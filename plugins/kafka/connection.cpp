// SPDX-License-Identifier: Apache-2.0
#include "kafka/connection.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace meshwright::kafka {

namespace {

using namespace std::chrono_literals;

constexpr auto step = 50ms;    // between two looks at the stop token and at error_cb
constexpr auto downGrace = 4s; // a broker that restarts is back by then
constexpr auto greetTimeout = 8000ms;
constexpr auto stopGrace = 1000ms;           // for the answer to a write that is on its way
constexpr auto lateAnswer = 500ms;           // librdkafka's own time-out comes first
constexpr auto never = 3600'000ms;           // the longest that librdkafka takes
constexpr int metadataTimeout = 500;         // ms, doubled at each try …
constexpr int longestMetadataTimeout = 8000; // … up to this, since no stop is heard meanwhile

Error cancelled()
{
    return {Error::Code::Cancelled, "Cancelled.", {}};
}

using AdminOptions = Owned<rd_kafka_AdminOptions_t, rd_kafka_AdminOptions_destroy>;

AdminOptions optionsFor(rd_kafka_t *client, const Request &request,
                        std::chrono::milliseconds timeout)
{
    std::array<char, 256> text{};
    AdminOptions options(rd_kafka_AdminOptions_new(client, request.operation));
    rd_kafka_AdminOptions_set_request_timeout(options.get(), static_cast<int>(timeout.count()),
                                              text.data(), text.size());
    if (request.isWrite) { // for what has one: how long the broker itself may wait
        rd_kafka_AdminOptions_set_operation_timeout(
            options.get(), static_cast<int>(timeout.count() / 2), text.data(), text.size());
    }
    if (request.validateOnly)
        rd_kafka_AdminOptions_set_validate_only(options.get(), 1, text.data(), text.size());
    if (request.withAuthorizedOperations) {
        const Owned<rd_kafka_error_t, rd_kafka_error_destroy> refused(
            rd_kafka_AdminOptions_set_include_authorized_operations(options.get(), 1));
    }
    return options;
}

TopicShape shapeOf(const rd_kafka_metadata_topic_t &topic)
{
    auto *end = topic.partitions + topic.partition_cnt;
    return {topic.partition_cnt,
            std::all_of(topic.partitions, end, [](const auto &part) { return part.leader >= 0; })};
}

Error unknownOutcome(std::string why, const std::string &bootstrap)
{
    return {Error::Code::Timeout,
            std::move(why) + " It is unknown whether the change took effect: read the cluster "
                             "again.",
            bootstrap};
}

} // namespace

// One wait for one answer.
struct Connection::Wait
{
    bool isWrite;
    std::stop_token stop;
    Clock::time_point start = Clock::now();
    Clock::time_point deadline;
    mutable std::optional<Clock::time_point> stopped;
};

Connection::Connection(const ClientProperties &properties)
    : m_properties(properties)
{}

Result<std::unique_ptr<Connection>> Connection::open(const ClientProperties &properties)
{
    std::unique_ptr<Connection> connection(new Connection(properties));
    std::array<char, 512> text{};
    Owned<rd_kafka_conf_t, rd_kafka_conf_destroy> conf(rd_kafka_conf_new());
    rd_kafka_conf_set_opaque(conf.get(), connection.get());
    rd_kafka_conf_set_error_cb(conf.get(), &Connection::onError);
    rd_kafka_conf_set_log_cb(conf.get(), nullptr);
    rd_kafka_conf_set_ssl_cert_verify_cb(conf.get(), &Connection::onCertificate);
    for (const auto &[key, value] : properties.values) {
        const auto set =
            rd_kafka_conf_set(conf.get(), key.c_str(), value.c_str(), text.data(), text.size());
        if (set != RD_KAFKA_CONF_OK) {
            // librdkafka's text may hold the value, which may be a secret: only the key is told.
            return tl::unexpected(
                Error{Error::Code::Invalid,
                      set == RD_KAFKA_CONF_UNKNOWN
                          ? "The client property " + key + " is unknown: correct it in settings."
                          : "The value of the client property " + key + " is not valid.",
                      {}});
        }
    }
    connection->m_client.reset(
        rd_kafka_new(RD_KAFKA_PRODUCER, conf.get(), text.data(), text.size()));
    if (!connection->m_client) {
        return tl::unexpected(Error{Error::Code::Invalid,
                                    "The connection can't be set up (certificate, key or CA file, "
                                    "or client properties): " +
                                        std::string(text.data()) + '.',
                                    properties.bootstrap});
    }
    static_cast<void>(conf.release()); // the client owns it now
    return connection;
}

void Connection::onError(rd_kafka_t *, int code, const char *text, void *self)
{
    static_cast<Connection *>(self)->noteError(static_cast<rd_kafka_resp_err_t>(code), text);
}

// Called from librdkafka's threads. Trusts only what OpenSSL trusts; it just keeps the reason.
int Connection::onCertificate(rd_kafka_t *, const char *, int32_t, int *fault, int, const char *,
                              size_t, char *text, size_t textSize, void *self)
{
    if (*fault == 0)
        return 1;
    static_cast<Connection *>(self)->m_certificateFault = *fault;
    if (textSize > 0)
        *text = '\0';
    return 0;
}

void Connection::noteError(rd_kafka_resp_err_t code, const char *text)
{
    const std::string words = text == nullptr ? "" : text;
    if (code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN) {
        if (!m_allDown)
            m_allDown = Clock::now();
        return;
    }
    Error error = connectionError(code, words, m_certificateFault, m_properties.bootstrap,
                                  m_properties.principal, m_properties.caFile);
    const bool isFinal = error.code == Error::Code::Denied || code == RD_KAFKA_RESP_ERR__SSL;
    auto &kept = isFinal ? m_refusal : m_lost;
    if (!isFinal || !kept)
        kept = std::move(error);
}

void Connection::forgetErrors()
{
    m_refusal.reset();
    m_lost.reset();
    m_allDown.reset();
    m_certificateFault = 0;
}

std::optional<Error> Connection::fault(Clock::time_point since) const
{
    if (m_refusal)
        return m_refusal;
    if (m_allDown && Clock::now() - std::max(*m_allDown, since) >= downGrace) {
        return m_lost ? *m_lost
                      : connectionError(RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, {}, 0,
                                        m_properties.bootstrap, {}, {});
    }
    return std::nullopt;
}

std::optional<Error> Connection::whyNoAnswer(const Wait &wait) const
{
    const auto now = Clock::now();
    if (auto why = fault(wait.start)) {
        return wait.isWrite ? unknownOutcome("The connection was lost before the answer came. " +
                                                 why->message,
                                             m_properties.bootstrap)
                            : *why;
    }
    if (wait.stop.stop_requested()) {
        if (!wait.isWrite)
            return cancelled();
        if (!wait.stopped)
            wait.stopped = now;
        if (now - *wait.stopped >= stopGrace)
            return unknownOutcome("Cancelled before the answer came.", m_properties.bootstrap);
    }
    return std::nullopt;
}

Error Connection::timedOut(const Request &request) const
{
    if (request.isWrite) {
        return unknownOutcome("The cluster at " + m_properties.bootstrap +
                                  " did not answer in time.",
                              m_properties.bootstrap);
    }
    if (m_lost)
        return *m_lost;
    return {Error::Code::Timeout,
            "The cluster at " + m_properties.bootstrap +
                " did not answer in time: check that it runs and that its advertised addresses "
                "can be reached from here.",
            m_properties.bootstrap};
}

Result<Event> Connection::answered(Event event, const Request &request)
{
    const auto code = rd_kafka_event_error(event.get());
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR) {
        forgetErrors();
        return event;
    }
    const char *words = rd_kafka_event_error_string(event.get());
    const std::string_view text = words == nullptr ? "" : words;
    const bool isLost = code == RD_KAFKA_RESP_ERR__TIMED_OUT ||
                        code == RD_KAFKA_RESP_ERR__TRANSPORT ||
                        code == RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT;
    // "Failed while waiting for controller": it was never sent.
    const bool wasSent = text.find("waiting for controller") == std::string_view::npos &&
                         text.find("waiting for broker") == std::string_view::npos;
    if (isLost) {
        Request asked = request;
        asked.isWrite = request.isWrite && wasSent;
        Error error = timedOut(asked);
        if (request.isWrite && !wasSent && error.code == Error::Code::Timeout)
            error.code = Error::Code::Network;
        return tl::unexpected(std::move(error));
    }
    return tl::unexpected(itemError(code, words, request.about));
}

Result<Event> Connection::ask(const Request &request, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return tl::unexpected(cancelled());
    const auto timeout =
        request.timeout.count() > 0 ? request.timeout : m_properties.requestTimeout;
    const auto options = optionsFor(m_client.get(), request, timeout);
    const Owned<rd_kafka_queue_t, rd_kafka_queue_destroy> queue(rd_kafka_queue_new(m_client.get()));
    request.send(m_client.get(), options.get(), queue.get());
    const Wait wait{request.isWrite, stop, Clock::now(), Clock::now() + timeout + lateAnswer, {}};
    for (;;) {
        Event event(rd_kafka_queue_poll(queue.get(), static_cast<int>(step.count())));
        rd_kafka_poll(m_client.get(), 0);
        if (event)
            return answered(std::move(event), request);
        if (auto why = whyNoAnswer(wait))
            return tl::unexpected(std::move(*why));
        if (Clock::now() >= wait.deadline)
            return tl::unexpected(timedOut(request));
    }
}

// Where librdkafka's own time-out ends a request while the group's coordinator is looked up, the
// answer that comes later makes it touch freed memory (its issue 4605, in all versions so far). So
// that time-out never comes: the wait ends by ours, and the client ends with it.
Result<void> Connection::askGroups(const GroupRequests &requests, const std::stop_token &stop)
{
    const Owned<rd_kafka_queue_t, rd_kafka_queue_destroy> queue(rd_kafka_queue_new(m_client.get()));
    const auto patience = m_properties.requestTimeout;
    Wait wait{false, stop, Clock::now(), Clock::now() + patience, {}};
    std::size_t sent = 0;
    for (std::size_t answers = 0; answers < requests.count;) {
        for (; sent < requests.count && sent - answers < requests.inFlight; ++sent) {
            const Request request = requests.request(sent);
            const auto options = optionsFor(m_client.get(), request, never);
            // NOLINTNEXTLINE(performance-no-int-to-ptr): librdkafka carries a number that way
            rd_kafka_AdminOptions_set_opaque(options.get(), reinterpret_cast<void *>(sent));
            request.send(m_client.get(), options.get(), queue.get());
        }
        Event event(rd_kafka_queue_poll(queue.get(), static_cast<int>(step.count())));
        rd_kafka_poll(m_client.get(), 0);
        if (auto why = whyNoAnswer(wait))
            return tl::unexpected(std::move(*why));
        if (event) {
            ++answers;
            wait.deadline = Clock::now() + patience;
            const auto place = reinterpret_cast<std::size_t>(rd_kafka_event_opaque(event.get()));
            const auto answer = answered(std::move(event), requests.request(place));
            if (!answer && (answer.error().code == Error::Code::Timeout ||
                            answer.error().code == Error::Code::Network))
                return tl::unexpected(answer.error());
            requests.take(place, answer);
        } else if (Clock::now() >= wait.deadline) {
            return tl::unexpected(timedOut(Request{}));
        }
    }
    return {};
}

Result<Event> Connection::greet(const std::stop_token &stop)
{
    const Request request{RD_KAFKA_ADMIN_OP_DESCRIBECLUSTER,
                          {"The cluster", "DESCRIBE on it", {}},
                          [](auto *client, const auto *options, auto *queue) {
                              rd_kafka_DescribeCluster(client, options, queue);
                          },
                          false,
                          false,
                          false,
                          std::min(greetTimeout, m_properties.requestTimeout)};
    auto answer = ask(request, stop);
    if (!answer && answer.error().code == Error::Code::Timeout)
        answer.error().code = Error::Code::Network; // nothing was written
    return answer;
}

// rd_kafka_metadata() can't be interrupted: so it is asked in short turns, each longer than the
// one before, for the sake of very large clusters.
Result<std::map<std::string, TopicShape>> Connection::topics(const std::stop_token &stop)
{
    const auto start = Clock::now();
    for (int timeout = metadataTimeout;; timeout = std::min(timeout * 2, longestMetadataTimeout)) {
        if (stop.stop_requested())
            return tl::unexpected(cancelled());
        const struct rd_kafka_metadata *metadata = nullptr;
        const auto code = rd_kafka_metadata(m_client.get(), 1, nullptr, &metadata, timeout);
        const Owned<const struct rd_kafka_metadata, rd_kafka_metadata_destroy> owned(metadata);
        // A fault that comes at once must not be asked for in a tight loop.
        const bool isAnswered = code == RD_KAFKA_RESP_ERR_NO_ERROR;
        rd_kafka_poll(m_client.get(), isAnswered ? 0 : static_cast<int>(step.count()));
        if (isAnswered) {
            std::map<std::string, TopicShape> topics;
            for (int i = 0; i < metadata->topic_cnt; ++i)
                topics.emplace(metadata->topics[i].topic, shapeOf(metadata->topics[i]));
            return topics;
        }
        if (auto why = fault(start))
            return tl::unexpected(std::move(*why));
        if (Clock::now() - start >= m_properties.requestTimeout)
            return tl::unexpected(timedOut(Request{}));
    }
}

} // namespace meshwright::kafka
