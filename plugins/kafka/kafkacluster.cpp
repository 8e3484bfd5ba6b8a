// SPDX-License-Identifier: Apache-2.0
#include "kafka/kafkacluster.h"

#include <algorithm>

namespace meshwright::kafka {

Result<Connection *> KafkaCluster::connection()
{
    if (!m_connection) {
        auto opened = Connection::open(m_properties);
        if (!opened)
            return tl::unexpected(opened.error());
        m_connection = std::move(*opened);
    }
    return m_connection.get();
}

// Of a certificate or a token only the broker knows: it may map them.
std::optional<std::string> KafkaCluster::principal() const
{
    if (!m_properties.principal.starts_with("User:"))
        return std::nullopt;
    return m_properties.principal;
}

// A client takes its time to go: nobody waits for that but the cluster's own end.
void KafkaCluster::drop()
{
    std::erase_if(m_closing, [](const auto &closing) {
        return closing.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    });
    if (m_connection) {
        m_closing.push_back(
            std::async(std::launch::async,
                       [connection = std::move(m_connection)]() mutable { connection.reset(); }));
    }
}

Result<Event> KafkaCluster::ask(const Request &request, const std::stop_token &stop)
{
    const auto connected = connection();
    if (!connected)
        return tl::unexpected(connected.error());
    auto event = (*connected)->ask(request, stop);
    // librdkafka tells a fault once and then keeps quiet: so the next call starts with a new
    // client.
    if (!event && (*connected)->isDisturbed())
        drop();
    return event;
}

Result<Event> KafkaCluster::askAfresh(const Request &request, const std::stop_token &stop)
{
    if (const auto reached = info(stop); !reached)
        return tl::unexpected(reached.error());
    return ask(request, stop);
}

Result<Event> KafkaCluster::describeWithRights(const std::stop_token &stop)
{
    Request request{RD_KAFKA_ADMIN_OP_DESCRIBECLUSTER, subject("The cluster", "DESCRIBE on it"),
                    [](auto *client, const auto *options, auto *queue) {
                        rd_kafka_DescribeCluster(client, options, queue);
                    }};
    request.withAuthorizedOperations = true;
    return ask(request, stop);
}

bool KafkaCluster::mayDescribe(const Event &description)
{
    std::size_t count = 0;
    const auto *rights = rd_kafka_DescribeCluster_result_authorized_operations(
        rd_kafka_event_DescribeCluster_result(description.get()), &count);
    return rights != nullptr &&
           std::find(rights, rights + count, RD_KAFKA_ACL_OPERATION_DESCRIBE) != rights + count;
}

Subject KafkaCluster::subject(std::string resource, std::string right) const
{
    return {std::move(resource), std::move(right), m_properties.principal};
}

Result<ClusterInfo> KafkaCluster::info(std::stop_token stop)
{
    const auto connected = connection();
    if (!connected)
        return tl::unexpected(connected.error());
    const auto event = (*connected)->greet(stop);
    if (!event) {
        drop();
        return tl::unexpected(event.error());
    }
    const auto *answer = rd_kafka_event_DescribeCluster_result(event->get());
    const char *id = rd_kafka_DescribeCluster_result_cluster_id(answer);
    ClusterInfo info;
    info.clusterId = id == nullptr ? "" : id;
    std::size_t nodes = 0;
    rd_kafka_DescribeCluster_result_nodes(answer, &nodes);
    info.brokers = static_cast<int>(nodes);
    return info;
}

} // namespace meshwright::kafka
