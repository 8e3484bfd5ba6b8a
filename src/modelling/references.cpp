// SPDX-License-Identifier: Apache-2.0
#include "modelling/references.h"

#include "asyncapi/referencetext.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace meshwright::modelling {

namespace {

std::optional<Reference> readReference(const std::string &file, const yaml::Node &text)
{
    const std::string_view written = text.value;
    if (!asyncapi::schemeOf(written).empty())
        return std::nullopt;
    const auto hash = std::min(written.find('#'), written.size());
    const auto path = asyncapi::percentDecoded(written.substr(0, hash));
    const auto keys = asyncapi::pointerKeys(hash < written.size() ? written.substr(hash + 1)
                                                                  : std::string_view());
    if (!path || !keys)
        return std::nullopt;
    const auto target = path->empty() ? file : asyncapi::relativeTo(file, *path);
    if (!target)
        return std::nullopt;
    return Reference{file, &text, *target, *keys};
}

void collect(const std::string &file, const yaml::Node &node, std::vector<Reference> &found)
{
    for (const auto &entry : node.entries) {
        if (entry.key->value == "$ref" && entry.value->kind == yaml::Kind::Scalar)
            if (auto reference = readReference(file, *entry.value))
                found.push_back(std::move(*reference));
        collect(file, *entry.value, found);
    }
    for (const auto *item : node.items)
        collect(file, *item, found);
}

/// What can't stand in a reference as it is; slashes stay.
std::string percentEncoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F &&
            std::string_view("%#\"<>\\^`{|}").find(c) == std::string_view::npos) {
            encoded += c;
            continue;
        }
        char escape[4];
        std::snprintf(escape, sizeof escape, "%%%02X", static_cast<unsigned>(byte));
        encoded += escape;
    }
    return encoded;
}

} // namespace

bool Reference::leadsInto(const std::string &other, const std::vector<std::string> &into) const
{
    return targetFile == other && keys.size() >= into.size() &&
           std::equal(into.begin(), into.end(), keys.begin());
}

std::vector<Reference> referencesIn(const std::string &file, const yaml::Document &document)
{
    std::vector<Reference> found;
    if (document.root())
        collect(file, *document.root(), found);
    return found;
}

std::vector<Reference> referencesOf(const asyncapi::Files &files, const Workspace &workspace)
{
    std::vector<Reference> found;
    for (const auto &[path, known] : workspace.files()) {
        const auto document = known->document ? files.document(path) : nullptr;
        if (!document || document->text()->bytes().find("$ref") == std::string::npos)
            continue;
        auto some = referencesIn(path, *document);
        found.insert(found.end(), some.begin(), some.end());
    }
    return found;
}

std::string referenceText(const std::string &fromFile, const std::string &toFile,
                          const std::vector<std::string> &keys)
{
    std::string text;
    if (fromFile != toFile) {
        const auto folder = std::filesystem::path(fromFile).parent_path();
        text = std::filesystem::path(toFile).lexically_relative(folder).generic_string();
        if (folder.empty())
            text = toFile;
        text = percentEncoded(text.starts_with("..") ? text : "./" + text);
    }
    if (!keys.empty() || text.empty())
        text += '#';
    for (const auto &key : keys) {
        std::string token;
        for (const char c : key)
            token += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        text += '/' + percentEncoded(token);
    }
    return text;
}

} // namespace meshwright::modelling
