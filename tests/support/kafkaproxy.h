// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace meshwright::test {

/// The way between Kafka's clients and one broker, on loopback, and what can go wrong on it. What
/// is asked for in the middle of a request is heard before the next one.
class KafkaProxy
{
public:
    enum class Api : std::int16_t {
        CreateTopics = 19,
        DeleteTopics = 20,
        CreateAcls = 30,
        DeleteAcls = 31,
        CreatePartitions = 37,
        IncrementalAlterConfigs = 44
    };

    KafkaProxy();
    ~KafkaProxy();
    KafkaProxy(const KafkaProxy &) = delete;
    KafkaProxy &operator=(const KafkaProxy &) = delete;

    std::uint16_t port() const { return m_port; } ///< what the broker advertises

    void forwardTo(std::uint16_t port) { m_broker = port; }

    /// Cuts all connections, and each new one, until it is opened again.
    void close() { m_isClosed = true; }

    void open() { m_isClosed = false; }

    /// The broker answers the next such request, and the connection is cut before the answer is
    /// through.
    void loseAnswerTo(Api api);
    /// So many of the next requests for one topic don't reach the broker: they are answered by this
    /// error.
    void answerNextTopics(std::int16_t error, int times);
    /// Called, in the proxy's thread, before such a request is passed on.
    void before(Api api, std::function<void()> act);

    int requests(Api api) const; ///< that came so far

    int lost() const { return m_lost; }

private:
    struct Way;

    void serve();
    void accept();
    bool passOn(Way &way, bool isAnswer);
    bool takeRequest(Way &way, const std::string &frame);
    bool takeAnswer(Way &way, const std::string &frame);

    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<std::uint16_t> m_broker{0};
    std::atomic<bool> m_isClosed{false};
    std::atomic<bool> m_isOver{false};
    std::atomic<int> m_lost{0};
    mutable std::mutex m_mutex; // of what follows
    std::multiset<Api> m_toLose;
    std::map<Api, std::function<void()>> m_before;
    std::map<Api, int> m_requests;
    std::int16_t m_topicError = 0;
    int m_topicErrors = 0;
    std::vector<Way> m_ways; // of the thread's own
    std::thread m_thread;
};

} // namespace meshwright::test
