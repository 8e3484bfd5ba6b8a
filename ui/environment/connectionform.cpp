// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/connectionform.h"

#include "ui/text/text.h"

#include "meshwright/text/textedit.h"
#include "meshwright/yaml/edit.h"

#include <QCoreApplication>

#include <array>
#include <cstddef>

namespace meshwright::ui {

namespace {

using Path = std::vector<std::string>;

struct Form
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionForm)
};

std::string guardName(Guard guard)
{
    constexpr std::array names{"dev", "confirm", "prod"};
    return names.at(static_cast<std::size_t>(guard));
}

std::string valueAt(const std::map<std::string, std::string> &values, const std::string &key)
{
    const auto found = values.find(key);
    return found == values.end() ? std::string() : found->second;
}

struct Setting
{
    Path path; ///< below the environment
    std::string value;
    bool isYaml = false; ///< the value is written as it is: true, not 'true'
};

void addRegistry(std::vector<Setting> &settings, const ConnectionForm &form)
{
    const auto &registry = form.registry;
    const auto add = [&](const char *key, bool isUsed, const std::string &value) {
        settings.push_back({{"registry", key}, form.usesKafka() && isUsed ? value : std::string()});
    };
    const bool hasCertificate = registry.usesCertificates() && !registry.certificate.empty();
    add("url", true, registry.url);
    add("username", registry.usesPassword(), registry.username);
    add("password", registry.usesPassword(), registry.password);
    add("token", registry.usesToken(), registry.token);
    add("ca", registry.usesCertificates(), registry.ca);
    add("crl", registry.usesCertificates(), registry.crl);
    add("certificate", registry.usesCertificates(), registry.certificate);
    add("key", hasCertificate, registry.key);
    add("keyPassword", hasCertificate, registry.keyPassword);
    add("compatibility", registry.isThere(), registry.compatibility);
}

void addSecurity(std::vector<Setting> &settings, const ConnectionForm &form)
{
    const auto &security = form.security;
    const auto add = [&](const char *key, bool isUsed, const std::string &value) {
        settings.push_back({{"security", key}, form.usesKafka() && isUsed ? value : std::string()});
    };
    add("protocol", true, security.protocol);
    add("mechanism", security.logsIn(), security.mechanism);
    add("username", security.usesPassword(), security.username);
    add("password", security.usesPassword(), security.password);
    add("tokenEndpoint", security.usesTokens(), security.tokenEndpoint);
    add("clientId", security.usesTokens(), security.clientId);
    add("clientSecret", security.usesTokens(), security.clientSecret);
    add("scope", security.usesTokens(), security.scope);
    add("ca", security.usesCertificates(), security.ca);
    add("certificate", security.usesCertificates(), security.certificate);
    add("key", security.hasCertificate(), security.key);
    add("keyPassword", security.hasCertificate(), security.keyPassword);
}

/// What the form says, in the order in which a new environment is written.
std::vector<Setting> settingsOf(const ConnectionForm &form)
{
    std::vector<Setting> settings{
        {{"connector"}, form.connector},
        {{"guard"}, guardName(form.guard)},
        {{"readOnly"}, form.usesKafka() && form.isReadOnly ? "true" : "", true},
        {{"bootstrap"}, form.usesKafka() ? form.bootstrap : std::string()}};
    addSecurity(settings, form);
    addRegistry(settings, form);
    return settings;
}

std::string newEnvironment(const ConnectionForm &form)
{
    std::string text;
    std::string group;
    for (const auto &[path, value, isYaml] : settingsOf(form)) {
        if (value.empty())
            continue;
        if (path.size() > 1 && path.front() != group)
            text += path.front() + ":\n";
        group = path.size() > 1 ? path.front() : std::string();
        text += (path.size() > 1 ? "  " : "") + path.back() + ": " +
                (isYaml ? value : yaml::scalarFor(value)) + '\n';
    }
    text.pop_back();
    return text;
}

/// `value` is a scalar on one line, or a block mapping.
std::string asEntry(const std::string &key, const std::string &value)
{
    const bool isMapping = value.find(": ") != std::string::npos || value.ends_with(':');
    if (!isMapping || value.starts_with('\'') || value.starts_with('"'))
        return key + ": " + value;
    std::string text = key + ":\n  ";
    for (const char c : value)
        text += c == '\n' ? "\n  " : std::string(1, c);
    return text;
}

