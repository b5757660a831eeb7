#include "app/replay/instantboxes.h"
#include "app/replay/instantpanel.h"
#include "app/replay/instanttext.h"
#include "app/timeline/cachedtext.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>

namespace {

constexpr auto turns = "T1[0-30] T2[0-40] T3[0-40] T4[0-40] T5[0-40] T6[]; evidence exact;"
                       "W1: T1 run 0-10@0 ready 10-30; W2: T2 ready 0-10 run 10-40@0;"
                       "W3: T3 ready 0-5 io 5-40; W4: T4 lock 4-40#2T1; W5: T5 ready 0-3 io 3-40";

constexpr auto threads = "observed; evidence exact; W1: run 0-9@0; W2: ready 0-9; W3: io 0-9";

/// "[core 0: *Task 2][ready queue: 1][blocked: 5 3 (I/O) 4 (lock)]"; * runs.
QString text(const InstantPicture& picture)
{
    QString all;
    for (const InstantBox& box : picture) {
        QStringList parts;
        auto reason = box.reasons.begin();
        for (const InstantChip& chip : box.chips) {
            for (; reason != box.reasons.end() && reason->rect.left() < chip.rect.left(); ++reason)
                parts << u'(' + reason->text + u')';
            parts << (chip.kind == InstantChip::Kind::Running ? u'*' + chip.text : chip.text);
        }
        for (; reason != box.reasons.end(); ++reason)
            parts << u'(' + reason->text + u')';
        all += u'[' + box.caption + QStringLiteral(": ") + parts.join(u' ') + u']';
    }
    return all;
}

struct Drawn {
    explicit Drawn(const char* recording, const char* at, int cores = 2)
        : run(recordingFrom(recording)),
          names(run),
          instant(instantOf(run, testOrigin + lengthFrom(at), cores))
    {}

    [[nodiscard]] InstantPicture picture(double width) const
    {
        return pictureOf(instant, names, QSizeF(width, 48), timelineStyle(QFont(), 1));
    }

    Recording run;
    WorkNames names;
    Instant instant;
};

QRectF united(const InstantBox& box)
{
    QRectF all = box.captionRect;
    for (const InstantChip& chip : box.chips)
        all |= chip.rect;
    for (const InstantReason& reason : box.reasons)
        all |= reason.rect;
    return all;
}

QString manyWaiting(int count, const char* reason)
{
    QString text = QStringLiteral("evidence exact; W1: T1 run 0-9@0");
    for (int i = 2; i <= count + 1; ++i)
        text += QStringLiteral("; W%1: T%1 %2 0-9").arg(QString::number(i), QLatin1String(reason));
    return text;
}

}  // namespace

/// The boxes of an instant, and their words.
class TestInstantPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAnInstant_data();
    void showsAnInstant();
    void hasTheHuesOfTheTimelines();
    void numbersParts();
    void countsWhatHasNoRoom_data();
    void countsWhatHasNoRoom();
    void keepsTheReasonInLittleRoom();
    void nothingJumps();
    void nothingOverlaps_data();
    void nothingOverlaps();
    void saysIt_data();
    void saysIt();
    void isEnumeratedToALimit();
    void showsTheRunInFocus();
    void tellsScreenReaders();
    void paints();
};

