// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace meshwright::test {

/// What every connector must do, on one cluster: the sandbox and a real Kafka run the same cases,
/// so that neither drifts from the other. A subclass says how to reach its cluster.
class ConnectorSuite : public QObject
{
    Q_OBJECT

protected:
    static constexpr int patience = 20000; ///< ms: brokers answer before they show

    virtual std::unique_ptr<Cluster> connect() = 0;

    /// A name that no other test uses.
    std::string name(const std::string &suffix) const;

    Cluster &cluster() { return *m_cluster; }

    /// Waits until the topic is there as `isAsWanted` says; what was read last.
    std::optional<ActualTopic>
    awaitTopic(const std::string &topic,
               const std::function<bool(const std::optional<ActualTopic> &)> &isAsWanted);
    bool awaitAcl(const Acl &acl, bool present);
    ActualTopic created(const NewTopic &topic);

private slots:
    void init();
    void cleanup();

    void knowsItself();
    void createsWithDefaults();
    void createsAsAsked();
    void describesNamedTopics();
    void refusesTopics_data();
    void refusesTopics();
    void validatesWithoutWriting();
    void refusesExistingTopics();
    void refusesCollidingNames();
    void answersEachItem();
    void growsPartitions();
    void refusesGrowth_data();
    void refusesGrowth();
    void changesOnlySomeSettings();
    void refusesSettings_data();
    void refusesSettings();
    void validatesSettingsWithoutWriting();
    void leavesSettingsOfUnknownKeysUnset();
    void deletesTopics();
    void givesNewIds();
    void keepsAcls_data();
    void keepsAcls();
    void deletesExactlyOneAcl();
    void refusesAcls_data();
    void refusesAcls();
    void readsEnds();
    void hasNoGroupsAtFirst();
    void takesManyItems();
    void stopsWhenAsked();

private:
    std::unique_ptr<Cluster> m_cluster;
    int m_test = 0;
};

} // namespace meshwright::test
