#include "app/timeline/liveprogress.h"

#include <algorithm>
#include <optional>

namespace {

/// A fiftieth of the span or somewhat more; the same for all spans between two steps.
Nanoseconds periodFor(Nanoseconds span)
{
    Nanoseconds length = progress::shortestPeriod;
    while (length * progress::periodsOfRun < span)
        length += length / 4;
    return length;
}

/// The earliest time at which slices differ from when there were `count`, the last one `last`.
std::optional<Nanoseconds> changedFrom(const std::vector<Slice>& slices, std::size_t count,
                                       TimeRange last)
{
    std::size_t next = count;
    if (count > 0) {
        if (count > slices.size())  // it went; what was before it stays
            return last.start;
        const Slice& now = slices[count - 1];
        if (now.start != last.start)
            return std::min(now.start, last.start);
        if (now.end != last.end)
            return std::min(now.end, last.end);
    }
    return next < slices.size() ? std::optional(slices[next].start) : std::nullopt;
}

}  // namespace

void LiveProgress::update(const Recording& recording, const std::vector<WorkerSums>& sums)
{
    m_span = recording.span();
    const Nanoseconds length = periodFor(m_span.length());
    if (length != m_length) {
        m_length = length;
        m_workers.clear();
        m_counts = {};
    }
    m_workers.resize(recording.workers.size());
    for (std::size_t i = 0; i < m_workers.size(); ++i) {
        const auto& slices = recording.workers[i].slices;
        Counted& counted = m_workers[i];
        if (const auto from = changedFrom(slices, counted.slices, counted.last))
            recount(counted, recording.workers[i], sums[i], *from);
        counted.slices = slices.size();
        counted.last =
            slices.empty() ? TimeRange() : TimeRange{slices.back().start, slices.back().end};
    }
}

void LiveProgress::recount(Counted& counted, const Worker& worker, const WorkerSums& sums,
                           Nanoseconds from)
{
    const int first = periodAt(from);
    std::uint64_t busy = counted.busy & ((std::uint64_t{1} << first) - 1);
    const int last = worker.slices.empty() ? -1 : periodAt(worker.slices.back().end);
    for (int period = first; period <= last; ++period) {
        const auto ran = sums.slices.within(worker.slices, {startOf(period), startOf(period + 1)});
        if (ran[0] + ran[1] >= progress::longEnough)
            busy |= std::uint64_t{1} << period;
    }
    setBusy(counted, busy);
}

void LiveProgress::setBusy(Counted& counted, std::uint64_t busy)
{
    const std::uint64_t changed = counted.busy ^ busy;
    for (int period = 0; period < mostPeriods; ++period) {
        if (const std::uint64_t bit = std::uint64_t{1} << period; changed & bit)
            m_counts[static_cast<std::size_t>(period)] += busy & bit ? 1 : -1;
    }
    counted.busy = busy;
}

Profile LiveProgress::profile() const
{
    Profile profile;
    int count = 0;
    const auto step = [&](Nanoseconds time, int next) {
        if (next != count)
            profile.push_back({time, next});
        count = next;
    };
    for (int period = 0; period < mostPeriods && startOf(period) < m_span.end; ++period)
        step(startOf(period), m_counts[static_cast<std::size_t>(period)]);
    step(m_span.end, 0);
    return profile;
}

int LiveProgress::periodAt(Nanoseconds time) const
{
    const auto period = std::max(Nanoseconds{}, time - m_span.start) / m_length;
    return static_cast<int>(std::min<std::int64_t>(period, mostPeriods - 1));
}

Nanoseconds LiveProgress::startOf(int period) const
{
    return m_span.start + period * m_length;
}
