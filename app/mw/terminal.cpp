// SPDX-License-Identifier: Apache-2.0
#include "terminal.h"

#include "meshwright/text/textfile.h"

#include <cstdio>
#include <cstdlib>
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
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f) {
            char shown[5];
            std::snprintf(shown, sizeof shown, "\\x%02x", byte);
            out += shown;
        } else {
            out += c;
        }
    }
    return out;
}

void say(std::string_view message)
{
    std::cerr << "mw: " << inert(message) << '\n';
}

void sayError(const Error &error)
{
    say(error.where.empty() ? error.message : error.where + ": " + error.message);
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
