// SPDX-License-Identifier: Apache-2.0
#include "kafka/batches.h"
#include "kafka/kafkacluster.h"

#include <algorithm>
#include <set>

namespace meshwright::kafka {

namespace {

constexpr std::size_t describeBatch = 50; // groups of one request
constexpr std::size_t describesInFlight = 4;
constexpr std::size_t commitsInFlight = 200;

using Partitions = rd_kafka_topic_partition_list_t;

std::vector<std::string> topicsIn(const Partitions *partitions)
{
    std::set<std::string> topics;
    for (int i = 0; partitions != nullptr && i < partitions->cnt; ++i)
        topics.insert(partitions->elems[i].topic);
    return {topics.begin(), topics.end()};
}

std::vector<GroupMember> membersOf(const rd_kafka_ConsumerGroupDescription_t *description)
{
    std::vector<GroupMember> members(rd_kafka_ConsumerGroupDescription_member_count(description));
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto *member = rd_kafka_ConsumerGroupDescription_member(description, i);
        if (const auto *assignment = rd_kafka_MemberDescription_assignment(member))
            members[i].topics = topicsIn(rd_kafka_MemberAssignment_partitions(assignment));
    }
    return members;
}

Error refusal(const rd_kafka_error_t *error, const Subject &subject)
{
    return itemError(rd_kafka_error_code(error), rd_kafka_error_string(error), subject);
}

Error notTold(const std::string &id)
{
    return {
        Error::Code::Network, "Consumer group " + id + ": the cluster tells nothing of it.", {}};
}

/// A partition whose place can't be told makes the group's reading one that can't.
Result<void> takeCommits(const Partitions *partitions, const Subject &subject, ConsumerGroup &group)
{
    for (int i = 0; partitions != nullptr && i < partitions->cnt; ++i) {
        const auto &part = partitions->elems[i];
        if (part.err != RD_KAFKA_RESP_ERR_NO_ERROR)
            return tl::unexpected(itemError(part.err, nullptr, subject));
        if (part.offset >= 0)
            group.committed[part.topic][part.partition] = part.offset;
    }
    return {};
}

} // namespace

struct KafkaCluster::GroupList
{
    GroupReadings readings;
    std::vector<std::size_t> telling; ///< the places of those that tell of their members
    std::string principal;

    GroupReading &at(std::size_t place) { return readings.groups[place]; }

    Subject subjectFor(const std::string &id) const
    {
        return {"Consumer group " + id, "DESCRIBE on GROUP " + id, principal};
    }

    void takeDescription(const rd_kafka_ConsumerGroupDescription_t *description);
    void takeOffsets(GroupReading &reading, rd_kafka_event_t *event) const;
};

void KafkaCluster::GroupList::takeDescription(
    const rd_kafka_ConsumerGroupDescription_t *description)
{
    const std::string id = rd_kafka_ConsumerGroupDescription_group_id(description);
    const auto reading =
        std::lower_bound(readings.groups.begin(), readings.groups.end(), id,
                         [](const auto &each, const auto &key) { return each.id < key; });
    if (reading == readings.groups.end() || reading->id != id)
        return;
    const auto *error = rd_kafka_ConsumerGroupDescription_error(description);
    const auto state = rd_kafka_ConsumerGroupDescription_state(description);
    if (rd_kafka_error_code(error) != RD_KAFKA_RESP_ERR_NO_ERROR)
        reading->group = tl::unexpected(refusal(error, subjectFor(id)));
    else
        reading->group = ConsumerGroup{
            id, rd_kafka_consumer_group_state_name(state), membersOf(description), {}};
}

void KafkaCluster::GroupList::takeOffsets(GroupReading &reading, rd_kafka_event_t *event) const
{
    std::size_t count = 0;
    const auto **results = rd_kafka_ListConsumerGroupOffsets_result_groups(
        rd_kafka_event_ListConsumerGroupOffsets_result(event), &count);
    for (std::size_t i = 0; i < count && reading.group; ++i) {
        const auto *error = rd_kafka_group_result_error(results[i]);
        if (rd_kafka_error_code(error) != RD_KAFKA_RESP_ERR_NO_ERROR) {
            reading.group = tl::unexpected(refusal(error, subjectFor(reading.id)));
            continue;
        }
        if (auto taken = takeCommits(rd_kafka_group_result_partitions(results[i]),
                                     subjectFor(reading.id), *reading.group);
            !taken)
            reading.group = tl::unexpected(taken.error());
    }
}

Result<GroupReadings> KafkaCluster::readGroups(std::stop_token stop)
{
    if (const auto reached = info(stop); !reached)
        return tl::unexpected(reached.error());
    auto list = listGroups(stop);
    auto read = list ? describeGroups(*list, stop) : tl::unexpected(list.error());
    if (read)
        read = readCommits(*list, stop);
    if (read)
        return std::move(list->readings);
    drop();
    return tl::unexpected(read.error());
}

