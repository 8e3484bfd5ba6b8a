// SPDX-License-Identifier: Apache-2.0
#include "ui/access/accessreviewer.h"

#include "ui/text/text.h"

#include "meshwright/plan/clusteraccess.h"

#include <QtConcurrent>

namespace meshwright::ui {

namespace {

Result<ClusterAccess> readAccess(const Connector &connector, const Environment &environment,
                                 const std::stop_token &stop)
{
    const auto cluster = openCluster(connector, environment);
    if (!cluster)
        return tl::unexpected(cluster.error());
    return readClusterAccess(**cluster, environment, stop);
}

MadeReviewPtr makeReview(const TopologyPtr &topology, const std::optional<Environment> &environment,
                         const std::shared_ptr<const ClusterAccess> &cluster, AccessSource source)
{
    auto review = std::make_shared<const AccessReview>(
        topology, environment ? &*environment : nullptr,
        cluster ? std::optional(*cluster) : std::nullopt, source);
    auto remarks = review->acls();
    const int rules = static_cast<int>(remarks.size());
    std::erase_if(remarks, [](const AclReview &each) { return each.state == AclState::InStep; });
    return std::make_shared<const MadeReview>(
        MadeReview{topology->workspace, std::move(review),
                   environment ? environment->name : std::string(), std::move(remarks), rules});
}

} // namespace

AccessReviewer::AccessReviewer(Session &session, Connections connections,
                               std::function<std::optional<Environment>()> environment,
                               QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_connections(std::move(connections))
    , m_environment(std::move(environment))
{
    connect(&session, &Session::snapshotChanged, this, [this] {
        m_isStale = true;
        review();
    });
    connect(&session, &Session::opened, this, &AccessReviewer::forgetCluster);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &AccessReviewer::takeRead);
    connect(&m_making, &QFutureWatcherBase::finished, this, [this] {
        if (!m_isStale) // else it is of what was chosen before
            m_made = m_making.result();
        emit changed();
        review();
    });
}

AccessReviewer::~AccessReviewer()
{
    m_stop.request_stop();
}

void AccessReviewer::setSource(AccessSource source)
{
    m_source = source;
    m_isStale = true;
    if (source != AccessSource::Specs && !m_cluster)
        readCluster();
    review();
    emit changed();
}

void AccessReviewer::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    if (isWanted && m_source != AccessSource::Specs && !m_cluster && !isReading())
        readCluster();
    review();
}

void AccessReviewer::forgetCluster()
{
    m_stop.request_stop();
    m_reading.setFuture({}); // an answer that comes all the same is nobody's
    m_cluster.reset();
    m_fault.clear();
    m_readAt = {};
    m_isStale = true;
    if (m_source != AccessSource::Specs && m_isWanted)
        readCluster();
    review();
}

void AccessReviewer::readCluster()
{
    const auto environment = m_environment();
    if (!environment) {
        m_fault = tr("No environment is chosen: choose one above, or add a connection.");
        emit changed();
        return;
    }
    m_fault.clear();
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_reading.setFuture(QtConcurrent::run(
        m_connections.threads(),
        [connector = m_connections.find(environment->connector), environment = *environment,
         stop = m_stop.get_token()] { return readAccess(connector, environment, stop); }));
    emit changed();
}

void AccessReviewer::takeRead()
{
    if (m_reading.isCanceled() || !m_reading.future().isValid() ||
        m_reading.future().resultCount() == 0)
        return;
    const Read read = m_reading.result();
    if (read) {
        m_cluster = std::make_shared<const ClusterAccess>(*read);
        m_readAt = QDateTime::currentDateTime();
    } else if (read.error().code == Error::Code::Cancelled) {
        return;
    } else {
        m_fault = toQt(read.error().message);
    }
    m_isStale = true;
    review();
    emit changed();
}

/// One at a time: what is newer meanwhile comes after.
void AccessReviewer::review()
{
    const TopologyPtr &topology = m_session.snapshot().topology;
    if (!m_isStale || !m_isWanted || !topology || m_making.isRunning())
        return;
    m_isStale = false;
    if (m_source != AccessSource::Specs && !m_cluster) { // the specs' verdicts are not a cluster's
        m_made.reset();
        emit changed();
        return;
    }
    m_making.setFuture(
        QtConcurrent::run(makeReview, topology, m_environment(), m_cluster, m_source));
}

} // namespace meshwright::ui
