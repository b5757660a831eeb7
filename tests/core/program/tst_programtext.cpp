#include "core/model/workloadtraits.h"
#include "core/program/program.h"
#include "core/program/template.h"

#include <QTest>

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// "both: a queue.Queue( of threads", by what is looked for.
QString programOf(const QString& workload, const Plan& plan, Language language)
{
    Experiment experiment;
    experiment.workload = workload.toStdString();
    experiment.tasks = 8;
    return QString::fromStdString(programFor(experiment, plan, language));
}

}  // namespace

/// The text of the programs: what a plan is done with, and its form.
class TestProgramText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsATemplate();
    void means_data();
    void means();
    void amounts();
    void keepsToTheColumns_data();
    void keepsToTheColumns();
    void oneWorkerIsOfNoKind();
    void quotesThePathOfAddresses();
    void fileAndCommand();
};

void TestProgramText::fillsATemplate()
{
    Filling filling;
    filling.set("a", true);
    filling.set("b", false);
    filling.word("x", "1 + $y$");
    filling.word("y", 2);
    const std::string_view pieces = "[a]one\n[!a]two\n[a&b]three\n[b|a]four\n[a&!b]$x$\nfive";
    QCOMPARE(text(filled(pieces, filling)), QStringLiteral("one\nfour\n1 + 2\nfive\n"));
    QCOMPARE(text(joined({"\na\n", "\n", "b"}, "--")), QStringLiteral("a--b"));
}

void TestProgramText::means_data()
{
    QTest::addColumn<QString>("workload");
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<QString>("python");
    QTest::addColumn<QString>("cpp");

    const auto add = [](const char* workload, Plan plan, const char* python, const char* cpp) {
        QTest::addRow("%s %d/%d/%d %s", workload, plan.inProgress, plan.split, plan.cores,
                      nameOf(plan.with).data())
            << QString::fromLatin1(workload) << plan << QString::fromLatin1(python)
            << QString::fromLatin1(cpp);
    };
    using enum WorkerKind;
    add("compute", {1, 1, 1, Threads}, "for task in range(1, TASKS + 1):\n        results",
        "for (int task = 1; task <= tasks; ++task)");
    add("download", {5, 1, 1, Threads}, "queue.Queue()", "std::vector<std::jthread> threads");
    add("append", {4, 1, 2, Threads}, "threading.Thread(target=worker", "threads.emplace_back");
    add("append", {4, 1, 2, Processes}, "ProcessPoolExecutor(WORKERS) as pool", "= fork();");
    add("append", {1, 2, 2, Threads}, "ThreadPoolExecutor(SPLIT) as team", "in_threads(split");
    add("append", {1, 2, 2, Processes}, "ProcessPoolExecutor(SPLIT) as team", "in_processes(split");
    add("append", {4, 2, 2, Processes}, "multiprocessing.Process(target=worker",
        "in_processes(workers");
    add("download", {5, 1, 1, EventLoop}, "asyncio.gather(*workers)", "curl_multi_poll");
    add("sleep", {5, 1, 1, EventLoop}, "await asyncio.sleep(", "co_await loop.sleep(");
    add("compute", {4, 1, 2, GlobalLock}, "threading.Thread(", "class GlobalLock");
    add("compute", {4, 1, 2, Threads}, "use_cores(CORES)", "sched_setaffinity(");
    add("philosophers", {5, 1, 2, Threads}, "acquire(timeout=PATIENCE)", "std::timed_mutex");
}

void TestProgramText::means()
{
    QFETCH(QString, workload);
    QFETCH(Plan, plan);
    QFETCH(QString, python);
    QFETCH(QString, cpp);
    const QString inPython = programOf(workload, plan, Language::Python);
    const QString inCpp = programOf(workload, plan, Language::Cpp);
    QVERIFY2(inPython.contains(python), qPrintable(inPython));
    QVERIFY2(inCpp.contains(cpp), qPrintable(inCpp));
}

