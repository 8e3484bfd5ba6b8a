// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"
#include "meshwright/workspace/settings.h"
#include "support/kafkabroker.h"

#include <memory>

namespace meshwright::test {

/// The environment by which `user` reaches the broker; the password is a reference to a variable
/// of this process.
Environment environmentOf(const KafkaBroker &broker, KafkaBroker::Listener listener,
                          const QString &user,
                          const QString &mechanism = QStringLiteral("SCRAM-SHA-256"));

/// Opened by the Kafka connector; null where the environment is faulty.
std::unique_ptr<Cluster> open(const Environment &environment);

} // namespace meshwright::test
