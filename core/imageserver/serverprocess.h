#pragma once

#include "core/model/result.h"
#include "core/model/time.h"

#include <cstdint>
#include <memory>
#include <utility>

/// A descriptor of our own, which no child process inherits.
class Descriptor {
public:
    explicit Descriptor(int descriptor);
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    [[nodiscard]] int number() const noexcept { return m_descriptor; }

private:
    int m_descriptor;
};

/// The process of an image server, and a connection to it on which it says its port. Neither side
/// says anything more: the end of one is what the other waits for. So the connection also tells
/// whether the process lives, without its number, which is free for another process once anybody
/// has waited for the end of this one.
class ServerProcess {
public:
    ServerProcess(std::int64_t pid, std::unique_ptr<Descriptor> connection)
        : m_pid(pid),
          m_connection(std::move(connection))
    {}
    /// Asks it to end, and kills it where it has not after half a second.
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// Waits until it serves; the error says what hinders it.
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
