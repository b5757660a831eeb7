#include "core/fetch/transfers.h"
#include "core/imageserver/imageserver.h"
#include "core/observe/clock.h"

#include <QFile>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <map>

using namespace std::chrono_literals;

namespace {

using namespace Qt::StringLiterals;

constexpr ServerOptions fast{0ns, 0, 1e9, 0};

ImageServer started(const ServerOptions& options)
{
    auto server = ImageServer::start(COREOGRAM_RUN, options);
    if (!server)
        qFatal("%s", server.error().message.c_str());
    return std::move(*server);
}

FetchOrder orderOf(const std::string& url)
{
    FetchOrder order;
    order.url = url;
    order.timeout = 10min;
    return order;
}

/// Empty if it could not be fetched.
QByteArray fetched(const std::string& url)
{
    const auto body = fetch(orderOf(url));
    if (!body)
        return {};
    return {reinterpret_cast<const char*>(body->data()), static_cast<qsizetype>(body->size())};
}

QByteArray pictureFile(std::int64_t number)
{
    QFile file(u"" PICTURES "/%1.jpg"_s.arg((number - 1) % 7 + 1));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no picture %s", qPrintable(file.fileName()));
    return file.readAll();
}

/// How many of a process's descriptors are connections.
int connectionsOf(std::int64_t pid)
{
    int count = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/fd")) {
        std::error_code isGone;
        const auto target = std::filesystem::read_symlink(entry, isGone).string();
        count += target.starts_with("socket:") ? 1 : 0;
    }
    return count;
}

/// The local addresses at which something listens on `port`, as /proc/net/tcp writes them.
std::vector<std::string> listenersAt(int port)
{
    std::vector<std::string> addresses;
    const std::string suffix = u":%1"_s.arg(port, 4, 16, QChar(u'0')).toUpper().toStdString();
    for (const char* const table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        std::ifstream lines(table);
        std::string number;
        std::string local;
        std::string remote;
        std::string state;
        for (std::string line; std::getline(lines, line);) {
            std::istringstream(line) >> number >> local >> remote >> state;
            if (state == "0A" && local.ends_with(suffix))
                addresses.push_back(local.substr(0, local.size() - suffix.size()));
        }
    }
    return addresses;
}

}  // namespace

/// What the image server answers, and when.
class TestImageServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servesThePicturesInTurn();
    void nothingElse();
    void delaysEachPicture();
    void spreadsABodyOverItsTime();
    void isThereBeforeItIsWhole();
    void manyConnections_data();
    void manyConnections();
    void clientsThatLeave();
    void onThisMachineOnly();
    void cpuTimeIsItsOwn();
};

void TestImageServer::servesThePicturesInTurn()
{
    const ImageServer server = started(fast);
    for (const std::int64_t number : {1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 7001})
        QVERIFY2(fetched(server.urlOf(number)) == pictureFile(number),
                 qPrintable(QString::number(number)));
    QVERIFY(pictureFile(1) != pictureFile(2));
}

void TestImageServer::nothingElse()
{
    const ImageServer server = started(fast);
    const std::string root = server.urlOf(1).substr(0, server.urlOf(1).find("/picture"));
    for (const char* const path : {"/", "/picture/0", "/picture/-1", "/picture/x", "/picture/1/2",
                                   "/picture/99999999999999999999", "/../1.jpg"}) {
        const auto body = fetch(orderOf(root + path));
        QVERIFY2(!body && body.error().message.ends_with("404 (Not Found); expected 200 (OK)"),
                 path);
    }
}

void TestImageServer::delaysEachPicture()
{
    const ServerOptions options{60ms, 0.5, 1e9, 0};
    const ImageServer server = started(options);
    for (const std::int64_t number : {1, 2, 3, 2, 1}) {
        const Nanoseconds before = now();
        QVERIFY(!fetched(server.urlOf(number)).isEmpty());
        QVERIFY(now() - before >= delayOf(options, number));
    }
}