void TestInstantPicture::showsAnInstant_data()
{
    QTest::addColumn<QByteArray>("recording");
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QString>("picture");
    const auto row = [](const char* name, const char* recording, const char* at,
                        const char* picture) {
        QTest::newRow(name) << QByteArray(recording) << QByteArray(at)
                            << QString::fromUtf8(picture);
    };
    row("taking turns", turns, "20",
        "[core 0: *Task 2][core 1: idle][ready queue: 1][blocked: 5 3 (I/O) 4 (lock)]");
    row("ready in order", turns, "1",
        "[core 0: *Task 1][core 1: idle][ready queue: 2 3 5][blocked: 4 (not known)]");
    row("one reason", "T1[0-9]; W1: T1 sleep 0-9", "1",
        "[core 0: idle][core 1: idle][ready queue: –][blocked: sleep: 1 ()]");
    row("core not known", "T1[0-9]; W1: T1 run 0-9", "1",
        "[some core: *Task 1][core 1: ?][ready queue: –][blocked: –]");
    row("between tasks", "T1[5-9]; evidence exact; W1: - run 0-5@1 T1 run 5-9@1", "1",
        "[core 0: idle][core 1: *W1][ready queue: –][blocked: –]");
    row("it is over", turns, "50", "[core 0: idle][core 1: idle][ready queue: –][blocked: –]");
    row("threads", threads, "5",
        "[core 0: *Thread 1][core 1: idle][ready queue: W2][blocked: I/O: W3 ()]");
}

void TestInstantPicture::showsAnInstant()
{
    QFETCH(QByteArray, recording);
    QFETCH(QByteArray, at);
    const Drawn drawn(recording.constData(), at.constData());
    QTEST(text(drawn.picture(700)), "picture");
}

void TestInstantPicture::hasTheHuesOfTheTimelines()
{
    const Drawn drawn(turns, "20");
    const InstantPicture picture = drawn.picture(700);
    QCOMPARE(picture[0].chips[0].hue, TaskId{2});
    QCOMPARE(picture[2].chips[0].hue, TaskId{1});
    QCOMPARE(picture[3].reasons[1].state, WorkState::Lock);
    Recording run = recordingFrom(threads);
    run.workers[0].pid = run.workers[1].pid = 10;
    run.workers[2].pid = 20;  // a second process
    const WorkNames names(run);
    const auto hueOf = [&](int worker) {
        return names.hueOf({TaskId::None, {}, static_cast<WorkerId>(worker)});
    };
    QCOMPARE(hueOf(1), TaskId{1});
    QCOMPARE(hueOf(2), TaskId{1});
    QCOMPARE(hueOf(3), TaskId{2});
}

void TestInstantPicture::numbersParts()
{
    Recording run = recordingFrom("W1: T1 run 0-9@0; W2: T1.1 ready 0-9");
    run.start.plan.split = 2;
    const WorkNames names(run);
    QCOMPARE(names.nameOf({TaskId{1}, PartId{0}, WorkerId{1}}), QStringLiteral("Task 1.1"));
    QCOMPARE(names.shortNameOf({TaskId{1}, PartId{1}, WorkerId{2}}), QStringLiteral("1.2"));
    QCOMPARE(names.longestName(), QStringLiteral("Task 1.2"));
}

void TestInstantPicture::countsWhatHasNoRoom_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("box");
    QTest::newRow("ready") << QByteArray("ready") << 2;
    QTest::newRow("blocked") << QByteArray("io") << 3;
}

void TestInstantPicture::countsWhatHasNoRoom()
{
    QFETCH(QByteArray, reason);
    QFETCH(int, box);
    constexpr int count = 200;
    const QByteArray recording = manyWaiting(count, reason.constData()).toLatin1();
    const Drawn drawn(recording.constData(), "5");
    for (const double width : {400.0, 500.0, 900.0, 3000.0}) {
        const InstantBox found = drawn.picture(width)[static_cast<std::size_t>(box)];
        const auto shown = static_cast<int>(found.chips.size()) - 1;
        QVERIFY(shown >= 1);
        QCOMPARE(found.chips.back().text, QStringLiteral("+%1").arg(count - shown));
        QCOMPARE(found.chips.front().text, QStringLiteral("2"));
        const QFont font = timelineStyle(QFont(), 1).strong;
        QVERIFY(found.chips.back().rect.width() >= textWidth(font, found.chips.back().text));
    }
    const Drawn cores("T1[0-9]; evidence exact; W1: T1 run 0-9@0", "5", 64);
    const InstantPicture picture = cores.picture(500);
    const auto shown = picture.size() - 3;
    QCOMPARE(picture[shown].chips[0].text, QStringLiteral("+%1").arg(64 - shown));
}

