// How the timeline bears large recordings, drawn in software at 1920×1080: the time of a frame
// while panning and zooming, of a move of the pointer, of opening a file to its first frame, and
// the memory that a slice takes, for a recording that the runner makes and for made-up ones with 32
// rows; then a run of 50,000 events a second, drawn as it arrives. Times are given as they passed
// and, in brackets, as the thread's own CPU time, which others on the machine change less.
//
//     bench_timeline [slices… | live]

#include "app/timeline/comparisonview.h"
#include "app/timeline/panelwidget.h"
#include "core/model/comparisonbuilder.h"
#include "core/observe/clock.h"
#include "core/observe/cputime.h"
#include "core/storage/recordingfile.h"
#include "core/storage/streamwriter.h"
#include "tests/bench/madeuprun.h"

#include <QApplication>
#include <QFile>
#include <QMouseEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

constexpr QSize windowSize(1920, 1080);

/// What something took, in milliseconds.
struct Took {
    double wall = 0;
    double cpu = 0;
};

template <typename Work>
Took took(Work work)
{
    const Nanoseconds begin = now();
    const Nanoseconds cpuBegin = threadCpuTime().total;
    work();
    return {toMilliseconds(now() - begin), toMilliseconds(threadCpuTime().total - cpuBegin)};
}

/// Lets all that is queued happen, painting included.
void paintAll()
{
    for (int i = 0; i < 2; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

double percentile(std::size_t percent, std::vector<double> values)
{
    const std::size_t at = values.size() * percent / 100;
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(at));
    return values[at];
}

/// That of the wall and that of the CPU times.
Took percentile(std::size_t percent, const std::vector<Took>& all)
{
    std::vector<double> walls;
    std::vector<double> cpus;
    for (const Took& each : all) {
        walls.push_back(each.wall);
        cpus.push_back(each.cpu);
    }
    return {percentile(percent, walls), percentile(percent, cpus)};
}

double bytesInUse()
{
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

/// Zooms in and out at several places, and pans at every few steps.
std::vector<Took> framesOf(ComparisonView& view)
{
    Viewport& viewport = view.viewport();
    std::vector<Took> frames;
    const auto frame = [&](auto change) {
        frames.push_back(took([&] {
            change();
            paintAll();
        }));
    };
    for (const double place : {0.3, 0.7}) {
        const Nanoseconds middle(
            static_cast<std::int64_t>(static_cast<double>(viewport.contentEnd().count()) * place));
        viewport.fit();
        paintAll();
        for (int step = 0; step < 160; ++step) {
            const double factor = step < 80 ? 1.13 : 1 / 1.13;
            frame([&] { viewport.zoomAt(middle, factor); });
            if (step % 16 != 8)
                continue;
            for (int pan = 0; pan < 10; ++pan)
                frame([&] { viewport.panBy(viewport.visible().length() / (pan < 5 ? 40 : -40)); });
        }
    }
    return frames;
}

std::vector<Took> movesOver(ComparisonView& view)
{
    std::vector<Took> moves;
    auto* const panel = view.findChild<PanelWidget*>();
    const QRectF rows = panel->geometryOfParts().rows;
    const QRectF plot = panel->geometryOfParts().plot;
    for (int i = 0; i < 300; ++i) {
        const QPointF at(plot.left() + plot.width() * (i * 37 % 300) / 300,
                         rows.top() + rows.height() * (i * 7 % 300) / 300);
        moves.push_back(took([&] {
            QMouseEvent event(QEvent::MouseMove, at, panel->mapToGlobal(at), Qt::NoButton,
                              Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(panel, &event);
            paintAll();
        }));
    }
    return moves;
}

std::size_t slicesOf(const Comparison& comparison)
{
    std::size_t count = 0;
    for (const Recording& run : comparison.runs) {
        for (const Worker& worker : run.workers)
            count += worker.slices.size();
    }
    return count;
}

std::size_t waitsOf(const Comparison& comparison)
{
    std::size_t count = 0;
    for (const Recording& run : comparison.runs) {
        for (const Worker& worker : run.workers)
            count += worker.waits.size();
    }
    return count;
}

Comparison opened(const QString& path)
{
    auto opened = readRecording(path);
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().message.c_str());
        std::exit(1);
    }
    return std::move(opened->comparison);
}

void printRow(const char* rows, ComparisonView& view)
{
    view.fit();
    paintAll();
    const Took frame = percentile(99, framesOf(view));
    view.fit();
    paintAll();
    const Took hover = percentile(99, movesOver(view));
    std::printf("  rows by %-7s  frame p99 %6.2f ms (%6.2f)   pointer p99 %5.2f ms (%5.2f)\n", rows,
                frame.wall, frame.cpu, hover.wall, hover.cpu);
    std::fflush(stdout);
}

/// Frames of a run with so many slices, taken in.
Comparison madeUp(std::int64_t slices)
{
    MadeUpKernel kernel{MadeUpRun()};
    ComparisonBuilder builder;
    const auto add = [&](const Frame& frame) {
        if (!builder.add(frame))
            std::abort();
    };
    std::ranges::for_each(kernel.begin(), add);
    add(kernel.next(slices));
    std::ranges::for_each(kernel.end(), add);
    return builder.take();
}

void benchFile(const QString& name, const QString& path)
{
    ComparisonView view;
    view.setFeed(Feed::Ended);
    view.resize(windowSize);
    view.show();
    const Comparison small = madeUp(1'000);  // fonts and pictures are there then
    view.setComparison(&small);
    paintAll();
    const double before = bytesInUse();
    Comparison comparison;
    const Took reading = took([&] { comparison = opened(path); });
    const double recorded = bytesInUse() - before;
    const Took drawing = took([&] {
        view.setComparison(&comparison);
        paintAll();
    });
    const double all = bytesInUse() - before;
    const auto slices = static_cast<double>(slicesOf(comparison));
    const auto waits = static_cast<double>(waitsOf(comparison));
    std::printf("%s: %.0f slices, %.0f waits, %zu runs\n", qPrintable(name), slices, waits,
                comparison.runs.size());
    std::printf("  opened to first frame in %.0f ms (%.0f), of it reading %.0f ms\n",
                reading.wall + drawing.wall, reading.cpu + drawing.cpu, reading.wall);
    std::printf("  memory: %.1f B a slice or wait, %.1f B a slice with its waits (the recording "
                "itself %.1f B)\n",
                all / (slices + waits), all / slices, recorded / slices);
    printRow("task", view);
    view.setRowsBy(RowsBy::Workers);
    printRow("worker", view);
    const double withoutCores = bytesInUse();
    const Took cores = took([&] {
        view.setRowsBy(RowsBy::Cores);
        paintAll();
    });
    printRow("core", view);
    std::printf("  rows by core    first frame %.0f ms, %.1f B a slice more\n", cores.wall,
                (bytesInUse() - withoutCores) / slices);
    std::fflush(stdout);
    view.setComparison(nullptr);
}

void write(const QString& path, std::int64_t slices)
{
    QFile file(path);
    MadeUpKernel kernel{MadeUpRun()};
    StreamWriter writer(file);
    const auto put = [&](const Frame& frame) {
        if (auto ok = writer.write(frame); !ok) {
            std::fprintf(stderr, "%s\n", ok.error().message.c_str());
            std::exit(1);
        }
    };
    if (!file.open(QIODevice::WriteOnly))
        std::exit(1);
    std::ranges::for_each(kernel.begin(), put);
    for (constexpr std::int64_t atOnce = 8'000; slices > 0; slices -= atOnce)
        put(kernel.next(std::min(slices, atOnce)));
    std::ranges::for_each(kernel.end(), put);
}

void benchMadeUp(std::int64_t slices)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("made-up.coreogram"));
    write(path, slices);
    benchFile(QStringLiteral("made up"), path);
}

void benchReal()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("real.coreogram"));
    QProcess runner;
    runner.setStandardOutputFile(QProcess::nullDevice());
    runner.start(QStringLiteral(COREOGRAM_RUN),
                 {QStringLiteral("compare"), QStringLiteral("--tasks"), QStringLiteral("32"),
                  QStringLiteral("--task-ms"), QStringLiteral("100"), QStringLiteral("--json"),
                  QStringLiteral("--save"), path});
    runner.waitForFinished(-1);
    benchFile(QStringLiteral("recorded by coreogram-run"), path);
}