/// meshwright.yaml, edited one entry after the other.
class SettingsText
{
public:
    explicit SettingsText(Text text)
        : m_text(std::move(text))
    {}

    const Text &text() const { return m_text; }

    bool has(const Path &path)
    {
        parse();
        return valueAt(path) != nullptr;
    }

    /// Sets a value that is YAML text, and makes the mappings above it.
    Result<void> set(const Path &path, std::string value)
    {
        parse();
        if (!m_document->isComplete())
            return refused(Form::tr("meshwright.yaml can't be changed from here: it has a syntax "
                                    "error. Mend that first."));
        if (m_document->root() == nullptr)
            return begin(path, value);
        auto depth = path.size() - 1;
        const auto parentOf = [&] {
            return valueAt(Path(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(depth)));
        };
        while (parentOf() == nullptr) // ends at the root
            value = asEntry(path[depth--], value);
        return put(*parentOf(), path[depth], value);
    }

    Result<void> setScalar(const Path &path, const std::string &value)
    {
        parse();
        const auto *scalar = valueAt(path);
        if (scalar != nullptr && scalar->kind == yaml::Kind::Scalar && !scalar->isNull())
            return take(yaml::replaceScalar(*m_document, *scalar, value));
        return set(path, yaml::scalarFor(value));
    }

    Result<void> remove(const Path &path)
    {
        parse();
        const auto *mapping = valueAt({path.begin(), path.end() - 1});
        if (mapping == nullptr)
            return {};
        for (const auto &entry : mapping->entries) {
            if (entry.key->isScalar() && entry.key->resolved().value == path.back())
                return take(yaml::removeEntry(*m_document, *mapping, entry));
        }
        return {};
    }

private:
    void parse() { m_document = yaml::Document::parse(m_text); }

    const yaml::Node *valueAt(const Path &path) const
    {
        const auto *node = m_document->root();
        for (const auto &key : path) {
            const auto *parent = node;
            if (parent == nullptr) // the document is empty
                return nullptr;
            node = nullptr;
            for (const auto &entry : parent->entries) { // own ones: a merged one stands elsewhere
                if (entry.key->isScalar() && entry.key->resolved().value == key)
                    node = entry.value;
            }
            if (node == nullptr)
                return nullptr;
        }
        return node;
    }

    static tl::unexpected<Error> refused(const QString &why)
    {
        return tl::unexpected(Error{Error::Code::Conflict, fromQt(why), settingsFileName});
    }

    Result<void> put(const yaml::Node &mapping, const std::string &key, const std::string &value)
    {
        if (mapping.kind == yaml::Kind::Alias)
            return refused(Form::tr("meshwright.yaml can't be changed from here: a part of it "
                                    "stands at the anchor '%1', which others share. Edit its text.")
                               .arg(toQt(mapping.value)));
        if (mapping.kind != yaml::Kind::Mapping && !mapping.isNull())
            return refused(Form::tr("meshwright.yaml can't be changed from here: there is no "
                                    "mapping where '%1' belongs. Edit its text.")
                               .arg(toQt(key)));
        return take(yaml::setEntry(*m_document, mapping, key, value));
    }

    /// The file has no value yet, though maybe comments.
    Result<void> begin(const Path &path, std::string value)
    {
        for (auto part = path.rbegin(); part != path.rend(); ++part)
            value = asEntry(*part, value);
        auto bytes = m_text->bytes();
        if (!bytes.empty() && !bytes.ends_with('\n'))
            bytes += '\n';
        m_text = makeText(bytes + "version: 1\n" + value + '\n');
        return {};
    }

    Result<void> take(const Result<TextEdit> &edit)
    {
        if (!edit)
            return tl::unexpected(edit.error());
        auto text = applyEdits(*m_text, {*edit});
        if (!text)
            return tl::unexpected(text.error());
        m_text = *text;
        return {};
    }

    Text m_text;
    yaml::DocumentPtr m_document;
};

} // namespace

