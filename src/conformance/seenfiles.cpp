// SPDX-License-Identifier: Apache-2.0
#include "conformance/seenfiles.h"

namespace meshwright::conformance {

SeenFile seenIn(const asyncapi::Files &files, const std::string &file)
{
    return {files.document(file), files.text(file), files.exists(file)};
}

const SeenFile &SeenFiles::look(const std::string &file) const
{
    const auto known = m_seen.find(file);
    if (known != m_seen.end())
        return known->second;
    return m_seen.emplace(file, seenIn(m_files, file)).first->second;
}

yaml::DocumentPtr SeenFiles::document(const std::string &file) const
{
    return look(file).document;
}

bool SeenFiles::exists(const std::string &file) const
{
    return look(file).exists;
}

Text SeenFiles::text(const std::string &file) const
{
    return look(file).text;
}

} // namespace meshwright::conformance
