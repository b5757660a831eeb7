// What it costs to record: time of one event in a worker besides reading the clock, and memory of
// a recording.

#include "core/model/comparisonbuilder.h"
#include "core/observe/workerlog.h"

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <memory>
#include <new>

namespace {

constexpr std::uint64_t capacity = 1U << 16U;

struct Free {
    void operator()(Ring* ring) const { ::operator delete (ring, std::align_val_t{64}); }
};

std::unique_ptr<Ring, Free> makeRing()
{
    void* const memory = ::operator new (Ring::bytesFor(capacity), std::align_val_t{64});
    return std::unique_ptr<Ring, Free>(new (memory) Ring(capacity));
}

void readClock(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(now());
}
BENCHMARK(readClock);

/// A task's part from its start mark to its stop mark, as every worker writes it.
void markEvent(benchmark::State& state)
{
    const auto ring = makeRing();
    std::atomic<std::uint32_t> news = 0;
    WorkerLog log(*ring, news);
    std::uint64_t written = 0;
    for (auto _ : state) {
        log.mark(EventKind::PartStart, TaskId{1});
        if (++written % (capacity / 4) == 0) {
            state.PauseTiming();
            ring->drain([](const Event& event) { benchmark::DoNotOptimize(event); });
            state.ResumeTiming();
        }
    }
    state.counters["lost"] = static_cast<double>(ring->lost());
}
BENCHMARK(markEvent);

/// What a computing worker does every 10 µs.
void tick(benchmark::State& state)
{
    const auto ring = makeRing();
    std::atomic<std::uint32_t> news = 0;
    WorkerLog log(*ring, news);
    for (auto _ : state)
        benchmark::DoNotOptimize(log.tick());
}
BENCHMARK(tick);

/// A run of `tasks` tasks whose workers were interrupted often: a million events.
void recordingOfAMillionEvents(benchmark::State& state)
{
    constexpr int workers = 8;
    constexpr int events = 1'000'000;
    for (auto _ : state) {
        const std::size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
        ComparisonBuilder builder;
        RunStart start;
        start.experiment.tasks = workers;
        start.plan = {workers, 1, 2, WorkerKind::Threads};
        bool isGood = builder.add(StreamStarted{}) && builder.add(RunStarted{start});
        for (std::uint32_t id = 1; id <= workers; ++id)
            isGood = isGood && builder.add(WorkerNamed{RunId{0}, WorkerId{id}, "worker", 1, 1});
        std::int64_t time = 0;
        for (int batch = 0; isGood && batch < events / 1000; ++batch) {
            EventBatch frame;
            for (int i = 0; i < 1000; ++i) {
                const auto id = static_cast<std::uint32_t>(i % workers + 1);
                time += 1000;
                Event event{.time = Nanoseconds(time),
                            .value = time - 500,
                            .worker = WorkerId{id},
                            .core = 0,
                            .kind = EventKind::Gap};
                if (batch == 0 && i < workers)
                    event.kind = EventKind::WorkerStart;
                frame.events.push_back(event);
            }
            frame.knownUntil = Nanoseconds(time);
            isGood = builder.add(frame).has_value();
        }
        if (!isGood)
            state.SkipWithError("the recording could not be built");
        const std::size_t after = mallinfo2().uordblks + mallinfo2().hblkhd;
        state.counters["MB"] = static_cast<double>(after - before) / 1e6;
        state.counters["bytes/event"] = static_cast<double>(after - before) / events;
    }
}
BENCHMARK(recordingOfAMillionEvents)->Unit(benchmark::kMillisecond)->Iterations(3);

}  // namespace

BENCHMARK_MAIN();
