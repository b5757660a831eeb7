#include "app/timeline/bookmarks.h"
#include "core/model/limits.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {

constexpr RunId first{0};
constexpr RunId second{1};

}  // namespace

/// The list of bookmarks and the ways through it.
class TestBookmarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editsAreAnnounced();
    void oneAtATime();
    void thereIsALimit();
    void notesAreCut();
    void nearestPrefersItsRun();
    void goesRoundInTime();
};

void TestBookmarks::editsAreAnnounced()
{
    Bookmarks bookmarks;
    QSignalSpy changed(&bookmarks, &Bookmarks::changed);
    QSignalSpy edited(&bookmarks, &Bookmarks::edited);
    bookmarks.set({{first, 5ms, "a"}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(edited.size(), 0);
    bookmarks.setNote(0, QStringLiteral("b"));
    bookmarks.setNote(0, QStringLiteral("b"));
    QCOMPARE(edited.size(), 1);
    bookmarks.remove(0);
    QCOMPARE(edited.size(), 2);
    QCOMPARE(changed.size(), 3);
    QVERIFY(bookmarks.all().empty());
}

void TestBookmarks::oneAtATime()
{
    Bookmarks bookmarks;
    QCOMPARE(*bookmarks.add(first, 5ms), 0U);
    QCOMPARE(*bookmarks.add(second, 5ms), 1U);
    QCOMPARE(*bookmarks.add(first, 5ms), 0U);
    QCOMPARE(*bookmarks.add(first, -5ms), 2U);
    QCOMPARE(bookmarks.all()[2].time, 0ns);
    QCOMPARE(bookmarks.all().size(), 3U);
}

void TestBookmarks::thereIsALimit()
{
    Bookmarks bookmarks;
    for (std::size_t i = 0; i < limits::maxBookmarks; ++i)
        QVERIFY(bookmarks.add(first, Nanoseconds(i)));
    QVERIFY(!bookmarks.add(first, 1s));
    QCOMPARE(bookmarks.all().size(), limits::maxBookmarks);
}

void TestBookmarks::notesAreCut()
{
    Bookmarks bookmarks;
    (void)bookmarks.add(first, 1ms);
    bookmarks.setNote(0, QString(1'500, u'ä'));
    QCOMPARE(bookmarks.noteOf(0), QString(1'000, u'ä'));
}

void TestBookmarks::nearestPrefersItsRun()
{
    Bookmarks bookmarks;
    bookmarks.set({{first, 10ms, {}}, {second, 12ms, {}}, {first, 30ms, {}}});
    QCOMPARE(*bookmarks.nearest(second, 10ms, 3ms), 1U);
    QCOMPARE(*bookmarks.nearest(second, 29ms, 3ms), 2U);
    QVERIFY(!bookmarks.nearest(first, 20ms, 3ms));
}

void TestBookmarks::goesRoundInTime()
{
    Bookmarks bookmarks;
    bookmarks.set({{first, 30ms, {}}, {second, 10ms, {}}, {first, 10ms, {}}});
    QCOMPARE(*bookmarks.next(std::size_t{2}, Direction::Forward), 1U);
    QCOMPARE(*bookmarks.next(std::size_t{1}, Direction::Forward), 0U);
    QCOMPARE(*bookmarks.next(std::size_t{0}, Direction::Forward), 2U);
    QCOMPARE(*bookmarks.next(std::size_t{2}, Direction::Back), 0U);
    QCOMPARE(*bookmarks.next(20ms, Direction::Forward), 0U);
    QCOMPARE(*bookmarks.next(20ms, Direction::Back), 1U);
    QCOMPARE(*bookmarks.next(40ms, Direction::Forward), 2U);
    QVERIFY(!Bookmarks().next(0ms, Direction::Forward));
}

QTEST_APPLESS_MAIN(TestBookmarks)
#include "tst_bookmarks.moc"
