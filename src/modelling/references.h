// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelling/draft.h"

#include "meshwright/yaml/node.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::modelling {

/// A `$ref` of a file of the workspace, and where it points: a file, and keys from its root.
struct Reference
{
    std::string file;
    const yaml::Node *text = nullptr; ///< the scalar
    std::string targetFile;
    std::vector<std::string> keys;

    /// Whether it points to these keys, or deeper.
    bool leadsInto(const std::string &other, const std::vector<std::string> &into) const;
};

/// The references of all files (or of one) that point into the workspace, broken or not.
std::vector<Reference> referencesOf(const asyncapi::Files &files, const Workspace &workspace);
std::vector<Reference> referencesIn(const std::string &file, const yaml::Document &document);

/// `#/channels/a~1b`, `../shop/shop.yaml#/components/messages/Order`: the way to keys of `toFile`,
/// as it is written in `fromFile`.
std::string referenceText(const std::string &fromFile, const std::string &toFile,
                          const std::vector<std::string> &keys);

} // namespace meshwright::modelling