/// Feeds a run that goes on as fast as its clock tells, for so many seconds.
void benchLive(int seconds)
{
    constexpr Nanoseconds pause = std::chrono::milliseconds(33);
    MadeUpKernel kernel{{.cores = 11, .longestSlice = std::chrono::milliseconds(2)}};
    ComparisonBuilder builder;
    const auto add = [&](const Frame& frame) {
        if (!builder.add(frame))
            std::abort();
    };
    std::ranges::for_each(kernel.begin(), add);
    ComparisonView view;
    view.resize(windowSize);
    view.show();
    view.setFeed(Feed::Live);
    view.setComparison(&builder.comparison());
    paintAll();
    std::size_t events = 0;
    std::vector<Took> frames;
    Took reading;
    const Nanoseconds begin = now();
    for (Nanoseconds at{}; at < std::chrono::seconds(seconds); at = now() - begin) {
        const EventBatch batch = kernel.nextUntil(at);
        events += batch.events.size();
        reading.cpu += took([&] { add(batch); }).cpu;
        frames.push_back(took([&] {
            view.refresh();
            paintAll();
        }));
        const Nanoseconds left = begin + at + pause - now();
        if (left > Nanoseconds{})
            QThread::usleep(static_cast<unsigned long>(left / std::chrono::microseconds(1)));
    }
    const double wall = toMilliseconds(now() - begin);
    double cpu = 0;
    for (const Took& frame : frames)
        cpu += frame.cpu;
    const Took usual = percentile(50, frames);
    const Took worst = percentile(99, frames);
    std::printf("live, %.0f events a second for %d s: %.1f frames a second, drawing takes %.1f %% "
                "of a core (taking events in %.1f %%), frame p50 %.2f ms (%.2f), p99 %.2f ms "
                "(%.2f)\n",
                static_cast<double>(events) * 1e3 / wall, seconds,
                static_cast<double>(frames.size()) * 1e3 / wall, 100 * cpu / wall,
                100 * reading.cpu / wall, usual.wall, usual.cpu, worst.wall, worst.cpu);
    view.setComparison(nullptr);
}

}  // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QApplication application(argc, argv);
    if (argc == 2 && qstrcmp(argv[1], "live") == 0) {
        benchLive(10);
        return 0;
    }
    std::vector<std::int64_t> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(std::atoll(argv[i]));
    if (std::ranges::any_of(sizes, [](std::int64_t size) { return size < 1; })) {
        std::fputs("usage: bench_timeline [slices… | live]\n", stderr);
        return 2;
    }
    if (sizes.empty())
        sizes = {100'000, 1'000'000, 10'000'000};
    benchReal();
    std::ranges::for_each(sizes, benchMadeUp);
    benchLive(10);
    return 0;
}
