#pragma once

#include "core/model/frame.h"
#include "core/observe/processtable.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

/// The threads of an observed program, each a worker, and what they did since the last batch. Used
/// by one thread.
class ThreadBook {
public:
    /// `sink` is borrowed; it is told the names of the workers.
    ThreadBook(RunId run, const FrameSink& sink) : m_run(run), m_sink(sink) {}

    /// A thread that was created, and is ready. Known threads stay as they are.
    void start(std::int64_t pid, std::int64_t tid, const std::string& name, Nanoseconds time);

    void switchIn(std::int64_t tid, std::int16_t core, Nanoseconds time);

    /// That it is on `core`; nothing new if it is known to run.
    void runOn(std::int64_t tid, std::int16_t core, Nanoseconds time);

    /// `core`: that it leaves; `reason`: Ready where it was preempted.
    void switchOut(std::int64_t tid, std::int16_t core, WaitReason reason, Nanoseconds time);

    /// Why the wait goes on that the thread is in.
    void explain(std::int64_t tid, WaitReason reason, Nanoseconds time);

    /// `cpuTime`: what the system accounts to it; 0 where that is not known.
    void stop(std::int64_t tid, Nanoseconds time, Nanoseconds cpuTime = {});

    void rename(std::int64_t tid, const std::string& name);

    /// From `time` on, nobody knows what any thread does until its next switch.
    void loseSight(Nanoseconds time);
    void loseSight(std::int64_t tid, Nanoseconds time);  ///< of one thread

    /// Threads that wait since `before` or longer, for a reason that was not looked for yet.
    [[nodiscard]] std::vector<ThreadRef> unexplained(Nanoseconds before) const;

    /// A process, called like its main thread.
    struct Process {
        std::int64_t pid = 0;
        std::string name;
    };
    /// "xz (pid 4711), cat (pid 4712)"
    [[nodiscard]] static std::string listOf(const std::vector<Process>& processes);

    /// Processes of which any thread has not stopped, by number.
    [[nodiscard]] std::vector<Process> livingProcesses() const;

    /// All threads that have not stopped.
    [[nodiscard]] std::vector<std::int64_t> livingThreads() const;

    /// Those of one process that have not stopped.
    [[nodiscard]] std::vector<std::int64_t> threadsOf(std::int64_t pid) const;

    /// Whether the thread is known and has not stopped.
    [[nodiscard]] bool isAlive(std::int64_t tid) const;

    /// Empty where the thread is not alive.
    [[nodiscard]] std::string nameOf(std::int64_t tid) const;

    /// What happened up to `until`, sorted by time; the rest is kept for the next batch.
    [[nodiscard]] EventBatch takeBatch(Nanoseconds until);

    /// The latest time at which a thread began to wait.
    [[nodiscard]] Nanoseconds lastBlocked() const noexcept { return m_lastBlocked; }

    /// How long all threads together have run, up to their last switches.
    [[nodiscard]] Nanoseconds running() const noexcept { return m_running; }

    /// Threads that are not in the book, since it is full.
    [[nodiscard]] std::uint64_t leftOut() const noexcept { return m_leftOut; }

private:
    enum class Doing : std::uint8_t { Ready, Running, Blocked, Unseen };

    struct Thread {
        WorkerId worker{};
        std::int64_t pid = 0;
        std::string name;
        Nanoseconds last{};  ///< time of its last event
        Doing doing = Doing::Ready;
        bool hasSwitched = false;  ///< whether any switch of it is known
        bool isExplained = false;  ///< the reason of its wait was looked for
    };

    [[nodiscard]] Thread* find(std::int64_t tid);
    void add(Thread& thread, Event event);
    void loseSight(Thread& thread, Nanoseconds time);

    RunId m_run;
    const FrameSink& m_sink;
    std::unordered_map<std::int64_t, Thread> m_threads;  ///< that have not stopped, by number
    std::uint32_t m_named = 0;
    std::vector<Event> m_pending;
    Nanoseconds m_lastBlocked{};
    Nanoseconds m_running{};
    std::unordered_set<std::int64_t> m_outside;  ///< threads left out that have not stopped
    std::uint64_t m_leftOut = 0;
};
