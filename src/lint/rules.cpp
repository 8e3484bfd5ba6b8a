// SPDX-License-Identifier: Apache-2.0
#include "meshwright/conformance/conformance.h"
#include "meshwright/lint/lint.h"
#include "meshwright/lint/rulepage.h"
#include "text/suggestion.h"

#include <algorithm>

namespace meshwright {

namespace {

using enum RuleGroup;
using enum Severity;

std::vector<Rule> sortedRules()
{
    std::vector<Rule> list = {
        {"file/unreadable", AsyncApi, Error, "Every file of the workspace can be read",
         "A file that can't be read may hold a spec: nothing that it owns would be known."},
        {"yaml/syntax", AsyncApi, Error, "The text is well-formed YAML or JSON",
         "After a mistake in the syntax a reader can only guess.", "parser"},
        {"yaml/tab", AsyncApi, Error, "Indentation is made of spaces",
         "YAML forbids tabs in indentation, because their width is not known.", "parser"},
        {"yaml/duplicate-key", AsyncApi, Error, "A mapping has each key once",
         "Readers differ in which of two values they keep.", "parser"},
        {"yaml/unknown-alias", AsyncApi, Error, "An alias names an anchor above it",
         "There is no value to put in its place.", "parser"},
        {"yaml/unknown-tag", AsyncApi, Error, "A tag in '!!' is one of YAML's own",
         "No reader knows what to make of the value.", "parser"},
        {"yaml/recursive-alias", AsyncApi, Error, "No value holds itself",
         "A document that holds itself has no end."},
        {"yaml/several-documents", AsyncApi, Error, "A file holds one document",
         "Tools read the first and drop the rest in silence.", "parser"},
        {"yaml/too-deep", AsyncApi, Error, "Values are nested 200 deep at the most",
         "Deeper nesting is an attack or an accident."},
        {"yaml/too-many-aliases", AsyncApi, Error, "Aliases do not multiply without bound",
         "A few lines of aliases of aliases can fill any memory."},
        {"yaml/too-large", AsyncApi, Error, "A file stays below 64 MiB",
         "Larger ones are no specs that people write."},
        {"yaml/bad-merge", AsyncApi, Error, "A merge key (<<) names a mapping, or a list of them",
         "Nothing else has entries to merge."},
        {"spec/version", AsyncApi, Error, "The AsyncAPI version is 2.0.0–2.6.0, 3.0.0 or 3.1.0",
         "Another version may mean something else by the same words.", "asyncapi-is-asyncapi"},
        {"reference/unresolved", AsyncApi, Error, "A $ref leads to a value",
         "What it stands for is missing from the spec.", "invalid-ref"},
        {"reference/cycle", AsyncApi, Error, "References do not lead back to themselves",
         "A chain of references that comes back has no value at its end."},
        {"reference/outside", AsyncApi, Error, "A $ref stays within the workspace",
         "Files beyond it are not reviewed with it, and a spec from elsewhere must not read them.",
         "invalid-ref"},
        {"reference/not-followed", AsyncApi, Info, "References over the network are not followed",
         "A check must give the same answer offline, and a spec must not make us call anybody."},
        {"schema/file", AsyncApi, Warning, "A schema that no spec refers to is right all the same",
         "Avro and Protobuf files are judged with the specs that use them; the next spec would "
         "find the fault."},
        {"settings/invalid", Conventions, Error, "meshwright.yaml is understood",
         "A setting that is misspelt would silently not hold."},
        {"cleaning/unknown-source", Policies, Error, "A cleaned topic comes from one that is there",
         "Nobody can tell what was cleaned, or whether."},
        {"cleaning/not-read", Policies, Error, "Who cleans a topic reads it",
         "What is not read can't be cleaned: the data comes from somewhere else."},
        {"cleaning/outside-control-plane", Policies, Warning,
         "Cleaning is done by the control plane",
         "Who cleans sees all that the others must not see."},
        {"cleaning/still-marked", Policies, Error, "A cleaned topic has no marked fields",
         "Every principal of the cluster reads what should be gone."},
        {"policy/invalid", Policies, Error, "A policy file is understood",
         "A policy that is misspelt would silently not hold."},
        {"policy/required", Policies, Warning, "Topics have what the policies require",
         "The company's rules hold only where somebody looks at every topic."},
        {"policy/forbidden", Policies, Warning, "Topics have nothing that the policies forbid",
         "The company's rules hold only where somebody looks at every topic."},
        {"policy/overridden", Policies, Info, "A spec says what the policies make of it",
         "Who reads the spec otherwise expects a value that no cluster has."},
        {"policy/conflict", Policies, Warning, "No two policies set one value differently",
         "Only one of them can hold."},
        {"id/missing", Conventions, Error, "A spec has an id",
         "The id names the bounded context, its principal and all that it owns."},
        {"id/malformed", Conventions, Error, "An id is urn: and words separated by dots",
         "Topics, groups and principals are named after it."},
        {"id/organisation", Conventions, Warning, "An id starts with the organisation",
         "Names of one company share their first word."},
        {"id/duplicate", Conventions, Error, "One bounded context, one spec",
         "Two specs with one id would both own the same names."},
        {"id/nested", Conventions, Warning, "No id lies within another",
         "Groups and transactional ids have no keyword: the outer one's prefixes cover the "
         "inner's."},
        {"id/prefix", Conventions, Warning, "No id begins another without a separator",
         "Prefixed ACLs written without a separator leak: acme.sales covers acme.salesforce."},
        {"naming/unknown-keyword", Conventions, Error, "The access keyword is a known one",
         "A misspelt keyword shares a topic with nobody."},
        {"naming/no-keyword", Conventions, Warning, "An owned topic says who may read it",
         "Without a keyword only its owner gets access."},
        {"naming/legacy-form", Conventions, Warning, "Names are written with dots",
         "Kafka has no / in names; the name in the spec should be the one on the cluster."},
        {"naming/pattern", Conventions, Warning, "Topic names follow the pattern",
         "A name tells owner, access and type only where its parts stand in their places."},
        {"naming/infrastructure", Conventions, Warning, "Names say nothing about infrastructure",
         "Data outlives regions, environments and products."},
        {"naming/organisational", Conventions, Warning,
         "Names say nothing about who is responsible",
         "Teams and departments change; what the data is about does not."},
        {"naming/version", Conventions, Warning, "Names have no version in them",
         "A name with a version changes with it, and every reader has to follow."},
        {"naming/format", Conventions, Warning, "Names say nothing about formats",
         "The schema says how messages are written, and may change."},
        {"naming/abbreviation", Conventions, Warning, "Words of the glossary are written out",
         "Two spellings of one word are two words to a search, and to a newcomer."},
        {"naming/style", Conventions, Warning, "Each part of a name is spelt as the settings ask",
         "Names that are spelt alike are found, sorted and typed without a thought."},
        {"suppression/no-reason", Conventions, Warning, "A comment that allows a finding says why",
         "In a year nobody knows whether the reason still holds."},
        {"suppression/unused", Conventions, Info, "A comment that allows a finding has one",
         "What is allowed for nothing would hide the next finding there."},
        {"suppression/unknown-rule", Conventions, Warning,
         "A comment that allows a finding names a rule", "A misspelt rule allows nothing."},
        {"suppression/not-allowed", Conventions, Warning,
         "What keeps a spec out of a plan is mended, not allowed",
         "A cluster would refuse it, or do something else than the spec says."},
        {"topic/duplicate", Conventions, Error, "A topic is declared once, by its one owner",
         "Two declarations contradict each other sooner or later."},
        {"access/unknown-owner", Conventions, Warning, "Somebody here owns what is consumed",
         "A misspelt name reads nothing, for ever."},
        {"access/unknown-topic", Conventions, Error, "The owner of the name has such a topic",
         "The consumer would wait for a topic that nobody makes."},
        {"access/private", Conventions, Error, "Private topics are read by their owner alone",
         "The cluster will refuse every other reader."},
        {"access/no-grant", Conventions, Error, "A protected topic is granted to its readers",
         "The cluster will refuse a reader without a grant."},
        {"access/writes-foreign", Conventions, Error, "Only its owner writes a topic",
         "The cluster will refuse every other writer."},
        {"grant/unknown-context", Conventions, Warning, "A grant names a known context or domain",
         "A misspelt name lets nobody in."},
        {"grant/unread", Conventions, Info, "Somebody here reads by a grant",
         "Access that nobody uses is forgotten, and stays open."},
        {"grant/not-protected", Conventions, Info, "Grants stand on protected topics",
         "Public topics need none, and private ones take none."},
        {"slice/mismatch", Conventions, Warning, "What belongs to a context is named after it",
         "A repository, a package or a group under another name is not found from its topics."},
        {"slice/undeclared", Conventions, Info, "A spec says what belongs to its context",
         "What meshwright.yaml requires can't be checked where nobody says what it is."},
        {"glossary/invalid", Conventions, Error, "The glossary's file is understood",
         "A word or a tag that is misspelt there would silently not hold."},
        {"tag/unknown", Conventions, Warning, "A tag is one of the glossary's",
         "Policies, filters and catalogues go by tags: one that nobody knows is not found."},
        {"kafka/topic-name", Conventions, Error, "Kafka takes the topic's name",
         "Letters, digits, '.', '_' and '-', 249 at the most."},
        {"kafka/name-collision", Conventions, Error, "No two names differ in . and _ alone",
         "A broker refuses the second."},
        {"kafka/partitions", Conventions, Error, "Partitions are a whole number of at least 1",
         "A broker refuses anything else, and partitions never shrink."},
        {"kafka/replicas", Conventions, Error, "Replicas are a whole number from 1 to 32767",
         "A broker refuses anything else."},
        {"kafka/unknown-setting", Conventions, Error, "Topic settings are Kafka's own",
         "A broker refuses a topic with a setting that it doesn't know."},
        {"kafka/removed-setting", Conventions, Warning, "Topic settings exist in Kafka 4",
         "A current broker refuses a topic with a removed setting."},
        {"kafka/setting-value", Conventions, Error, "A setting's value has its type and bounds",
         "A broker refuses the topic."},
    };
    const std::vector<Rule> &ofAsyncApi = conformance::rules();
    list.insert(list.end(), ofAsyncApi.begin(), ofAsyncApi.end());
    std::sort(list.begin(), list.end(), [](const Rule &a, const Rule &b) { return a.id < b.id; });
    return list;
}

} // namespace

const std::vector<Rule> &rules()
{
    static const std::vector<Rule> list = sortedRules();
    return list;
}

const Rule *findRule(std::string_view id)
{
    const std::vector<Rule> &list = rules();
    const auto found = std::lower_bound(
        list.begin(), list.end(), id,
        [](const Rule &rule, std::string_view wanted) { return rule.id < wanted; });
    return found != list.end() && found->id == id ? &*found : nullptr;
}

std::optional<std::string> nearestRule(std::string_view id)
{
    std::vector<std::string> ids;
    for (const Rule &rule : rules())
        ids.emplace_back(rule.id);
    return nearest(id, ids);
}

std::string_view nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Info:
        return "info";
    case Severity::Hint:
        break;
    }
    return "hint";
}

} // namespace meshwright
