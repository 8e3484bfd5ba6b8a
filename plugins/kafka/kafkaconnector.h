// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"

namespace meshwright {

/// Apache Kafka and what speaks its protocol, by librdkafka. See docs/connectors.md for the keys.
class KafkaConnector : public ConnectorPlugin
{
public:
    std::string_view id() const override { return "kafka"; }

    std::string_view title() const override { return "Apache Kafka"; }

    Result<std::unique_ptr<Cluster>> open(const Environment &environment) const override;
    Result<std::unique_ptr<SchemaRegistry>>
    openRegistry(const Environment &environment) const override;
};

} // namespace meshwright
