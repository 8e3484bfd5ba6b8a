// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kafka/clientproperties.h"
#include "kafka/errors.h"
#include "meshwright/result.h"

#include <librdkafka/rdkafka.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace meshwright::kafka {

/// A unique_ptr for any of librdkafka's handles: Owned<rd_kafka_event_t, rd_kafka_event_destroy>.
template <auto destroy>
struct Destroy
{
    template <typename T>
    void operator()(T *handle) const
    {
        destroy(handle);
    }
};

template <typename T, auto destroy>
using Owned = std::unique_ptr<T, Destroy<destroy>>;
using Event = Owned<rd_kafka_event_t, rd_kafka_event_destroy>;

/// One admin request: sends it with these options, answers to this queue.
using Send = std::function<void(rd_kafka_t *, const rd_kafka_AdminOptions_t *, rd_kafka_queue_t *)>;

struct Request
{
    rd_kafka_admin_op_t operation = RD_KAFKA_ADMIN_OP_ANY;
    Subject about;
    Send send;
    bool isWrite = false; ///< then a lost answer is Timeout: it may have taken effect
    bool validateOnly = false;
    bool withAuthorizedOperations = false; ///< DescribeCluster: what the principal may do
    std::chrono::milliseconds timeout{0};  ///< 0: the environment's
};

/// Requests to the coordinators of consumer groups, of which several are on their way at a time.
struct GroupRequests
{
    std::size_t count = 0;
    std::size_t inFlight = 1;
    std::function<Request(std::size_t)> request;
    /// The answer to one, or why it alone was refused.
    std::function<void(std::size_t, const Result<Event> &)> take;
};

/// A topic as a cluster lists it.
struct TopicShape
{
    int partitions = 0;
    bool isLed = true; ///< each partition has a leader, which can be asked
};

/// One librdkafka client and what its callbacks said. Nothing here waits longer than its deadline,
/// and every wait looks at the stop token and at the causes that only error_cb tells.
class Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(const ClientProperties &properties);

    /// Makes sure that the cluster answers (nothing is sent otherwise), and gives its description:
    /// a DescribeCluster event. Never Timeout.
    Result<Event> greet(const std::stop_token &stop);
    /// Awaits one answer. Errors: Cancelled, Denied, Network, Timeout.
    Result<Event> ask(const Request &request, const std::stop_token &stop);
    /// Awaits all answers; gives up where none comes for as long as one may take. After an error
    /// this connection must not be used any more.
    Result<void> askGroups(const GroupRequests &requests, const std::stop_token &stop);
    /// All topics that the principal may see, by name.
    Result<std::map<std::string, TopicShape>> topics(const std::stop_token &stop);

    /// Whether the latest call was disturbed by a fault of the connection.
    bool isDisturbed() const { return m_refusal || m_lost || m_allDown; }

private:
    using Clock = std::chrono::steady_clock;
    struct Wait;

    explicit Connection(const ClientProperties &properties);

    static void onError(rd_kafka_t *client, int code, const char *text, void *self);
    static int onCertificate(rd_kafka_t *client, const char *broker, int32_t id, int *fault,
                             int depth, const char *certificate, size_t size, char *text,
                             size_t textSize, void *self);

    void noteError(rd_kafka_resp_err_t code, const char *text);
    void forgetErrors();
    std::optional<Error> fault(Clock::time_point since) const;
    std::optional<Error> whyNoAnswer(const Wait &wait) const;
    Result<Event> answered(Event event, const Request &request);
    Error timedOut(const Request &request) const;

    ClientProperties m_properties;
    std::optional<Error> m_refusal; // authentication, TLS: it will not mend itself
    std::optional<Error> m_lost;    // the last reason for a lost connection
    std::optional<Clock::time_point> m_allDown;
    std::atomic<int> m_certificateFault{0}; // written by librdkafka's threads
    Owned<rd_kafka_t, rd_kafka_destroy> m_client;
};

} // namespace meshwright::kafka
