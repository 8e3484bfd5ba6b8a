// SPDX-License-Identifier: Apache-2.0
#include "cluster/kafkaenvironment.h"

#include "kafka/kafkaconnector.h"

namespace meshwright::test {

Environment environmentOf(const KafkaBroker &broker, KafkaBroker::Listener listener,
                          const QString &user, const QString &mechanism)
{
    using Listener = KafkaBroker::Listener;
    Environment environment;
    environment.name = "test";
    environment.bootstrap = broker.bootstrap(listener).toStdString();
    if (listener == Listener::Plaintext)
        return environment;
    const QByteArray variable = "MESHWRIGHT_TEST_PASSWORD_" + user.toUtf8().toHex();
    qputenv(variable.constData(), KafkaBroker::passwordOf(user).toUtf8());
    environment.security = {
        {"protocol", listener == Listener::SaslSsl ? "SASL_SSL" : "SASL_PLAINTEXT"},
        {"mechanism", mechanism.toStdString()},
        {"username", user.toStdString()},
        {"password", "${env:" + variable.toStdString() + '}'}};
    if (listener == Listener::SaslSsl)
        environment.security["ca"] = broker.caFile().toStdString();
    return environment;
}

std::unique_ptr<Cluster> open(const Environment &environment)
{
    auto cluster = KafkaConnector().open(environment);
    return cluster ? std::move(*cluster) : nullptr;
}

} // namespace meshwright::test
