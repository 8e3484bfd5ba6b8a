// SPDX-License-Identifier: Apache-2.0
#include "kafka/handles.h"
#include "kafka/kafkacluster.h"
#include "kafka/kafkatypes.h"

#include <algorithm>
#include <string_view>

namespace meshwright::kafka {

namespace {

// One controller write costs about the same whatever it holds.
constexpr std::size_t aclBatch = 1000;
constexpr const char *wholeCluster = "CLUSTER kafka-cluster";

std::string named(const Acl &acl)
{
    return "The ACL " + describe(acl);
}

Result<AclBinding> checked(const Acl &acl, AclBinding binding, const std::string &why)
{
    if (binding && why.empty())
        return binding;
    return tl::unexpected(Error{
        Error::Code::Invalid,
        named(acl) + " was refused: " + (why.empty() ? "this client can't name it" : why) + '.',
        {}});
}

Result<void> outcomeOf(const Acl &acl, const rd_kafka_error_t *error, const Subject &about)
{
    if (error == nullptr || rd_kafka_error_code(error) == RD_KAFKA_RESP_ERR_NO_ERROR)
        return {};
    return tl::unexpected(itemError(rd_kafka_error_code(error), rd_kafka_error_string(error),
                                    {named(acl), about.right, about.principal}));
}

// Of the filter itself, or of the first ACL that it found but that could not be removed.
const rd_kafka_error_t *errorIn(const rd_kafka_DeleteAcls_result_response_t *response)
{
    const auto *error = rd_kafka_DeleteAcls_result_response_error(response);
    std::size_t count = 0;
    const auto **found = rd_kafka_DeleteAcls_result_response_matching_acls(response, &count);
    for (std::size_t i = 0; error == nullptr && i < count; ++i)
        error = rd_kafka_AclBinding_error(found[i]);
    return error;
}

std::vector<const rd_kafka_error_t *> creationErrors(rd_kafka_event_t *event)
{
    std::size_t count = 0;
    const auto **results =
        rd_kafka_CreateAcls_result_acls(rd_kafka_event_CreateAcls_result(event), &count);
    std::vector<const rd_kafka_error_t *> errors(count);
    std::transform(results, results + count, errors.begin(), rd_kafka_acl_result_error);
    return errors;
}

std::vector<const rd_kafka_error_t *> deletionErrors(rd_kafka_event_t *event)
{
    std::size_t count = 0;
    const auto **responses =
        rd_kafka_DeleteAcls_result_responses(rd_kafka_event_DeleteAcls_result(event), &count);
    std::vector<const rd_kafka_error_t *> errors(count);
    std::transform(responses, responses + count, errors.begin(), errorIn);
    return errors;
}

Error noAnswer(const Acl &acl)
{
    return {Error::Code::Timeout, named(acl) + ": the cluster gave no answer for it.", {}};
}

} // namespace

// One kind of write to ACLs: how its batch is sent, and where its results are.
struct KafkaCluster::AclWrite
{
    rd_kafka_admin_op_t operation;
    Result<AclBinding> (*handle)(const Acl &); // or why it must not be sent
    void (*send)(rd_kafka_t *, rd_kafka_AclBinding_t **, std::size_t,
                 const rd_kafka_AdminOptions_t *, rd_kafka_queue_t *);
    /// One an ACL, in the order of the request; null where it was taken.
    std::vector<const rd_kafka_error_t *> (*errors)(rd_kafka_event_t *);
};

Result<std::vector<Acl>> KafkaCluster::readAcls(std::stop_token stop)
{
    const auto filter = anyFilter();
    const auto event = askAfresh({RD_KAFKA_ADMIN_OP_DESCRIBEACLS,
                                  subject("The ACLs", std::string("DESCRIBE on ") + wholeCluster),
                                  [&](auto *client, const auto *options, auto *queue) {
                                      rd_kafka_DescribeAcls(client, filter.get(), options, queue);
                                  }},
                                 stop);
    if (!event)
        return tl::unexpected(event.error());
    std::vector<Acl> acls;
    std::size_t count = 0;
    const auto **bindings =
        rd_kafka_DescribeAcls_result_acls(rd_kafka_event_DescribeAcls_result(event->get()), &count);
    for (std::size_t i = 0; i < count; ++i) {
        if (auto acl = aclOf(bindings[i]))
            acls.push_back(std::move(*acl));
    }
    if (count == 0) {
        if (const auto confirmed = confirmNoAcls(stop); !confirmed)
            return tl::unexpected(confirmed.error());
    }
    std::sort(acls.begin(), acls.end());
    return acls;
}

// librdkafka drops the error of DescribeAcls (all versions up to 2.12 at least): "not allowed" and
// "no authorizer" look like a cluster without ACLs. What the principal may do, and the broker's
// own settings, tell them apart.
Result<void> KafkaCluster::confirmNoAcls(const std::stop_token &stop)
{
    const auto event = describeWithRights(stop);
    if (!event)
        return tl::unexpected(event.error());
    if (!mayDescribe(*event)) {
        return tl::unexpected(
            itemError(RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED, nullptr,
                      subject("The ACLs", std::string("DESCRIBE on ") + wholeCluster)));
    }
    std::size_t nodes = 0;
    const auto **node = rd_kafka_DescribeCluster_result_nodes(
        rd_kafka_event_DescribeCluster_result(event->get()), &nodes);
    return nodes == 0 ? Result<void>{} : confirmAuthorizer(rd_kafka_Node_id(node[0]), stop);
}

// Who may not read a broker's settings is refused by its authorizer: so there is one.
Result<void> KafkaCluster::confirmAuthorizer(int broker, const std::stop_token &stop)
{
    const Owned<rd_kafka_ConfigResource_t, rd_kafka_ConfigResource_destroy> resource(
        rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_BROKER, std::to_string(broker).c_str()));
    auto *asked = resource.get();
    const auto event = ask({RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS,
                            subject("The broker's settings", "DESCRIBE_CONFIGS on the cluster"),
                            [&](auto *client, const auto *options, auto *queue) {
                                rd_kafka_DescribeConfigs(client, &asked, 1, options, queue);
                            }},
                           stop);
    if (!event)
        return tl::unexpected(event.error());
    std::size_t count = 0;
    const auto **resources = rd_kafka_DescribeConfigs_result_resources(
        rd_kafka_event_DescribeConfigs_result(event->get()), &count);
    if (count == 0 || rd_kafka_ConfigResource_error(resources[0]) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return {};
    const auto **entries = rd_kafka_ConfigResource_configs(resources[0], &count);
    for (std::size_t i = 0; i < count; ++i) {
        const char *value = rd_kafka_ConfigEntry_value(entries[i]);
        if (std::string_view(rd_kafka_ConfigEntry_name(entries[i])) == "authorizer.class.name" &&
            value != nullptr && *value == '\0') {
            return tl::unexpected(
                itemError(RD_KAFKA_RESP_ERR_SECURITY_DISABLED, nullptr, subject("The ACLs", {})));
        }
    }
    return {};
}

Outcomes KafkaCluster::writeAcls(const std::vector<Acl> &acls, const AclWrite &write,
                                 const std::stop_token &stop)
{
    Handles<AclBinding> handles;
    const auto about = subject("The ACLs", std::string("ALTER on ") + wholeCluster);
    const auto send = [&](const Batches::Indices &batch) -> Result<Outcomes> {
        auto pointers = handles.pointers(batch);
        Request request{write.operation, about,
                        [&](auto *client, const auto *options, auto *queue) {
                            write.send(client, pointers.data(), pointers.size(), options, queue);
                        }};
        request.isWrite = true;
        const auto event = askAfresh(request, stop);
        if (!event)
            return tl::unexpected(event.error());
        const auto errors = write.errors(event->get());
        Outcomes outcomes;
        for (std::size_t k = 0; k < batch.size(); ++k) {
            const Acl &acl = acls[batch[k]];
            outcomes.push_back(k < errors.size() ? outcomeOf(acl, errors[k], about)
                                                 : tl::unexpected(noAnswer(acl)));
        }
        return outcomes;
    };
    const auto fault = [&](std::size_t i) { return handles.keep(i, write.handle(acls[i])); };
    return run({acls.size(), aclBatch, fault, send}, stop);
}

Outcomes KafkaCluster::createAcls(const std::vector<Acl> &acls, std::stop_token stop)
{
    const auto handle = [](const Acl &acl) {
        return checked(acl, bindingOf(acl), aclFault(acl).value_or(""));
    };
    return writeAcls(
        acls, {RD_KAFKA_ADMIN_OP_CREATEACLS, handle, rd_kafka_CreateAcls, creationErrors}, stop);
}

Outcomes KafkaCluster::deleteAcls(const std::vector<Acl> &acls, std::stop_token stop)
{
    // Also an ACL that we would never make may have to go.
    const auto handle = [](const Acl &acl) { return checked(acl, exactFilterOf(acl), {}); };
    return writeAcls(
        acls, {RD_KAFKA_ADMIN_OP_DELETEACLS, handle, rd_kafka_DeleteAcls, deletionErrors}, stop);
}

} // namespace meshwright::kafka
