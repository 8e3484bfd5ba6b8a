// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/helperprocess.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ; // NOLINT(readability-redundant-declaration)

namespace meshwright {

namespace {

constexpr std::size_t mostOutput = 256U * 1024 * 1024;

tl::unexpected<Error> failed(const std::filesystem::path &program, const char *deed, int code)
{
    return tl::unexpected(Error{code == ENOENT ? Error::Code::NotFound : Error::Code::Io,
                                program.filename().string() + " could not be " + deed + ": " +
                                    std::strerror(code) + ".",
                                program.string()});
}

class Descriptor
{
public:
    Descriptor() = default;
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    ~Descriptor() { close(); }

    void reset(int fd)
    {
        close();
        m_fd = fd;
    }

    void close()
    {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = -1;
    }

    int get() const { return m_fd; }

private:
    int m_fd = -1;
};

/// A socket pair rather than pipes: writing to a helper that has gone must not raise SIGPIPE.
struct Channel
{
    Descriptor ours;
    Descriptor theirs;

    bool open()
    {
        std::array<int, 2> ends = {-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return false;
        ours.reset(ends[0]);
        theirs.reset(ends[1]);
        return true;
    }
};

/// The child process; killed and awaited at the latest when this goes.
class Child
{
public:
    Child() = default;
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    ~Child()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            wait();
        }
    }

    int start(const std::filesystem::path &program, int standardStream)
    {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, standardStream, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, standardStream, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        std::string name = program.string();
        std::array<char *, 2> arguments = {name.data(), nullptr};
        const int code =
            ::posix_spawn(&m_pid, name.c_str(), &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        if (code != 0)
            m_pid = -1;
        return code;
    }

    int wait()
    {
        int status = 0;
        while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
        }
        m_pid = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

private:
    pid_t m_pid = -1;
};

enum class Outcome { Done, Stopped, Failed };

/// Writes and reads at once, so that neither side waits for the other's full buffer.
Outcome converse(int stream, int wakeUp, std::string_view input, std::string &output)
{
    std::array<char, 65536> buffer = {};
    for (;;) {
        const auto events = static_cast<short>(input.empty() ? POLLIN : POLLIN | POLLOUT);
        std::array<pollfd, 2> waits = {pollfd{stream, events, 0}, pollfd{wakeUp, POLLIN, 0}};
        if (::poll(waits.data(), waits.size(), -1) < 0) {
            if (errno == EINTR)
                continue;
            return Outcome::Failed;
        }
        if (waits[1].revents != 0)
            return Outcome::Stopped;
        if ((waits[0].revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
            const ssize_t count = ::recv(stream, buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (count == 0 || (count < 0 && errno == ECONNRESET))
                return Outcome::Done;
            if (count > 0)
                output.append(buffer.data(), static_cast<std::size_t>(count));
            if (output.size() > mostOutput)
                return Outcome::Failed;
        }
        if ((waits[0].revents & POLLOUT) != 0 && !input.empty()) {
            const ssize_t count =
                ::send(stream, input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (count > 0)
                input.remove_prefix(static_cast<std::size_t>(count));
            else if (errno == EPIPE || errno == ECONNRESET)
                input = {};
            if (input.empty())
                ::shutdown(stream, SHUT_WR);
        }
    }
}

} // namespace

std::filesystem::path programBeside(std::string_view name)
{
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / name;
}

Result<HelperAnswer> runHelper(const std::filesystem::path &program, std::string_view input,
                               std::stop_token stop)
{
    Channel stream;
    Channel wakeUp;
    if (!stream.open() || !wakeUp.open())
        return failed(program, "started", errno);
    Child child;
    if (const int code = child.start(program, stream.theirs.get()); code != 0)
        return failed(program, "started", code);
    stream.theirs.close();

    const int bell = wakeUp.theirs.get();
    const std::stop_callback ring(stop, [bell] { (void)::send(bell, "x", 1, MSG_NOSIGNAL); });
    HelperAnswer answer;
    switch (converse(stream.ours.get(), wakeUp.ours.get(), input, answer.output)) {
    case Outcome::Stopped:
        return tl::unexpected(Error{Error::Code::Cancelled,
                                    program.filename().string() + " was stopped.",
                                    program.string()});
    case Outcome::Failed:
        return failed(program, "understood", EIO);
    case Outcome::Done:
        break;
    }
    answer.exitCode = child.wait();
    return answer;
}

} // namespace meshwright
