// SPDX-License-Identifier: Apache-2.0
#include "terminal.h"

#include "meshwright/asyncapi/spec.h"
#include "meshwright/text/textfile.h"
#include "meshwright/workspace/settings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <unistd.h>

namespace meshwright::mw {

namespace {

bool showsColour()
{
    static const bool shows = [] {
        const char *term = std::getenv("TERM");
        return isTerminal(STDOUT_FILENO) && isTerminal(STDERR_FILENO) &&
               std::getenv("NO_COLOR") == nullptr && term != nullptr &&
               std::string_view(term) != "dumb";
    }();
    return shows;
}

std::string_view codeOf(Colour colour)
{
    switch (colour) {
    case Colour::Red:
        return "\x1b[31m";
    case Colour::Yellow:
        return "\x1b[33m";
    case Colour::Green:
        return "\x1b[32m";
    case Colour::Blue:
        return "\x1b[34m";
    case Colour::Grey:
        return "\x1b[90m";
    case Colour::Bold:
        break;
    }
    return "\x1b[1m";
}

/// Bytes of the UTF-8 character that the text begins with; 0 where it begins with none.
std::size_t sizeOfCharacter(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t size = lead < 0x80                   ? 1
                             : lead >= 0xc2 && lead < 0xe0 ? 2
                             : lead >= 0xe0 && lead < 0xf0 ? 3
                             : lead >= 0xf0 && lead < 0xf5 ? 4
                                                           : 0;
    if (size > text.size())
        return 0;
    for (std::size_t i = 1; i < size; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80)
            return 0;
    return size;
}

std::uint32_t codePoint(std::string_view character)
{
    const auto lead = static_cast<unsigned char>(character.front());
    if (character.size() == 1)
        return lead;
    std::uint32_t point = lead & (0x7fU >> character.size());
    for (const char c : character.substr(1))
        point = point << 6U | (static_cast<unsigned char>(c) & 0x3fU);
    return point;
}

/// Control characters, line ends that are not ours, and marks that turn the direction of writing.
bool drivesTerminals(std::uint32_t point)
{
    return (point < 0x20 && point != '\t') || (point >= 0x7f && point < 0xa0) || point == 0x61c ||
           (point >= 0x200e && point <= 0x200f) || (point >= 0x2028 && point <= 0x202e) ||
           (point >= 0x2066 && point <= 0x2069);
}

std::string shown(std::string_view character)
{
    const auto point = codePoint(character);
    if (point == '\n')
        return "\\n";
    std::array<char, 8> text{};
    const char *format = point < 0x100 ? "\\x%02x" : "\\u%04x";
    std::snprintf(text.data(), text.size(), format, static_cast<unsigned>(point));
    return text.data();
}

bool isSpec(const Text &text)
{
    return asyncapi::isAsyncApi(*yaml::Document::parse(text));
}

/// A slip in a name must not cost a spec; but one may be written over itself.
bool wouldLoseSpec(const std::string &file, std::string_view text)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return false;
    if (std::filesystem::path(file).filename() == settingsFileName)
        return true;
    const auto old = readTextFile(file);
    return old && isSpec(old->text) &&
           !isSpec(std::make_shared<const SourceText>(std::string(text)));
}

} // namespace

bool isTerminal(int descriptor)
{
    return isatty(descriptor) == 1;
}

std::string coloured(std::string_view text, Colour colour)
{
    if (!showsColour())
        return std::string(text);
    return std::string(codeOf(colour)).append(text).append("\x1b[0m");
}

std::string inert(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto size = sizeOfCharacter(text);
        const auto character = text.substr(0, std::max<std::size_t>(size, 1));
        out += size == 0 || drivesTerminals(codePoint(character)) ? shown(character)
                                                                  : std::string(character);
        text.remove_prefix(character.size());
    }
    return out;
}

void say(std::string_view message)
{
    std::cerr << "mw: " << inert(message) << '\n';
}

std::string textOf(const Error &error)
{
    return error.where.empty() ? error.message : error.where + ": " + error.message;
}

void sayError(const Error &error)
{
    say(textOf(error));
}

int exitCodeFor(const Error &error)
{
    switch (error.code) {
    case Error::Code::Network:
    case Error::Code::Timeout:
    case Error::Code::Denied:
        return Unavailable;
    case Error::Code::Invalid:
    case Error::Code::NotFound:
    case Error::Code::Io:
        return Unreadable;
    case Error::Code::Conflict:
    case Error::Code::Cancelled:
        break;
    }
    return Errors;
}

Result<void> deliver(std::string_view text, const std::string &file)
{
    if (!file.empty() && wouldLoseSpec(file, text))
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "Nothing is written over a spec or its settings: give "
                                    "another name to --output.",
                                    file});
    if (!file.empty())
        return writeFileAtomically(file, text);
    std::cout << text << std::flush;
    if (!std::cout)
        return tl::unexpected(Error{Error::Code::Io, "Standard output could not be written.", {}});
    return {};
}

Progress::Progress(std::size_t total, std::string what)
    : m_total(total)
    , m_what(std::move(what))
    , m_visible(isTerminal(STDERR_FILENO))
{}

Progress::~Progress()
{
    if (m_visible && m_done > 0)
        std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::step(std::string_view current)
{
    ++m_done;
    if (m_visible)
        std::cerr << "\r\x1b[K" << m_what << ' ' << m_done << '/' << m_total << "  "
                  << inert(current).substr(0, 100) << std::flush;
}

} // namespace meshwright::mw