Result<KafkaCluster::GroupList> KafkaCluster::listGroups(const std::stop_token &stop)
{
    const auto about = subject("The consumer groups", "DESCRIBE on the cluster");
    const auto event = ask({RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPS, about,
                            [](auto *client, const auto *options, auto *queue) {
                                rd_kafka_ListConsumerGroups(client, options, queue);
                            }},
                           stop);
    if (!event)
        return tl::unexpected(event.error());
    const auto *result = rd_kafka_event_ListConsumerGroups_result(event->get());
    std::size_t count = 0;
    const auto **errors = rd_kafka_ListConsumerGroups_result_errors(result, &count);
    if (count > 0) // what one broker keeps is not known
        return tl::unexpected(refusal(errors[0], about));

    const auto **listings = rd_kafka_ListConsumerGroups_result_valid(result, &count);
    std::map<std::string, std::pair<std::string, bool>> listed; // each once, while a group moves
    for (std::size_t i = 0; i < count; ++i) {
        const bool isNewer = rd_kafka_ConsumerGroupListing_type(listings[i]) ==
                             RD_KAFKA_CONSUMER_GROUP_TYPE_CONSUMER;
        listed.try_emplace(
            rd_kafka_ConsumerGroupListing_group_id(listings[i]),
            rd_kafka_consumer_group_state_name(rd_kafka_ConsumerGroupListing_state(listings[i])),
            !isNewer);
    }
    GroupList list{{}, {}, m_properties.principal};
    for (const auto &[id, told] : listed) {
        if (told.second)
            list.telling.push_back(list.readings.groups.size());
        list.readings.groups.push_back({id, ConsumerGroup{id, told.first, {}, {}}});
    }
    const auto rights = describeWithRights(stop);
    if (!rights)
        return tl::unexpected(rights.error());
    list.readings.isComplete = mayDescribe(*rights);
    if (!list.readings.isComplete && listed.empty())
        return tl::unexpected(
            itemError(RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED, nullptr, about));
    return list;
}

Result<void> KafkaCluster::describeGroups(GroupList &list, const std::stop_token &stop)
{
    const auto batches = inBatches(list.telling, describeBatch);
    GroupRequests requests{batches.size(), describesInFlight, {}, {}};
    requests.request = [&](std::size_t batch) {
        return Request{
            RD_KAFKA_ADMIN_OP_DESCRIBECONSUMERGROUPS,
            subject("The consumer groups", "DESCRIBE on them"),
            [&list, &places = batches[batch]](auto *client, const auto *options, auto *queue) {
                std::vector<const char *> ids;
                for (const auto place : places)
                    ids.push_back(list.at(place).id.c_str());
                rd_kafka_DescribeConsumerGroups(client, ids.data(), ids.size(), options, queue);
            }};
    };
    requests.take = [&](std::size_t batch, const Result<Event> &event) {
        for (const auto place : batches[batch]) // until it is told
            list.at(place).group =
                tl::unexpected(event ? notTold(list.at(place).id) : event.error());
        if (!event)
            return;
        std::size_t count = 0;
        const auto **descriptions = rd_kafka_DescribeConsumerGroups_result_groups(
            rd_kafka_event_DescribeConsumerGroups_result(event->get()), &count);
        std::for_each(descriptions, descriptions + count,
                      [&list](const auto *each) { list.takeDescription(each); });
    };
    return m_connection->askGroups(requests, stop);
}

// One group a request: the client takes no more.
Result<void> KafkaCluster::readCommits(GroupList &list, const std::stop_token &stop)
{
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < list.readings.groups.size(); ++i)
        if (list.at(i).group)
            known.push_back(i);
    using Asked =
        Owned<rd_kafka_ListConsumerGroupOffsets_t, rd_kafka_ListConsumerGroupOffsets_destroy>;
    GroupRequests requests{known.size(), commitsInFlight, {}, {}};
    requests.request = [&](std::size_t i) {
        const std::string &id = list.at(known[i]).id;
        return Request{RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS, list.subjectFor(id),
                       [&id](auto *client, const auto *options, auto *queue) {
                           const Asked asked(
                               rd_kafka_ListConsumerGroupOffsets_new(id.c_str(), nullptr));
                           auto *one = asked.get();
                           rd_kafka_ListConsumerGroupOffsets(client, &one, 1, options, queue);
                       }};
    };
    requests.take = [&](std::size_t i, const Result<Event> &event) {
        GroupReading &reading = list.at(known[i]);
        if (event)
            list.takeOffsets(reading, event->get());
        else
            reading.group = tl::unexpected(event.error());
    };
    return m_connection->askGroups(requests, stop);
}

} // namespace meshwright::kafka
