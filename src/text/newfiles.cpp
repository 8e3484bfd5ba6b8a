// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/newfiles.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

namespace meshwright {

namespace {

namespace fs = std::filesystem;

class Writing
{
public:
    Writing(const NewFiles &replaced, FileCalls &calls)
        : m_replaced(replaced)
        , m_calls(calls)
    {}

    /// Whether the file may be written.
    Result<void> look(const fs::path &path) const
    {
        std::error_code fault;
        const bool isThere = fs::exists(fs::symlink_status(path, fault));
        const auto known = m_replaced.find(path);
        if (known == m_replaced.end())
            return isThere ? tl::unexpected(alreadyThere(path)) : Result<void>();
        std::ifstream in(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        if (!in.bad() && in.is_open() && bytes == known->second)
            return {};
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "It was changed by now, and stays as it is: do it again.",
                                    path.string()});
    }

    Result<void> write(const fs::path &path, const std::string &bytes)
    {
        if (auto free = look(path); !free)
            return free;
        if (auto made = makeFolder(path.parent_path()); !made)
            return made;
        auto written = m_replaced.contains(path) ? writeFileAtomically(path, bytes, m_calls)
                                                 : createFileAtomically(path, bytes, m_calls);
        if (written)
            m_files.push_back(path);
        return written;
    }

    /// What can't be taken away is named.
    Error undone(Error error) const
    {
        std::error_code fault;
        for (const auto &file : m_files) {
            const auto old = m_replaced.find(file);
            const bool isUndone =
                old == m_replaced.end()
                    ? fs::remove(file, fault) || !fault
                    : writeFileAtomically(file, old->second, systemFileCalls()).has_value();
            if (!isUndone)
                error.message +=
                    " What was written before it could not be taken back: " + file.string() + '.';
        }
        std::for_each(m_folders.rbegin(), m_folders.rend(), [&](const auto &folder) {
            fs::remove(folder, fault); // only where it is empty
        });
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

    const NewFiles &m_replaced;
    FileCalls &m_calls;
    std::vector<fs::path> m_files;
    std::vector<fs::path> m_folders; ///< that were made, each after those around it
};

} // namespace

Result<void> writeNewFiles(const NewFiles &files, FileCalls &calls)
{
    return writeFiles(files, {}, calls);
}

Result<void> writeFiles(const NewFiles &files, const NewFiles &replaced, FileCalls &calls)
{
    Writing writing(replaced, calls);
    for (const auto &[path, bytes] : files)
        if (auto free = writing.look(path); !free)
            return free;
    for (const auto &[path, bytes] : files)
        if (auto written = writing.write(path, bytes); !written)
            return tl::unexpected(writing.undone(std::move(written.error())));
    return {};
}

} // namespace meshwright
