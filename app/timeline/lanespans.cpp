#include "app/timeline/lanespans.h"

#include <cmath>
#include <numeric>

namespace {

using SliceSums = TimeSums<Slice, 2>;
using WaitSums = TimeSums<Wait, waitReasonCount>;
using UnseenSums = TimeSums<TimeRange, 1>;

/// The interval at `index`, or one that never comes.
template <typename Interval>
TimeRange rangeAt(const std::vector<Interval>& intervals, std::size_t index)
{
    if (index >= intervals.size())
        return {Nanoseconds::max(), Nanoseconds::max()};
    return {intervals[index].start, intervals[index].end};
}

bool covers(TimeRange outer, TimeRange inner)
{
    return outer.start <= inner.start && outer.end >= inner.end;
}

/// All that happens in one column.
struct Mixed {
    SliceSums::Sums running{};
    WaitSums::Sums waits{};
    Nanoseconds unseen{};
    TaskId taskOfRun = TaskId::None;
    TaskId taskOfWait = TaskId::None;
};

/// Goes through the columns of a lane from left to right.
class LaneWalk {
public:
    /// Goes on from column `from`, as far as which `drawn` holds, or from the lane's own start.
    LaneWalk(const Lane& lane, const Columns& columns, LaneSpans drawn, int from)
        : m_lane(lane),
          m_columns(columns),
          m_spans(std::move(drawn)),
          m_column(std::max(from, columns.columnOf(lane.clip.start))),
          m_end(columns.columnFrom(lane.clip.end))
    {}

    [[nodiscard]] bool atEnd() const { return m_column >= m_end; }
    void step();
    LaneSpans take() { return std::move(m_spans); }

private:
    void run(Nanoseconds until, TaskId task);
    void stepOff(TimeRange column, Nanoseconds runsFrom);
    void mix(TimeRange column);
    [[nodiscard]] bool mixRoughly(TimeRange column);
    [[nodiscard]] TaskId taskOfSlices(std::size_t first, const SliceSums::Sums& sums) const;
    void takeWaits(Mixed& mixed, TimeRange column);
    void takeUnseen(Mixed& mixed, TimeRange column);
    void add(const Mixed& mixed, Nanoseconds length);
    void addRunning(const Mixed& mixed, Nanoseconds otherwise);
    void addState(int last, WorkState state, TaskId task);
    void addRun(const RunSpan& run);

    /// The column up to which an interval that ends at `t` goes; at least the next.
    [[nodiscard]] int columnUntil(Nanoseconds t) const
    {
        return std::clamp(m_columns.columnOf(t), m_column + 1, m_end);
    }

