#include "tests/support/faultserver.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace {

using namespace std::string_literals;

int listenOnLoopback()
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        listen(listener, 1024) != 0)
        throw std::runtime_error("no port on the loopback interface");
    return listener;
}

int portOf(int listener)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

/// Waits until `descriptor` can be read; false if `stop` ended it.
bool awaitInput(int descriptor, int stop)
{
    pollfd both[] = {{descriptor, POLLIN, 0}, {stop, POLLIN, 0}};
    return poll(both, 2, -1) > 0 && both[1].revents == 0;
}

bool sendAll(int connection, const std::string& text)
{
    for (std::size_t sent = 0; sent < text.size();) {
        const auto size = send(connection, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (size <= 0)
            return false;
        sent += static_cast<std::size_t>(size);
    }
    return true;
}

std::string head(int status, const std::string& headers)
{
    return "HTTP/1.1 " + std::to_string(status) + " Words\r\nConnection: close\r\n" + headers +
           "\r\n";
}

std::string whole(int status, const std::string& body)
{
    return head(status, "Content-Length: " + std::to_string(body.size()) + "\r\n") + body;
}

std::string redirected(const std::string& to)
{
    return head(302, "Content-Length: 0\r\nLocation: " + to + "\r\n");
}

std::string hugePicture()
{
    const std::string side = "\x00\x01\x86\xa0"s;
    return "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"s + side + side + "\x08\x02\x00\x00\x00"s +
           "\x5e\x8c\x7a\x51\x00\x00\x00\x00IDAT"s;
}

std::string pathOf(const std::string& request)
{
    const auto begin = request.find(' ') + 1;
    return request.substr(begin, request.find(' ', begin) - begin);
}

/// What follows `prefix` in `path`, if it begins with that.
bool takePrefix(const std::string& path, const std::string& prefix, std::string& rest)
{
    if (!path.starts_with(prefix))
        return false;
    rest = path.substr(prefix.size());
    return true;
}

std::string answerTo(const std::string& path)
{
    std::string rest;
    if (takePrefix(path, "/echo/", rest))
        return whole(200, rest);
    if (takePrefix(path, "/status/", rest))
        return whole(std::atoi(rest.c_str()), "");
    if (takePrefix(path, "/large/", rest))
        return whole(200, std::string(std::strtoul(rest.c_str(), nullptr, 10), 'x'));
    if (takePrefix(path, "/after/", rest)) {
        const int times = std::atoi(rest.c_str());
        const std::string words = rest.substr(rest.find('/') + 1);
        return redirected(times > 1 ? "/after/" + std::to_string(times - 1) + "/" + words
                                    : "/echo/" + words);
    }
    if (path == "/loop")
        return redirected("/loop");
    if (path == "/elsewhere")
        return redirected("ftp://127.0.0.1/picture.jpg");
    if (path == "/short")
        return head(200, "Content-Length: 1000\r\n") + "abc";
    if (path == "/short-chunk")
        return head(200, "Transfer-Encoding: chunked\r\n") + "3e8\r\nabc";
    if (path == "/trickle")
        return head(200, "Content-Length: 1000\r\n") + "a";
    if (path == "/babble")
        return "220 this is another kind of server\r\n";
    if (path == "/huge-picture")
        return whole(200, hugePicture());
    return path == "/silent" || path == "/nothing" ? "" : whole(404, "");
}

bool keepsSilent(const std::string& path)
{
    return path == "/silent" || path == "/trickle";
}

}  // namespace

FaultServer::FaultServer() : m_listener(listenOnLoopback())
{
    m_port = portOf(m_listener);
    if (pipe2(m_stop, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    m_acceptor = std::jthread([this] { acceptAll(); });
}

FaultServer::~FaultServer()
{
    close(m_stop[1]);
    m_acceptor.join();
    m_servants.clear();
    close(m_stop[0]);
    close(m_listener);
}

std::string FaultServer::url(const std::string& path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
}

void FaultServer::acceptAll()
{
    while (awaitInput(m_listener, m_stop[0])) {
        const int connection = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        ++m_connections;
        ++m_open;
        m_servants.emplace_back([this, connection] {
            serve(connection);
            close(connection);
            --m_open;
        });
    }
}

void FaultServer::serve(int connection)
{
    std::string request;
    char piece[4096];
    while (request.find("\r\n\r\n") == std::string::npos) {
        if (!awaitInput(connection, m_stop[0]))
            return;
        const auto size = recv(connection, piece, sizeof piece, 0);
        if (size <= 0)
            return;
        request.append(piece, static_cast<std::size_t>(size));
    }
    const std::string path = pathOf(request);
    if (path == "/endless") {
        sendAll(connection, head(200, ""));
        while (sendAll(connection, std::string(65536, 'x'))) {
        }
        return;
    }
    sendAll(connection, answerTo(path));
    if (keepsSilent(path))
        (void)awaitInput(connection, m_stop[0]);
    shutdown(connection, SHUT_WR);
}

int closedPort()
{
    const int listener = listenOnLoopback();
    const int port = portOf(listener);
    close(listener);
    return port;
}
