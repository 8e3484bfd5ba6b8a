// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connections.h"
#include "ui/session/session.h"

#include "meshwright/access/accessreview.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace meshwright::ui {

/// A review, and what it was made from.
struct MadeReview
{
    WorkspacePtr workspace; ///< has the lines that ask
    std::shared_ptr<const AccessReview> review;
    std::string environment; ///< whose principals and cluster; may be empty
    /// Of the access rules those of which there is something to say.
    std::vector<AclReview> remarks = {};
    int rules = 0; ///< all
};

using MadeReviewPtr = std::shared_ptr<const MadeReview>;

/// Makes reviews of access off the UI thread, anew for each snapshot while somebody looks. A
/// cluster is read when it is asked for, and stays as it was then.
class AccessReviewer : public QObject
{
    Q_OBJECT

public:
    /// `environment`: the one that is chosen, at the time of asking.
    AccessReviewer(Session &session, Connections connections,
                   std::function<std::optional<Environment>()> environment,
                   QObject *parent = nullptr);
    ~AccessReviewer() override;

    /// By the cluster or by both it is read now.
    void setSource(AccessSource source);

    AccessSource source() const { return m_source; }

    void readCluster();
    void setWanted(bool isWanted);
    /// The environment is another one: what was read of the last is nobody's.
    void forgetCluster();

    const MadeReviewPtr &made() const { return m_made; } ///< null before the first

    bool isReading() const { return m_reading.isRunning(); }

    const QDateTime &readAt() const { return m_readAt; }

    /// Why the cluster is not known, in a sentence.
    const QString &fault() const { return m_fault; }

signals:
    void changed();

private:
    using Read = Result<ClusterAccess>;

    void review();
    void takeRead();

    Session &m_session;
    Connections m_connections;
    std::function<std::optional<Environment>()> m_environment;
    AccessSource m_source = AccessSource::Specs;
    std::shared_ptr<const ClusterAccess> m_cluster;
    QDateTime m_readAt;
    QString m_fault;
    MadeReviewPtr m_made;
    bool m_isWanted = false;
    bool m_isStale = true;
    std::stop_source m_stop;
    QFutureWatcher<Read> m_reading;
    QFutureWatcher<MadeReviewPtr> m_making;
};

} // namespace meshwright::ui
