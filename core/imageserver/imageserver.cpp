#include "core/imageserver/imageserver.h"

#include "core/imageserver/serverprocess.h"
#include "core/observe/childprocess.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

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
    auto process = std::make_unique<ServerProcess>(*pid, std::move(ours));
    if (auto ok = process->awaitPort(); !ok)
        return tl::unexpected(ok.error());
    return ImageServer(std::move(process));
}

ImageServer::ImageServer(std::unique_ptr<ServerProcess> process) noexcept
    : m_process(std::move(process))
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
