#include "core/storage/resultjson.h"
#include "tests/support/recordingtext.h"
#include "tests/support/samplestream.h"
#include "tests/support/timetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Keys in order of the alphabet, as Qt writes them.
QString text(const QJsonValue& value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QJsonObject runOf(const Recording& run)
{
    Comparison comparison;
    comparison.runs = {run};
    return resultJson(comparison)["runs"_L1].toArray().at(0).toObject();
}

QJsonObject sampleRun(int index)
{
    return resultJson(built(sampleFrames()))["runs"_L1].toArray().at(index).toObject();
}

}  // namespace

/// The result is as cli.md has it: other programs rely on it.
class TestResultJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whole();
    void keysOfARun();
    void values_data();
    void values();
    void whatIsNotKnownIsNull();
    void integersAreExact();
};

void TestResultJson::whole()
{
    const QJsonObject result = resultJson(built(sampleFrames()));
    QCOMPARE(result.keys().join(u' '), u"format machine runs"_s);
    QCOMPARE(result["format"_L1].toString(), u"coreogram-result/1"_s);
    QCOMPARE(text(result["machine"_L1]),
             u"{\"cores\":2,\"model\":\"Testing Machine µ\",\"physical_cores\":1}"_s);
    QCOMPARE(result["runs"_L1].toArray().size(), 4);
    QCOMPARE(text(resultJson({})),
             u"{\"format\":\"coreogram-result/1\",\"machine\":{\"cores\":1,\"model\":\"\","
             "\"physical_cores\":1},\"runs\":[]}"_s);
}

void TestResultJson::keysOfARun()
{
    for (const int run : {0, 1, 2, 3})
        QCOMPARE(
            sampleRun(run).keys().join(u' '),
            u"command concurrency evidence evidence_note exit_status findings lost_records mode "
            "observer_cpu_ns observer_share origin_ns parallelism pictures plan reason "
            "settings speedup start_up_ns steal_ns sys_ns tasks user_ns verdict wall_ns workers workload"_s);
}

