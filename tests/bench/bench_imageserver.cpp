// How the image server keeps up: for several numbers of connections at once, the requests that it
// answers in a second against what delay and bandwidth alone would allow, and its CPU time. The
// requests are sent by one thread of this process, which shares the machine with the server.
//
//     bench_imageserver [requests of each connection]

#include "core/fetch/transfers.h"
#include "core/imageserver/imageserver.h"
#include "core/observe/clock.h"
#include "core/observe/cputime.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

namespace {

double seconds(Nanoseconds time)
{
    return toMilliseconds(time) / 1000;
}

/// Each connection asks for one picture after another; what it needs at least is added up.
class Load {
public:
    Load(const ImageServer& server, const ServerOptions& options, int connections, int requests)
        : m_server(server),
          m_options(options),
          m_ideal(static_cast<std::size_t>(connections)),
          m_left(connections * requests)
    {}

    /// Each connection begins with its first picture.
    void run()
    {
        for (std::size_t connection = 0; connection < m_ideal.size(); ++connection)
            ask(connection);
        while (m_transfers.inProgress() > 0) {
            m_transfers.wait(std::chrono::seconds(1));
            for (const Fetched& fetched : m_transfers.advance())
                take(fetched);
        }
    }

    /// The wall time if nothing but delay and bandwidth took any.
    [[nodiscard]] Nanoseconds ideal() const { return *std::ranges::max_element(m_ideal); }
    [[nodiscard]] int answered() const noexcept { return m_answered; }

private:
    void ask(std::size_t connection)
    {
        if (m_left-- <= 0)
            return;
        ++m_number;
        FetchOrder order;
        order.url = m_server.urlOf(m_number);
        order.timeout = std::chrono::minutes(1);
        m_asked[connection] = m_number;
        m_transfers.start(connection, order);
    }

    void take(const Fetched& fetched)
    {
        if (!fetched.body) {
            std::fprintf(stderr, "%s\n", fetched.body.error().message.c_str());
            std::exit(1);
        }
        ++m_answered;
        const std::chrono::duration<double> body(static_cast<double>(fetched.body->size()) /
                                                 m_options.bytesPerSecond);
        m_ideal[fetched.id] +=
            delayOf(m_options, m_asked[fetched.id]) + std::chrono::duration_cast<Nanoseconds>(body);
        ask(fetched.id);
    }

    const ImageServer& m_server;
    ServerOptions m_options;
    Transfers m_transfers;
    std::vector<Nanoseconds> m_ideal;  ///< of each connection
    std::map<std::size_t, std::int64_t> m_asked;
    std::int64_t m_number = 0;
    int m_left;
    int m_answered = 0;
};

void measure(const ImageServer& server, const ServerOptions& options, int connections, int requests)
{
    Load load(server, options, connections, requests);
    const Nanoseconds begin = now();
    const Nanoseconds serverBegin = server.cpuTime();
    const CpuTime ownBegin = threadCpuTime();
    load.run();
    const Nanoseconds wall = now() - begin;
    const Nanoseconds serverTime = server.cpuTime() - serverBegin;
    const Nanoseconds ownTime = (threadCpuTime() - ownBegin).total;
    std::printf("  %3d connections  %7.1f requests/s  %5.1f %% of what delay and bandwidth allow  "
                "server %5.2f ms a request, %4.1f %% of a core  client %4.1f %%\n",
                connections, load.answered() / seconds(wall),
                100 * seconds(load.ideal()) / seconds(wall),
                toMilliseconds(serverTime) / load.answered(),
                100 * seconds(serverTime) / seconds(wall), 100 * seconds(ownTime) / seconds(wall));
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv)
{
    const int requests = argc > 1 ? std::atoi(argv[1]) : 20;
    if (requests < 1) {
        std::fputs("usage: bench_imageserver [requests of each connection]\n", stderr);
        return 2;
    }
    const ServerOptions options;
    const auto server = ImageServer::start(COREOGRAM_RUN, options);
    if (!server) {
        std::fprintf(stderr, "%s\n", server.error().message.c_str());
        return 1;
    }
    std::printf("the image server, delay %.0f ms ± %.0f %%, %.0f MB/s a connection, %d requests of "
                "each\n",
                toMilliseconds(options.delay), options.spread * 100, options.bytesPerSecond / 1e6,
                requests);
    for (const int connections : {1, 5, 64, 256})
        measure(*server, options, connections, requests);
    return 0;
}
