// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/kafkabroker.h"

#include <tl/expected.hpp>

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>

namespace meshwright::test {

// What any Kafka client would do to a KafkaBroker, with librdkafka and none of our own code, so
// that tests see the cluster as its users do. Errors are librdkafka's names:
// "TOPIC_AUTHORIZATION_FAILED".
class KafkaClient
{
public:
    template <typename T>
    using Result = tl::expected<T, QString>;

    // mechanism: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512; not used on the Plaintext listener.
    KafkaClient(const KafkaBroker &broker, KafkaBroker::Listener listener, const QString &user,
                const QString &mechanism = QStringLiteral("SCRAM-SHA-256"));

    // Any librdkafka property, over those that follow from the constructor.
    void set(const QString &property, const QString &value) { m_properties[property] = value; }

    Result<QString> clusterId() const;
    Result<void> produce(const QString &topic, const QByteArray &value, int count = 1) const;
    Result<QByteArray> consume(const QString &topic, const QString &group) const; // the first value

    // What the broker lets this client do with each topic (READ, DESCRIBE_CONFIGS …). A topic that
    // it may not even describe is not in the answer.
    Result<QMap<QString, QSet<QString>>> authorizedOperations(const QStringList &topics) const;
    // What SCRAM-SHA-256 knows the user by from now on.
    Result<void> setPassword(const QString &user, const QString &password) const;
    // A member of the group that has read and committed so many records; it leaves with the handle.
    using Member = std::shared_ptr<void>;
    Result<Member> join(const QString &topic, const QString &group, int records) const;
    // Groups without members that have read so many records of the topic's first partition.
    Result<void> commit(const QString &topic, const QStringList &groups, int records) const;

private:
    QMap<QString, QString> m_properties;
};

} // namespace meshwright::test
