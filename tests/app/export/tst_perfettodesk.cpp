#include "app/export/perfettodesk.h"
#include "tests/support/fxtreader.h"
#include "tests/support/samplestream.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Comparison> sample()
{
    return std::make_shared<const Comparison>(built(sampleFrames()));
}

}  // namespace

/// From a recording to what Perfetto reads, with a browser of our own.
class TestPerfettoDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void browserReadsTheTrace();
    void namesThatAddressesCannotHold();
    void noBrowser();
    void portInUse();
    void nobodyReads();

private:
    std::unique_ptr<PerfettoDesk> m_desk;
    QList<QUrl> m_opened;
};

void TestPerfettoDesk::init()
{
    m_opened.clear();
    m_desk = std::make_unique<PerfettoDesk>();
    m_desk->setPort(0);
    m_desk->setOpener([this](const QUrl& address) {
        m_opened << address;
        return true;
    });
}

void TestPerfettoDesk::browserReadsTheTrace()
{
    const QSignalSpy news(m_desk.get(), &PerfettoDesk::news);
    m_desk->open(sample(), u"four ways"_s);
    QTRY_COMPARE(m_opened.size(), 1);
    const QString address = m_opened[0].toString(QUrl::FullyEncoded);
    QVERIFY2(address.startsWith(u"https://ui.perfetto.dev/#!/?url=http://127.0.0.1:"_s),
             qPrintable(address));
    QVERIFY2(address.endsWith(u"/four-ways.fxt"_s), qPrintable(address));

    QNetworkAccessManager browser;
    QNetworkRequest request(QUrl(address.section(u"url="_s, 1)));
    request.setRawHeader("Origin", "https://ui.perfetto.dev");
    const std::unique_ptr<QNetworkReply> reply(browser.get(request));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->rawHeader("Access-Control-Allow-Origin"), "https://ui.perfetto.dev"_ba);
    const QStringList lines = fxtText(reply->readAll());
    QCOMPARE(lines.filter(QRegularExpression(u"^process "_s)).size(),
             static_cast<qsizetype>(sample()->runs.size()));
    QTRY_VERIFY(news.last()[0].toString().contains(u"has read"_s));
    QVERIFY(!m_desk->server().isServing());
}

void TestPerfettoDesk::namesThatAddressesCannotHold()
{
    for (const auto& [name, expected] :
         {std::pair(u"a/../b?c#d ü"_s, u"/a-..-b-c-d-.fxt"_s), {QString(), u"/recording.fxt"_s}}) {
        m_opened.clear();
        m_desk->open(sample(), name);
        QTRY_COMPARE(m_opened.size(), 1);
        const QString address = m_opened[0].toString(QUrl::FullyEncoded);
        QVERIFY2(address.endsWith(expected), qPrintable(address));
    }
}

void TestPerfettoDesk::noBrowser()
{
    m_desk->setOpener([](const QUrl&) { return false; });
    QSignalSpy offered(m_desk.get(), &PerfettoDesk::noBrowser);
    m_desk->open(sample(), u"a"_s);
    QTRY_COMPARE(offered.size(), 1);
    const QString address = offered[0][1].toString();
    QVERIFY(offered[0][0].toString().contains(address));
    QVERIFY(address.startsWith(u"https://ui.perfetto.dev/#!/?url=http://127.0.0.1:"_s));
    QVERIFY(m_desk->server().isServing());  // for a browser that the user opens
}

void TestPerfettoDesk::portInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    m_desk->setPort(other.serverPort());
    QSignalSpy failed(m_desk.get(), &PerfettoDesk::failed);
    m_desk->open(sample(), u"a"_s);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u":%1"_s.arg(other.serverPort())));
    QVERIFY(m_opened.isEmpty());
}

void TestPerfettoDesk::nobodyReads()
{
    m_desk->server().setPatience(std::chrono::milliseconds(1));
    const QSignalSpy news(m_desk.get(), &PerfettoDesk::news);
    m_desk->open(sample(), u"a"_s);
    QTRY_COMPARE(news.size(), 2);
    QVERIFY(news.last()[0].toString().contains(u"no longer"_s));
}

QTEST_GUILESS_MAIN(TestPerfettoDesk)
#include "tst_perfettodesk.moc"
