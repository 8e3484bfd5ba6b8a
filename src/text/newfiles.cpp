// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/newfiles.h"

#include <system_error>
#include <vector>

namespace meshwright {

namespace {

namespace fs = std::filesystem;

class Writing
{
public:
    explicit Writing(FileCalls &calls)
        : m_calls(calls)
    {}

    Result<void> write(const fs::path &path, const std::string &bytes)
    {
        if (auto made = makeFolder(path.parent_path()); !made)
            return made;
        auto written = writeFileAtomically(path, bytes, m_calls);
        if (written)
            m_files.push_back(path);
        return written;
    }

    /// What can't be taken away is named.
    Error undone(Error error) const
    {
        std::error_code fault;
        for (const auto &file : m_files)
            if (!fs::remove(file, fault) && fault)
                error.message +=
                    " What was written before it could not be taken away: " + file.string() + '.';
        for (auto folder = m_folders.rbegin(); folder != m_folders.rend(); ++folder)
            fs::remove(*folder, fault); // only where it is empty
        return error;
    }

private:
    Result<void> makeFolder(const fs::path &folder)
    {
        std::error_code fault;
        if (folder.empty() || fs::is_directory(folder, fault))
            return {};
        if (auto made = makeFolder(folder.parent_path()); !made)
            return made;
        if (fs::create_directory(folder, fault))
            m_folders.push_back(folder);
        if (!fault)
            return {};
        return tl::unexpected(Error{Error::Code::Io,
                                    "The folder could not be made: " + fault.message() + '.',
                                    folder.string()});
    }

    FileCalls &m_calls;
    std::vector<fs::path> m_files;
    std::vector<fs::path> m_folders; ///< that were made, each after those around it
};

} // namespace

Result<void> writeNewFiles(const NewFiles &files, FileCalls &calls)
{
    std::error_code fault;
    for (const auto &[path, bytes] : files)
        if (fs::exists(fs::symlink_status(path, fault)))
            return tl::unexpected(Error{Error::Code::Conflict,
                                        "There is such a file already, and it stays as it is: "
                                        "choose another place.",
                                        path.string()});
    Writing writing(calls);
    for (const auto &[path, bytes] : files)
        if (auto written = writing.write(path, bytes); !written)
            return tl::unexpected(writing.undone(std::move(written.error())));
    return {};
}

} // namespace meshwright
