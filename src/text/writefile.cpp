// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/filecalls.h"
#include "meshwright/text/textfile.h"

#include "text/filedescriptor.h"

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace meshwright {

namespace {

namespace fs = std::filesystem;

/// Where the bytes shall lie in the end: symbolic links followed, even to a file yet to be made.
Result<fs::path> targetOf(fs::path path)
{
    for (int links = 0; links < 40; ++links) {
        std::error_code error;
        const auto target = fs::read_symlink(path, error);
        if (error)
            return path;
        path = target.is_absolute() ? target : path.parent_path() / target;
    }
    return tl::unexpected(fileError("write", path, ELOOP));
}

fs::path siblingOf(const fs::path &path)
{
    static std::atomic<unsigned> counter = 0;
    return path.parent_path() /
           (".meshwright-" + std::to_string(::getpid()) + "-" + std::to_string(++counter) + ".tmp");
}

/// Gives the new file the old one's owner, where that is allowed, and mode.
bool copyRights(int file, const struct stat &old)
{
    if (old.st_uid != ::geteuid() || old.st_gid != ::getegid()) {
        // Only root may give a file away; another user's copy stays their own.
        [[maybe_unused]] const int ignored = ::fchown(file, old.st_uid, old.st_gid);
    }
    return ::fchmod(file, old.st_mode & 07777U) == 0;
}

using Move = int (*)(FileCalls &calls, const char *from, const char *to);

int moveOver(FileCalls &calls, const char *from, const char *to)
{
    return calls.rename(from, to);
}

/// Where the file system can't do that in one step, an empty file takes the name first.
int moveToFree(FileCalls &calls, const char *from, const char *to)
{
    if (calls.renameNew(from, to) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
    if (!FileDescriptor(calls.open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)).isOpen())
        return -1;
    if (calls.rename(from, to) == 0)
        return 0;
    const int number = errno;
    ::unlink(to);
    errno = number;
    return -1;
}

/// 0, or errno of what went wrong; then nothing is left of it.
int writeSibling(const fs::path &target, std::string_view bytes, const struct stat *old,
                 FileCalls &calls, Move move)
{
    const auto sibling = siblingOf(target);
    FileDescriptor file(
        calls.open(sibling.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file.isOpen())
        return errno;
    const bool done = writeWhole(calls, file.get(), bytes, target) &&
                      (old == nullptr || copyRights(file.get(), *old)) &&
                      calls.sync(file.get()) == 0 && calls.close(file.release()) == 0 &&
                      move(calls, sibling.c_str(), target.c_str()) == 0;
    if (!done) {
        const int number = errno;
        ::unlink(sibling.c_str());
        return number;
    }
    syncFolder(target.parent_path(), calls);
    return 0;
}

} // namespace

Result<void> writeFileAtomically(const fs::path &path, std::string_view bytes)
{
    return writeFileAtomically(path, bytes, systemFileCalls());
}

Result<void> writeFileAtomically(const fs::path &path, std::string_view bytes, FileCalls &calls)
{
    const auto target = targetOf(path);
    if (!target)
        return tl::unexpected(target.error());

    struct stat old
    {};

    const bool exists = ::stat(target->c_str(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode))
        return tl::unexpected(Error{
            Error::Code::Invalid,
            path.filename().string() + " is no regular file; choose another name.", path.string()});
    if (exists && ::faccessat(AT_FDCWD, target->c_str(), W_OK, AT_EACCESS) != 0)
        return tl::unexpected(fileError("write", path, errno));
    const int fault = writeSibling(*target, bytes, exists ? &old : nullptr, calls, moveOver);
    return fault == 0 ? Result<void>() : tl::unexpected(fileError("write", path, fault));
}

Result<void> createFileAtomically(const fs::path &path, std::string_view bytes, FileCalls &calls)
{
    const int fault = writeSibling(path, bytes, nullptr, calls, moveToFree);
    if (fault == EEXIST)
        return tl::unexpected(alreadyThere(path));
    return fault == 0 ? Result<void>() : tl::unexpected(fileError("write", path, fault));
}

Error alreadyThere(const fs::path &path)
{
    return {Error::Code::Conflict,
            "There is such a file already, and it stays as it is: choose another place.",
            path.string()};
}

} // namespace meshwright
