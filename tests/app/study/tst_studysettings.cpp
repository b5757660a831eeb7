#include "app/study/studysettings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int cores = 2;

QString argumentsOf(const StudySettings& settings)
{
    return studyArguments(settings).join(u' ');
}

}  // namespace

/// What the Study place is set to, what comes of it, and that it is remembered.
class TestStudySettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initialOnes();
    void argumentsNameWhatTheWorkloadTakes();
    void problems();
    void areRemembered();
    void whatIsWrongIsNotRecalled_data();
    void whatIsWrongIsNotRecalled();
};

void TestStudySettings::initialOnes()
{
    const StudySettings settings = initialStudy(cores);
    QCOMPARE(settings.maxWorkers, 4);
    QCOMPARE(runsOf(settings), 20);
    QCOMPARE(problemOf(settings), QString());
    QCOMPARE(initialStudy(1).maxWorkers, 2);
    QCOMPARE(initialStudy(1000).maxWorkers, 256);
}

void TestStudySettings::argumentsNameWhatTheWorkloadTakes()
{
    StudySettings settings = initialStudy(cores);
    settings.kinds = {WorkerKind::Threads, WorkerKind::GlobalLock};
    settings.experiment.settings[Setting::Serial] = 30;
    settings.repeats = 7;
    QCOMPARE(argumentsOf(settings),
             u"study --stream --workload compute --with threads,global-lock --max-workers 4 "
             "--repeat 7 --tasks 4 --task-ms 200 --serial 30 --sharing shared"_s);
    settings = withWorkload(settings, "download");
    QCOMPARE(settings.experiment.tasks, 35);
    const QString arguments = argumentsOf(settings);
    QVERIFY2(arguments.contains(u" --tasks 35 --delay-ms 80 "_s), qPrintable(arguments));
    QVERIFY(!arguments.contains(u"--task-ms"_s));
    QVERIFY(!arguments.contains(u"--serial"_s));
    QVERIFY(!arguments.contains(u"--workers"_s));
}

void TestStudySettings::problems()
{
    StudySettings settings = initialStudy(cores);
    settings.kinds.clear();
    QCOMPARE(problemOf(settings), u"Choose at least one kind of worker."_s);
    settings.kinds = {allWorkerKinds.begin(), allWorkerKinds.end()};
    settings.experiment.tasks = 10'000;
    QCOMPARE(problemOf(settings), QString());
    settings.repeats = 100;
    QVERIFY(problemOf(settings).contains(QLocale().toString(16'000'000)));
}

void TestStudySettings::areRemembered()
{
    const QTemporaryDir folder;
    QSettings memory(folder.filePath(u"memory"_s), QSettings::IniFormat);
    QCOMPARE(recallStudy(memory, cores), initialStudy(cores));
    StudySettings settings = withWorkload(initialStudy(cores), "append");
    settings.experiment.tasks = 3;
    settings.experiment.taskLength = std::chrono::microseconds(1'500);
    settings.experiment.settings[Setting::Items] = 5;
    settings.kinds = {WorkerKind::Processes, WorkerKind::EventLoop};
    settings.maxWorkers = 9;
    settings.repeats = 6;
    remember(settings, memory);
    QCOMPARE(recallStudy(memory, cores), settings);
}

void TestStudySettings::whatIsWrongIsNotRecalled_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("workload") << u"workload"_s << QVariant(u"dreaming"_s);
    QTest::newRow("tasks") << u"tasks"_s << QVariant(0);
    QTest::newRow("task length") << u"taskLength"_s << QVariant(-5);
    QTest::newRow("kinds") << u"with"_s << QVariant(QStringList{u"elves"_s});
    QTest::newRow("no number") << u"maxWorkers"_s << QVariant(u"many"_s);
    QTest::newRow("too many workers") << u"maxWorkers"_s << QVariant(257);
    QTest::newRow("too many repeats") << u"repeats"_s << QVariant(101);
    QTest::newRow("a setting") << u"serial"_s << QVariant(101);
}

void TestStudySettings::whatIsWrongIsNotRecalled()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    const QTemporaryDir folder;
    QSettings memory(folder.filePath(u"memory"_s), QSettings::IniFormat);
    remember(initialStudy(cores), memory);
    memory.setValue(u"study/"_s + key, value);
    QCOMPARE(recallStudy(memory, cores), initialStudy(cores));
}

QTEST_GUILESS_MAIN(TestStudySettings)
#include "tst_studysettings.moc"
