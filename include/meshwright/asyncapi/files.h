// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"

#include <compare>
#include <string>
#include <string_view>

namespace meshwright::asyncapi {

/// Where a value stands: a file's path in the workspace (with /) and its bytes.
struct Place
{
    std::string file;
    Range range;

    bool operator==(const Place &) const = default;
    auto operator<=>(const Place &) const = default;
};

/// The documents that references may reach: those of one workspace, never beyond it.
class Files
{
public:
    virtual ~Files() = default;
    /// Null where there is no such file in the workspace (or it can't be read as YAML or JSON).
    virtual yaml::DocumentPtr document(const std::string &file) const = 0;
    /// Whether the file exists, of any kind (.avsc, .proto …).
    virtual bool exists(const std::string &file) const = 0;
    /// The text of a file of any kind; null where it is not there or can't be read.
    virtual Text text(const std::string &file) const = 0;
};

/// Where a reference leads, or why it leads nowhere.
struct Resolution
{
    enum class Status { Found, NoFile, NoTarget, Cycle, Outside, Network, Malformed, Foreign };

    Status status = Status::Malformed;
    std::string file;                 ///< the file it leads to, where that is known
    yaml::DocumentPtr document;       ///< of `file`, when Found
    const yaml::Node *node = nullptr; ///< when Found, and null for a Foreign (non-YAML) file
    std::string message;              ///< why not, and what to do
    /// The file of a further `$ref` on the way where that one, and not this one, leads nowhere.
    std::string brokenIn;
};

/// Follows a `$ref` (RFC 6901 pointer, percent-encoding, relative paths, chains of references).
Resolution resolveReference(const Files &files, const std::string &fromFile,
                            std::string_view reference);

} // namespace meshwright::asyncapi
