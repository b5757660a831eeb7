#include "core/fetch/transfers.h"
#include "core/imageserver/imageserver.h"
#include "tests/support/descriptors.h"
#include "tests/support/faultserver.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <optional>

using namespace std::chrono_literals;

namespace {

using namespace Qt::StringLiterals;

QString errorOf(const std::string& program, const ServerOptions& options)
{
    const auto server = ImageServer::start(program, options);
    return server ? u"started"_s : QString::fromStdString(server.error().message);
}

ImageServer started()
{
    auto server = ImageServer::start(COREOGRAM_RUN, {});
    if (!server)
        qFatal("%s", server.error().message.c_str());
    return std::move(*server);
}

/// Whether there is no such process, or only what is left until its parent has waited for it.
bool hasEnded(std::int64_t pid)
{
    std::ifstream status("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    return !std::getline(status, line) || line[line.rfind(')') + 2] == 'Z';
}

bool isThere(std::int64_t pid)
{
    return kill(static_cast<pid_t>(pid), 0) == 0;
}

}  // namespace

/// When the image server starts, why it does not, and that nothing of it is left.
class TestImageServerLife : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsWithItsObject();
    void endsInTheMiddleOfAnswers();
    void endsWithTheOneThatStartedIt();
    void killedWhereItIsStopped();
    void diesOfItself();
    void anotherWaitedForIt();
    void canBeMoved();
    void isNotInterrupted();
    void portInUse();
    void cannotStart_data();
    void cannotStart();
};

void TestImageServerLife::endsWithItsObject()
{
    const auto before = openDescriptors();
    std::int64_t pid = 0;
    {
        const ImageServer server = started();
        pid = server.pid();
        QVERIFY(server.isAlive());
        QVERIFY(server.port() > 0);
        QVERIFY(isThere(pid));
    }
    QVERIFY(!isThere(pid));
    QCOMPARE(openDescriptors(), before);
}

void TestImageServerLife::endsInTheMiddleOfAnswers()
{
    std::optional<ImageServer> server = started();
    const std::int64_t pid = server->pid();
    Transfers transfers;
    for (std::uint64_t number = 1; number <= 20; ++number) {
        FetchOrder order;
        order.url = server->urlOf(1);
        transfers.start(number, order);
    }
    (void)transfers.advance();
    transfers.wait(30ms);
    (void)transfers.advance();
    server.reset();
    QVERIFY(!isThere(pid));
    while (transfers.inProgress() > 0) {
        for (const Fetched& fetched : transfers.advance())
            QVERIFY(!fetched.body.has_value());
        transfers.wait(10ms);
    }
}

void TestImageServerLife::endsWithTheOneThatStartedIt()
{
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    const pid_t starter = fork();
    if (starter == 0) {
        const ImageServer server = started();
        const std::int64_t pid = server.pid();
        const auto written = write(ends[1], &pid, sizeof pid);
        _exit(written == sizeof pid ? 0 : 1);  // without a word to the server
    }
    std::int64_t pid = 0;
    QCOMPARE(read(ends[0], &pid, sizeof pid), static_cast<ssize_t>(sizeof pid));
    close(ends[0]);
    close(ends[1]);
    waitpid(starter, nullptr, 0);
    QTRY_VERIFY(hasEnded(pid));
}

void TestImageServerLife::killedWhereItIsStopped()
{
    std::optional<ImageServer> server = started();
    const std::int64_t pid = server->pid();
    kill(static_cast<pid_t>(pid), SIGSTOP);
    server.reset();
    QVERIFY(!isThere(pid));
}

void TestImageServerLife::diesOfItself()
{
    std::optional<ImageServer> server = started();
    const Nanoseconds before = server->cpuTime();
    const std::int64_t pid = server->pid();
    kill(static_cast<pid_t>(pid), SIGKILL);
    QTRY_VERIFY(!server->isAlive());
    QCOMPARE(server->cpuTime(), before);
    server.reset();
    QVERIFY(!isThere(pid));
}

void TestImageServerLife::anotherWaitedForIt()
{
    std::optional<ImageServer> server = started();
    kill(static_cast<pid_t>(server->pid()), SIGKILL);
    QCOMPARE(waitpid(-1, nullptr, 0), static_cast<pid_t>(server->pid()));
    QVERIFY(!server->isAlive());
    server.reset();
}

void TestImageServerLife::canBeMoved()
{
    ImageServer first = started();
    const std::int64_t replaced = first.pid();
    ImageServer second = started();
    const std::int64_t kept = second.pid();
    first = std::move(second);
    QCOMPARE(first.pid(), kept);
    QVERIFY(first.isAlive());
    QVERIFY(!isThere(replaced));
}

void TestImageServerLife::isNotInterrupted()
{
    const ImageServer server = started();
    for (const int signal : {SIGINT, SIGTERM})
        kill(static_cast<pid_t>(server.pid()), signal);
    FetchOrder order;
    order.url = server.urlOf(1);
    QVERIFY(fetch(order).has_value());
}

void TestImageServerLife::portInUse()
{
    const FaultServer other;
    ServerOptions options;
    options.port = other.port();
    QCOMPARE(errorOf(COREOGRAM_RUN, options),
             u"the image server cannot use port %1 of this machine: The bound address is already "
             "in use; expected a free one"_s.arg(other.port()));
    options.port = closedPort();
    QCOMPARE(errorOf(COREOGRAM_RUN, options), u"started"_s);
}

void TestImageServerLife::cannotStart_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("error");
    QTest::newRow("none") << u"/nowhere/coreogram-run"_s
                          << u"the image server: could not start /nowhere/coreogram-run: No such "
                             "file or directory"_s;
    QTest::newRow("another") << u"/bin/true"_s
                             << u"the image server ended before it named its port"_s;
}

void TestImageServerLife::cannotStart()
{
    QFETCH(const QString, program);
    const auto before = openDescriptors();
    QTEST(errorOf(program.toStdString(), {}), "error");
    QCOMPARE(openDescriptors(), before);
    QCOMPARE(waitpid(-1, nullptr, WNOHANG), -1);  // no child is left
}

QTEST_GUILESS_MAIN(TestImageServerLife)
#include "tst_imageserverlife.moc"
