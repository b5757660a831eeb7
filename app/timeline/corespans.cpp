#include "app/timeline/corespans.h"

#include "app/timeline/sumswalk.h"

namespace {

/// The task that runs for the longest in `column`, of the first few slices from `first` on.
TaskId longestIn(const std::vector<CoreSlice>& slices, std::size_t first, TimeRange column)
{
    constexpr std::size_t enough = 16;
    TaskId task = slices[first].task;
    Nanoseconds longest{};
    const std::size_t end = std::min(slices.size(), first + enough);
    for (std::size_t i = first; i < end && slices[i].start < column.end; ++i) {
        const Nanoseconds length =
            std::min(slices[i].end, column.end) - std::max(slices[i].start, column.start);
        if (length <= longest)
            continue;
        longest = length;
        task = slices[i].task;
    }
    return task;
}

}  // namespace

std::vector<RunSpan> spansOf(const CoreIndex& index, std::size_t core, const Columns& columns)
{
    const auto& slices = index.slicesOf(core);
    SumsWalk walk(slices, index.sumsOf(core));
    std::vector<RunSpan> spans;
    const auto mix = [&](int c, Nanoseconds running, TaskId task) {
        const double share = static_cast<double>(running.count()) * columns.perNanosecond();
        append(spans, {c, c + 1, static_cast<float>(std::min(1.0, share)), task, share >= 0.5});
    };
    for (int c = 0; c < columns.count();) {
        const TimeRange column = columns.rangeOf(c);
        if (walk.takeMany(column)) {
            mix(c, walk.many().sums[0], longestIn(slices, walk.many().inside, column));
            ++c;
            continue;
        }
        walk.skipTo(column.start);
        if (walk.range().start >= columns.visible().end)
            break;
        const CoreSlice& slice = walk.interval();
        const int next = c + 1;
        if (slice.start >= column.end) {
            c = std::max(next, columns.columnOf(slice.start));
        } else if (slice.start <= column.start && slice.end >= column.end) {
            const int last = std::max(next, columns.columnOf(slice.end));
            append(spans, {c, last, 1, slice.task, true});
            c = last;
        } else {
            const TaskId task = longestIn(slices, walk.index(), column);
            Nanoseconds running{};
            walk.visitWithin(
                column, [&running](const CoreSlice&, Nanoseconds length) { running += length; });
            mix(c, running, task);
            c = next;
        }
    }
    return spans;
}
