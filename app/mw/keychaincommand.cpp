// SPDX-License-Identifier: Apache-2.0
// Secrets in the keychain, which settings refer to by ${keychain:NAME}.
#include "commands.h"
#include "terminal.h"

#include "meshwright/workspace/keychain.h"

#include <csignal>
#include <iostream>
#include <iterator>

#include <termios.h>
#include <unistd.h>

namespace meshwright::mw {

namespace {

termios shownAsBefore = {};

/// Who gives up keeps a terminal that shows what is typed.
void showAgain(int signal)
{
    ::tcsetattr(STDIN_FILENO, TCSANOW, &shownAsBefore);
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

/// What is typed isn't shown for as long as this lives.
class WithoutEcho
{
public:
    WithoutEcho()
    {
        m_isTerminal = ::tcgetattr(STDIN_FILENO, &shownAsBefore) == 0;
        if (!m_isTerminal)
            return;
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            ::signal(signal, showAgain);
        termios silent = shownAsBefore;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }

    ~WithoutEcho()
    {
        if (!m_isTerminal)
            return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shownAsBefore);
        std::cerr << '\n';
    }

    WithoutEcho(const WithoutEcho &) = delete;
    WithoutEcho &operator=(const WithoutEcho &) = delete;

private:
    bool m_isTerminal = false;
};

/// A line that is typed; the whole of a pipe or a file, but for one line end.
std::string secretFromInput(const std::string &name)
{
    std::string secret;
    if (isTerminal(STDIN_FILENO)) {
        std::cerr << "The secret '" << inert(name) << "': " << std::flush;
        const WithoutEcho silence;
        std::getline(std::cin, secret);
        return secret;
    }
    secret.assign(std::istreambuf_iterator<char>(std::cin), {});
    for (const char end : {'\n', '\r'})
        if (secret.ends_with(end))
            secret.pop_back();
    return secret;
}

int exitCodeOf(const Result<void> &done)
{
    if (done)
        return Fine;
    sayError(done.error());
    return Errors;
}

} // namespace

int runKeychainSet(const Options &options)
{
    const auto secret = secretFromInput(options.secret);
    if (secret.empty()) {
        say("No secret was given, and nothing was stored: type it, or send it to the standard "
            "input.");
        return Usage;
    }
    return exitCodeOf(keychain::write(options.secret, secret));
}

int runKeychainDelete(const Options &options)
{
    return exitCodeOf(keychain::erase(options.secret));
}

} // namespace meshwright::mw
