// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/filecalls.h"

#include "text/filedescriptor.h"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace meshwright {

int FileCalls::open(const char *path, int flags, mode_t mode)
{
    return ::open(path, flags, mode);
}

ssize_t FileCalls::write(int file, const char *bytes, std::size_t size)
{
    return ::write(file, bytes, size);
}

int FileCalls::sync(int file)
{
    return ::fsync(file);
}

int FileCalls::close(int file)
{
    return ::close(file);
}

int FileCalls::rename(const char *from, const char *to)
{
    return ::rename(from, to);
}

int FileCalls::renameNew(const char *from, const char *to)
{
    return ::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

FileCalls &systemFileCalls()
{
    static FileCalls calls;
    return calls;
}

Result<void> writeWhole(FileCalls &calls, int file, std::string_view bytes,
                        const std::filesystem::path &path)
{
    while (!bytes.empty()) {
        const auto written = calls.write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return tl::unexpected(fileError("write", path, errno));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

void syncFolder(const std::filesystem::path &folder, FileCalls &calls)
{
    const FileDescriptor file(
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (file.isOpen())
        calls.sync(file.get()); // some file systems refuse this; what was done stands all the same
}

} // namespace meshwright
