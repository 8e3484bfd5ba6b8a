// SPDX-License-Identifier: Apache-2.0
// Reads a layout request (JSON) from standard input and writes the picture (JSON) to standard
// output. Exit codes: 0, 65 unreadable request, 70 no sound picture found.
#include "domains.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

namespace {

constexpr std::size_t mostInput = 64U * 1024 * 1024;
constexpr rlim_t mostSeconds = 120;
constexpr int exitUnreadable = 65;
constexpr int exitNoPicture = 70;

using namespace meshwright::layout;

/// Ends with whoever asked, and never runs away.
void setLimits()
{
    const pid_t parent = getppid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        std::_Exit(EXIT_FAILURE);
    const rlimit processor{mostSeconds, mostSeconds};
    setrlimit(RLIMIT_CPU, &processor);
    const rlimit core{0, 0};
    setrlimit(RLIMIT_CORE, &core);
}

bool readInput(std::string &input)
{
    std::array<char, 65536> buffer = {};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), stdin)) {
        input.append(buffer.data(), count);
        if (input.size() > mostInput)
            return false;
    }
    return std::ferror(stdin) == 0;
}

Picture soundPicture(const Request &request)
{
    // Graphviz reports its own troubles by return values at best: what it gives is looked at here.
    if (request.style == Style::Grid)
        return packedGrid(request);
    Graphviz graphviz;
    Picture picture = twoLevels(request, graphviz);
    return isSound(request, picture) ? picture : packedGrid(request);
}

} // namespace

int main()
{
    setLimits();
    std::string input;
    if (!readInput(input)) {
        std::fputs("meshwright-layout: the request is larger than 64 MB or unreadable\n", stderr);
        return exitUnreadable;
    }
    const auto request = requestFromJson(input);
    if (!request) {
        std::fprintf(stderr, "meshwright-layout: %s %s\n", request.error().message.c_str(),
                     request.error().where.c_str());
        return exitUnreadable;
    }
    const Picture picture = soundPicture(*request);
    if (!isSound(*request, picture)) {
        std::fputs("meshwright-layout: no sound picture found\n", stderr);
        return exitNoPicture;
    }
    const std::string answer = pictureJson(picture);
    const bool isWritten = std::fwrite(answer.data(), 1, answer.size(), stdout) == answer.size();
    return isWritten && std::fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
