#pragma once

#include "core/imageserver/serveroptions.h"

#include <memory>

class ServerProcess;

/// The image server of a run: a child process that serves pictures on this machine only, from
/// /picture/1 on. It ends with this object, and also when the process that has this object dies.
/// Used by the thread that starts it.
class ImageServer {
public:
    /// Starts `program`, which is coreogram-run, and waits until it serves. Fails where it cannot
    /// be started, says what hinders it (a port in use), or says nothing within ten seconds.
    [[nodiscard]] static Result<ImageServer> start(const std::string& program,
                                                   const ServerOptions& options);

    ImageServer(ImageServer&&) noexcept;
    ImageServer& operator=(ImageServer&&) noexcept;
    /// Ends the process: asks, and kills it where it has not ended after half a second.
    ~ImageServer();

    [[nodiscard]] int port() const noexcept;
    [[nodiscard]] std::int64_t pid() const noexcept;

    /// The address of picture `number`, 1 or more.
    [[nodiscard]] std::string urlOf(std::int64_t number) const;

    /// CPU time of the process until now, or until it was last seen alive.
    [[nodiscard]] Nanoseconds cpuTime() const noexcept;

    [[nodiscard]] bool isAlive() const noexcept;

private:
    explicit ImageServer(std::unique_ptr<ServerProcess> process) noexcept;

    std::unique_ptr<ServerProcess> m_process;
};
