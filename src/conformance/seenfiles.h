// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/files.h"

#include <map>
#include <string>

namespace meshwright::conformance {

/// What files were like when a check looked at them; null and false where there is no such file.
struct SeenFile
{
    yaml::DocumentPtr document;
    Text text;
    bool exists = false;

    bool operator==(const SeenFile &) const = default;
};

/// Files that remember which of them were asked for, those that are not there too. For one thread.
class SeenFiles : public asyncapi::Files
{
public:
    explicit SeenFiles(const asyncapi::Files &files)
        : m_files(files)
    {}

    yaml::DocumentPtr document(const std::string &file) const override;
    bool exists(const std::string &file) const override;
    Text text(const std::string &file) const override;

    const std::map<std::string, SeenFile> &seen() const { return m_seen; }

private:
    const SeenFile &look(const std::string &file) const;

    const asyncapi::Files &m_files;
    mutable std::map<std::string, SeenFile> m_seen;
};

SeenFile seenIn(const asyncapi::Files &files, const std::string &file);

} // namespace meshwright::conformance
