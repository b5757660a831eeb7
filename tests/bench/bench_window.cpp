// What the window costs: the time until it is shown, the time from the first event of a run to its
// first picture, and the wall time of the same runs with the window drawing them live against
// without a window. Needs a display, or QT_QPA_PLATFORM=offscreen.
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

/// The walls of all runs together, in milliseconds, as the window recorded them.
double wallWithWindow(RunSession& session, int taskMilliseconds)
{
    QEventLoop loop;
    QObject::connect(&session, &RunSession::finished, &loop, &QEventLoop::quit);
    session.start(compareArguments(taskMilliseconds, "--stream"));
    loop.exec();
    double sum = 0;
    for (const Recording& run : session.comparison().runs)
        sum += toMilliseconds(run.wall());
    return sum;
}

double wallWithoutWindow(int taskMilliseconds)
{
    QProcess process;
    process.start(runner, compareArguments(taskMilliseconds, "--json"));
    process.waitForFinished(-1);
    const auto result = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    double sum = 0;
    for (const QJsonValue run : result[QStringLiteral("runs")].toArray())
        sum += static_cast<double>(run.toObject()[QStringLiteral("wall_ns")].toInteger()) / 1e6;
    return sum;
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
    MainWindow window({.runner = runner, .machineCores = 2, .desktop = {}, .start = {}});
    window.resize(1440, 900);
    window.show();
    auto& session = *window.findChild<RunSession*>();
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const double without = wallWithoutWindow(taskMilliseconds);
        const double with = wallWithWindow(session, taskMilliseconds);
        ratios.push_back(with / without);
        std::printf("  %2d  without %8.1f ms  with window %8.1f ms\n", round + 1, without, with);
    }
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
