#pragma once

#include "core/observe/processtable.h"
#include "core/observe/schedulingrecord.h"
#include "core/observe/threadbook.h"

#include <unordered_map>

/// Sees what the threads of a program do and writes it into a book. Used by one thread.
class ProgramWatch {
public:
    virtual ~ProgramWatch() = default;

    /// The program was let go at `origin`; its main thread is in the book.
    virtual void begin(ThreadBook& book, Nanoseconds origin) = 0;

    /// Looks at everything that has happened since the last look.
    virtual void look(ThreadBook& book) = 0;

    /// Waits until there may be something to see, one of `others` (file descriptors) can be read
    /// or `longest` is over.
    virtual void wait(const ThreadBook& book, const std::vector<int>& others,
                      Nanoseconds longest) = 0;

    [[nodiscard]] virtual std::uint64_t lostRecords() const noexcept = 0;

    /// When the main thread ended, if nothing else tells that; its process was found to have ended
    /// at `time`.
    [[nodiscard]] virtual Nanoseconds endOfMainThread(Nanoseconds time) const = 0;

    /// What could not be seen, in words; may be empty.
    [[nodiscard]] virtual std::string remark() const { return {}; }

protected:
    ProgramWatch() = default;
    ProgramWatch(const ProgramWatch&) = delete;
    ProgramWatch& operator=(const ProgramWatch&) = delete;
};

/// Reads the kernel's scheduling record of a process: exact evidence.
class ExactWatch : public ProgramWatch {
public:
    ExactWatch(SchedulingRecord record, std::int64_t process)
        : m_record(std::move(record)),
          m_process(process)
    {}

    void begin(ThreadBook& book, Nanoseconds origin) override;
    void look(ThreadBook& book) override;
    void wait(const ThreadBook& book, const std::vector<int>& others, Nanoseconds longest) override;
    [[nodiscard]] std::uint64_t lostRecords() const noexcept override;
    [[nodiscard]] Nanoseconds endOfMainThread(Nanoseconds time) const override;
    [[nodiscard]] std::string remark() const override;

private:
    void read();
    void take(const SchedulingEntry& entry, ThreadBook& book);
    void takeEnd(const SchedulingEntry& entry, ThreadBook& book);
    static void takeExecution(const SchedulingEntry& entry, ThreadBook& book);
    void endUnrecorded(ThreadBook& book) const;
    static void takeSwitch(const SchedulingEntry& entry, ThreadBook& book);

    SchedulingRecord m_record;
    std::int64_t m_process;
    std::vector<SchedulingEntry> m_entries;         ///< not in the book yet, in order of time
    std::vector<ThreadBook::Process> m_unrecorded;  ///< whose record has ended, though they go on
    std::uint64_t m_lost = 0;
};

/// Polls the process table: sampled evidence.
class SampledWatch : public ProgramWatch {
public:
    explicit SampledWatch(std::int64_t process) : m_process(process) {}

    void begin(ThreadBook& book, Nanoseconds origin) override;
    void look(ThreadBook& book) override;
    void wait(const ThreadBook& book, const std::vector<int>& others, Nanoseconds longest) override;
    [[nodiscard]] std::uint64_t lostRecords() const noexcept override { return 0; }
    [[nodiscard]] Nanoseconds endOfMainThread(Nanoseconds time) const override { return time; }

private:
    enum class Doing : std::uint8_t { Ready, Running, Blocked };

    struct Seen {
        std::int64_t pid = 0;
        ThreadTimes accounted;  ///< by the system
        ThreadTimes drawn;      ///< that is in the book
        Doing doing = Doing::Ready;
        std::int16_t core = -1;
        std::uint32_t look = 0;  ///< the last one that it was there for
    };

    struct Share {  ///< of the time since the last look
        ThreadRef thread;
        Seen* seen = nullptr;
        std::vector<TimeRange> runs{};  ///< from the last look on
        Nanoseconds ready{};
    };

    [[nodiscard]] std::vector<ThreadRef> livingThreads() const;
    [[nodiscard]] Seen* see(const ThreadRef& thread, ThreadBook& book);
    static void account(std::vector<Share>& shares, Nanoseconds length);
    void draw(const Share& share, ThreadBook& book, Nanoseconds time) const;
    static void runOn(const ThreadRef& thread, Seen& seen, ThreadBook& book, TimeRange range);
    static void wait(const ThreadRef& thread, Seen& seen, ThreadBook& book, Doing doing,
                     TimeRange range);
    void endMissing(ThreadBook& book);

    std::int64_t m_process;
    std::unordered_map<std::int64_t, Seen> m_threads;
    Nanoseconds m_last{};  ///< time of the last look
    std::uint32_t m_look = 0;
};
