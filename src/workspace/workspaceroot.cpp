// SPDX-License-Identifier: Apache-2.0
#include "workspace/workspaceroot.h"

#include "meshwright/text/textfile.h"
#include "meshwright/workspace/settings.h"
#include "meshwright/yaml/document.h"

#include <algorithm>
#include <string_view>
#include <system_error>

namespace meshwright {

namespace {

namespace fs = std::filesystem;

constexpr int mostLevels = 2;

int levelsUp(std::string_view reference)
{
    int levels = 0;
    for (; reference.starts_with("../"); reference.remove_prefix(3))
        ++levels;
    return levels;
}

/// How far up the files lie that are referred to below `node`, where they exist.
int levelsNeeded(const yaml::Node &node, const fs::path &folder)
{
    int levels = 0;
    for (const yaml::Entry &entry : node.entries) {
        levels = std::max(levels, levelsNeeded(*entry.value, folder));
        if (entry.key->value != "$ref" || entry.value->kind != yaml::Kind::Scalar)
            continue;
        const std::string_view reference = entry.value->value;
        std::error_code error;
        if (levelsUp(reference) > levels &&
            fs::is_regular_file(folder / reference.substr(0, reference.find('#')), error))
            levels = levelsUp(reference);
    }
    for (const yaml::Node *item : node.items)
        levels = std::max(levels, levelsNeeded(*item, folder));
    return levels;
}

} // namespace

fs::path rootAround(const fs::path &spec)
{
    std::error_code error;
    for (fs::path folder = spec.parent_path(); folder.has_relative_path();
         folder = folder.parent_path())
        if (fs::is_regular_file(folder / settingsFileName, error))
            return folder;
    fs::path root = spec.parent_path();
    const auto read = readTextFile(spec);
    if (!read || read->text->bytes().find("../") == std::string::npos)
        return root;
    const auto document = yaml::Document::parse(read->text);
    const int levels = document->root() ? levelsNeeded(*document->root(), root) : 0;
    for (int i = 0; i < std::min(levels, mostLevels) && root.has_relative_path(); ++i)
        root = root.parent_path();
    return root;
}

} // namespace meshwright
