// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/catalogues.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>

namespace meshwright::report {

namespace {

Error faultOf(Error::Code code, const std::string &message, const std::filesystem::path &path)
{
    return Error{code, message, path.string()};
}

std::set<std::string> foldersOf(const FileTree &files)
{
    std::set<std::string> folders;
    for (const auto &[path, bytes] : files)
        folders.insert(path.substr(0, path.find('/')));
    return folders;
}

} // namespace

bool staysInside(const std::filesystem::path &path)
{
    const auto normal = path.lexically_normal();
    return !path.empty() && !path.has_root_path() && !normal.empty() && *normal.begin() != ".." &&
           std::none_of(path.begin(), path.end(), [](const auto &part) { return part == ".."; });
}

Result<void> writeTree(const FileTree &files, const std::filesystem::path &folder)
{
    for (const auto &[path, bytes] : files)
        if (!staysInside(path))
            return tl::unexpected(faultOf(Error::Code::Invalid,
                                          "Nothing is written, for this would be a file outside of "
                                          "the folder: look at the names that it comes from.",
                                          path));
    std::error_code fault;
    for (const std::string &name : foldersOf(files))
        if (std::filesystem::exists(folder / name, fault) &&
            !std::filesystem::is_empty(folder / name, fault))
            return tl::unexpected(faultOf(Error::Code::Conflict,
                                          "The folder '" + name +
                                              "' is there already, and what it holds would be "
                                              "mixed up with what is written: remove it first, or "
                                              "choose another place.",
                                          folder / name));
    for (const auto &[path, bytes] : files) {
        const auto file = folder / path;
        std::filesystem::create_directories(file.parent_path(), fault);
        if (fault)
            return tl::unexpected(faultOf(Error::Code::Io,
                                          "The folder could not be made: " + fault.message() + '.',
                                          file.parent_path()));
        std::ofstream out(file, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out)
            return tl::unexpected(faultOf(Error::Code::Io, "The file could not be written.", file));
    }
    return {};
}

} // namespace meshwright::report
