// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/registryfields.h"

#include "ui/environment/formfields.h"
#include "ui/environment/secretfield.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace meshwright::ui {

using form::typed;

RegistryFields::RegistryFields(QWidget *parent)
    : QWidget(parent)
    , m_rows(form::newRows())
{
    setLayout(m_rows);
    m_rows->setContentsMargins(0, theme::widePadding, 0, 0);
    m_url = form::addLine(*m_rows, "registryUrl", tr("Address"),
                          tr("https://registry.example (empty: there is none)"));
    m_login = form::addChoice(*m_rows, "registryLogin", tr("Login"), {});
    m_login->addItem(tr("none"), QString());
    m_login->addItem(tr("user and password"), QStringLiteral("password"));
    m_login->addItem(tr("bearer token"), QStringLiteral("token"));
    m_username = form::addLine(*m_rows, "registryUsername", tr("User"),
                               QStringLiteral("${env:REGISTRY_USER}"));
    m_password = form::addSecret(*m_rows, "registryPassword", QStringLiteral("registry.password"),
                                 tr("Password"), QStringLiteral("${env:REGISTRY_PASSWORD}"));
    m_token = form::addSecret(*m_rows, "registryToken", QStringLiteral("registry.token"),
                              tr("Token"), QStringLiteral("${env:REGISTRY_TOKEN}"));
    m_ca = form::addLine(*m_rows, "registryCa", tr("CA file"), tr("the system's certificates"));
    m_crl = form::addLine(*m_rows, "registryCrl", tr("Revoked certificates"),
                          tr("a file (may stay empty)"));
    m_certificate = form::addLine(*m_rows, "registryCertificate", tr("Client certificate"),
                                  tr("a file (may stay empty)"));
    m_key = form::addLine(*m_rows, "registryKey", tr("Its key"), tr("a file"));
    m_keyPassword =
        form::addSecret(*m_rows, "registryKeyPassword", QStringLiteral("registry.keyPassword"),
                        tr("Password of the key"), tr("${env:NAME} (may stay empty)"));
    m_compatibility = form::addChoice(
        *m_rows, "registryCompatibility", tr("Compatibility"),
        {QStringLiteral("NONE"), QStringLiteral("BACKWARD"), QStringLiteral("BACKWARD_TRANSITIVE"),
         QStringLiteral("FORWARD"), QStringLiteral("FORWARD_TRANSITIVE"), QStringLiteral("FULL"),
         QStringLiteral("FULL_TRANSITIVE")});
    m_compatibility->insertItem(0, tr("as each subject has it"), QString());
    for (auto *field : {m_url, m_certificate})
        connect(field, &QLineEdit::textChanged, this, &RegistryFields::updateVisible);
    connect(m_login, &QComboBox::currentIndexChanged, this, &RegistryFields::updateVisible);
}

void RegistryFields::fill(const RegistryForm &form)
{
    m_url->setText(toQt(form.url));
    form::choose(*m_login, toQt(form.login));
    m_username->setText(toQt(form.username));
    m_password->setText(toQt(form.password));
    m_token->setText(toQt(form.token));
    m_ca->setText(toQt(form.ca));
    m_crl->setText(toQt(form.crl));
    m_certificate->setText(toQt(form.certificate));
    m_key->setText(toQt(form.key));
    m_keyPassword->setText(toQt(form.keyPassword));
    form::choose(*m_compatibility, toQt(form.compatibility));
    updateVisible();
}

RegistryForm RegistryFields::form() const
{
    return {.url = typed(*m_url),
            .login = form::chosen(*m_login),
            .username = typed(*m_username),
            .password = typed(*m_password),
            .token = typed(*m_token),
            .ca = typed(*m_ca),
            .crl = typed(*m_crl),
            .certificate = typed(*m_certificate),
            .key = typed(*m_key),
            .keyPassword = typed(*m_keyPassword),
            .compatibility = form::chosen(*m_compatibility)};
}

void RegistryFields::updateVisible()
{
    const auto now = form();
    form::showRow(*m_rows, *m_login, now.isThere());
    form::showRow(*m_rows, *m_username, now.usesPassword());
    form::showRow(*m_rows, *m_password, now.usesPassword());
    form::showRow(*m_rows, *m_token, now.usesToken());
    for (auto *field : {m_ca, m_crl, m_certificate})
        form::showRow(*m_rows, *field, now.usesCertificates());
    for (auto *field : {m_key, m_keyPassword})
        form::showRow(*m_rows, *field, now.usesCertificates() && !now.certificate.empty());
    form::showRow(*m_rows, *m_compatibility, now.isThere());
    emit rowsChanged();
}

QWidget *RegistryFields::fieldOf(FormFault::Field field) const
{
    switch (field) {
    case FormFault::Field::RegistryUrl:
        return m_url;
    case FormFault::Field::RegistryUsername:
        return m_username;
    case FormFault::Field::RegistryPassword:
        return m_password;
    case FormFault::Field::RegistryToken:
        return m_token;
    case FormFault::Field::RegistryKey:
        return m_key;
    case FormFault::Field::RegistryKeyPassword:
        return m_keyPassword;
    default:
        return nullptr;
    }
}

} // namespace meshwright::ui
