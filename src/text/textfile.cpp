// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/textfile.h"

#include "text/filedescriptor.h"
#include "text/utf8.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

namespace meshwright {

Error fileError(std::string_view deed, const std::filesystem::path &path, int number)
{
    const auto message = [&](std::string_view why) {
        return "Cannot " + std::string(deed) + " " + path.filename().string() + ": " +
               std::string(why);
    };
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return {Error::Code::NotFound, message("there is no such file or folder; check the path."),
                path.string()};
    case EACCES:
    case EPERM:
    case EROFS:
        return {Error::Code::Denied,
                message("you lack the permission; change the file's or the folder's rights."),
                path.string()};
    case ENOSPC:
    case EDQUOT:
        return {Error::Code::Io, message("the disk is full; free some space and try again."),
                path.string()};
    default:
        return {Error::Code::Io, message(std::strerror(number)) + ".", path.string()};
    }
}

namespace {

Result<std::string> readBytes(const std::filesystem::path &path)
{
    const auto invalid = [&](const std::string &why) {
        return tl::unexpected(
            Error{Error::Code::Invalid, path.filename().string() + " " + why, path.string()});
    };

    struct stat status
    {};

    // Looked at before it is opened, for opening a device may already do something.
    if (::stat(path.c_str(), &status) != 0)
        return tl::unexpected(fileError("read", path, errno));
    if (!S_ISREG(status.st_mode))
        return invalid(S_ISDIR(status.st_mode) ? "is a folder; name a file in it."
                                               : "is no regular file; name a text file.");
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen() || ::fstat(file.get(), &status) != 0)
        return tl::unexpected(fileError("read", path, errno));
    if (!S_ISREG(status.st_mode))
        return invalid("is no regular file; name a text file.");
    std::string bytes;
    std::size_t used = 0;
    bytes.resize(std::min<std::size_t>(static_cast<std::size_t>(status.st_size), maximumFileSize) +
                 1);
    while (true) {
        const auto got = ::read(file.get(), bytes.data() + used, bytes.size() - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return tl::unexpected(fileError("read", path, errno));
        if (got == 0)
            break;
        used += static_cast<std::size_t>(got);
        if (used > maximumFileSize)
            return invalid("is larger than " + std::to_string(maximumFileSize >> 20U) +
                           " MB; split it into smaller files.");
        if (used == bytes.size())
            bytes.resize(std::min(bytes.size() * 2, maximumFileSize + 1));
    }
    bytes.resize(used);
    return bytes;
}

Encoding encodingOf(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE"))
        return Encoding::Utf16LittleEndian;
    return bytes.starts_with("\xFE\xFF") ? Encoding::Utf16BigEndian : Encoding::Utf8;
}

/// UTF-8, or as much as could be read before the byte that is wrong.
struct Decoded
{
    std::string text;
    bool isValid = true;
};

Decoded fromUtf16(std::string_view bytes, bool littleEndian)
{
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(littleEndian ? second << 8U | first : first << 8U | second);
    };
    Decoded decoded;
    decoded.text.reserve(bytes.size());
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        auto codePoint = unit(i);
        if (codePoint >= 0xD800 && codePoint < 0xE000) {
            const auto low = codePoint < 0xDC00 && i + 3 < bytes.size() ? unit(i + 2) : 0;
            if (low < 0xDC00 || low >= 0xE000) {
                decoded.isValid = false;
                return decoded;
            }
            codePoint = 0x10000 + ((codePoint - 0xD800) << 10U) + (low - 0xDC00);
            i += 2;
        }
        utf8::append(decoded.text, codePoint);
    }
    decoded.isValid = i == bytes.size();
    return decoded;
}

tl::unexpected<Error> invalidAt(const std::filesystem::path &path, const std::string &text,
                                std::size_t offset, const std::string &why)
{
    const auto line = SourceText(text.substr(0, offset)).lineCount();
    return tl::unexpected(
        Error{Error::Code::Invalid,
              path.filename().string() + ", line " + std::to_string(line) + ", " + why,
              path.string() + ":" + std::to_string(line)});
}

} // namespace

Result<TextFile> readTextFile(const std::filesystem::path &path)
{
    auto bytes = readBytes(path);
    if (!bytes)
        return tl::unexpected(std::move(bytes.error()));
    return decoded(std::move(*bytes), path);
}

Result<TextFile> decoded(std::string bytes, const std::filesystem::path &path)
{
    const auto encoding = encodingOf(bytes);
    if (encoding != Encoding::Utf8) {
        auto read = fromUtf16(bytes, encoding == Encoding::Utf16LittleEndian);
        if (!read.isValid)
            return invalidAt(path, read.text, read.text.size(),
                             "holds broken UTF-16; save the file as UTF-8.");
        bytes = std::move(read.text);
    } else if (const auto bad = utf8::firstInvalid(bytes); bad != std::string_view::npos) {
        return invalidAt(path, bytes, bad,
                         "holds a byte that is no UTF-8; save the file as UTF-8.");
    }
    if (const auto nul = bytes.find('\0'); nul != std::string::npos)
        return invalidAt(path, bytes, nul,
                         "holds a NUL byte, so this is no text file; remove the byte or choose "
                         "another file.");
    return TextFile{makeText(std::move(bytes)), encoding};
}

std::string encoded(const SourceText &text, Encoding encoding)
{
    const auto &bytes = text.bytes();
    if (encoding == Encoding::Utf8)
        return bytes;
    std::string result;
    result.reserve(bytes.size() * 2 + 2);
    const auto add = [&](std::uint32_t unit) {
        const auto high = static_cast<char>(unit >> 8U);
        const auto low = static_cast<char>(unit & 0xFFU);
        result += encoding == Encoding::Utf16LittleEndian ? low : high;
        result += encoding == Encoding::Utf16LittleEndian ? high : low;
    };
    if (!text.hasByteOrderMark())
        add(0xFEFF); // without it, nobody could tell the encoding
    for (std::size_t i = 0; i < bytes.size(); i += utf8::length(bytes[i])) {
        const auto codePoint = static_cast<std::uint32_t>(utf8::decode(bytes, i));
        if (codePoint < 0x10000) {
            add(codePoint);
        } else {
            add(0xD800 + ((codePoint - 0x10000) >> 10U));
            add(0xDC00 + ((codePoint - 0x10000) & 0x3FFU));
        }
    }
    return result;
}

} // namespace meshwright