namespace {

RegistryForm formOf(const RegistrySettings &registry)
{
    const auto &security = registry.security;
    RegistryForm form;
    form.url = registry.url;
    form.username = valueAt(security, "username");
    form.password = valueAt(security, "password");
    form.token = valueAt(security, "token");
    form.ca = valueAt(security, "ca");
    form.crl = valueAt(security, "crl");
    form.certificate = valueAt(security, "certificate");
    form.key = valueAt(security, "key");
    form.keyPassword = valueAt(security, "keyPassword");
    form.compatibility = registry.compatibility;
    form.login = !form.token.empty()                                ? "token"
                 : !form.username.empty() || !form.password.empty() ? "password"
                                                                    : "";
    return form;
}

SecurityForm securityOf(const Environment &environment)
{
    const auto at = [&](const char *key) { return valueAt(environment.security, key); };
    return {.protocol = at("protocol"),
            .mechanism = at("mechanism"),
            .username = at("username"),
            .password = at("password"),
            .tokenEndpoint = at("tokenEndpoint"),
            .clientId = at("clientId"),
            .clientSecret = at("clientSecret"),
            .scope = at("scope"),
            .ca = at("ca"),
            .certificate = at("certificate"),
            .key = at("key"),
            .keyPassword = at("keyPassword")};
}

std::optional<RegistrySettings> registryFrom(const ConnectionForm &form,
                                             const std::optional<RegistrySettings> &base)
{
    if (!form.usesKafka() || !form.registry.isThere())
        return std::nullopt;
    RegistrySettings registry;
    if (base)
        registry.place = base->place;
    registry.url = form.registry.url;
    registry.compatibility = form.registry.compatibility;
    for (const auto &[path, value, isYaml] : settingsOf(form))
        if (path.front() == "registry" && path.back() != "url" && path.back() != "compatibility" &&
            !value.empty())
            registry.security[path.back()] = value;
    return registry;
}

} // namespace

ConnectionForm formOf(const Environment &environment)
{
    return {environment.name,
            environment.connector,
            environment.guard,
            environment.bootstrap,
            securityOf(environment),
            environment.isReadOnly,
            environment.registry ? formOf(*environment.registry) : RegistryForm()};
}

Environment environmentFrom(const ConnectionForm &form, Environment base)
{
    base.name = form.name;
    base.connector = form.connector;
    base.guard = form.guard;
    base.isReadOnly = form.usesKafka() && form.isReadOnly;
    base.bootstrap = form.usesKafka() ? form.bootstrap : std::string();
    for (const auto &[path, value, isYaml] : settingsOf(form)) {
        if (path.front() != "security")
            continue;
        if (value.empty())
            base.security.erase(path.back());
        else
            base.security[path.back()] = value;
    }
    base.registry = registryFrom(form, base.registry);
    return base;
}

Result<Text> withConnection(const Text &settings, const ConnectionForm &before,
                            const ConnectionForm &after)
{
    SettingsText text(settings ? settings : makeText({}));
    const Path environment{"environments", after.name};
    const bool isKnown = text.has(environment);
    if (before.name != after.name && isKnown)
        return tl::unexpected(
            Error{Error::Code::Conflict,
                  fromQt(Form::tr("There is an environment %1 already. Choose another name.")
                             .arg(toQt(after.name))),
                  settingsFileName});
    if (!isKnown) { // new, or built in and not written down yet
        if (auto added = text.set(environment, newEnvironment(after)); !added)
            return tl::unexpected(added.error());
        return text.text();
    }
    const auto old = settingsOf(before);
    const auto wanted = settingsOf(after);
    const bool losesRegistry = before.usesKafka() && before.registry.isThere() &&
                               !(after.usesKafka() && after.registry.isThere());
    if (losesRegistry)
        if (auto removed = text.remove({"environments", after.name, "registry"}); !removed)
            return tl::unexpected(removed.error());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool isGone = losesRegistry && wanted[i].path.front() == "registry";
        if (isGone || old[i].value == wanted[i].value)
            continue;
        Path path = environment;
        path.insert(path.end(), wanted[i].path.begin(), wanted[i].path.end());
        const auto &[below, value, isYaml] = wanted[i];
        const auto done = value.empty() ? text.remove(path)
                          : isYaml      ? text.set(path, value)
                                        : text.setScalar(path, value);
        if (!done)
            return tl::unexpected(done.error());
    }
    return text.text();
}

} // namespace meshwright::ui