    const Lane& m_lane;
    const Columns& m_columns;
    LaneSpans m_spans;
    std::size_t m_slice = 0;
    std::size_t m_wait = 0;
    std::size_t m_unseen = 0;
    std::optional<SliceSums::Rough> m_running;  ///< in the last column
    std::optional<WaitSums::Rough> m_waiting;
    int m_column;
    int m_end;
};

void LaneWalk::step()
{
    const TimeRange whole = m_columns.rangeOf(m_column);
    const TimeRange column{std::max(whole.start, m_lane.clip.start),
                           std::min(whole.end, m_lane.clip.end)};
    if (mixRoughly(column))
        return;
    m_slice = SliceSums::firstEndingAfter(m_lane.worker->slices, column.start, m_slice);
    const TimeRange slice = rangeAt(m_lane.worker->slices, m_slice);
    if (covers(slice, whole) && covers(m_lane.clip, whole))
        run(std::min(slice.end, m_lane.clip.end), m_lane.worker->slices[m_slice].task);
    else if (slice.start >= column.end)
        stepOff(column, std::min(slice.start, m_lane.clip.end));
    else
        mix(column);
}

void LaneWalk::run(Nanoseconds until, TaskId task)
{
    const int last = columnUntil(until);
    addRun({m_column, last, 1, task, true});
    m_column = last;
}

void LaneWalk::stepOff(TimeRange column, Nanoseconds runsFrom)
{
    const auto& waits = m_lane.worker->waits;
    const auto& unseens = m_lane.worker->unseen;
    m_wait = WaitSums::firstEndingAfter(waits, column.start, m_wait);
    m_unseen = UnseenSums::firstEndingAfter(unseens, column.start, m_unseen);
    const TimeRange wait = rangeAt(waits, m_wait);
    const TimeRange unseen = rangeAt(unseens, m_unseen);
    int last = m_column + 1;
    if (covers(wait, column)) {
        last = columnUntil(std::min(wait.end, runsFrom));
        addState(last, stateOf(waits[m_wait].reason), waits[m_wait].task);
    } else if (covers(unseen, column)) {
        last = columnUntil(std::min(unseen.end, runsFrom));
        addState(last, WorkState::Unseen, TaskId::None);
    } else if (std::min(wait.start, unseen.start) >= column.end) {
        last = columnUntil(std::min({wait.start, unseen.start, runsFrom}));
        addState(last, WorkState::NotKnown, TaskId::None);
    } else {
        mix(column);
        return;
    }
    m_column = last;
}

void LaneWalk::mix(TimeRange column)
{
    Mixed mixed;
    const std::size_t first = m_slice;
    mixed.running = m_lane.sums->slices.withinNext(m_lane.worker->slices, column, m_slice);
    mixed.taskOfRun = taskOfSlices(first, mixed.running);
    takeWaits(mixed, column);
    takeUnseen(mixed, column);
    add(mixed, column.length());
}

/// Where a column holds very many slices, there is no need to look at any of them.
bool LaneWalk::mixRoughly(TimeRange column)
{
    m_running = m_lane.sums->slices.roughly(column, m_slice, m_running);
    if (!m_running)
        return false;
    Mixed mixed;
    mixed.running = m_running->sums;
    mixed.taskOfRun = m_running->task != TaskId::None
                          ? m_running->task
                          : taskOfSlices(m_running->inside, m_running->sums);
    m_slice = m_running->next;
    takeWaits(mixed, column);
    takeUnseen(mixed, column);
    add(mixed, column.length());
    return true;
}

/// The task of the slice at `first`, or of the next where that one is between tasks.
TaskId LaneWalk::taskOfSlices(std::size_t first, const SliceSums::Sums& sums) const
{
    const auto& slices = m_lane.worker->slices;
    if (first >= slices.size())
        return TaskId::None;
    const bool nextIsOfTask =
        first + 1 < slices.size() && slices[first].task == TaskId::None && sums[0] > Nanoseconds{};
    return slices[first + (nextIsOfTask ? 1 : 0)].task;
}

void LaneWalk::takeWaits(Mixed& mixed, TimeRange column)
{
    const auto& waits = m_lane.worker->waits;
    m_waiting = m_lane.sums->waits.roughly(column, m_wait, m_waiting);
    if (m_waiting) {
        mixed.waits = m_waiting->sums;
        mixed.taskOfWait = m_waiting->task;
        m_wait = m_waiting->next;
        return;
    }
    m_wait = WaitSums::firstEndingAfter(waits, column.start, m_wait);
    if (m_wait < waits.size())
        mixed.taskOfWait = waits[m_wait].task;
    mixed.waits = m_lane.sums->waits.withinNext(waits, column, m_wait);
}

void LaneWalk::takeUnseen(Mixed& mixed, TimeRange column)
{
    const auto& unseens = m_lane.worker->unseen;
    if (unseens.empty())
        return;
    m_unseen = UnseenSums::firstEndingAfter(unseens, column.start, m_unseen);
    mixed.unseen = m_lane.sums->unseen.within(unseens, column, m_unseen)[0];
}

void LaneWalk::add(const Mixed& mixed, Nanoseconds length)
{
    const Nanoseconds running = mixed.running[0] + mixed.running[1];
    const auto longest = std::max_element(mixed.waits.begin(), mixed.waits.end());
    const auto notKnown = std::accumulate(mixed.waits.begin(), mixed.waits.end(),
                                          length - running - mixed.unseen, std::minus<>{});
    if (mixed.unseen > *longest && mixed.unseen >= notKnown)
        addState(m_column + 1, WorkState::Unseen, TaskId::None);
    else if (*longest > Nanoseconds{} && *longest >= notKnown)
        addState(m_column + 1, stateOf(static_cast<WaitReason>(longest - mixed.waits.begin())),
                 mixed.taskOfWait);
    else if (notKnown > running)
        addState(m_column + 1, WorkState::NotKnown, TaskId::None);
    addRunning(mixed, std::max({*longest, mixed.unseen, notKnown}));
    ++m_column;
}

void LaneWalk::addRunning(const Mixed& mixed, Nanoseconds otherwise)
{
    const bool ofTask = mixed.running[0] > Nanoseconds{};
    const auto running = static_cast<double>(mixed.running[ofTask ? 0 : 1].count());
    if (running <= 0)
        return;
    const double share = std::min(1.0, running * m_columns.perNanosecond());
    addRun({m_column, m_column + 1, static_cast<float>(share), mixed.taskOfRun,
            running >= static_cast<double>(otherwise.count())});
}

void LaneWalk::addState(int last, WorkState state, TaskId task)
{
    if (!m_spans.states.empty()) {
        StateSpan& before = m_spans.states.back();
        if (before.last == m_column && before.state == state && before.task == task) {
            before.last = last;
            return;
        }
    }
    m_spans.states.push_back({m_column, last, state, task});
}

void LaneWalk::addRun(const RunSpan& run)
{
    if (!m_spans.runs.empty()) {
        RunSpan& before = m_spans.runs.back();
        if (before.last == run.first && before.share == run.share && before.task == run.task &&
            before.isLongest == run.isLongest) {
            before.last = run.last;
            return;
        }
    }
    m_spans.runs.push_back(run);
}

template <typename Span>
void cutAt(std::vector<Span>& spans, int column)
{
    while (!spans.empty() && spans.back().first >= column)
        spans.pop_back();
    if (!spans.empty())
        spans.back().last = std::min(spans.back().last, column);
}

}  // namespace

LaneSpans spansOf(const Lane& lane, const Columns& columns)
{
    return spansFrom({}, 0, lane, columns);
}

LaneSpans spansFrom(LaneSpans drawn, int from, const Lane& lane, const Columns& columns)
{
    if (lane.clip.end <= columns.visible().start || lane.clip.start >= columns.visible().end)
        return {};
    cutAt(drawn.states, from);
    cutAt(drawn.runs, from);
    LaneWalk walk(lane, columns, std::move(drawn), from);
    while (!walk.atEnd())
        walk.step();
    return walk.take();
}
