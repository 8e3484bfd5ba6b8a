// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/files.h"
#include "meshwright/diagnostic.h"
#include "meshwright/yaml/document.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

/// What belongs to a context besides its spec, and how it is named after it (`slices`).
struct SliceItem
{
    std::string name;      ///< repository
    std::string field;     ///< where a spec declares it, under `info` or at its root: x-repository
    std::string pattern;   ///< what stands there; empty: anything
    bool isPrefix = false; ///< longer names below it are right as well
    bool isRequired = false; ///< a spec that does not declare it is told

    bool operator==(const SliceItem &) const = default;
};

inline constexpr std::array<std::string_view, 4> slicePlaceholders{"[organisation]", "[domain]",
                                                                   "[service]", "[id]"};
/// What is looked at where meshwright.yaml says nothing.
std::vector<SliceItem> usualSlices();

/// A word of the company.
struct GlossaryTerm
{
    std::string term;
    std::string description;
    std::string owner; ///< who answers for it
    std::vector<std::string> synonyms;
    std::string context; ///< or domain, where it means this; empty: everywhere
    asyncapi::Place place;

    bool operator==(const GlossaryTerm &) const = default;
};

/// A tag that specs may use.
struct GlossaryTag
{
    std::string name;
    std::string description;
    std::string classification;
    asyncapi::Place place;

    bool operator==(const GlossaryTag &) const = default;
};

struct Glossary
{
    std::string file; ///< that holds it: the settings', or one of its own
    std::vector<GlossaryTerm> terms;
    std::vector<GlossaryTag> tags;
};

/// How careful to be before a write: see docs/settings.md.
enum class Guard { Dev, Confirm, Prod };

/// How the schema registry of an environment is reached (`registry`).
struct RegistrySettings
{
    std::string url; ///< http(s)://host:port/path, without credentials
    /// `username`, `password`, `token`, `ca`, `certificate`, `key`, `keyPassword`; secrets are
    /// references.
    std::map<std::string, std::string> security;
    std::string compatibility; ///< the level of a subject that no spec gives one; empty: its own
    asyncapi::Place place;

    bool operator==(const RegistrySettings &) const = default;
};

/// What a plan may delete (`deletes`), and how much of it.
struct DeleteSettings
{
    std::vector<std::string>
        kinds;           ///< that need not be asked for: topics, access, settings, schemas
    std::size_t cap = 5; ///< items; beyond it, and beyond the share, nothing is applied
    double share = 0.1;  ///< of what the contexts own

    bool operator==(const DeleteSettings &) const = default;
};

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
    std::optional<RegistrySettings> registry;
    DeleteSettings deletes;
    std::vector<std::string> protectedTopics; ///< names, `*` for any letters: never deleted
    bool isReadOnly = false;                  ///< nothing is ever written to it
    std::string unverifiedTlsReason; ///< why its certificates are not verified; empty: they are
    int driftMinutes = 0;            ///< how often drift is looked for; 0: when asked
    /// What the brokers' own files say and no request can read: `super.users`, and
    /// `allow.everyone.if.no.acl.found`.
    std::vector<std::string> superUsers;
    bool everybodyWithoutAcls = false;
    bool legacyIdempotentWrite = false;
    bool compatSpecmesh = false;
    asyncapi::Place place;

    bool operator==(const Environment &) const = default;
};

/// What a month on a cluster costs (`costs` in meshwright.yaml).
struct PriceList
{
    std::string currency;
    std::optional<double> partition; ///< of one partition; each replica is one more
    std::optional<double> gibibyte;  ///< of one that is kept; each replica is one more
    std::string environment;         ///< that is reckoned for where no other is asked; may be empty

    bool operator==(const PriceList &) const = default;
};

/// A file that the settings name: a path from the workspace's folder, `../` allowed, or
/// `builtin:…`.
struct IncludedFile
{
    std::string path; ///< normal, with /
    asyncapi::Place place;
};

struct Settings
{
    yaml::DocumentPtr document; ///< of meshwright.yaml; null where there is none
    Convention convention;
    std::vector<std::string> controlPlane; ///< domains drawn apart
    std::vector<IncludedFile> policies;    ///< policy files, in the order of their weight
    Glossary glossary;
    std::optional<IncludedFile> glossaryFile; ///< none where the settings hold it themselves
    std::string terminology = "terminology";  ///< what a domain's context of shared terms is called
    std::vector<SliceItem> slices = usualSlices();
    bool advice = true;                     ///< whether rules of advice say anything
    std::vector<std::string> skippedAdvice; ///< rules of advice that don't
    std::vector<SeverityChoice> severities; ///< as written; rules of the room `lint` judge them
    ForbiddenWords forbiddenWords;
    std::vector<Environment> environments; ///< in the file's order
    std::optional<PriceList> costs;

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
