#include "core/imageserver/serverprocess.h"

#include "core/observe/childprocess.h"
#include "core/observe/clock.h"
#include "core/observe/cputime.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <optional>
#include <string_view>

namespace {

constexpr Nanoseconds timeToStart = std::chrono::seconds(10);
constexpr Nanoseconds timeToEnd = std::chrono::milliseconds(500);

/// Whether there is something to read, which the end of the other side is too, by `deadline`.
bool awaitInput(int descriptor, Nanoseconds deadline)
{
    for (;;) {
        const auto left = std::max(Nanoseconds{}, deadline - now());
        const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(left).count();
        pollfd input{descriptor, POLLIN, 0};
        const int ready = poll(&input, 1, static_cast<int>(milliseconds));
        if (ready != -1 || errno != EINTR)
            return ready > 0;
    }
}

/// The first line that the other side says; empty if it ends, or says none by `deadline`.
std::optional<std::string> lineFrom(int descriptor, Nanoseconds deadline)
{
    std::string said;
    while (awaitInput(descriptor, deadline)) {
        std::array<char, 256> piece{};
        const auto size = read(descriptor, piece.data(), piece.size());
        if (size <= 0)
            break;
        said.append(piece.data(), static_cast<std::size_t>(size));
        if (const auto end = said.find('\n'); end != std::string::npos)
            return said.substr(0, end);
    }
    return std::nullopt;
}

std::optional<int> portIn(std::string_view line)
{
    constexpr std::string_view word = "port ";
    int port = 0;
    if (!line.starts_with(word) ||
        std::from_chars(line.data() + word.size(), line.data() + line.size(), port).ec !=
            std::errc{})
        return std::nullopt;
    return port;
}

}  // namespace

Descriptor::Descriptor(int descriptor) : m_descriptor(descriptor)
{
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

Descriptor::~Descriptor()
{
    close(m_descriptor);
}

Result<void> ServerProcess::awaitPort()
{
    const auto line = lineFrom(m_connection->number(), now() + timeToStart);
    if (!line)
        return failure(std::string("the image server ") + (isAlive()
                                                               ? "did not name its port within 10 s"
                                                               : "ended before it named its port"));
    const auto port = portIn(*line);
    if (!port)
        return failure(*line);
    m_port = *port;
    return {};
}

bool ServerProcess::isAlive() const noexcept
{
    char byte = 0;
    return recv(m_connection->number(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 &&
           (errno == EAGAIN || errno == EWOULDBLOCK);
}

Nanoseconds ServerProcess::cpuTime() noexcept
{
    if (isAlive())
        m_cpuTime = processCpuTime(m_pid).value_or(m_cpuTime);
    return m_cpuTime;
}

ServerProcess::~ServerProcess()
{
    shutdown(m_connection->number(), SHUT_WR);
    if (!awaitInput(m_connection->number(), now() + timeToEnd)) {
        killChild(m_pid);
        (void)awaitInput(m_connection->number(), now() + timeToEnd);
    }
    // Whoever waits for any child may have done so for this one, too.
    while (waitpid(static_cast<pid_t>(m_pid), nullptr, 0) < 0 && errno == EINTR) {
    }
}