void TestProgramText::amounts()
{
    Experiment experiment;
    experiment.workload = "append";
    experiment.tasks = 7;
    experiment.settings[Setting::Items] = 1'234'567;
    experiment.settings[Setting::Serial] = 35;
    const Plan plan{4, 3, 2};
    const QString python = text(programFor(experiment, plan, Language::Python));
    const QStringList lines = python.split(QLatin1Char('\n'));
    for (const char* const line : {"TASKS = 7", "WORKERS = 4 ", "SPLIT = 3 ", "CORES = 2 ",
                                   "SERIAL = 35 ", "ITEMS = 1_234_567 "})
        QVERIFY2(!lines.filter(QString::fromLatin1(line)).isEmpty(), line);
    const QString cpp = text(programFor(experiment, plan, Language::Cpp));
    QVERIFY(cpp.contains(QStringLiteral("items = 1'234'567;")));
    QVERIFY(!programOf(QStringLiteral("append"), {8, 1, 8}, Language::Python)
                 .contains(QStringLiteral("use_cores")));
}

void TestProgramText::keepsToTheColumns_data()
{
    QTest::addColumn<QString>("workload");
    for (const WorkloadTraits& traits : workloadTraits())
        QTest::newRow(traits.name.data()) << text(traits.name);
}

/// With the largest numbers that there are, too.
void TestProgramText::keepsToTheColumns()
{
    QFETCH(QString, workload);
    Experiment experiment;
    experiment.workload = workload.toStdString();
    experiment.tasks = limits::maxTasks;
    experiment.taskLength = limits::maxTaskLength;
    for (std::size_t i = 0; i < settingCount; ++i)
        experiment.settings[static_cast<Setting>(i)] = traitsOf(static_cast<Setting>(i)).high;
    for (const WorkerKind kind : allWorkerKinds) {
        for (const Plan& plan : {Plan{1, 1, 1, kind}, Plan{256, 1, 64, kind},
                                 Plan{1, 256, 64, kind}, Plan{2, 256, 64, kind}}) {
            for (const Language language : {Language::Python, Language::Cpp}) {
                const QString program = text(programFor(experiment, plan, language));
                QVERIFY(program.endsWith(QLatin1Char('\n')));
                QVERIFY(!program.contains(QLatin1Char('\t')));
                QVERIFY(!program.contains(QLatin1Char('$')));
                for (const QString& line : program.split(QLatin1Char('\n')))
                    QVERIFY2(line.size() <= 88, qPrintable(line));
            }
        }
    }
}

void TestProgramText::oneWorkerIsOfNoKind()
{
    for (const WorkerKind kind : allWorkerKinds)
        QCOMPARE(programOf(QStringLiteral("compute"), {1, 1, 1, kind}, Language::Python),
                 programOf(QStringLiteral("compute"), {1, 1, 1}, Language::Python));
}

void TestProgramText::quotesThePathOfAddresses()
{
    Experiment experiment;
    experiment.workload = "download";
    experiment.urls = "a \"b\" \\ $c$";
    const QString python = text(programFor(experiment, {1, 1, 1}, Language::Python));
    QVERIFY(python.contains(QStringLiteral("URLS_FILE = \"a \\\"b\\\" \\\\ \\044c\\044\"\n")));
    QVERIFY(!python.contains(QStringLiteral("http.server")));
}

void TestProgramText::fileAndCommand()
{
    Experiment experiment;
    experiment.workload = "download";
    QCOMPARE(text(fileNameFor(experiment, Language::Python)), QStringLiteral("download.py"));
    QCOMPARE(text(commandFor(experiment, Language::Python)), QStringLiteral("python3 download.py"));
    QCOMPARE(text(fileNameFor(experiment, Language::Cpp)), QStringLiteral("download.cpp"));
    QCOMPARE(text(commandFor(experiment, Language::Cpp)),
             QStringLiteral("c++ -std=c++20 -O2 -pthread download.cpp -o download -lcurl && "
                            "./download"));
}

QTEST_GUILESS_MAIN(TestProgramText)
#include "tst_programtext.moc"
