#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

/// A web server on this machine that does each thing that a web server should not. What it does
/// with a request, the path tells; it takes any number of connections at once, each in a thread of
/// its own, and ends each after one answer.
///
///     /echo/WORDS      200, and the words
///     /after/N/WORDS   redirected N times, then the words
///     /missing         404
///     /status/N        the status N
///     /loop            redirected to itself
///     /elsewhere       redirected to an address of FTP
///     /short           3 of 1000 bytes
///     /short-chunk     3 bytes of a chunk of 1000
///     /trickle         one byte of 1000, and then nothing more
///     /silent          no answer at all
///     /nothing         the end of the connection instead of an answer
///     /babble          what is no HTTP
///     /large/N         N bytes, announced
///     /endless         bytes without an end, not announced
///     /huge-picture    the header of a PNG with 100,000 × 100,000 pixels
class FaultServer {
public:
    FaultServer();
    FaultServer(const FaultServer&) = delete;
    FaultServer& operator=(const FaultServer&) = delete;
    ~FaultServer();

    [[nodiscard]] int port() const noexcept { return m_port; }
    [[nodiscard]] std::string url(const std::string& path) const;

    /// Connections that were taken so far, and those of them that are open.
    [[nodiscard]] int connections() const noexcept { return m_connections; }
    [[nodiscard]] int open() const noexcept { return m_open; }

private:
    void acceptAll();
    void serve(int connection);

    int m_port = 0;
    int m_listener = -1;
    int m_stop[2] = {-1, -1};  ///< a pipe, whose end ends all waits
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_open = 0;
    std::vector<std::jthread> m_servants;  ///< of the thread that accepts
    std::jthread m_acceptor;
};

/// A port of this machine at which nothing listens.
[[nodiscard]] int closedPort();
