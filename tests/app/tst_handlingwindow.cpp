#include "app/mainwindow.h"
#include "app/shell/command.h"
#include "app/shell/shortcutsheet.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/searchbar.h"
#include "core/storage/recordingfile.h"
#include "tests/app/windowundertest.h"
#include "tests/support/samplestream.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace std::chrono_literals;

namespace {

/// A key of a remote or of the number pad, which says itself what it does.
bool isExtra(const QKeySequence& key)
{
    return key[0].key() == Qt::Key_Enter ||
           key.toString(QKeySequence::PortableText).startsWith(QStringLiteral("Media")) ||
           key[0].key() == Qt::Key_MediaTogglePlayPause;
}

}  // namespace

/// The handling of the timelines as the window's commands and files have it.
class TestHandlingWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bookmarksAreSavedWithTheRecording();
    void bookmarksOfARunAreSaved();
    void bookmarksThatNobodySavedAreKept();
    void bookmarksGoWithTheirRecording();
    void lettersAreWrittenIntoLines();
    void theSheetListsEveryKey();
    void theSheetFitsIntoASmallScreen_data();
    void theSheetFitsIntoASmallScreen();

private:
    void openSample();
    [[nodiscard]] ComparisonView& view() const;

    std::unique_ptr<WindowUnderTest> m_ui;
};

void TestHandlingWindow::init()
{
    m_ui.reset();
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(FAKE_RUNNER_PATH));
}

ComparisonView& TestHandlingWindow::view() const
{
    return *m_ui->window().findChild<ComparisonView*>();
}

void TestHandlingWindow::openSample()
{
    QFile file(m_ui->path("sample.coreogram"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(streamBytes(sampleFrames()));
    file.close();
    m_ui->drop(file.fileName());
    QTRY_COMPARE(view().bookmarks().size(), 2U);
}

void TestHandlingWindow::bookmarksAreSavedWithTheRecording()
{
    openSample();
    QVERIFY(!m_ui->window().isWindowModified());
    view().setFocus();
    view().viewport().showCursor(10ms);
    m_ui->press(Qt::Key_M);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("mine"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(m_ui->window().isWindowModified());

    m_ui->press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_ui->window().isWindowModified());
    const auto saved = readRecording(m_ui->path("sample.coreogram"));
    QVERIFY(saved);
    QVERIFY(saved->warning.empty());
    std::vector<Bookmark> wanted = built(sampleFrames()).bookmarks;
    wanted.push_back({RunId{0}, 10ms, "mine"});
    QVERIFY(saved->comparison.bookmarks == wanted);
    QCOMPARE(saved->comparison.runs.size(), built(sampleFrames()).runs.size());
}

void TestHandlingWindow::bookmarksOfARunAreSaved()
{
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    view().setFocus();
    view().viewport().showCursor(7ms);
    m_ui->press(Qt::Key_M);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("seen"));
    m_ui->press(Qt::Key_Return);
    m_ui->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_ui->answerFileDialog(m_ui->path("run.coreogram")));
    QTRY_VERIFY(!m_ui->window().isWindowModified());
    const auto saved = readRecording(m_ui->path("run.coreogram"));
    QVERIFY(saved);
    const std::vector<Bookmark> wanted{{RunId{0}, 7ms, "seen"}};
    QVERIFY(saved->comparison.bookmarks == wanted);
}

void TestHandlingWindow::bookmarksThatNobodySavedAreKept()
{
    const auto kept = [this] {
        const QFileInfoList all = m_ui->session().earlier().all();
        const auto newest = readRecording(all.isEmpty() ? QString() : all.first().filePath());
        return newest ? newest->comparison.bookmarks : std::vector<Bookmark>();
    };
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    const std::vector<Bookmark> ofRun{{RunId{0}, 7ms, "seen"}};
    view().setBookmarks(ofRun);
    Q_EMIT view().bookmarksEdited();
    openSample();
    QVERIFY(kept() == ofRun);

    const std::vector<Bookmark> ofFile{{RunId{0}, 3ms, "in the file"}};
    view().setBookmarks(ofFile);
    Q_EMIT view().bookmarksEdited();
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    const auto ofNewRun = ofRun;
    QCOMPARE(m_ui->session().earlier().all().size(), 4);  // two runs, and two with bookmarks
    view().setBookmarks(ofNewRun);
    Q_EMIT view().bookmarksEdited();
    m_ui->press(Qt::Key_Space);  // the next run drops what it had
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(m_ui->session().earlier().all().size(), 6);

    view().setBookmarks(ofFile);
    Q_EMIT view().bookmarksEdited();
    m_ui->window().close();
    QVERIFY(kept() == ofFile);
    m_ui->window().close();
    QCOMPARE(m_ui->session().earlier().all().size(), 7);  // once is enough
}

void TestHandlingWindow::bookmarksGoWithTheirRecording()
{
    openSample();
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(view().bookmarks().empty());
}

void TestHandlingWindow::lettersAreWrittenIntoLines()
{
    openSample();
    view().setFocus();
    m_ui->press(Qt::Key_F, Qt::ControlModifier);
    auto* const bar = m_ui->window().findChild<SearchBar*>();
    QVERIFY(bar->isVisible());
    for (const Qt::Key key : {Qt::Key_M, Qt::Key_R, Qt::Key_C, Qt::Key_Question})
        m_ui->press(key);
    QCOMPARE(bar->text(), QStringLiteral("mrc?"));
    QCOMPARE(view().bookmarks().size(), 2U);
    m_ui->press(Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void TestHandlingWindow::theSheetListsEveryKey()
{
    view().setFocus();
    m_ui->press(Qt::Key_Question);
    auto* const sheet = m_ui->window().findChild<ShortcutSheet*>();
    QVERIFY(sheet && sheet->isVisible());
    QStringList words;
    for (const QLabel* const label : sheet->findChildren<QLabel*>())
        words << label->text().split(QStringLiteral("  "));
    for (int i = 0; i < commandCount; ++i) {
        for (const QKeySequence& key : keysOf(static_cast<Command>(i)))
            QVERIFY2(words.contains(key.toString(QKeySequence::NativeText)) || isExtra(key),
                     qPrintable(key.toString()));
    }
    sheet->close();
}

void TestHandlingWindow::theSheetFitsIntoASmallScreen_data()
{
    QTest::addColumn<QSize>("screen");
    QTest::addColumn<bool>("needsBars");
    QTest::newRow("large") << QSize(1900, 1000) << false;
    QTest::newRow("small") << QSize(1016, 690) << false;
    QTest::newRow("tiny") << QSize(632, 440) << true;
}

void TestHandlingWindow::theSheetFitsIntoASmallScreen()
{
    QFETCH(const QSize, screen);
    QFETCH(const bool, needsBars);
    ShortcutSheet sheet(&m_ui->window());
    sheet.setAttribute(Qt::WA_DeleteOnClose, false);
    sheet.show();
    sheet.fitInto(screen);
    QCoreApplication::processEvents();
    QCOMPARE(sheet.size().boundedTo(screen), sheet.size());
    const auto* const scroll = sheet.findChild<QScrollArea*>();
    QCOMPARE(scroll->horizontalScrollBar()->maximum() > 0, needsBars);
    QVERIFY(needsBars || scroll->verticalScrollBar()->maximum() == 0);
}

QTEST_MAIN(TestHandlingWindow)
#include "tst_handlingwindow.moc"
