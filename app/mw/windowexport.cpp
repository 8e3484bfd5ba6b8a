// SPDX-License-Identifier: Apache-2.0
#include "windowexport.h"

#include "terminal.h"

#include "meshwright/text/helperprocess.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace meshwright::mw {

namespace {

/// A folder for as long as this lives.
class Scratch
{
public:
    Scratch()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "mw-XXXXXX").string();
        if (mkdtemp(pattern.data()) != nullptr)
            m_path = pattern;
    }

    ~Scratch()
    {
        std::error_code fault;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, fault);
    }

    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// The environment of this process, but without a display, and with a home of its own for what a
/// window remembers: the picture is that of the folder alone.
std::vector<std::string> environment(const std::filesystem::path &home)
{
    const std::string at = '=' + home.string();
    std::vector<std::string> variables{"QT_QPA_PLATFORM=offscreen", "XDG_CONFIG_HOME" + at,
                                       "XDG_DATA_HOME" + at, "XDG_CACHE_HOME" + at};
    const auto isOurs = [&variables](const char *entry) {
        return std::any_of(variables.begin(), variables.begin() + 4, [entry](const auto &ours) {
            return std::strncmp(entry, ours.c_str(), ours.find('=') + 1) == 0;
        });
    };
    for (char **each = environ; *each != nullptr; ++each)
        if (!isOurs(*each))
            variables.emplace_back(*each);
    return variables;
}

std::vector<char *> pointersTo(std::vector<std::string> &texts)
{
    std::vector<char *> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

int exportByWindow(const std::string &folder, const std::string &file)
{
    std::error_code fault;
    const auto program = programBeside("meshwright");
    if (!std::filesystem::exists(program, fault)) {
        say("PDF and PNG are drawn by the program 'meshwright', which is not beside this one; SVG "
            "needs nothing else.");
        return Unavailable;
    }
    std::vector<std::string> arguments{program.string(), "--export", file, folder};
    const Scratch home;
    std::vector<std::string> variables = environment(home.path());
    pid_t child = 0;
    const int refused = posix_spawn(&child, program.c_str(), nullptr, nullptr,
                                    pointersTo(arguments).data(), pointersTo(variables).data());
    int status = 0;
    if (refused != 0 || waitpid(child, &status, 0) != child) {
        say("'" + program.string() + "' could not be started: " + std::strerror(refused));
        return Unavailable;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : int(Defect);
}

} // namespace meshwright::mw
