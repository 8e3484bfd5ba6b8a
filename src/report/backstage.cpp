// SPDX-License-Identifier: Apache-2.0
// Backstage's catalog-info.yaml. Source: Backstage's descriptor format and its entity validators.
#include "asyncapi/referencetext.h"
#include "cataloguenames.h"
#include "flowtext.h"
#include "mdxtext.h"

#include "meshwright/report/catalogues.h"
#include "meshwright/topology/contact.h"
#include "meshwright/yaml/write.h"

#include <algorithm>

namespace meshwright::report {

namespace {

using Entries = yaml::Value::Entries;
using Items = yaml::Value::Items;
using Names = std::map<std::string, std::string>;

constexpr std::size_t longestName = 63;
constexpr const char *nobody = "unknown"; // an owner and a lifecycle are required

/// Of [a-z0-9:+#] and single hyphens between them; empty where nothing is left.
std::string tagFrom(const std::string &text)
{
    std::string tag;
    for (const char c : text) {
        const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') ||
            std::string_view(":+#").find(low) != std::string_view::npos)
            tag += low;
        else if (!tag.empty() && !tag.ends_with('-'))
            tag += '-';
    }
    tag = tag.substr(0, longestName);
    while (tag.ends_with('-'))
        tag.pop_back();
    return tag;
}

Items tagsOf(const asyncapi::Spec &spec)
{
    std::set<std::string> tags;
    for (const asyncapi::Tag &tag : spec.tags)
        if (!tag.name.value.starts_with(grantPrefix))
            if (const std::string made = tagFrom(tag.name.value); !made.empty())
                tags.insert(made);
    Items items;
    for (const std::string &tag : tags)
        items.emplace_back(tag);
    return items;
}

/// Backstage resolves `$text` as an address.
std::string addressOf(const std::string &path)
{
    std::string address;
    for (const char c : asyncapi::percentEncoded(path))
        address += c == '?' ? std::string("%3F") : std::string(1, c);
    return address;
}

bool isWebAddress(const std::string &url)
{
    const bool isWeb = url.starts_with("https://") || url.starts_with("http://");
    return isWeb &&
           std::all_of(url.begin(), url.end(),
                       [](char c) {
                           return c > ' ' && c != '\x7f' &&
                                  std::string_view("<>\"\\^`{|}[]").find(c) ==
                                      std::string_view::npos;
                       }) &&
           url.find_first_not_of('/', url.find(':') + 1) != std::string::npos;
}

class Catalogue
{
public:
    Catalogue(const Topology &topology, std::string toSpecs)
        : m_topology(topology)
        , m_toSpecs(std::move(toSpecs))
    {
        std::set<std::string> contexts;
        std::set<std::string> domains;
        std::set<std::string> owners;
        for (const Context &context : topology.contexts) {
            contexts.insert(context.id.value);
            domains.insert(context.domain);
            if (const Contact contact = contactOf(*context.spec); !contact.label().empty())
                owners.insert(contact.label());
        }
        m_contexts = catalogueNames(contexts, longestName);
        m_domains = catalogueNames(domains, longestName);
        m_groups = catalogueNames(owners, longestName);
    }

    std::string text()
    {
        for (const auto &[domain, name] : m_domains)
            addDomain(domain, name);
        for (const auto &[owner, name] : m_groups)
            addGroup(owner, name);
        for (const Context &context : m_topology.contexts)
            addContext(context);
        return std::move(m_text);
    }

private:
    void add(const char *kind, Entries metadata, Entries spec)
    {
        m_text += (m_text.empty() ? "" : "---\n") +
                  yaml::write(Entries{{"apiVersion", "backstage.io/v1alpha1"},
                                      {"kind", kind},
                                      {"metadata", std::move(metadata)},
                                      {"spec", std::move(spec)}});
    }

    static void addText(Entries &entries, const char *key, const std::string &text)
    {
        if (const std::string line = firstParagraph(text); !line.empty())
            entries.emplace_back(key, yaml::Quoted{line});
    }

    std::string groupOf(const Context &context) const
    {
        const Contact contact = contactOf(*context.spec);
        const auto group = m_groups.find(contact.label());
        return group == m_groups.end() ? nobody : group->second;
    }

