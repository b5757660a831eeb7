#include "core/fetch/transfers.h"
#include "tests/support/descriptors.h"
#include "tests/support/faultserver.h"

#include <QTest>

#include <thread>

using namespace std::chrono_literals;

namespace {

std::string textOf(const std::vector<std::byte>& body)
{
    return {reinterpret_cast<const char*>(body.data()), body.size()};
}

std::string textOf(const Fetched& fetched)
{
    return fetched.body ? textOf(*fetched.body) : fetched.body.error().message;
}

FetchOrder orderOf(const std::string& url)
{
    FetchOrder order;
    order.url = url;
    order.timeout = 60s;
    return order;
}

/// Everything that ends until none is in progress.
std::vector<Fetched> finishAll(Transfers& transfers)
{
    std::vector<Fetched> all;
    while (transfers.inProgress() > 0) {
        for (Fetched& fetched : transfers.advance())
            all.push_back(std::move(fetched));
        if (transfers.inProgress() > 0)
            transfers.wait(1s);
    }
    return all;
}

void waitForConnections(Transfers& transfers, const FaultServer& server, int count)
{
    while (server.connections() < count) {
        QVERIFY(transfers.advance().empty());
        transfers.wait(1ms);
    }
}

}  // namespace

/// Transfers of one thread, against a real server.
class TestTransfers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneAfterAnother();
    void manyAtOnce();
    void followsRedirects();
    void startSendsNothing();
    void cancelledInMidTransfer();
    void destroyedInMidTransfer();
    void identifierMayComeAgain();
    void wakeEndsAWait();
    void eachThreadHasItsOwn();
    void noProxyForThisMachine();
};

void TestTransfers::oneAfterAnother()
{
    const FaultServer server;
    Transfers transfers;
    for (std::uint64_t id = 1; id <= 3; ++id) {
        transfers.start(id, orderOf(server.url("/echo/word" + std::to_string(id))));
        const auto ended = finishAll(transfers);
        QCOMPARE(ended.size(), std::size_t{1});
        QCOMPARE(ended.front().id, id);
        QCOMPARE(textOf(ended.front()), "word" + std::to_string(id));
    }
}

void TestTransfers::manyAtOnce()
{
    const FaultServer server;
    Transfers transfers;
    constexpr std::uint64_t count = 200;
    // None of them can end before all are connected.
    transfers.start(0, orderOf(server.url("/silent")));
    for (std::uint64_t id = 1; id <= count; ++id)
        transfers.start(id, orderOf(server.url("/echo/" + std::to_string(id))));
    QCOMPARE(transfers.inProgress(), std::size_t{count + 1});
    std::vector<int> seen(count + 1);
    while (transfers.inProgress() > 1) {
        for (const Fetched& fetched : transfers.advance()) {
            QCOMPARE(textOf(fetched), std::to_string(fetched.id));
            ++seen.at(fetched.id);
        }
        transfers.wait(10ms);
    }
    QCOMPARE(seen.front(), 0);
    QVERIFY(std::all_of(seen.begin() + 1, seen.end(), [](int times) { return times == 1; }));
}

void TestTransfers::followsRedirects()
{
    const FaultServer server;
    const auto body = fetch(orderOf(server.url("/after/9/there")));
    QVERIFY2(body.has_value(), body ? "" : body.error().message.c_str());
    QCOMPARE(textOf(*body), std::string("there"));
}

void TestTransfers::startSendsNothing()
{
    const FaultServer server;
    Transfers transfers;
    transfers.start(1, orderOf(server.url("/echo/x")));
    transfers.cancel(1);
    QVERIFY(transfers.advance().empty());
    QCOMPARE(server.connections(), 0);
}

void TestTransfers::cancelledInMidTransfer()
{
    const FaultServer server;
    Transfers transfers;
    transfers.start(1, orderOf(server.url("/trickle")));
    transfers.start(2, orderOf(server.url("/endless")));
    transfers.start(3, orderOf(server.url("/silent")));
    waitForConnections(transfers, server, 3);
    for (const std::uint64_t id : {1, 2, 3, 4})
        transfers.cancel(id);
    QCOMPARE(transfers.inProgress(), std::size_t{0});
    QVERIFY(transfers.advance().empty());
    QTRY_COMPARE(server.open(), 0);  // their connections are closed, not kept
}

void TestTransfers::destroyedInMidTransfer()
{
    const FaultServer server;
    const auto before = openDescriptors();
    {
        Transfers transfers;
        transfers.start(1, orderOf(server.url("/silent")));
        transfers.start(2, orderOf(server.url("/endless")));
        waitForConnections(transfers, server, 2);
    }
    QTRY_COMPARE(server.open(), 0);
    QCOMPARE(openDescriptors(), before);
}

void TestTransfers::identifierMayComeAgain()
{
    const FaultServer server;
    Transfers transfers;
    transfers.start(7, orderOf(server.url("/silent")));
    waitForConnections(transfers, server, 1);
    transfers.cancel(7);
    transfers.start(7, orderOf(server.url("/echo/second")));
    const auto ended = finishAll(transfers);
    QCOMPARE(ended.size(), std::size_t{1});
    QCOMPARE(textOf(ended.front()), std::string("second"));
}

void TestTransfers::wakeEndsAWait()
{
    Transfers transfers;
    std::jthread other([&] { transfers.wake(); });
    transfers.wait(24h);  // hangs, unless woken
    QCOMPARE(transfers.inProgress(), std::size_t{0});
}

void TestTransfers::eachThreadHasItsOwn()
{
    const FaultServer server;
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 8; ++thread) {
            threads.emplace_back([&, thread] {
                const std::string words = "thread" + std::to_string(thread);
                for (int i = 0; i < 10; ++i) {
                    const auto body = fetch(orderOf(server.url("/echo/" + words)));
                    right += body && textOf(*body) == words ? 1 : 0;
                }
            });
        }
    }
    QCOMPARE(right.load(), 80);
}

void TestTransfers::noProxyForThisMachine()
{
    const FaultServer server;
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(closedPort()));
    qputenv("no_proxy", "example.org");
    const auto here = fetch(orderOf(server.url("/echo/direct")));
    const auto there = fetch(orderOf("http://coreogram.invalid/"));
    qunsetenv("http_proxy");
    qunsetenv("no_proxy");
    QVERIFY2(here.has_value(), here ? "" : here.error().message.c_str());
    QVERIFY(!there.has_value());
    QVERIFY2(there.error().message.find("refused") != std::string::npos,
             there.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