void TestResultJson::values_data()
{
    QTest::addColumn<int>("run");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("json");
    const auto row = [](int run, const char* key, const char* json) {
        QTest::addRow("run %d, %s", run, key)
            << run << QString::fromUtf8(key) << QString::fromUtf8(json);
    };
    row(0, "mode", "[\"sequential\"]");
    row(0, "plan", R"~([{"cores":1,"in_progress":1,"split":1,"with":"threads","workers":1}])~");
    row(0, "workload", "[\"compute\"]");
    row(0, "evidence", "[\"inferred\"]");
    row(0, "lost_records", "[0]");
    row(0, "origin_ns", "[1000000000]");
    row(0, "wall_ns", "[40000000]");
    row(0, "user_ns", "[30000000]");
    row(0, "sys_ns", "[1000000]");
    row(0, "observer_cpu_ns", "[2000000]");
    row(0, "speedup", "[1]");
    row(0, "tasks",
        R"~([[{"id":1,"outcome":"done","start_ns":0,"stop_ns":20000000,"workers":[1]},)~"
        R"~({"id":2,"outcome":"done","start_ns":20000000,"stop_ns":40000000,"workers":[1]}]])~");
    row(0, "workers",
        R"~([[{"blocked_ns":7000000,"cpu_time_ns":31000000,"id":1,"kind":"thread","name":"thread 1",)~"
        R"~("pid":100,"ready_ns":2000000,"running_ns":31000000,"slices":3,"start_ns":0,)~"
        R"~("stop_ns":40000000,"tid":101,"unknown_ns":0}]])~");
    row(0, "concurrency", R"~([{"max":1,"mean":1,"share":0}])~");
    row(0, "parallelism", R"~([{"max":1,"mean":1,"share":0}])~");
    row(0, "verdict", "[\"neither\"]");
    row(0, "reason", "[\"\"]");
    row(0, "observer_share", "[0.025]");
    row(0, "command", "[null]");
    row(0, "exit_status", "[null]");
    row(0, "steal_ns", "[null]");

    row(1, "mode", "[\"parallel\"]");
    row(1, "plan", R"~([{"cores":2,"in_progress":1,"split":2,"with":"processes","workers":2}])~");
    row(1, "lost_records", "[3]");
    row(1, "speedup", "[null]");
    row(1, "tasks",
        R"~([[{"error":"process 1 (pid 200) was killed by signal 9 (Killed)","id":1,)~"
        R"~("outcome":"failed","start_ns":0,"stop_ns":16000000,"workers":[1,2]},)~"
        R"~({"id":2,"outcome":"cancelled","start_ns":null,"stop_ns":null,"workers":[]}]])~");
    row(1, "workers",
        R"~([[{"blocked_ns":6000000,"cpu_time_ns":9000000,"id":1,"kind":"process",)~"
        R"~("name":"process 1","pid":200,"ready_ns":0,"running_ns":10000000,"slices":1,)~"
        R"~("start_ns":0,"stop_ns":16000000,"tid":200,"unknown_ns":0},)~"
        R"~({"blocked_ns":6000000,"cpu_time_ns":11000000,"id":2,"kind":"process",)~"
        R"~("name":"process 2 – “twö”","pid":201,"ready_ns":0,"running_ns":11000000,"slices":1,)~"
        R"~("start_ns":0,"stop_ns":18000000,"tid":201,"unknown_ns":0}]])~");
    row(1, "parallelism", R"~([{"max":2,"mean":1.8181818181818181,"share":0.8181818181818182}])~");
    row(1, "verdict", "[\"inconclusive\"]");
    row(1, "reason", "[\"3 records were lost.\"]");
    row(1, "steal_ns", "[0]");

    row(2, "mode", "[null]");
    row(2, "plan", "[null]");
    row(2, "workload", "[null]");
    row(2, "command", "[[\"xz\",\"-T2\",\"ä b\"]]");
    row(2, "exit_status", "[130]");
    row(2, "evidence", "[\"exact\"]");
    row(2, "evidence_note", "[\"why\"]");
    row(2, "steal_ns", "[2000000]");
    row(2, "wall_ns", "[14000000]");
    row(2, "tasks", "[[]]");
    row(2, "workers",
        R"~([[{"blocked_ns":7000000,"cpu_time_ns":5000000,"id":1,"kind":"process","name":"xz",)~"
        R"~("pid":300,"ready_ns":1000000,"running_ns":5000000,"slices":2,"start_ns":0,)~"
        R"~("stop_ns":13000000,"tid":300,"unknown_ns":0},)~"
        R"~({"blocked_ns":0,"cpu_time_ns":null,"id":2,"kind":"thread","name":"xz","pid":300,)~"
        R"~("ready_ns":3000000,"running_ns":2000000,"slices":1,"start_ns":6000000,)~"
        R"~("stop_ns":14000000,"tid":301,"unknown_ns":3000000}]])~");
    row(2, "verdict", "[\"inconclusive\"]");
    row(2, "settings", "[null]");
    row(2, "findings", "[{}]");

    row(0, "settings", R"~([{"serial":0,"sharing":"shared"}])~");
    row(0, "start_up_ns", "[3000000]");
    row(3, "plan", R"~([{"cores":1,"in_progress":2,"split":1,"with":"event-loop","workers":1}])~");
    row(3, "settings",
        R"~([{"bandwidth-kb":4000,"delay-ms":5,"port":0,"sharing":"stealing","timeout-ms":10000}])~");
    row(3, "findings",
        R"~([{"picture_bytes":{"value":100000},"pictures":{"expected":2,"value":1}}])~");
    row(3, "pictures",
        R"~([[{"bytes":100000,"height":480,"source":"http://127.0.0.1:80/picture/1","task":1,)~"
        R"~("time_ns":9000000,"width":640}]])~");
    row(3, "tasks",
        R"~([[{"id":1,"outcome":"done","start_ns":0,"stop_ns":9000000,"suspensions":)~"
        R"~([{"reason":"io","start_ns":1000000,"stop_ns":8000000}],"workers":[1]},)~"
        R"~({"id":2,"outcome":"done","start_ns":1000000,"stop_ns":10000000,"suspensions":)~"
        R"~([{"reason":"io","start_ns":2000000,"stop_ns":8000000},)~"
        R"~({"reason":"ready","start_ns":8000000,"stop_ns":9000000}],"workers":[1]}]])~");
    row(3, "verdict", "[\"concurrent\"]");
}

void TestResultJson::values()
{
    QFETCH(int, run);
    QFETCH(QString, key);
    QTEST(text(QJsonArray{sampleRun(run).value(key)}), "json");
}

void TestResultJson::whatIsNotKnownIsNull()
{
    const QJsonObject run = runOf(recordingFrom("T1[5-] T2[]; W1: T1 run 0-9"));
    QCOMPARE(run["mode"_L1], QJsonValue(QJsonValue::Null));
    QCOMPARE(run["speedup"_L1], QJsonValue(QJsonValue::Null));
    const QJsonArray tasks = run["tasks"_L1].toArray();
    QCOMPARE(tasks[0]["start_ns"_L1], QJsonValue(5'000'000));
    QCOMPARE(tasks[0]["stop_ns"_L1], QJsonValue(QJsonValue::Null));
    QCOMPARE(tasks[1]["start_ns"_L1], QJsonValue(QJsonValue::Null));

    Recording lives = recordingFrom("W1: run 0-9");
    lives.workers[0].stop.reset();
    QCOMPARE(runOf(lives)["workers"_L1].toArray()[0]["stop_ns"_L1], QJsonValue(QJsonValue::Null));
}

/// Also where a double could not hold them.
void TestResultJson::integersAreExact()
{
    Recording run = recordingFrom("T1[0-1]");
    run.start.origin = Nanoseconds(9'007'199'254'740'993);
    QVERIFY(text(runOf(run)).contains(u"\"origin_ns\":9007199254740993,"_s));
    run.summary.lostRecords = UINT64_MAX;
    QCOMPARE(runOf(run)["lost_records"_L1].toInteger(), INT64_MAX);
}

QTEST_APPLESS_MAIN(TestResultJson)
#include "tst_resultjson.moc"