void TestInstantPicture::keepsTheReasonInLittleRoom()
{
    const Drawn drawn(turns, "20");
    int wordless = 0;
    for (int width = 320; width < 700; width += 20) {
        const InstantPicture picture = drawn.picture(width);
        const InstantBox& blocked = picture.back();
        QVERIFY(!blocked.reasons.empty());
        QCOMPARE(blocked.reasons.front().state, WorkState::Io);
        const bool showsAll = blocked.chips.back().kind == InstantChip::Kind::Waiting;
        wordless += showsAll && blocked.reasons.front().text.isEmpty() ? 1 : 0;
    }
    QVERIFY(wordless > 0);  // rather than to leave out who is blocked
    QCOMPARE(drawn.picture(700).back().reasons.front().text, QStringLiteral("I/O"));
}

/// Where the boxes stand depends on the run and the width alone.
void TestInstantPicture::nothingJumps()
{
    const Drawn then(turns, "1");
    const Drawn later(turns, "20");
    const Drawn over(turns, "50");
    const auto boxes = [](const InstantPicture& picture) {
        QList<QRectF> rects;
        for (const InstantBox& box : picture)
            rects << box.rect;
        return rects;
    };
    QCOMPARE(boxes(then.picture(500)), boxes(later.picture(500)));
    QCOMPARE(boxes(then.picture(500)), boxes(over.picture(500)));
    QVERIFY(boxes(then.picture(500)) != boxes(then.picture(600)));
}

void TestInstantPicture::nothingOverlaps_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {320, 400, 640, 1000, 2000})
        QTest::addRow("%d", width) << width;
}

void TestInstantPicture::nothingOverlaps()
{
    QFETCH(int, width);
    const QByteArray many = manyWaiting(60, "lock").toLatin1();
    for (const Drawn& drawn : {Drawn(turns, "20"), Drawn(many.constData(), "5", 16)}) {
        double right = 0;
        for (const InstantBox& box : drawn.picture(width)) {
            QVERIFY(box.rect.left() >= right);
            right = box.rect.right();
            QVERIFY2(box.rect.contains(united(box)), qPrintable(box.caption));
            QVERIFY(right <= width + 0.5);
        }
    }
}

void TestInstantPicture::saysIt_data()
{
    QTest::addColumn<QByteArray>("recording");
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char* name, const char* recording, const char* at,
                        const char* lines) {
        QTest::newRow(name) << QByteArray(recording) << QByteArray(at) << QString::fromUtf8(lines);
    };
    row("taking turns", turns, "20",
        "Core 0: Task 2|Core 1: idle|Ready queue: Task 1|Blocked: Task 5 (I/O), Task 4 (lock 2, "
        "held by task 1), Task 3 (I/O)|Not started: 1, done: 0");
    row("over", "T1[0-9]; W1: T1 run 0-9@0", "20",
        "The run is over.|Core 0: idle|Core 1: idle|Not started: 0, done: 1");
    row("not known", "T1[0-9] T2[0-9]; W1: T1 run 0-9", "1",
        "Core 0: not known|Core 1: not known|Running, core not known: Task 1|In progress, not "
        "known "
        "how: Task 2");
    row("the global lock", "T1[0-9]; W1: T1 lock 0-9#0T3", "1",
        "Core 0: idle|Core 1: idle|Blocked: Task 1 (the global lock, held by task 3)");
}

void TestInstantPicture::saysIt()
{
    QFETCH(QByteArray, recording);
    QFETCH(QByteArray, at);
    const Drawn drawn(recording.constData(), at.constData());
    QTEST(instantText(drawn.names, drawn.instant).replace(u'\n', u'|'), "lines");
}

