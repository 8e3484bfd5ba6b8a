// SPDX-License-Identifier: Apache-2.0
#include "kafka/kafkaconnector.h"

#include "kafka/clientproperties.h"
#include "kafka/kafkacluster.h"
#include "schemaregistry/registryconnection.h"

namespace meshwright {

Result<std::unique_ptr<Cluster>> KafkaConnector::open(const Environment &environment) const
{
    auto properties = kafka::clientProperties(environment);
    if (!properties)
        return tl::unexpected(properties.error());
    return std::make_unique<kafka::KafkaCluster>(std::move(*properties));
}

Result<std::unique_ptr<SchemaRegistry>>
KafkaConnector::openRegistry(const Environment &environment) const
{
    return openSchemaRegistry(environment);
}

} // namespace meshwright