    /// The one that owns all of its contexts.
    std::string ownerOfDomain(const std::string &domain) const
    {
        std::set<std::string> owners;
        for (const Context &context : m_topology.contexts)
            if (context.domain == domain)
                owners.insert(groupOf(context));
        return owners.size() == 1 ? *owners.begin() : nobody;
    }

    void addDomain(const std::string &domain, const std::string &name)
    {
        Entries metadata{{"name", yaml::Quoted{name}}};
        addText(metadata, "title", domain);
        add("Domain", std::move(metadata), {{"owner", yaml::Quoted{ownerOfDomain(domain)}}});
    }

    void addGroup(const std::string &owner, const std::string &name)
    {
        Entries metadata{{"name", yaml::Quoted{name}}};
        addText(metadata, "title", owner);
        Entries profile;
        for (const Context &context : m_topology.contexts) {
            const Contact contact = contactOf(*context.spec);
            if (contact.label() != owner)
                continue;
            addText(profile, "displayName", owner);
            addText(profile, "email", contact.email);
            if (isWebAddress(contact.url))
                metadata.emplace_back("links", Items{Entries{{"url", yaml::Quoted{contact.url}}}});
            break;
        }
        add("Group", std::move(metadata),
            {{"type", "team"}, {"profile", std::move(profile)}, {"children", Items{}}});
    }

    Entries metadataOf(const Context &context) const
    {
        Entries metadata{{"name", yaml::Quoted{m_contexts.at(context.id.value)}}};
        addText(metadata, "title",
                context.spec->title.empty() ? context.id.value : context.spec->title);
        addText(metadata, "description", context.spec->description);
        metadata.emplace_back("annotations",
                              Entries{{"meshwright/id", yaml::Quoted{printable(context.id.value)}},
                                      {"meshwright/spec", yaml::Quoted{context.spec->file}}});
        if (Items tags = tagsOf(*context.spec); !tags.empty())
            metadata.emplace_back("tags", std::move(tags));
        return metadata;
    }

    Items consumedBy(const Context &context) const
    {
        std::set<std::string> owners;
        for (const Consumption *reading : m_topology.consumptionsOf(context.id))
            if (reading->declaration().receives() && reading->owner &&
                m_contexts.contains(reading->owner->value))
                owners.insert(m_contexts.at(reading->owner->value));
        Items items;
        for (const std::string &owner : owners)
            items.emplace_back(yaml::Quoted{owner});
        return items;
    }

    void addContext(const Context &context)
    {
        const yaml::Quoted name{m_contexts.at(context.id.value)};
        const yaml::Quoted owner{groupOf(context)};
        add("System", metadataOf(context),
            {{"owner", owner}, {"domain", yaml::Quoted{m_domains.at(context.domain)}}});
        Entries component{{"type", "service"},
                          {"lifecycle", nobody},
                          {"owner", owner},
                          {"system", name},
                          {"providesApis", Items{name}}};
        if (Items consumed = consumedBy(context); !consumed.empty())
            component.emplace_back("consumesApis", std::move(consumed));
        add("Component", metadataOf(context), std::move(component));
        const std::string path = m_toSpecs + '/' + addressOf(context.spec->file);
        add("API", metadataOf(context),
            {{"type", "asyncapi"},
             {"lifecycle", nobody},
             {"owner", owner},
             {"system", name},
             {"definition", Entries{{"$text", yaml::Quoted{path}}}}});
    }

    const Topology &m_topology;
    std::string m_toSpecs;
    Names m_contexts;
    Names m_domains;
    Names m_groups;
    std::string m_text;
};

} // namespace

std::string backstageCatalogue(const Topology &topology, const std::string &toSpecs)
{
    return Catalogue(topology, addressOf(toSpecs)).text();
}

std::string wayToSpecs(const Topology &topology, const std::filesystem::path &file)
{
    std::error_code fault;
    const auto folder = std::filesystem::absolute(file, fault).parent_path();
    const auto way = std::filesystem::proximate(topology.workspace->root(), folder, fault);
    const std::string text = fault ? std::string() : way.generic_string();
    if (text.empty() || text == ".")
        return ".";
    return text.starts_with("../") || text == ".." || text.starts_with('/') ? text : "./" + text;
}

} // namespace meshwright::report