void TestInstantPicture::isEnumeratedToALimit()
{
    const QByteArray many = manyWaiting(30, "ready").toLatin1();
    const Drawn drawn(many.constData(), "5", 20);
    const QStringList lines = instantText(drawn.names, drawn.instant).split(u'\n');
    QCOMPARE(lines[12], QStringLiteral("and 8 more"));
    QVERIFY(lines[13].startsWith(QStringLiteral("Ready queue: Task 2, ")));
    QVERIFY(lines[13].endsWith(QStringLiteral("Task 13 and 18 more")));
}

void TestInstantPicture::showsTheRunInFocus()
{
    Comparison comparison;
    comparison.machine.cores = 2;
    comparison.runs = {recordingFrom("T1[0-9]; W1: T1 run 0-9@0"),
                       recordingFrom("T1[0-9] T2[0-9]; W1: T1 run 0-9@0; W2: T2 run 0-9@1")};
    comparison.runs[0].start.mode = Mode::Sequential;
    comparison.runs[1].start.mode = Mode::Parallel;
    InstantPanel panel;
    panel.setTheme(lightTheme());
    panel.setComparison(&comparison);
    panel.showTime(Nanoseconds(5'000'000));
    const auto& boxes = *panel.findChild<InstantBoxes*>();
    auto& runs = *panel.findChild<QComboBox*>();
    QCOMPARE(boxes.instant().cores[1].use, CoreUse::Idle);
    panel.showRun(1);
    QCOMPARE(runs.currentText(), QStringLiteral("Parallel"));
    QCOMPARE(boxes.instant().cores[1].use, CoreUse::Running);
    runs.setCurrentIndex(0);
    QCOMPARE(boxes.instant().cores[1].use, CoreUse::Idle);
    panel.showRun(7);  // there is none
    QCOMPARE(runs.currentIndex(), 0);
    QVERIFY(!runs.isHidden());
    comparison.runs.pop_back();
    panel.setComparison(&comparison);
    QVERIFY(runs.isHidden());
    panel.setComparison(nullptr);
    QVERIFY(boxes.instant().cores.empty());
}

void TestInstantPicture::tellsScreenReaders()
{
    const Recording run = recordingFrom(turns);
    InstantBoxes boxes;
    boxes.setRun(&run, 2);
    boxes.showTime(Nanoseconds(20'000'000));
    QVERIFY(!boxes.accessibleName().isEmpty());
    QTRY_VERIFY(boxes.accessibleDescription().startsWith(QStringLiteral("Core 0: Task 2\n")));
    boxes.showTime(Nanoseconds(5'000'000));
    QTRY_VERIFY(boxes.accessibleDescription().startsWith(QStringLiteral("Core 0: Task 1\n")));
    QCOMPARE(boxes.focusPolicy(), Qt::TabFocus);
}

void TestInstantPicture::paints()
{
    const Recording run = recordingFrom(turns);
    InstantBoxes boxes;
    boxes.setTheme(lightTheme());
    boxes.setRun(&run, 2);
    boxes.showTime(Nanoseconds(20'000'000));
    boxes.resize(700, 48);
    const QImage image = boxes.grab().toImage();
    const auto has = [&](const QColor& colour, int from, int to) {
        for (int x = from; x < to; ++x)
            for (int y = 0; y < image.height(); ++y)
                if (image.pixelColor(x, y) == colour)
                    return true;
        return false;
    };
    const auto hue = [](int task) { return lightTheme().hueOf(static_cast<TaskId>(task)); };
    const InstantPicture picture = Drawn(turns, "20").picture(700);
    const auto right = [&](std::size_t box) { return static_cast<int>(picture[box].rect.right()); };
    QVERIFY(has(hue(2), 0, right(0)));
    QVERIFY(!has(hue(2), right(0), right(2)));
    QVERIFY(has(lightTheme().lookOf(WorkState::Lock).fill, right(2), right(3)));
}

QTEST_MAIN(TestInstantPicture)
#include "tst_instantpicture.moc"
