#include "app/timeline/coreindex.h"

#include <algorithm>
#include <tuple>

namespace {

template <typename Interval>
bool follows(const std::vector<Interval>& intervals, const Slice& slice)
{
    return !intervals.empty() && intervals.back().start >= slice.start;
}

/// How many of a worker's slices will stay as they are: what it did after the last is known, or
/// there is no more to come.
std::size_t settledSlices(const Worker& worker)
{
    const auto& slices = worker.slices;
    const bool isLastSettled = slices.empty() || worker.stop ||
                               follows(worker.waits, slices.back()) ||
                               follows(worker.unseen, slices.back());
    return slices.size() - (isLastSettled ? 0 : 1);
}

template <typename Places>
void sortByTime(Places& places)
{
    std::ranges::sort(places, {}, [](const auto& placed) {
        return std::tuple(placed.slice.start, placed.slice.worker);
    });
}

}  // namespace

void CoreIndex::update(const Recording& recording, const WorkerOrder& order)
{
    // The last look is one at the whole: what came late has its place then. Where workers noticed
    // their own gaps, a slice may even go on after a wait that turned out to be none.
    const bool isCertain = m_isInOrder && comesFromSwitches(recording.start.evidence);
    if (recording.hasEnded() && !m_isFinal && !isCertain)
        *this = CoreIndex();
    takeIn(collect(recording, order));
    m_isFinal = recording.hasEnded();
}

CoreIndex::Fresh CoreIndex::collect(const Recording& recording, const WorkerOrder& order)
{
    Fresh fresh;
    m_taken.resize(recording.workers.size());
    for (std::size_t i = 0; i < recording.workers.size(); ++i) {
        const auto& slices = recording.workers[i].slices;
        const auto worker = static_cast<std::uint32_t>(i);
        const std::size_t settled = settledSlices(recording.workers[i]);
        for (std::size_t j = m_taken[i]; j < slices.size(); ++j) {
            const Slice& slice = slices[j];
            if (slice.core < 0)
                continue;
            const TaskId task = order.processes.empty() ? slice.task : TaskId{order.processes[i]};
            auto& places = j < settled ? fresh.settled : fresh.open;
            places.push_back(
                {static_cast<std::size_t>(slice.core), {slice.start, slice.end, worker, task}});
        }
        m_taken[i] = std::max(m_taken[i], settled);
    }
    sortByTime(fresh.settled);
    sortByTime(fresh.open);
    return fresh;
}

void CoreIndex::takeIn(const Fresh& fresh)
{
    for (Core& core : m_cores)
        core.slices.resize(core.settled);
    for (const Placed& placed : fresh.settled)
        addTo(coreAt(placed.core), placed.slice);
    for (Core& core : m_cores) {
        core.settled = core.slices.size();
        core.sums.extend(core.slices);
    }
    addOpen(fresh.open);
}

void CoreIndex::addTo(Core& core, CoreSlice slice)
{
    if (!core.slices.empty() && slice.start < core.slices.back().end) {
        m_isInOrder = false;
        if (slice.start < core.slices.back().start)
            return insertInto(core, slice);
        slice.start = core.slices.back().end;
    }
    if (slice.start < slice.end)
        core.slices.push_back(slice);
}

/// Puts a slice that came late where the core does nothing else.
void CoreIndex::insertInto(Core& core, const CoreSlice& slice)
{
    auto& slices = core.slices;
    std::size_t at = Sums::firstEndingAfter(slices, slice.start, 0);
    core.sums.forgetFrom(at);
    for (Nanoseconds from = slice.start; from < slice.end; ++at) {
        const bool isLast = at >= slices.size();
        const Nanoseconds end = isLast ? slice.end : std::min(slice.end, slices[at].start);
        if (from < end) {
            slices.insert(slices.begin() + static_cast<std::ptrdiff_t>(at),
                          {from, end, slice.worker, slice.task});
            ++at;
        }
        if (isLast)
            return;
        from = std::max(from, slices[at].end);
    }
}

/// What goes on is shown after all that is settled, until it is settled itself.
void CoreIndex::addOpen(const std::vector<Placed>& open)
{
    for (const Placed& placed : open) {
        auto& slices = coreAt(placed.core).slices;
        CoreSlice slice = placed.slice;
        if (!slices.empty())
            slice.start = std::max(slice.start, slices.back().end);
        if (slice.start < slice.end)
            slices.push_back(slice);
    }
}

CoreIndex::Core& CoreIndex::coreAt(std::size_t core)
{
    if (core >= m_cores.size())
        m_cores.resize(core + 1);
    return m_cores[core];
}

const std::vector<CoreSlice>& CoreIndex::slicesOf(std::size_t core) const
{
    static const std::vector<CoreSlice> none;
    return core < m_cores.size() ? m_cores[core].slices : none;
}

const CoreIndex::Sums& CoreIndex::sumsOf(std::size_t core) const
{
    static const Sums none;
    return core < m_cores.size() ? m_cores[core].sums : none;
}
