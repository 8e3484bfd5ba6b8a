// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/connections.h"

#include "ui/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace meshwright::ui {

namespace {

// A broker that is down may hold a thread for a while after its answer is no longer wanted.
constexpr int threadCount = 8;

} // namespace

Connections::Connections(std::vector<Connector> connectors)
    : m_connectors(std::move(connectors))
    , m_threads(std::make_shared<QThreadPool>())
{
    m_threads->setMaxThreadCount(threadCount);
}

Connector Connections::find(std::string_view id) const
{
    const auto found = std::find_if(m_connectors.begin(), m_connectors.end(),
                                    [id](const Connector &each) { return each->id() == id; });
    return found == m_connectors.end() ? nullptr : *found;
}

Result<std::unique_ptr<Cluster>> openCluster(const Connector &connector,
                                             const Environment &environment)
{
    if (connector)
        return connector->open(environment);
    const QString why =
        QCoreApplication::translate("Connections",
                                    "Environment %1 asks for the connector '%2', which this "
                                    "program does not have. Choose another one in its connection.")
            .arg(toQt(environment.name), toQt(environment.connector));
    return tl::unexpected(Error{Error::Code::NotFound, fromQt(why), settingsFileName});
}

Result<std::unique_ptr<SchemaRegistry>> openRegistry(const Connector &connector,
                                                     const Environment &environment)
{
    return connector ? connector->openRegistry(environment)
                     : Result<std::unique_ptr<SchemaRegistry>>(nullptr);
}

} // namespace meshwright::ui
