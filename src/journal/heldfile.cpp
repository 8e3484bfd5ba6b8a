// SPDX-License-Identifier: Apache-2.0
#include "journal/heldfile.h"

#include <cerrno>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/file.h>

namespace meshwright::journal {

bool hold(int file)
{
    return ::flock(file, LOCK_EX | LOCK_NB) == 0;
}

bool isHeld(const std::filesystem::path &path)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    return file.isOpen() && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

Result<std::string> readAll(const std::filesystem::path &path)
{
    std::error_code error;
    if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error))
        return tl::unexpected(
            Error{Error::Code::Invalid, path.filename().string() + " is no file.", path.string()});
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return tl::unexpected(fileError("read", path, errno));
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (stream.bad())
        return tl::unexpected(fileError("read", path, EIO));
    return bytes;
}

} // namespace meshwright::journal
