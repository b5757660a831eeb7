#include "core/imageserver/imageserver.h"

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
#include <cstring>
#include <optional>
#include <string_view>

namespace {

constexpr Nanoseconds timeToStart = std::chrono::seconds(10);
constexpr Nanoseconds timeToEnd = std::chrono::milliseconds(500);

/// A descriptor of our own, which no child process inherits.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor)
    {
        fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(m_descriptor); }

    [[nodiscard]] int number() const noexcept { return m_descriptor; }

private:
    int m_descriptor;
};

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

/// The process, and a connection to it on which it says its port. Neither sends anything more: the
/// end of one side is what the other one waits for. So it also tells whether the process lives,
/// without its number, which is free for another once anybody has waited for its end.
class ImageServer::Process {
public:
    Process(std::int64_t pid, std::unique_ptr<Descriptor> connection)
        : m_pid(pid),
          m_connection(std::move(connection))
    {}
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] Result<void> awaitPort();
    [[nodiscard]] bool isAlive() const noexcept;
    [[nodiscard]] Nanoseconds cpuTime() noexcept;
    [[nodiscard]] std::int64_t pid() const noexcept { return m_pid; }
    [[nodiscard]] int port() const noexcept { return m_port; }

private:
    std::int64_t m_pid;
    std::unique_ptr<Descriptor> m_connection;
    int m_port = 0;
    Nanoseconds m_cpuTime{};
};

Result<void> ImageServer::Process::awaitPort()
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

bool ImageServer::Process::isAlive() const noexcept
{
    char byte = 0;
    return recv(m_connection->number(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 &&
           (errno == EAGAIN || errno == EWOULDBLOCK);
}

Nanoseconds ImageServer::Process::cpuTime() noexcept
{
    if (isAlive())
        m_cpuTime = processCpuTime(m_pid).value_or(m_cpuTime);
    return m_cpuTime;
}

ImageServer::Process::~Process()
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

Result<ImageServer> ImageServer::start(const std::string& program, const ServerOptions& options)
{
    if (auto ok = validate(options); !ok)
        return tl::unexpected(ok.error());
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
        return failure(std::string("no connection to the image server: ") + std::strerror(errno));
    auto ours = std::make_unique<Descriptor>(ends[0]);
    auto theirs = std::make_unique<Descriptor>(ends[1]);
    std::vector<std::string> arguments = argumentsOf(options);
    arguments.insert(arguments.begin(), "image-server");
    const auto pid = startChild(program, arguments, theirs->number());
    theirs.reset();
    if (!pid)
        return failure("the image server: " + pid.error().message);
    auto process = std::make_unique<Process>(*pid, std::move(ours));
    if (auto ok = process->awaitPort(); !ok)
        return tl::unexpected(ok.error());
    return ImageServer(std::move(process));
}

ImageServer::ImageServer(std::unique_ptr<Process> process) noexcept : m_process(std::move(process))
{}
ImageServer::ImageServer(ImageServer&&) noexcept = default;
ImageServer& ImageServer::operator=(ImageServer&&) noexcept = default;
ImageServer::~ImageServer() = default;

int ImageServer::port() const noexcept
{
    return m_process->port();
}

std::int64_t ImageServer::pid() const noexcept
{
    return m_process->pid();
}

std::string ImageServer::urlOf(std::int64_t number) const
{
    return "http://127.0.0.1:" + std::to_string(port()) + "/picture/" + std::to_string(number);
}

Nanoseconds ImageServer::cpuTime() const noexcept
{
    return m_process->cpuTime();
}

bool ImageServer::isAlive() const noexcept
{
    return m_process->isAlive();
}
