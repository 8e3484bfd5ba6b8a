// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"

#include <QThreadPool>

#include <memory>
#include <vector>

namespace meshwright::ui {

using Connector = std::shared_ptr<const ConnectorPlugin>;

/// The ways to clusters that the program was given, and the threads that wait for them (never those
/// of the editor's work, since a broker that is down holds one until its deadline). Copies share.
class Connections
{
public:
    explicit Connections(std::vector<Connector> connectors);

    const std::vector<Connector> &connectors() const { return m_connectors; }

    Connector find(std::string_view id) const; ///< null where there is none

    QThreadPool *threads() const { return m_threads.get(); }

private:
    std::vector<Connector> m_connectors;
    std::shared_ptr<QThreadPool> m_threads;
};

/// Opens the environment's cluster; `connector` may be null. For threads that may wait.
Result<std::unique_ptr<Cluster>> openCluster(const Connector &connector,
                                             const Environment &environment);

/// The same for its schema registry; null where it has none.
Result<std::unique_ptr<SchemaRegistry>> openRegistry(const Connector &connector,
                                                     const Environment &environment);

} // namespace meshwright::ui
