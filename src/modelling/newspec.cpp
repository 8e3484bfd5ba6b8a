// SPDX-License-Identifier: Apache-2.0
// A new bounded context: the first text of its spec, judged by the rules before it is written.
#include "meshwright/modelling/newspec.h"

#include "modelling/words.h"

#include "meshwright/lint/lint.h"
#include "meshwright/topology/topicname.h"
#include "meshwright/yaml/write.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace meshwright::modelling {

namespace {

using yaml::Value;
using Entries = Value::Entries;

std::string lastPart(const std::string &id)
{
    return id.substr(id.rfind('.') + 1); // npos + 1 is 0
}

Value message(const NewSpec &wanted)
{
    return Entries{{"name", pascalCase(wanted.type)}, {"payload", Entries{{"type", "object"}}}};
}

/// AsyncAPI 2: `publish` is what the context itself produces.
void addTopic2(Entries &spec, const NewSpec &wanted, const std::string &address)
{
    const Value publish =
        Entries{{"operationId", "publish" + pascalCase(wanted.type)}, {"message", message(wanted)}};
    spec.emplace_back("channels", Entries{{address, Entries{{"publish", publish}}}});
}

void addTopic3(Entries &spec, const NewSpec &wanted, const std::string &address)
{
    const std::string name = pascalCase(wanted.type);
    const std::string key = camelCase(wanted.type);
    const Value channel =
        Entries{{"address", address}, {"messages", Entries{{name, message(wanted)}}}};
    const Value send =
        Entries{{"action", "send"}, {"channel", Entries{{"$ref", "#/channels/" + key}}}};
    spec.emplace_back("channels", Entries{{key, channel}});
    spec.emplace_back("operations", Entries{{"send" + name, send}});
}

std::string textOf(const Workspace &workspace, const NewSpec &wanted)
{
    Entries spec{
        {"asyncapi", wanted.asyncapi},
        {"id", "urn:" + wanted.id.value},
        {"info", Entries{{"title", wanted.title.empty() ? titleFor(wanted.id) : wanted.title},
                         {"version", "0.1.0"}}}};
    if (!wanted.contentType.empty())
        spec.emplace_back("defaultContentType", wanted.contentType);
    const bool isVersion2 = wanted.asyncapi.starts_with("2.");
    if (!wanted.type.empty()) {
        const std::string address =
            shortTopicName(wanted.access, wanted.type, workspace.settings().convention);
        if (isVersion2)
            addTopic2(spec, wanted, address);
        else
            addTopic3(spec, wanted, address);
    } else if (isVersion2) {
        spec.emplace_back("channels", Entries{}); // AsyncAPI 2 requires the key
    }
    return yaml::write(spec);
}

tl::unexpected<Error> invalid(std::string message, const std::string &where)
{
    return tl::unexpected(Error{Error::Code::Invalid, std::move(message), where});
}

Result<void> checkFile(const Workspace &workspace, const std::string &file)
{
    const std::filesystem::path path(file);
    const bool isYaml = path.extension() == ".yaml" || path.extension() == ".yml";
    if (!isYaml || path.stem().empty() || path.stem() == ".")
        return invalid("The file of a spec has a name that ends with .yaml: sales.yaml.", file);
    const bool leaves = path.is_absolute() || std::any_of(path.begin(), path.end(), [](auto &part) {
                            return part == ".." || part == ".";
                        });
    if (leaves)
        return invalid("The file stands within the folder: write its path from there, without "
                       "'..', such as finance/sales.yaml.",
                       file);
    std::error_code ignored;
    if (workspace.file(file) || std::filesystem::exists(workspace.root() / path, ignored))
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "There is a file " + file +
                                        " already, and it stays as it is: choose another name.",
                                    file});
    return {};
}

} // namespace

std::string fileFor(const Workspace &workspace, const ContextId &id)
{
    std::size_t inRoot = 0;
    std::size_t inOwnFolder = 0;
    const auto specs = workspace.specs();
    for (const auto &spec : specs) {
        const std::filesystem::path path(spec->file);
        inRoot += path.has_parent_path() ? 0 : 1;
        inOwnFolder += path.parent_path().filename() == path.stem() ? 1 : 0;
    }
    std::string name = id.value;
    const std::string &organisation = workspace.settings().convention.organisation;
    if (!organisation.empty() && isWithin(name, organisation))
        name.erase(0, organisation.size() + 1);
    const std::string last = lastPart(name);
    if (!specs.empty() && inRoot == specs.size())
        return last + ".yaml";
    std::replace(name.begin(), name.end(), '.', '/');
    return name + (2 * inOwnFolder > specs.size() ? '/' + last : "") + ".yaml";
}

std::string titleFor(const ContextId &id)
{
    std::string title = lastPart(id.value);
    std::replace_if(
        title.begin(), title.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
    if (!title.empty())
        title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
    return title;
}

Result<std::string> newSpecText(const WorkspacePtr &workspace, const NewSpec &wanted)
{
    if (wanted.id.value.empty())
        return invalid("A bounded context has an id: domain and service, such as "
                       "acme.finance.sales.",
                       {});
    if (auto fine = checkFile(*workspace, wanted.file); !fine)
        return tl::unexpected(fine.error());
    const TopologyPtr present = buildTopology(workspace);
    if (const Context *other = present->context(wanted.id))
        return tl::unexpected(Error{Error::Code::Conflict,
                                    other->spec->file + " describes " + wanted.id.value +
                                        " already: choose another id.",
                                    other->spec->file});
    std::string text = textOf(*workspace, wanted);
    const TopologyPtr withIt =
        buildTopology(workspace->withText(wanted.file, makeText(std::string(text))));
    for (const Diagnostic &found : lintFile(*withIt, wanted.file))
        if (found.severity == Severity::Error)
            return invalid(found.message, wanted.file);
    return text;
}

} // namespace meshwright::modelling
