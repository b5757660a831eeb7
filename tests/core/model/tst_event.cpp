#include "core/model/event.h"

#include <QTest>

namespace {

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

template <typename Enum>
QString namesOf(int first, int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << text(nameOf(static_cast<Enum>(first + i)));
    return names.join(u' ');
}

}  // namespace

/// Names and numbers of events, which stand in files.
class TestEvent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names();
    void numbersInFiles();
    void describes();
    void numbersWithoutMeaning();
};

void TestEvent::names()
{
    QCOMPARE(namesOf<EventKind>(1, eventKindCount),
             QStringLiteral("worker-start worker-stop task-start task-stop part-start part-stop "
                            "wait-begin wait-end gap alive lost switch-in switch-out "
                            "because unseen suspend"));
    QCOMPARE(namesOf<WaitReason>(0, waitReasonCount),
             QStringLiteral("ready io lock queue sleep join unknown"));
    QCOMPARE(namesOf<Outcome>(0, 3), QStringLiteral("done failed cancelled"));
    QCOMPARE(text(nameOf(EventKind{})), QStringLiteral("unknown"));
    QCOMPARE(text(nameOf(static_cast<EventKind>(200))), QStringLiteral("unknown"));
    QCOMPARE(text(nameOf(static_cast<WaitReason>(200))), QStringLiteral("unknown"));
    QCOMPARE(text(nameOf(static_cast<Outcome>(200))), QStringLiteral("failed"));
}

void TestEvent::numbersInFiles()
{
    QCOMPARE(static_cast<int>(EventKind::WorkerStart), 1);
    QCOMPARE(static_cast<int>(EventKind::Lost), 11);
    QCOMPARE(static_cast<int>(EventKind::Suspend), eventKindCount);
    QCOMPARE(static_cast<int>(WaitReason::Unknown), waitReasonCount - 1);
    QCOMPARE(static_cast<int>(Outcome::Cancelled), 2);
}

void TestEvent::describes()
{
    const Event event{.time = Nanoseconds(1234), .worker = WorkerId{2}, .kind = EventKind::Gap};
    QCOMPARE(text(describe(event)), QStringLiteral("event 9 (gap) of worker 2 at 1234 ns"));
}

void TestEvent::numbersWithoutMeaning()
{
    QCOMPARE(outcomeOf({.detail = 0}), Outcome::Done);
    QCOMPARE(outcomeOf({.detail = 2}), Outcome::Cancelled);
    QCOMPARE(outcomeOf({.detail = 3}), Outcome::Failed);
    QCOMPARE(reasonOf({.detail = 2}), WaitReason::Lock);
    QCOMPARE(reasonOf({.detail = 6}), WaitReason::Unknown);
    QCOMPARE(reasonOf({.detail = 7}), WaitReason::Unknown);
}

QTEST_APPLESS_MAIN(TestEvent)
#include "tst_event.moc"
