#include "app/export/exportjob.h"
#include "app/export/perfettodesk.h"
#include "app/mainwindow.h"
#include "app/shell/messagestrip.h"
#include "app/timeline/comparisonpicture.h"
#include "app/timeline/comparisonsight.h"
#include "app/timeline/comparisonview.h"
#include "core/storage/exportfile.h"
#include "tests/app/windowundertest.h"
#include "tests/support/fulldisk.h"
#include "tests/support/samplestream.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

/// What leaves the window for other programs.
class TestExportWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_ui.reset(); }
    void offersNothingWithoutRuns();
    void numbersAndTraces_data();
    void numbersAndTraces();
    void exportIsStopped();
    void openingIsStopped();
    void fullDisk();
    void pictureOfWhatIsSeen();
    void perfetto();
    void perfettoWithoutABrowser();

private:
    void beginToOpen(const QString& path);
    void openSample();
    [[nodiscard]] QToolButton& stopButton() const;
    [[nodiscard]] QAction* action(const QString& text) const;
    [[nodiscard]] PerfettoDesk& perfettoDesk() const;

    std::unique_ptr<WindowUnderTest> m_ui;
};

void TestExportWindow::init()
{
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(RUNNER_PATH));
}

void TestExportWindow::beginToOpen(const QString& path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(streamBytes(sampleFrames()));
    file.close();
    m_ui->window().openRecording(path);
}

void TestExportWindow::openSample()
{
    beginToOpen(m_ui->path("four ways.coreogram"));
    QTRY_VERIFY(action(u"Export Intervals…"_s)->isEnabled());
}

QAction* TestExportWindow::action(const QString& text) const
{
    for (QAction* const action : m_ui->window().findChildren<QAction*>()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    qFatal("no action %s", qPrintable(text));
}

PerfettoDesk& TestExportWindow::perfettoDesk() const
{
    return *m_ui->window().findChild<PerfettoDesk*>();
}

void TestExportWindow::offersNothingWithoutRuns()
{
    const QStringList texts{u"Export Picture…"_s,       u"Export What Is Seen…"_s,
                            u"Export Intervals…"_s,     u"Export Chrome Trace…"_s,
                            u"Export Fuchsia Trace…"_s, u"Open in Perfetto"_s};
    for (const QString& text : texts)
        QVERIFY2(!action(text)->isEnabled(), qPrintable(text));
    openSample();
    for (const QString& text : texts)
        QVERIFY2(action(text)->isEnabled(), qPrintable(text));
}

void TestExportWindow::numbersAndTraces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("csv") << u"Export Intervals…"_s << ExportFormat::Csv;
    QTest::newRow("json") << u"Export Chrome Trace…"_s << ExportFormat::ChromeJson;
    QTest::newRow("fxt") << u"Export Fuchsia Trace…"_s << ExportFormat::Fxt;
}

void TestExportWindow::numbersAndTraces()
{
    QFETCH(QString, text);
    QFETCH(ExportFormat, format);
    openSample();
    const QString path = m_ui->path("out") + u'.' + endingOf(format);
    action(text)->trigger();
    QVERIFY(m_ui->answerFileDialog(path));
    QTRY_VERIFY(m_ui->statusText().contains(u"Exported to"_s));
    QVERIFY(!m_ui->window().findChild<QProgressBar*>()->isVisible());
    const QString expected = m_ui->path("expected");
    QVERIFY(exportFile(expected, built(sampleFrames()), format));
    QVERIFY(!contents(path).isEmpty());
    QCOMPARE(contents(path), contents(expected));
}

QToolButton& TestExportWindow::stopButton() const
{
    return *m_ui->window().findChild<QToolButton*>(u"stopWork"_s);
}

