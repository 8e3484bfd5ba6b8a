// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/apply.h"
#include "meshwright/plan/connector.h"
#include "meshwright/plan/plan.h"
#include "meshwright/plan/state.h"
#include "meshwright/workspace/settings.h"

#include <QByteArray>
#include <QProcess>
#include <QString>

namespace meshwright::test {

/// Topics of one context, with one setting.
QByteArray specWith(const QByteArray &id, int topics, const QByteArray &retention);

/// A folder with one spec, whose environment `test` is this one.
void writeWorkspace(const QString &folder, const Environment &environment, const QByteArray &spec);

/// mw, with its state below `state`, as on a host of its own, and its errors in a file.
bool startMw(QProcess &process, const QString &state, const QString &errors,
             const QStringList &arguments);

PlanItem topicCreation(const std::string &topic, const std::string &retention = "3600000");
PlanItem retentionChange(const ActualTopic &topic, const std::string &after);
/// Of these, for the cluster, by the environment `test`.
Plan planFor(const QString &clusterId, std::vector<PlanItem> items);

/// As the cluster has it; empty where it has none.
ActualTopic topicOf(Cluster &cluster, const std::string &name);

/// In the plan's order, with a blank between them.
QByteArray statesOf(const ApplyReport &report);

} // namespace meshwright::test
