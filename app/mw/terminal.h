// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <string>
#include <string_view>

namespace meshwright::mw {

/// What the command ends with; see docs/formats.md.
enum ExitCode : int {
    Fine = 0,
    Errors = 1,
    Changes = 2,
    Usage = 64,
    Unreadable = 65,
    Unavailable = 69,
    Defect = 70
};

enum class Colour { Red, Yellow, Green, Blue, Grey, Bold };

/// The text in colour where standard output (or error) is a terminal that shows it and NO_COLOR is
/// not set; as it is elsewhere.
std::string coloured(std::string_view text, Colour colour);
/// Control characters (but tabs), line ends, marks that turn the direction of writing and bytes
/// that are no UTF-8 made visible: what a spec says stays on its line and can't drive a terminal.
std::string inert(std::string_view text);

/// To standard error: mw: message (where).
void say(std::string_view message);
void sayError(const Error &error);
std::string textOf(const Error &error); ///< where: message
int exitCodeFor(const Error &error);

/// To standard output, or atomically to the file.
Result<void> deliver(std::string_view text, const std::string &file);

bool isTerminal(int descriptor);

/// One line that is rewritten on a terminal's standard error, and nothing elsewhere.
class Progress
{
public:
    Progress(std::size_t total, std::string what);
    ~Progress();
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    void step(std::string_view current);

private:
    std::size_t m_total;
    std::size_t m_done = 0;
    std::string m_what;
    bool m_visible;
};

} // namespace meshwright::mw