void TestImageServer::spreadsABodyOverItsTime()
{
    const ServerOptions options{0ns, 0, 400'000, 0};
    const ImageServer server = started(options);
    const Nanoseconds before = now();
    const auto size = static_cast<double>(fetched(server.urlOf(1)).size());
    const std::chrono::duration<double> took = now() - before;
    QVERIFY(size > 0);
    QVERIFY2(took.count() >= size / options.bytesPerSecond,
             qPrintable(QString::number(took.count())));
}

void TestImageServer::isThereBeforeItIsWhole()
{
    const ImageServer server = started({0ns, 0, 1000, 0});
    FetchOrder order = orderOf(server.urlOf(1));
    order.timeout = 3s;  // the picture takes a minute
    const auto body = fetch(order);
    QVERIFY(!body);
    const QString error = QString::fromStdString(body.error().message);
    const QString size = QString::number(pictureFile(1).size());
    QVERIFY2(error.contains(u": only "_s) && error.endsWith(u"; expected "_s + size + u" bytes"_s),
             qPrintable(error));
}

void TestImageServer::manyConnections_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("64") << 64;
    QTest::newRow("256") << 256;
}

void TestImageServer::manyConnections()
{
    QFETCH(const int, count);
    const ImageServer waiting = started({10min, 0, 1e9, 0});
    const ImageServer server = started({50ms, 0.5, 4e6, 0});
    const int before = connectionsOf(waiting.pid());
    Transfers transfers;
    for (int number = 1; number <= count; ++number) {
        transfers.start(static_cast<std::uint64_t>(number), orderOf(server.urlOf(number)));
        transfers.start(static_cast<std::uint64_t>(count + number), orderOf(waiting.urlOf(number)));
    }
    std::map<std::uint64_t, int> right;
    while (transfers.inProgress() > static_cast<std::size_t>(count)) {
        for (const Fetched& one : transfers.advance()) {
            QVERIFY2(one.body.has_value(), one.body ? "" : one.body.error().message.c_str());
            const QByteArray expected = pictureFile(static_cast<std::int64_t>(one.id));
            right[one.id] += std::ranges::equal(*one.body, std::as_bytes(std::span(expected)));
        }
        transfers.wait(100ms);
    }
    QCOMPARE(right.size(), static_cast<std::size_t>(count));
    QVERIFY(std::ranges::all_of(right, [](const auto& entry) { return entry.second == 1; }));
    // The others are all connected at this time.
    QTRY_COMPARE(connectionsOf(waiting.pid()) - before, count);
}

void TestImageServer::clientsThatLeave()
{
    const ImageServer server = started({20ms, 0, 1e5, 0});
    const int before = connectionsOf(server.pid());
    for (const Nanoseconds patience : {1ms, 15ms, 30ms, 60ms}) {
        Transfers transfers;
        for (std::uint64_t number = 1; number <= 20; ++number)
            transfers.start(number, orderOf(server.urlOf(static_cast<std::int64_t>(number))));
        const Nanoseconds deadline = now() + patience;
        while (now() < deadline) {
            QVERIFY(transfers.advance().empty());
            transfers.wait(1ms);
        }
    }
    QTRY_COMPARE(connectionsOf(server.pid()), before);
    QCOMPARE(fetched(server.urlOf(1)), pictureFile(1));
}

void TestImageServer::onThisMachineOnly()
{
    const ImageServer server = started(fast);
    QCOMPARE(listenersAt(server.port()), std::vector<std::string>{"0100007F"});  // 127.0.0.1
}

void TestImageServer::cpuTimeIsItsOwn()
{
    const ImageServer server = started(fast);
    const Nanoseconds before = server.cpuTime();
    QVERIFY(before > 0ns);
    for (int i = 0; i < 50; ++i)
        QVERIFY(!fetched(server.urlOf(1)).isEmpty());
    QVERIFY(server.cpuTime() > before);
}

QTEST_GUILESS_MAIN(TestImageServer)
#include "tst_imageserver.moc"
