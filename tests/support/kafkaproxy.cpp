// SPDX-License-Identifier: Apache-2.0
#include "support/kafkaproxy.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace meshwright::test {

namespace {

constexpr int turn = 5; // ms, until what was asked for is heard

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

std::uint32_t number(const std::string &bytes, std::size_t at, std::size_t size)
{
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + size; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes.at(i));
    return value;
}

std::string bytesOf(std::uint32_t value, std::size_t size)
{
    std::string bytes;
    for (std::size_t i = size; i-- > 0;)
        bytes += static_cast<char>(value >> 8 * i & 255U);
    return bytes;
}

bool sendAll(int socket, const std::string &bytes)
{
    for (std::size_t sent = 0; sent < bytes.size();) {
        const auto now = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += static_cast<std::size_t>(now);
    }
    return true;
}

/// To a CreateTopics request (version 1 to 4) for one topic.
std::string refusal(const std::string &request, std::int16_t error)
{
    const auto version = number(request, 6, 2);
    const auto client = static_cast<std::int16_t>(number(request, 12, 2));
    const std::size_t topics = 14 + (client > 0 ? std::size_t(client) : 0);
    const auto name = request.substr(topics + 4, 2 + number(request, topics + 4, 2));
    const auto body = request.substr(8, 4) + (version >= 2 ? bytesOf(0, 4) : "") + bytesOf(1, 4) +
                      name + bytesOf(static_cast<std::uint16_t>(error), 2) + bytesOf(0xffff, 2);
    return bytesOf(std::uint32_t(body.size()), 4) + body;
}

} // namespace

struct KafkaProxy::Way
{
    Way(int theClient, int theBroker)
        : client(theClient)
        , broker(theBroker)
    {}

    Way(Way &&other) noexcept
        : client(std::exchange(other.client, -1))
        , broker(std::exchange(other.broker, -1))
        , asked(std::move(other.asked))
        , given(std::move(other.given))
        , toLose(std::move(other.toLose))
    {}

    Way &operator=(Way &&other) noexcept
    {
        std::swap(client, other.client);
        std::swap(broker, other.broker);
        std::swap(asked, other.asked);
        std::swap(given, other.given);
        std::swap(toLose, other.toLose);
        return *this;
    }

    ~Way()
    {
        for (const int socket : {client, broker})
            if (socket >= 0)
                ::close(socket);
    }

    int client;
    int broker;
    std::string asked;              ///< up to the next whole frame
    std::string given;              ///< likewise
    std::set<std::uint32_t> toLose; ///< answers by their correlation ids
};

KafkaProxy::KafkaProxy()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    auto address = loopback(0);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, any, size) != 0 || ::listen(m_listener, 64) != 0 ||
        ::getsockname(m_listener, any, &size) != 0)
        std::abort();
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

KafkaProxy::~KafkaProxy()
{
    m_isOver = true;
    m_thread.join();
    ::close(m_listener);
}

void KafkaProxy::loseAnswerTo(Api api)
{
    const std::lock_guard lock(m_mutex);
    m_toLose.insert(api);
}

void KafkaProxy::answerNextTopics(std::int16_t error, int times)
{
    const std::lock_guard lock(m_mutex);
    m_topicError = error;
    m_topicErrors = times;
}

void KafkaProxy::before(Api api, std::function<void()> act)
{
    const std::lock_guard lock(m_mutex);
    m_before[api] = std::move(act);
}

int KafkaProxy::requests(Api api) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_requests.find(api);
    return it == m_requests.end() ? 0 : it->second;
}

void KafkaProxy::serve()
{
    while (!m_isOver) {
        if (m_isClosed)
            m_ways.clear();
        std::vector<pollfd> sockets{{m_listener, POLLIN, 0}};
        for (const auto &way : m_ways) {
            sockets.push_back({way.client, POLLIN, 0});
            sockets.push_back({way.broker, POLLIN, 0});
        }
        ::poll(sockets.data(), sockets.size(), turn);
        std::vector<Way> kept;
        for (std::size_t i = 0; i < m_ways.size(); ++i) {
            const bool isAsked = sockets[1 + 2 * i].revents != 0;
            const bool isGiven = sockets[2 + 2 * i].revents != 0;
            if ((!isAsked || passOn(m_ways[i], false)) && (!isGiven || passOn(m_ways[i], true)))
                kept.push_back(std::move(m_ways[i]));
        }
        m_ways = std::move(kept);
        if (sockets[0].revents != 0)
            accept();
    }
    m_ways.clear();
}

void KafkaProxy::accept()
{
    Way way(::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC),
            ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const auto address = loopback(m_broker);
    const bool isReached =
        !m_isClosed && m_broker != 0 &&
        ::connect(way.broker, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    if (!isReached)
        return;
    const int one = 1;
    for (const int socket : {way.client, way.broker})
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    m_ways.push_back(std::move(way));
}

/// False: the connection is over.
bool KafkaProxy::passOn(Way &way, bool isAnswer)
{
    std::string &held = isAnswer ? way.given : way.asked;
    std::string bytes(1U << 16U, '\0');
    const auto count = ::recv(isAnswer ? way.broker : way.client, bytes.data(), bytes.size(), 0);
    if (count <= 0)
        return false;
    held.append(bytes, 0, static_cast<std::size_t>(count));
    while (held.size() >= 4 && held.size() - 4 >= number(held, 0, 4)) {
        const auto frame = held.substr(0, 4 + number(held, 0, 4));
        held.erase(0, frame.size());
        if (!(isAnswer ? takeAnswer(way, frame) : takeRequest(way, frame)))
            return false;
    }
    return true;
}

bool KafkaProxy::takeRequest(Way &way, const std::string &frame)
{
    if (frame.size() < 14) // no request of Kafka's
        return sendAll(way.broker, frame);
    const auto api = static_cast<Api>(number(frame, 4, 2));
    std::function<void()> act;
    {
        const std::lock_guard lock(m_mutex);
        ++m_requests[api];
        if (const auto it = m_before.find(api); it != m_before.end())
            act = it->second;
        if (const auto it = m_toLose.find(api); it != m_toLose.end()) {
            m_toLose.erase(it);
            way.toLose.insert(number(frame, 8, 4));
        }
        if (api == Api::CreateTopics && m_topicErrors > 0) {
            --m_topicErrors;
            return sendAll(way.client, refusal(frame, m_topicError));
        }
    }
    if (act)
        act();
    return sendAll(way.broker, frame);
}

bool KafkaProxy::takeAnswer(Way &way, const std::string &frame)
{
    if (frame.size() < 8 || way.toLose.erase(number(frame, 4, 4)) == 0)
        return sendAll(way.client, frame);
    ++m_lost;
    return false;
}

} // namespace meshwright::test
