#include "core/storage/corechanges.h"

#include "core/storage/tracerows.h"

#include <queue>
#include <tuple>
#include <unordered_map>

namespace {

/// Where the reading of one worker's slices stands.
struct Reader {
    const Recording* run = nullptr;
    const Worker* worker = nullptr;
    TraceThread thread{};
    std::size_t slice = 0;
    std::size_t wait = 0;

    /// Whether there is a slice from here on that is on a known core.
    bool findSlice()
    {
        const auto counts = [](const Slice& s) { return s.core >= 0 && s.start < s.end; };
        while (slice < worker->slices.size() && !counts(worker->slices[slice]))
            ++slice;
        return slice < worker->slices.size();
    }
    [[nodiscard]] const Slice& current() const { return worker->slices[slice]; }

    /// What follows the current slice tells why the worker left.
    LeftAs leftAs()
    {
        const Nanoseconds end = current().end;
        while (wait < worker->waits.size() && worker->waits[wait].start < end)
            ++wait;
        if (wait < worker->waits.size() && worker->waits[wait].start == end)
            return worker->waits[wait].reason == WaitReason::Ready ? LeftAs::Ready
                                                                   : LeftAs::Blocked;
        if (slice + 1 < worker->slices.size())
            return LeftAs::Ready;
        return worker->stop ? LeftAs::Ended : LeftAs::Blocked;
    }
    [[nodiscard]] std::string doing() const
    {
        return current().task == TaskId::None
                   ? traceNameOf(*worker)
                   : traceNameOf(current().task, current().part, run->start.plan.split);
    }
};

/// A worker's next event. At the same time cores are left before they are taken.
struct Next {
    Nanoseconds time{};
    enum class Kind { Leave, Take } kind = Kind::Take;
    std::size_t reader = 0;

    bool operator>(const Next& other) const
    {
        return std::tie(time, kind, reader) > std::tie(other.time, other.kind, other.reader);
    }
};

class Merge {
public:
    Merge(const Comparison& comparison, const TraceRows& rows,
          const std::function<void(const CoreChange&)>& visit)
        : m_visit(visit)
    {
        for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
            const auto& workers = comparison.runs[run].workers;
            for (std::size_t i = 0; i < workers.size(); ++i) {
                m_readers.push_back({&comparison.runs[run], &workers[i], rows.threadOf(run, i)});
                push(m_readers.size() - 1);
            }
        }
    }

    void run()
    {
        while (!m_queue.empty()) {
            const Next next = m_queue.top();
            m_queue.pop();
            if (next.kind == Next::Kind::Take)
                take(next.reader);
            else
                leave(next.reader);
        }
    }

private:
    void push(std::size_t reader)
    {
        if (m_readers[reader].findSlice())
            m_queue.push({m_readers[reader].current().start, Next::Kind::Take, reader});
    }

    void take(std::size_t index)
    {
        const Reader& reader = m_readers[index];
        const Slice& slice = reader.current();
        const std::string name = reader.doing();
        const TraceThread out = std::exchange(m_on[slice.core], reader.thread);
        m_visit({slice.core, slice.start, out, LeftAs::Ready, reader.thread, name});
        m_queue.push({slice.end, Next::Kind::Leave, index});
    }

    void leave(std::size_t index)
    {
        Reader& reader = m_readers[index];
        const Slice& slice = reader.current();
        if (m_on[slice.core] == reader.thread) {
            m_on[slice.core] = {};
            m_visit({slice.core, slice.end, reader.thread, reader.leftAs()});
        }
        ++reader.slice;
        push(index);
    }

    const std::function<void(const CoreChange&)>& m_visit;
    std::vector<Reader> m_readers;
    std::priority_queue<Next, std::vector<Next>, std::greater<>> m_queue;
    std::unordered_map<int, TraceThread> m_on;  ///< each core
};

}  // namespace

void forEachCoreChange(const Comparison& comparison, const TraceRows& rows,
                       const std::function<void(const CoreChange&)>& visit)
{
    Merge(comparison, rows, visit).run();
}
