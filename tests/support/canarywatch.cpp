// SPDX-License-Identifier: Apache-2.0
// Loaded into every process of a run of tests by LD_PRELOAD: looks at each file before it is
// removed or another takes its name, at the names of files and folders that are removed or renamed,
// at where links lead that are, and at the arguments of our own programs, for the word that every
// secret of the tests holds. What it finds stands in the file MESHWRIGHT_CANARY_REPORT, a line
// each. It sees neither what stood in a file that was emptied and written anew, nor what is in one
// that whoever removes it may not read.
#include "support/canary.h"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using meshwright::test::canaryWord;

void report(const std::string &what)
{
    const std::string line = what + '\n';
    const char *path = std::getenv("MESHWRIGHT_CANARY_REPORT");
    const int file =
        path == nullptr ? -1 : ::open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    const bool isKept =
        file >= 0 && ::write(file, line.data(), line.size()) == ssize_t(line.size());
    if (file >= 0)
        ::close(file);
    if (!isKept)
        std::fprintf(stderr, "%s (%s)", line.c_str(), canaryWord);
}

/// As text is kept in files: UTF-8, and UTF-16 in both orders. No object: a file may go after the
/// last destructor of a program.
constexpr std::size_t length = sizeof canaryWord - 1;

template <std::size_t Low>
constexpr std::array<char, 2 * length> wide()
{
    std::array<char, 2 * length> word{};
    for (std::size_t i = 0; i < length; ++i)
        word[2 * i + Low] = canaryWord[i];
    return word;
}

constexpr auto littleEndian = wide<0>();
constexpr auto bigEndian = wide<1>();

bool isIn(std::string_view bytes)
{
    for (const std::string_view word : {std::string_view(canaryWord, length),
                                        std::string_view(littleEndian.data(), littleEndian.size()),
                                        std::string_view(bigEndian.data(), bigEndian.size())})
        if (bytes.find(word) != std::string_view::npos)
            return true;
    return false;
}

/// Leaves out the holes: brokers make files of 10 MB that are nothing else.
bool holdsIt(int file, off_t size)
{
    constexpr std::size_t chunk = 1 << 20;
    constexpr off_t overlap = 2 * sizeof canaryWord;
    std::string bytes(chunk, '\0');
    for (off_t at = 0; at < size;) {
        const off_t data = ::lseek(file, at, SEEK_DATA);
        if (data < 0)
            return false;
        at = data;
        const ssize_t read = ::pread(file, bytes.data(), chunk, at);
        if (read <= 0)
            return false;
        if (isIn({bytes.data(), std::size_t(read)}))
            return true;
        at += read > overlap && at + read < size ? read - overlap : read;
    }
    return false;
}

std::string targetOf(int folder, const char *link)
{
    char place[PATH_MAX] = {};
    return ::readlinkat(folder, link, place, sizeof place - 1) > 0 ? place : "";
}

std::string placeOf(int file)
{
    const auto link = file == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/" + std::to_string(file);
    return targetOf(AT_FDCWD, link.c_str());
}

/// At the name alone, and at where a link of this name leads.
void lookAtName(int folder, const char *path)
{
    if (path == nullptr || std::getenv("MESHWRIGHT_CANARY_REPORT") == nullptr)
        return;
    const int before = errno;
    const auto place = path[0] == '/' ? path : placeOf(folder) + '/' + path;
    if (place.find("/planted") == std::string::npos) {
        if (isIn(path))
            report("name: " + place);
        if (isIn(targetOf(folder, path)))
            report("link: " + place);
    }
    errno = before;
}

void look(int folder, const char *path)
{
    if (std::getenv("MESHWRIGHT_CANARY_REPORT") == nullptr)
        return;
    lookAtName(folder, path);
    const int before = errno;
    struct stat status = {};
    const bool isFile = ::fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                        S_ISREG(status.st_mode) && status.st_size > 0;
    const int file = isFile ? ::openat(folder, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1;
    if (file >= 0) {
        const auto place = placeOf(file);
        if (place.find("/planted") == std::string::npos && holdsIt(file, status.st_size))
            report("file: " + place);
        ::close(file);
    }
    errno = before;
}

template <typename Function>
Function *next(Function * /*its type*/, const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

[[gnu::constructor]] void lookAtArguments(int count, char **arguments)
{
    const std::string_view name = program_invocation_short_name;
    if (name != "mw" && !name.starts_with("meshwright"))
        return;
    for (int i = 0; i < count; ++i)
        if (isIn(arguments[i]))
            report("argument of " + std::string(name));
}

} // namespace

#pragma GCC visibility push(default) // the build hides the rest
extern "C" {

int unlink(const char *path) noexcept
{
    look(AT_FDCWD, path);
    return next(&::unlink, "unlink")(path);
}

int unlinkat(int folder, const char *path, int flags) noexcept
{
    look(folder, path);
    return next(&::unlinkat, "unlinkat")(folder, path, flags);
}

int rmdir(const char *path) noexcept
{
    lookAtName(AT_FDCWD, path);
    return next(&::rmdir, "rmdir")(path);
}

int remove(const char *path) noexcept
{
    look(AT_FDCWD, path);
    return next(&::remove, "remove")(path);
}

int rename(const char *from, const char *to) noexcept
{
    lookAtName(AT_FDCWD, from);
    look(AT_FDCWD, to);
    return next(&::rename, "rename")(from, to);
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    lookAtName(fromFolder, from);
    look(toFolder, to);
    return next(&::renameat, "renameat")(fromFolder, from, toFolder, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to,
              unsigned flags) noexcept
{
    lookAtName(fromFolder, from);
    look(toFolder, to);
    return next(&::renameat2, "renameat2")(fromFolder, from, toFolder, to, flags);
}
}
