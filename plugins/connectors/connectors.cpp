// SPDX-License-Identifier: Apache-2.0
#include "connectors/connectors.h"

#include "kafka/kafkaconnector.h"
#include "sandbox/sandboxconnector.h"

#include <algorithm>

namespace meshwright {

std::vector<std::shared_ptr<const ConnectorPlugin>> builtInConnectors()
{
    static const std::vector<std::shared_ptr<const ConnectorPlugin>> connectors{
        std::make_shared<SandboxConnector>(), std::make_shared<KafkaConnector>()};
    return connectors;
}

const ConnectorPlugin *findConnector(std::string_view id)
{
    static const auto connectors = builtInConnectors();
    const auto found = std::find_if(connectors.begin(), connectors.end(),
                                    [id](const auto &connector) { return connector->id() == id; });
    return found == connectors.end() ? nullptr : found->get();
}

} // namespace meshwright
