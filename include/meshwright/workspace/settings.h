// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/files.h"
#include "meshwright/diagnostic.h"
#include "meshwright/yaml/document.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meshwright {

enum class Access { Public, Protected, Private };

std::string_view nameOf(Access access); ///< public, protected, private

/// Where a pattern has the keyword of access: `_public.acme.shop.order`, `acme.shop._public.order`,
/// `acme.shop.order._public`.
enum class KeywordPlace { InFront, BehindContext, AtEnd };

/// How one part of a name is spelt.
struct PartStyle
{
    enum class Kind { Snake, Kebab, Camel, Lower, OneOf, Expression };

    Kind kind = Kind::Lower;
    std::vector<std::string> words; ///< OneOf
    std::string expression;         ///< of JSON Schema's dialect; the whole part has to match

    bool operator==(const PartStyle &) const = default;
};

/// The naming and access convention of a company (`naming` in meshwright.yaml).
struct Convention
{
    std::string organisation; ///< may be empty
    std::string pattern = "[domain].[service].[access].[type]";
    std::string publicKeyword = "_public";
    std::string protectedKeyword = "_protected";
    std::string privateKeyword = "_private";
    std::map<std::string, PartStyle> partStyles; ///< by `domain`, `service`, `type`

    bool operator==(const Convention &) const = default;
    const std::string &keyword(Access access) const;
    std::optional<Access> accessOf(std::string_view keyword) const;
    KeywordPlace keywordPlace() const;
};

/// The company's own words that names must not have, by the pitfall that they are.
struct ForbiddenWords
{
    std::vector<std::string> infrastructure;
    std::vector<std::string> organisational;
    std::vector<std::string> version;
    std::vector<std::string> format;
    std::vector<std::string> abbreviation;
};

/// What `checks.severity` says of a rule; nothing: it is switched off.
struct SeverityChoice
{
    std::string rule;
    std::optional<Severity> severity;
    Range rulePlace;
    Range place;
};

struct GlossaryTerm
{
    std::string term;
    std::string description;
    asyncapi::Place place;
};

/// How careful to be before a write: see docs/settings.md.
enum class Guard { Dev, Confirm, Prod };

/// A named target. Secrets are only ever references here: ${env:NAME}, ${file:PATH},
/// ${keychain:NAME}; they are resolved when a connector opens, and never written anywhere.
struct Environment
{
    std::string name;
    std::string connector = "kafka"; ///< kafka or sandbox
    Guard guard = Guard::Confirm;
    std::string bootstrap;
    std::map<std::string, std::string> security; ///< protocol, mechanism, username, password, ca …
    std::map<std::string, std::string> properties;    ///< further client properties (`settings`)
    std::map<std::string, std::string> principals;    ///< domain id → User:…
    std::optional<int> partitions;                    ///< for topics that leave it out
    std::optional<int> replicas;                      ///< overrides
    std::map<std::string, std::string> topicSettings; ///< overrides for every topic
    std::string expectedClusterId;
    bool legacyIdempotentWrite = false;
    bool compatSpecmesh = false;
    asyncapi::Place place;

    bool operator==(const Environment &) const = default;
};

struct Settings
{
    yaml::DocumentPtr document; ///< of meshwright.yaml; null where there is none
    Convention convention;
    std::vector<std::string> controlPlane; ///< domains drawn apart
    std::vector<GlossaryTerm> glossary;
    bool advice = true;                     ///< whether rules of advice say anything
    std::vector<std::string> skippedAdvice; ///< rules of advice that don't
    std::vector<SeverityChoice> severities; ///< as written; rules of the room `lint` judge them
    ForbiddenWords forbiddenWords;
    std::vector<Environment> environments; ///< in the file's order

    const Environment *environment(std::string_view name) const;
};

/// What is wrong with meshwright.yaml.
struct SettingsProblem
{
    std::string message;
    Range range;
    bool isError = true;
};

/// The settings in `document` (null: the defaults), and what is wrong with them.
Settings readSettings(const yaml::DocumentPtr &document, std::vector<SettingsProblem> &problems);

inline constexpr const char *settingsFileName = "meshwright.yaml";

} // namespace meshwright
