#include "core/storage/studycsv.h"
#include "core/storage/studyjson.h"
#include "tests/support/studytext.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr const char* runs = "threads 1: 100 101 99 100 100; threads 2: 60 61 60 60 59;"
                             "threads 3: 60 60 60 60 60; processes 2: 50";

QString text(const QJsonValue& value)
{
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

QJsonObject jsonOf(const char* lines)
{
    return studyJson(studyOf(studiedFrom(lines)));
}

}  // namespace

/// The study as cli.md has it: other programs rely on it.
class TestStudyJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whole();
    void points();
    void fitsAndKnees();
    void whatIsNotKnownIsNull();
    void nothingStudied();
    void csv();
    void csvOnAFullDevice();
};

void TestStudyJson::whole()
{
    const QJsonObject json = jsonOf(runs);
    QCOMPARE(json["format"_L1].toString(), u"coreogram-study/1"_s);
    QCOMPARE(json["workload"_L1].toString(), u"compute"_s);
    QCOMPARE(json["tasks"_L1].toInt(), 4);
    QCOMPARE(json["efficiency_per"_L1].toString(), u"core"_s);
    QCOMPARE(text(json["machine"_L1]),
             u"{\"cores\":2,\"model\":\"Example "
             u"3000\",\"own_share\":0.5,\"physical_cores\":1,\"steal_share\":0,"
             "\"taken_share\":0}"_s);
    QCOMPARE(json["inconclusive"_L1].toBool(), true);  // one repeat with processes
    QCOMPARE(json["summary"_L1].toString(), u"Inconclusive: "_s + json["reason"_L1].toString());
}

void TestStudyJson::points()
{
    const QJsonArray points = jsonOf(runs)["points"_L1].toArray();
    QStringList keys;
    for (const QJsonValue point : points)
        keys << point["with"_L1].toString() + u' ' + QString::number(point["workers"_L1].toInt());
    QCOMPARE(keys.join(u", "_s), u"threads 1, threads 2, threads 3, processes 2"_s);
    const QJsonObject point = points[1].toObject();
    QCOMPARE(text(point["wall_ns"_L1]),
             u"{\"high\":61000000,\"level\":0.9375,\"low\":59000000,\"median\":60000000,"
             "\"repeats\":[60000000,61000000,60000000,60000000,59000000]}"_s);
    QCOMPARE(point["speedup"_L1].toDouble(), 100.0 / 60);
    QCOMPARE(point["speedup_low"_L1].toDouble(), 99.0 / 61);
    QCOMPARE(point["speedup_high"_L1].toDouble(), 101.0 / 59);
    QCOMPARE(point["efficiency"_L1].toDouble(), 100.0 / 120);
    QCOMPARE(point["cores"_L1].toInt(), 2);
    QCOMPARE(point["ideal"_L1].toDouble(), 2.0);
    QCOMPARE(point["fitted"_L1].toDouble(), 100.0 / 60);
}

void TestStudyJson::fitsAndKnees()
{
    const QJsonObject json = jsonOf("threads 1: 100 100 100 100 100; threads 2: 60 60 60 60 60;"
                                    "threads 3: 60 60 60 60 60");
    const QJsonObject fit = json["fits"_L1].toArray().at(0).toObject();
    QCOMPARE(fit.keys().join(u' '), u"high low serial_fraction with"_s);
    QVERIFY(qAbs(fit["serial_fraction"_L1].toDouble() - 0.2) < 1e-9);
    QCOMPARE(text(json["knees"_L1].toArray().at(0)), u"{\"with\":\"threads\",\"workers\":2}"_s);
    QCOMPARE(json["inconclusive"_L1].toBool(), false);
    QCOMPARE(json["reason"_L1].toString(), QString());
}

void TestStudyJson::whatIsNotKnownIsNull()
{
    const QJsonObject point = jsonOf("threads 2: 50")["points"_L1].toArray().at(0).toObject();
    for (const QLatin1String key :
         {"speedup"_L1, "speedup_low"_L1, "speedup_high"_L1, "efficiency"_L1, "fitted"_L1})
        QVERIFY(point.contains(key) && point[key].isNull());
}

void TestStudyJson::nothingStudied()
{
    const QJsonObject json = jsonOf("");
    QVERIFY(json["points"_L1].toArray().isEmpty());
    QVERIFY(json["fits"_L1].toArray().isEmpty());
    QVERIFY(json["machine"_L1]["taken_share"_L1].isNull());
    QCOMPARE(json["summary"_L1].toString(), u"Inconclusive: no run is done."_s);
}

void TestStudyJson::csv()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(writeStudyCsv(studyOf(studiedFrom("threads 1: 100; threads 2: 80; processes 2: 70")),
                          buffer));
    QCOMPARE(buffer.data(),
             QByteArray("with,workers,cores,repeats,level,wall_ns,wall_low_ns,wall_high_ns,speedup,"
                        "speedup_low,speedup_high,efficiency,ideal,fitted\n"
                        "threads,1,1,1,0,100000000,100000000,100000000,1,1,1,1,1,1\n"
                        "threads,2,2,1,0,80000000,80000000,80000000,1.25,1.25,1.25,0.625,2,1.25\n"
                        "processes,2,2,1,0,70000000,70000000,70000000,,,,,2,\n"));
}

void TestStudyJson::csvOnAFullDevice()
{
    QBuffer closed;
    QVERIFY(!writeStudyCsv(studyOf(studiedFrom("threads 1: 100")), closed));
}

QTEST_APPLESS_MAIN(TestStudyJson)
#include "tst_studyjson.moc"
