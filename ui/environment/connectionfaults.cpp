// SPDX-License-Identifier: Apache-2.0
// What is missing or wrong in the form of a connection, before anything is tried or written.
#include "ui/environment/connectionform.h"

#include "ui/text/text.h"

#include "meshwright/workspace/address.h"
#include "meshwright/workspace/secretreference.h"

#include <QCoreApplication>

#include <algorithm>
#include <cctype>

namespace meshwright::ui {

namespace {

using Field = FormFault::Field;
using MaybeFault = std::optional<FormFault>;

struct Form
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionForm)
};

FormFault fault(Field field, const QString &sentence)
{
    return {field, fromQt(sentence)};
}

bool isPlain(const std::string &secret)
{
    return !secret.empty() && !secretReference(secret);
}

bool isAddress(const std::string &url)
{
    return url.starts_with("https://") || url.starts_with("http://");
}

QString secretFault()
{
    return Form::tr("A secret never stands in meshwright.yaml, which others read. Let the button "
                    "in the field keep it in the keychain, or write where it is: ${env:NAME} for "
                    "an environment variable, ${file:PATH} for a file that only you can read.");
}

/// Of what would be written.
MaybeFault plainSecretIn(const ConnectionForm &form)
{
    const auto &security = form.security;
    const auto &registry = form.registry;
    const bool hasKey = registry.usesCertificates() && !registry.certificate.empty();

    struct Secret
    {
        Field field;
        bool isUsed;
        const std::string &text;
    };

    for (const auto &[field, isUsed, text] :
         {Secret{Field::Password, security.usesPassword(), security.password},
          Secret{Field::ClientSecret, security.usesTokens(), security.clientSecret},
          Secret{Field::KeyPassword, security.hasCertificate(), security.keyPassword},
          Secret{Field::RegistryPassword, registry.usesPassword(), registry.password},
          Secret{Field::RegistryToken, registry.usesToken(), registry.token},
          Secret{Field::RegistryKeyPassword, hasKey, registry.keyPassword}})
        if (isUsed && isPlain(text))
            return fault(field, secretFault());
    for (const auto &[field, isUsed, text] :
         {Secret{Field::Key, security.hasCertificate(), security.key},
          Secret{Field::RegistryKey, hasKey, registry.key}})
        if (isUsed && text.find("PRIVATE KEY") != std::string::npos)
            return fault(field, Form::tr("A key never stands in meshwright.yaml, which others "
                                         "read. Write the path of its file."));
    return std::nullopt;
}

MaybeFault passwordFault(const SecurityForm &form)
{
    if (form.username.empty())
        return fault(Field::Username, Form::tr("Write who to be: a name, or ${env:NAME}."));
    if (form.password.empty())
        return fault(Field::Password,
                     Form::tr("Write where the password is: ${env:NAME} or ${file:PATH}."));
    return std::nullopt;
}

MaybeFault tokenFault(const SecurityForm &form)
{
    if (!isAddress(form.tokenEndpoint))
        return fault(Field::TokenEndpoint,
                     Form::tr("Write the address where the identity provider gives tokens: it "
                              "begins with https://."));
    if (hasLogin(form.tokenEndpoint))
        return fault(Field::TokenEndpoint,
                     Form::tr("Write the client and its secret in their own fields, not in the "
                              "address."));
    if (form.clientId.empty())
        return fault(Field::ClientId,
                     Form::tr("Write which client to be at the identity provider."));
    if (form.clientSecret.empty())
        return fault(Field::ClientSecret,
                     Form::tr("Write where the client's secret is: ${env:NAME} or ${file:PATH}."));
    return std::nullopt;
}

MaybeFault securityFault(const SecurityForm &form)
{
    if (form.logsIn() && form.mechanism.empty())
        return fault(Field::Mechanism, Form::tr("Choose how to log in: ask who runs the brokers."));
    if (form.usesPassword())
        if (auto found = passwordFault(form))
            return found;
    if (form.usesTokens())
        if (auto found = tokenFault(form))
            return found;
    if (form.hasCertificate() && form.key.empty())
        return fault(Field::Key, Form::tr("A client certificate needs its key: write its file."));
    return std::nullopt;
}

MaybeFault registryFault(const RegistryForm &form)
{
    if (!form.isThere())
        return std::nullopt;
    if (!isAddress(form.url))
        return fault(Field::RegistryUrl, Form::tr("The address of a registry begins with https:// "
                                                  "or http://."));
    if (hasLogin(form.url))
        return fault(Field::RegistryUrl, Form::tr("Write user and password in their own fields, "
                                                  "not in the registry's address."));
    if (form.usesPassword() && form.username.empty())
        return fault(Field::RegistryUsername,
                     Form::tr("Write who to be at the registry: a name, or ${env:NAME}."));
    if (form.usesPassword() && form.password.empty())
        return fault(
            Field::RegistryPassword,
            Form::tr("Write where the registry's password is: ${env:NAME} or ${file:PATH}."));
    if (form.usesToken() && form.token.empty())
        return fault(Field::RegistryToken,
                     Form::tr("Write where the registry's token is: ${env:NAME} or ${file:PATH}."));
    if (form.usesCertificates() && !form.certificate.empty() && form.key.empty())
        return fault(Field::RegistryKey,
                     Form::tr("A client certificate needs its key: write its file."));
    return std::nullopt;
}

} // namespace

std::optional<FormFault> faultOf(const ConnectionForm &form)
{
    const auto isNamePart = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
    };
    if (auto plain = form.usesKafka() ? plainSecretIn(form) : std::nullopt)
        return plain;
    if (form.name.empty())
        return fault(Field::Name, Form::tr("Give the environment a name, such as staging."));
    if (!std::all_of(form.name.begin(), form.name.end(), isNamePart))
        return fault(Field::Name, Form::tr("Use letters, digits, '-', '_' and '.' in the name."));
    if (!form.usesKafka())
        return std::nullopt;
    if (form.bootstrap.empty())
        return fault(Field::Bootstrap,
                     Form::tr("Write the address of a broker, such as broker-1.example:9092."));
    if (form.bootstrap.find('@') != std::string::npos)
        return fault(Field::Bootstrap, Form::tr("Write the brokers as host:port alone: user and "
                                                "password have their own fields."));
    const auto found = securityFault(form.security);
    return found ? found : registryFault(form.registry);
}

} // namespace meshwright::ui
