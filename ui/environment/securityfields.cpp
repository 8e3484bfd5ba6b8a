// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/securityfields.h"

#include "ui/environment/formfields.h"
#include "ui/environment/secretfield.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace meshwright::ui {

using form::typed;

SecurityFields::SecurityFields(QFormLayout *rows, QObject *parent)
    : QObject(parent)
    , m_rows(rows)
{
    const auto line = [rows](const char *name, const QString &label, const QString &hint) {
        return form::addLine(*rows, name, label, hint);
    };
    m_protocol = form::addChoice(*rows, "environmentProtocol", tr("Security"),
                                 {QStringLiteral("PLAINTEXT"), QStringLiteral("SSL"),
                                  QStringLiteral("SASL_PLAINTEXT"), QStringLiteral("SASL_SSL")});
    m_protocol->insertItem(0, tr("left to the client (PLAINTEXT)"), QString());
    m_mechanism = form::addChoice(*rows, "environmentMechanism", tr("Login"),
                                  {QStringLiteral("PLAIN"), QStringLiteral("SCRAM-SHA-256"),
                                   QStringLiteral("SCRAM-SHA-512"), QStringLiteral("OAUTHBEARER")});
    m_mechanism->insertItem(0, tr("choose…"), QString());
    m_username = line("environmentUsername", tr("User"), QStringLiteral("${env:KAFKA_USER}"));
    m_password = form::addSecret(*rows, "environmentPassword", QStringLiteral("password"),
                                 tr("Password"), QStringLiteral("${env:KAFKA_PASSWORD}"));
    m_tokenEndpoint = line("environmentTokenEndpoint", tr("Token endpoint"),
                           QStringLiteral("https://id.example/oauth2/token"));
    m_clientId = line("environmentClientId", tr("Client"), QStringLiteral("meshwright"));
    m_clientSecret =
        form::addSecret(*rows, "environmentClientSecret", QStringLiteral("clientSecret"),
                        tr("Client's secret"), QStringLiteral("${env:KAFKA_CLIENT_SECRET}"));
    m_scope = line("environmentScope", tr("Scope"), tr("kafka (may stay empty)"));
    m_ca = line("environmentCa", tr("CA file"), tr("the system's certificates"));
    m_certificate =
        line("environmentCertificate", tr("Client certificate"), tr("a file (may stay empty)"));
    m_key = line("environmentKey", tr("Its key"), tr("a file"));
    m_keyPassword = form::addSecret(*rows, "environmentKeyPassword", QStringLiteral("keyPassword"),
                                    tr("Password of the key"), tr("${env:NAME} (may stay empty)"));
    for (const auto *box : {m_protocol, m_mechanism})
        connect(box, &QComboBox::currentIndexChanged, this, &SecurityFields::choiceChanged);
    connect(m_certificate, &QLineEdit::textChanged, this, &SecurityFields::choiceChanged);
}

void SecurityFields::fill(const SecurityForm &form)
{
    form::choose(*m_protocol, toQt(form.protocol));
    form::choose(*m_mechanism, toQt(form.mechanism));
    m_username->setText(toQt(form.username));
    m_password->setText(toQt(form.password));
    m_tokenEndpoint->setText(toQt(form.tokenEndpoint));
    m_clientId->setText(toQt(form.clientId));
    m_clientSecret->setText(toQt(form.clientSecret));
    m_scope->setText(toQt(form.scope));
    m_ca->setText(toQt(form.ca));
    m_certificate->setText(toQt(form.certificate));
    m_key->setText(toQt(form.key));
    m_keyPassword->setText(toQt(form.keyPassword));
}

SecurityForm SecurityFields::form() const
{
    return {.protocol = form::chosen(*m_protocol),
            .mechanism = form::chosen(*m_mechanism),
            .username = typed(*m_username),
            .password = typed(*m_password),
            .tokenEndpoint = typed(*m_tokenEndpoint),
            .clientId = typed(*m_clientId),
            .clientSecret = typed(*m_clientSecret),
            .scope = typed(*m_scope),
            .ca = typed(*m_ca),
            .certificate = typed(*m_certificate),
            .key = typed(*m_key),
            .keyPassword = typed(*m_keyPassword)};
}

void SecurityFields::showRows(bool hasBrokers)
{
    const auto now = form();
    form::showRow(*m_rows, *m_protocol, hasBrokers);
    form::showRow(*m_rows, *m_mechanism, hasBrokers && now.logsIn());
    for (auto *field : {m_username, m_password})
        form::showRow(*m_rows, *field, hasBrokers && now.usesPassword());
    for (auto *field : {m_tokenEndpoint, m_clientId, m_clientSecret, m_scope})
        form::showRow(*m_rows, *field, hasBrokers && now.usesTokens());
    for (auto *field : {m_ca, m_certificate})
        form::showRow(*m_rows, *field, hasBrokers && now.usesCertificates());
    for (auto *field : {m_key, m_keyPassword})
        form::showRow(*m_rows, *field, hasBrokers && now.hasCertificate());
}

QWidget *SecurityFields::fieldOf(FormFault::Field field) const
{
    switch (field) {
    case FormFault::Field::Mechanism:
        return m_mechanism;
    case FormFault::Field::Username:
        return m_username;
    case FormFault::Field::Password:
        return m_password;
    case FormFault::Field::TokenEndpoint:
        return m_tokenEndpoint;
    case FormFault::Field::ClientId:
        return m_clientId;
    case FormFault::Field::ClientSecret:
        return m_clientSecret;
    case FormFault::Field::Key:
        return m_key;
    case FormFault::Field::KeyPassword:
        return m_keyPassword;
    default:
        return nullptr;
    }
}

} // namespace meshwright::ui
