// SPDX-License-Identifier: Apache-2.0
#include "meshwright/journal/statefolder.h"

#include "text/filedescriptor.h"

#include <array>
#include <cstdlib>
#include <ctime>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace meshwright::journal {

namespace {

namespace fs = std::filesystem;

// XDG: a relative path there is to be ignored.
fs::path absoluteFrom(const char *variable)
{
    const char *value = std::getenv(variable);
    const fs::path path = value == nullptr ? "" : value;
    return path.is_absolute() ? path : fs::path();
}

std::string userName()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry == nullptr ? std::to_string(::geteuid()) : entry->pw_name;
}

std::string hostName()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

} // namespace

Runner thisRunner(const std::string &tool)
{
    return {userName(), hostName(), ::getpid(), tool};
}

Result<fs::path> stateFolder()
{
    if (const auto state = absoluteFrom("XDG_STATE_HOME"); !state.empty())
        return state / "meshwright";
    if (const auto home = absoluteFrom("HOME"); !home.empty())
        return home / ".local" / "state" / "meshwright";
    return tl::unexpected(Error{Error::Code::Invalid,
                                "There is no folder for the journals of what is applied: set HOME "
                                "or XDG_STATE_HOME.",
                                {}});
}

Result<void> makeFolder(const fs::path &folder)
{
    fs::path made;
    for (const auto &part : folder) {
        made /= part;
        const bool isMade = ::mkdir(made.c_str(), 0700) == 0;
        const int fault = errno; // the next look changes it
        if (!isMade && !fs::is_directory(made))
            return tl::unexpected(fileError("make", made, fault));
    }
    return {};
}

std::string utcNow()
{
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string fileNamePart(const std::string &text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string name;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                             (c == '.' && !name.empty());
        if (isPlain)
            name += c;
        else
            name.append({'%', digits[byte >> 4U], digits[byte & 15U]});
    }
    return name.substr(0, 150);
}

} // namespace meshwright::journal
