// SPDX-License-Identifier: Apache-2.0
// Any bytes as a workspace of five files that refer to one another: every $ref of every file is
// followed, and then all is judged. Whatever a reference says, the only names that are looked up
// are paths inside the workspace.
#include "fuzz/findings.h"
#include "fuzz/texts.h"
#include "meshwright/asyncapi/files.h"
#include "meshwright/asyncapi/spec.h"

#include <array>
#include <cstdlib>
#include <map>

using namespace meshwright;
using asyncapi::Resolution;

namespace {

constexpr std::array names{"shop/api.yaml", "shop/types.yaml", "lib/key.avsc", "lib/draft.proto",
                           "root.json"};

/// Ends the program where a path would not stay inside of a folder that it is appended to.
void verifyInside(std::string_view path)
{
    if (path.empty() || path.find('\0') != std::string_view::npos)
        std::abort();
    while (true) {
        const auto slash = std::min(path.find('/'), path.size());
        const auto part = path.substr(0, slash);
        if (part.empty() || part == "." || part == "..")
            std::abort();
        if (slash == path.size())
            return;
        path.remove_prefix(slash + 1);
    }
}

/// The files of a workspace, none of which is asked for by a name that leads out of it.
class GuardedFiles : public asyncapi::Files
{
public:
    explicit GuardedFiles(const asyncapi::Files &files)
        : m_files(files)
    {}

    yaml::DocumentPtr document(const std::string &file) const override
    {
        verifyInside(file);
        return m_files.document(file);
    }

    bool exists(const std::string &file) const override
    {
        verifyInside(file);
        return m_files.exists(file);
    }

    Text text(const std::string &file) const override
    {
        verifyInside(file);
        return m_files.text(file);
    }

private:
    const asyncapi::Files &m_files;
};

void follow(const GuardedFiles &files, const std::string &file, const yaml::Node &reference)
{
    const Resolution found = asyncapi::resolveReference(files, file, *reference.scalarText());
    const bool isFine =
        found.status == Resolution::Status::Found || found.status == Resolution::Status::Foreign;
    if (isFine ? !files.exists(found.file) : found.message.empty())
        std::abort();
    if ((found.status == Resolution::Status::Found) != (found.document && found.node))
        std::abort();
}

void followAll(const GuardedFiles &files, const std::string &file, const yaml::Node &node)
{
    for (const yaml::Entry &entry : node.entries) {
        if (entry.key->scalarText() == "$ref" && entry.value->scalarText())
            follow(files, file, *entry.value);
        followAll(files, file, *entry.value);
    }
    for (const yaml::Node *item : node.items)
        followAll(files, file, *item);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto parts = fuzz::texts(data, size, names.size());
    std::map<std::string, std::string> texts;
    for (std::size_t i = 0; i < names.size(); ++i)
        texts.emplace(names[i], parts[i]);
    const auto workspace = Workspace::fromTexts(texts);
    const GuardedFiles files(*workspace);
    for (const auto &[path, file] : workspace->files()) {
        if (!file->document || !file->document->root())
            continue;
        followAll(files, path, *file->document->root());
        asyncapi::readSpec(files, path, file->document);
    }
    fuzz::verify(*workspace, lint(*buildTopology(workspace)));
    return 0;
}