void TestExportWindow::exportIsStopped()
{
    auto big = std::make_shared<Comparison>(built(sampleFrames()));
    std::vector<Slice>& slices = big->runs.at(0).workers.at(0).slices;
    slices.clear();
    for (int i = 0; i < 300'000; ++i)
        slices.push_back({Nanoseconds(2 * i), Nanoseconds(2 * i + 1)});
    const QString path = m_ui->path("big.csv");
    ExportJob job;
    QSignalSpy stopped(&job, &ExportJob::stopped);
    QSignalSpy written(&job, &ExportJob::written);
    job.write(big, path, ExportFormat::Csv);
    job.stop();
    job.write(std::make_shared<const Comparison>(built(sampleFrames())), path, ExportFormat::Csv);
    QTRY_COMPARE(written.size(), 1);  // what is asked for afterwards
    QCOMPARE(stopped.size(), 1);
    QVERIFY(contents(path).size() < 10'000);
}

void TestExportWindow::openingIsStopped()
{
    QVERIFY(!stopButton().isVisible());
    const QString path = m_ui->path("four ways.coreogram");
    beginToOpen(path);
    QVERIFY(stopButton().isVisible());
    m_ui->click(&stopButton());
    QCOMPARE(m_ui->statusText(), u"Stopped: %1 was not opened."_s.arg(path));
    QVERIFY(!stopButton().isVisible());
    QTest::qWait(50);  // what was read meanwhile is dropped
    QVERIFY(!action(u"Export Intervals…"_s)->isEnabled());
    openSample();
    QVERIFY(!stopButton().isVisible());
}

void TestExportWindow::fullDisk()
{
    openSample();
    const QString path = m_ui->path("out.csv");
    {
        const FullDisk disk(100);
        action(u"Export Intervals…"_s)->trigger();
        QVERIFY(m_ui->answerFileDialog(path));
        QTRY_VERIFY(m_ui->messages().isVisible());
    }
    QVERIFY2(m_ui->messages().text().contains(u"could not write "_s + path),
             qPrintable(m_ui->messages().text()));
    QVERIFY(!QFile::exists(path));
    QVERIFY(!m_ui->window().findChild<QProgressBar*>()->isVisible());
    action(u"Export Intervals…"_s)->trigger();  // now there is room
    QVERIFY(m_ui->answerFileDialog(path));
    QTRY_VERIFY(m_ui->statusText().contains(u"Exported to"_s));
    QVERIFY(!m_ui->messages().isVisible());  // what went wrong before is told no longer
}

void TestExportWindow::pictureOfWhatIsSeen()
{
    openSample();
    auto* view = m_ui->window().findChild<ComparisonView*>();
    view->viewport().zoomTo({2ms, 4ms});
    view->setRowsBy(RowsBy::Cores);
    const QString path = m_ui->path("seen.svg");
    action(u"Export What Is Seen…"_s)->trigger();
    QVERIFY(m_ui->answerFileDialog(path));
    QTRY_VERIFY(QFile::exists(path));
    const ComparisonSight sight = view->sight();
    QCOMPARE(sight.visible, (TimeRange{2ms, 4ms}));
    QVERIFY(!sight.runs.empty());
    const QString svg = QString::fromUtf8(contents(path));
    QVERIFY(svg.contains(u">Core 0</text>"_s));
    QVERIFY(!svg.contains(u">Task 1</text>"_s));
    QVERIFY(svg.contains(u">3"_s));        // the axis, in the middle
    QVERIFY(!svg.contains(u">0 ms</"_s));  // its beginning is out of sight
}

void TestExportWindow::perfetto()
{
    openSample();
    QList<QUrl> opened;
    perfettoDesk().setPort(0);
    perfettoDesk().setOpener([&](const QUrl& address) {
        opened << address;
        return true;
    });
    action(u"Open in Perfetto"_s)->trigger();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY2(opened[0].toString().endsWith(u"/four-ways.fxt"_s), qPrintable(opened[0].toString()));
    QVERIFY(m_ui->statusText().contains(u"http://127.0.0.1:"_s));
    QVERIFY(!m_ui->window().findChild<QProgressBar*>()->isVisible());
}

void TestExportWindow::perfettoWithoutABrowser()
{
    openSample();
    QString address;
    perfettoDesk().setPort(0);
    perfettoDesk().setOpener([&](const QUrl& tried) {
        address = tried.toString(QUrl::FullyEncoded);
        return false;
    });
    action(u"Open in Perfetto"_s)->trigger();
    QTRY_VERIFY(m_ui->messages().isVisible());
    QVERIFY(m_ui->messages().text().contains(address));
    for (QToolButton* const button : m_ui->messages().findChildren<QToolButton*>()) {
        if (button->text() == u"Copy the address"_s)
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), address);
}

QTEST_MAIN(TestExportWindow)
#include "tst_exportwindow.moc"
