// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <filesystem>
#include <string_view>

#include <sys/types.h>

namespace meshwright {

/// The system's calls by which files are written. A test overrides one that is to fail, with errno
/// set.
class FileCalls
{
public:
    virtual ~FileCalls() = default;
    virtual int open(const char *path, int flags, mode_t mode);
    virtual ssize_t write(int file, const char *bytes, std::size_t size);
    virtual int sync(int file);
    virtual int close(int file);
    virtual int rename(const char *from, const char *to);
    /// EEXIST where there is something at `to`; EINVAL where the file system can't see to that.
    virtual int renameNew(const char *from, const char *to);
};

/// Those of the system, for everybody.
FileCalls &systemFileCalls();

/// All of the bytes; Io, Denied … where not, and then some of them may be written.
Result<void> writeWhole(FileCalls &calls, int file, std::string_view bytes,
                        const std::filesystem::path &path);

/// See textfile.h.
Result<void> writeFileAtomically(const std::filesystem::path &path, std::string_view bytes,
                                 FileCalls &calls);

/// The same for a file that must not be there yet; Conflict where it is, even if it came to be
/// there while this one was written.
Result<void> createFileAtomically(const std::filesystem::path &path, std::string_view bytes,
                                  FileCalls &calls);

/// Conflict: what createFileAtomically does not write over.
Error alreadyThere(const std::filesystem::path &path);

/// So that a file that was made or renamed in it is there after a loss of power.
void syncFolder(const std::filesystem::path &folder, FileCalls &calls);

} // namespace meshwright
