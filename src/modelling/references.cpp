// SPDX-License-Identifier: Apache-2.0
#include "modelling/references.h"

#include "asyncapi/referencetext.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

void collect(const std::string &file, const yaml::Node &node, std::vector<Reference> &found)
{
    for (const auto &entry : node.entries) {
        if (entry.key->value == "$ref" && entry.value->kind == yaml::Kind::Scalar)
            if (auto target = asyncapi::referenceTarget(file, entry.value->value))
                found.push_back(
                    {file, entry.value, std::move(target->file), std::move(target->keys)});
        collect(file, *entry.value, found);
    }
    for (const auto *item : node.items)
        collect(file, *item, found);
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
    const auto path = fromFile == toFile
                          ? std::string()
                          : asyncapi::percentEncoded(asyncapi::pathFrom(fromFile, toFile, true));
    return keys.empty() && !path.empty() ? path : path + asyncapi::pointerTo(keys);
}

} // namespace meshwright::modelling
