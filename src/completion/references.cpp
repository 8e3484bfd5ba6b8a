// SPDX-License-Identifier: Apache-2.0
// Where a `$ref` can lead: by what may stand at its place, in this file and in others.
#include "asyncapi/referencetext.h"
#include "completion/offers.h"

#include <algorithm>
#include <filesystem>

namespace meshwright::completion {

namespace {

using Path = std::vector<std::string>;

/// Sections of a document, by the object that their values are.
struct Section
{
    std::string_view object;
    Path path;
};

const std::vector<Section> &sections()
{
    static const std::vector<Section> all{
        {"Channel", {"channels"}},
        {"Channel", {"components", "channels"}},
        {"Server", {"servers"}},
        {"Server", {"components", "servers"}},
        {"Server variable", {"components", "serverVariables"}},
        {"Operation", {"components", "operations"}},
        {"Operation trait", {"components", "operationTraits"}},
        {"Operation reply", {"components", "replies"}},
        {"Operation reply address", {"components", "replyAddresses"}},
        {"Parameter", {"components", "parameters"}},
        {"Message", {"components", "messages"}},
        {"Message trait", {"components", "messageTraits"}},
        {"Schema", {"components", "schemas"}},
        {"Schema", {"definitions"}},
        {"Schema", {"$defs"}},
        {"Correlation id", {"components", "correlationIds"}},
        {"Tag", {"components", "tags"}},
        {"External documentation", {"components", "externalDocs"}},
        {"Security scheme", {"components", "securitySchemes"}},
    };
    return all;
}

std::string escapedToken(std::string_view token)
{
    std::string text;
    for (const char c : token) {
        if (c == '~')
            text += "~0";
        else if (c == '/')
            text += "~1";
        else if (c == '%' || c == ' ' || c == '"' || c == '{' || c == '}') {
            constexpr std::string_view digits = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(c);
            text += {'%', digits[byte >> 4U], digits[byte & 15U]};
        } else
            text += c;
    }
    return text;
}

std::string pointer(const Path &path)
{
    std::string text = "#";
    for (const std::string &token : path)
        text += "/" + escapedToken(token);
    return text;
}

std::string aboutOf(const yaml::Node &value)
{
    for (const char *key : {"description", "summary", "title", "address"})
        if (const yaml::Node *text = value.find(key))
            if (const auto words = text->scalarText(); words && !words->empty())
                return std::string(*words);
    return {};
}

class References
{
public:
    References(const Site &site, Offers &offers)
        : m_site(site)
        , m_offers(offers)
        , m_objects(site.expected.objects)
    {}

    void add()
    {
        std::erase(m_objects, "Reference");
        const auto hash = m_site.caret.typed.find('#');
        if (hash != std::string::npos && hash > 0)
            return addOf(m_site.caret.typed.substr(0, hash));
        if (!addOfOperation())
            addSections(m_site.whole(), "");
        addFiles();
    }

private:
    bool fits(std::string_view object) const
    {
        return std::find(m_objects.begin(), m_objects.end(), object) != m_objects.end();
    }

    void add(const std::string &file, const Path &path, const yaml::Node &value,
             std::string_view object)
    {
        Offer offer;
        offer.text = file + pointer(path);
        offer.kind = Kind::Reference;
        offer.detail = object;
        offer.documentation = note(std::string(object), path.back(), aboutOf(value));
        m_offers.push_back(std::move(offer));
    }

    void addSection(const yaml::Document &document, const std::string &file, const Section &section)
    {
        const yaml::Node *values = document.find(section.path);
        if (!values || !values->isMapping())
            return;
        const Path ownPath = file.empty() ? m_site.path : Path();
        for (const yaml::Entry &entry : values->resolved().entries) {
            Path path = section.path;
            path.emplace_back(entry.key->resolved().value);
            if (path != ownPath) // a thing that is itself
                add(file, path, *entry.value, section.object);
        }
    }

    void addSections(const yaml::Document &document, const std::string &file)
    {
        for (const Section &section : sections())
            if (fits(section.object))
                addSection(document, file, section);
    }

    /// AsyncAPI 3: operations know channels of the document itself, and messages of their channel.
    bool addOfOperation()
    {
        const Path &path = m_site.path;
        if (m_site.major != 3 || path.size() < 3 || path[0] != "operations")
            return false;
        const bool isChannel = path.back() == "channel";
        const bool isMessage = path.size() > 3 && path[path.size() - 2] == "messages";
        if (isChannel)
            addSection(m_site.whole(), "", {"Channel", {"channels"}});
        else if (isMessage)
            addMessagesOf(Path(path.begin(), path.end() - 2));
        return isChannel || isMessage;
    }

    /// Of the channel that an operation, or its reply, names; of all where it names none.
    void addMessagesOf(Path user)
    {
        user.insert(user.end(), {"channel", "$ref"});
        const yaml::Node *named = m_site.document.find(user);
        const std::string channel = named ? std::string(named->scalarText().value_or("")) : "";
        const yaml::Node *channels = m_site.whole().find({"channels"});
        if (!channels || !channels->isMapping())
            return;
        for (const yaml::Entry &entry : channels->resolved().entries) {
            const Path path{"channels", entry.key->resolved().text()};
            if (channel.empty() || channel == pointer(path))
                addSection(m_site.whole(), "", {"Message", {path[0], path[1], "messages"}});
        }
    }

    /// What another file has, or this one by its own name.
    void addOf(const std::string &typedFile)
    {
        namespace fs = std::filesystem;
        const std::string file =
            (fs::path(m_site.file).parent_path() / typedFile).lexically_normal().generic_string();
        const yaml::DocumentPtr document = m_site.workspace().document(file);
        if (document)
            addSections(*document, typedFile);
    }

    bool hasFitting(const WorkspaceFile &file) const
    {
        return std::any_of(sections().begin(), sections().end(), [&](const Section &section) {
            return fits(section.object) && file.document && file.document->find(section.path);
        });
    }

    void addFiles()
    {
        const bool takesSchema = fits("Schema") || fits("Avro schema") || m_objects.empty();
        for (const auto &[path, file] : m_site.workspace().files()) {
            if (path == m_site.file || path == settingsFileName)
                continue;
            const bool isSchema = takesSchema && !file->isSpec;
            if (isSchema)
                addFile(path, "", "schema");
            else if (hasFitting(*file))
                addFile(path, "#/", file->isSpec ? "spec" : "file");
        }
    }

    void addFile(const std::string &path, const std::string &suffix, const std::string &what)
    {
        Offer offer;
        offer.text = asyncapi::pathFrom(m_site.file, path, false) + suffix;
        offer.kind = Kind::File;
        offer.detail = what;
        offer.documentation = note("File", path, {});
        offer.goesOn = !suffix.empty();
        m_offers.push_back(std::move(offer));
    }

    const Site &m_site;
    Offers &m_offers;
    std::vector<std::string> m_objects;
};

} // namespace

void addReferences(const Site &site, Offers &offers)
{
    const bool isReference = !site.isKey && site.expected.field &&
                             site.expected.field->field == "$ref" && !site.path.empty();
    if (isReference)
        References(site, offers).add();
}

} // namespace meshwright::completion
