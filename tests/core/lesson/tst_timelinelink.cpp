#include "core/lesson/timelinelink.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using lesson::TimelineLink;

QString numbers(const std::vector<int>& list)
{
    QStringList all;
    for (const int number : list)
        all << QString::number(number);
    return all.join(u',');
}

/// "zoom of four.both 0-50 ms", or the error.
QString textOf(const Result<TimelineLink>& link)
{
    if (!link)
        return QString::fromStdString(link.error().message);
    const QString run =
        link->run.empty() ? QString() : u" of "_s + QString::fromStdString(link->run);
    const QString range =
        u" %1-%2 ms"_s.arg(toMilliseconds(link->range.start)).arg(toMilliseconds(link->range.end));
    switch (link->action) {
    case TimelineLink::Action::Zoom:
        return u"zoom"_s + run + range;
    case TimelineLink::Action::Cursor:
        return u"cursor"_s + run + u" at %1 ms"_s.arg(toMilliseconds(link->at));
    case TimelineLink::Action::Replay:
        return u"replay"_s + run + range + u" × %1"_s.arg(link->speed);
    case TimelineLink::Action::Rows:
        return u"rows"_s + run +
               u" workers %1 tasks %2"_s.arg(numbers(link->workers), numbers(link->tasks));
    case TimelineLink::Action::Code:
        return u"code"_s + run + (link->isPython ? u" python"_s : u" cpp"_s);
    }
    return {};
}

}  // namespace

/// Links of a lesson's text into the timeline.
class TestTimelineLink : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void links_data();
    void links();
};

void TestTimelineLink::links_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString& link, const QString& expected) {
        QTest::addRow("%s", qPrintable(link)) << u"timeline:"_s + link << expected;
    };
    row(u"zoom?run=2&from=0ms&to=50ms"_s, u"zoom of 2 0-50 ms"_s);
    row(u"zoom?from=1.5s&to=2s"_s, u"zoom 1500-2000 ms"_s);
    row(u"cursor?run=four.both&at=200us"_s, u"cursor of four.both at 0.2 ms"_s);
    row(u"replay?from=0ns&to=1000ns&speed=0.05"_s, u"replay 0-0.001 ms × 0.05"_s);
    row(u"rows?workers=1,3&tasks=2"_s, u"rows workers 1,3 tasks 2"_s);
    row(u"code?language=cpp"_s, u"code cpp"_s);
    row(u"code"_s, u"code python"_s);

    row(u"zom?from=0ms&to=1ms"_s, u"“zom” after timeline:; expected zoom, the nearest of zoom, "
                                  u"cursor, replay, rows or code"_s);
    row(u"zoom?from=0ms"_s, u"no “to”; expected to=…"_s);
    row(u"zoom?from=9ms&to=9ms"_s, u"to=9ms; expected a later time than from"_s);
    row(u"zoom?from=0&to=9ms"_s,
        u"from=0; expected a time from the start of the run, such as 20ms or 1.5s"_s);
    row(u"zoom?from=-1ms&to=9ms"_s,
        u"from=-1ms; expected a time from the start of the run, such as 20ms or 1.5s"_s);
    row(u"zoom?form=0ms&to=9ms"_s, u"“form” in a link to zoom; expected from, the nearest of run, "
                                   u"from or to"_s);
    row(u"cursor?at=1ms&at=2ms"_s, u"at=2ms; expected each once, with a value"_s);
    row(u"cursor?at=nan"_s,
        u"at=nan; expected a time from the start of the run, such as 20ms or 1.5s"_s);
    row(u"rows"_s, u"no rows; expected workers=1,2 or tasks=1,2"_s);
    row(u"rows?tasks=0"_s, u"tasks=0; expected numbers from 1 to 10000, such as 1,2"_s);
    row(u"replay?from=0ms&to=9ms&speed=0"_s,
        u"speed=0; expected a number from 0.0001 to 10, of which 1 is real time"_s);
    row(u"code?language=rust"_s, u"language=rust; expected python or cpp"_s);
}

void TestTimelineLink::links()
{
    QFETCH(const QString, link);
    QTEST(textOf(lesson::parseTimelineLink(link.toStdString())), "expected");
}

QTEST_APPLESS_MAIN(TestTimelineLink)
#include "tst_timelinelink.moc"
