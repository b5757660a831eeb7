// What the window costs: the time until it is shown, the time from the first event of a run to its
// first picture, how often a run is drawn, and the wall time of the same runs with the window
// drawing them live against without a window, and what share of the machine the observer takes in
// both. Needs a display, or QT_QPA_PLATFORM=offscreen.
//
//     bench_window [task-ms] [rounds]

#include "app/lab/runsession.h"
#include "app/mainwindow.h"

#include <QApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

const QString runner = QStringLiteral(COREOGRAM_RUN);
const QString program = QStringLiteral(COREOGRAM);

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

/// Starts the program anew until it says that its window is shown; milliseconds.
double timeUntilShown(const QString& folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("COREOGRAM_TRACE_TIMES"), QStringLiteral("1"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder);
    process.setProcessEnvironment(environment);
    process.setReadChannel(QProcess::StandardError);
    process.start(program, QStringList());
    static const QRegularExpression shown(QStringLiteral("window shown after ([0-9.]+) ms"));
    QString said;
    while (process.waitForReadyRead(30'000)) {
        said += QString::fromUtf8(process.readAllStandardError());
        if (const auto match = shown.match(said); match.hasMatch()) {
            process.kill();
            process.waitForFinished();
            return match.captured(1).toDouble();
        }
    }
    process.kill();
    process.waitForFinished();
    std::fprintf(stderr, "the window was not shown: %s\n", qPrintable(said));
    return 0;
}

QStringList compareArguments(int taskMilliseconds, const char* output)
{
    return {QStringLiteral("compare"), QStringLiteral("--task-ms"),
            QString::number(taskMilliseconds), QString::fromLatin1(output)};
}

/// Of all runs of a comparison.
struct Cost {
    double wall = 0;           ///< in milliseconds
    double observerShare = 0;  ///< CPU time of Coreogram itself ÷ what all cores had
    int pictures = 0;          ///< that the window was asked for while they went on
};

/// As the window recorded them.
Cost costWithWindow(RunSession& session, int taskMilliseconds)
{
    QEventLoop loop;
    QObject::connect(&session, &RunSession::finished, &loop, &QEventLoop::quit);
    Cost cost;
    const auto counting =
        QObject::connect(&session, &RunSession::changed, [&] { ++cost.pictures; });
    session.start({compareArguments(taskMilliseconds, "--stream")});
    loop.exec();
    QObject::disconnect(counting);
    double observer = 0;
    const Comparison& comparison = session.comparison();
    for (const Recording& run : comparison.runs) {
        cost.wall += toMilliseconds(run.wall());
        observer += toMilliseconds(run.summary.observerTime);
    }
    cost.observerShare = observer / (cost.wall * comparison.machine.cores);
    return cost;
}

Cost costWithoutWindow(int taskMilliseconds)
{
    QProcess process;
    process.start(runner, compareArguments(taskMilliseconds, "--json"));
    process.waitForFinished(-1);
    const auto result = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    Cost cost;
    double observer = 0;
    const auto milliseconds = [](const QJsonValue& run, const char* key) {
        return static_cast<double>(run.toObject()[QLatin1String(key)].toInteger()) / 1e6;
    };
    for (const QJsonValue run : result[QStringLiteral("runs")].toArray()) {
        cost.wall += milliseconds(run, "wall_ns");
        observer += milliseconds(run, "observer_cpu_ns");
    }
    const int cores = result[QStringLiteral("machine")].toObject()[QStringLiteral("cores")].toInt();
    cost.observerShare = observer / (cost.wall * cores);
    return cost;
}

void benchStart(int rounds, const QString& folder)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round)
        times.push_back(timeUntilShown(folder));
    std::printf("window shown after: median %.0f ms (%.0f to %.0f)\n", medianOf(times),
                *std::ranges::min_element(times), *std::ranges::max_element(times));
}

void benchLive(int taskMilliseconds, int rounds)
{
    MainWindow window(
        {.runner = runner, .earlierRuns = {}, .machineCores = 2, .desktop = {}, .start = {}});
    window.resize(1440, 900);
    window.show();
    auto& session = *window.findChild<RunSession*>();
    std::vector<double> ratios;
    std::vector<double> sharesWithout;
    std::vector<double> sharesWith;
    std::vector<double> pictures;
    for (int round = 0; round < rounds; ++round) {
        const Cost without = costWithoutWindow(taskMilliseconds);
        const Cost with = costWithWindow(session, taskMilliseconds);
        ratios.push_back(with.wall / without.wall);
        sharesWithout.push_back(without.observerShare * 100);
        sharesWith.push_back(with.observerShare * 100);
        pictures.push_back(with.pictures / with.wall * 1e3);
        std::printf("  %2d  without %8.1f ms, observer %.2f %%  with window %8.1f ms, observer "
                    "%.2f %%\n",
                    round + 1, without.wall, sharesWithout.back(), with.wall, sharesWith.back());
    }
    std::printf(
        "observer's share of the machine: median %.2f %% without a window, %.2f %% with it\n",
        medianOf(sharesWithout), medianOf(sharesWith));
    std::printf("pictures while runs go on: median %.1f a second\n", medianOf(pictures));
    std::printf("wall time of all runs with the window drawing live / without: median %.4f "
                "(%.4f to %.4f)\n",
                medianOf(ratios), *std::ranges::min_element(ratios),
                *std::ranges::max_element(ratios));
}

}  // namespace

int main(int argc, char** argv)
{
    // The window says on standard error how long after its first event a run was drawn.
    qputenv("COREOGRAM_TRACE_TIMES", "1");
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QApplication application(argc, argv);
    const int taskMilliseconds = argc > 1 ? std::atoi(argv[1]) : 200;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 10;
    if (taskMilliseconds < 1 || rounds < 1) {
        std::fputs("usage: bench_window [task-ms] [rounds]\n", stderr);
        return 2;
    }
    const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
    QCoreApplication::setOrganizationName(QStringLiteral("Coreogram"));
    QCoreApplication::setApplicationName(QStringLiteral("bench-window"));
    benchStart(rounds, folder.path());
    benchLive(taskMilliseconds, rounds);
    return 0;
}
