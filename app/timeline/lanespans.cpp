#include "app/timeline/lanespans.h"

#include "app/timeline/sumswalk.h"

#include <array>

namespace {

bool covers(TimeRange outer, TimeRange inner)
{
    return outer.start <= inner.start && outer.end >= inner.end;
}

/// All that happens in one column.
struct Mixed {
    Nanoseconds ofTasks{};       ///< running
    Nanoseconds betweenTasks{};  ///< running
    std::array<Nanoseconds, waitReasonCount> waits{};
    Nanoseconds waiting{};  ///< for any reason
    Nanoseconds longest{};  ///< of the waits
    WaitReason reason{};    ///< of the longest
    Nanoseconds unseen{};
    TaskId taskOfRun = TaskId::None;
    TaskId taskOfWait = TaskId::None;

    void addRun(TaskId task, Nanoseconds length)
    {
        (task == TaskId::None ? betweenTasks : ofTasks) += length;
        if (taskOfRun == TaskId::None)
            taskOfRun = task;
    }

    void addWait(WaitReason why, Nanoseconds length)
    {
        Nanoseconds& sum = waits[static_cast<std::size_t>(why)];
        sum += length;
        waiting += length;
        if (sum <= longest)
            return;
        longest = sum;
        reason = why;
    }

    /// As new, but faster than to make a new one for every column.
    void clear()
    {
        ofTasks = betweenTasks = waiting = longest = unseen = Nanoseconds{};
        for (Nanoseconds& sum : waits)
            sum = Nanoseconds{};
        taskOfRun = taskOfWait = TaskId::None;
    }
};

/// Goes through the columns of a lane from left to right.
class LaneWalk {
public:
    /// Adds to `drawn`, which holds as far as column `from`, or to the lane's own start.
    LaneWalk(const Lane& lane, const Columns& columns, LaneSpans& drawn, int from)
        : m_columns(columns),
          m_clip(lane.clip),
          m_spans(drawn),
          m_slices(lane.worker->slices, lane.sums->slices),
          m_waits(lane.worker->waits, lane.sums->waits),
          m_unseen(lane.worker->unseen, lane.sums->unseen),
          m_end(columns.columnFrom(lane.clip.end))
    {
        goTo(std::max(from, columns.columnOf(lane.clip.start)));
    }

    void goThrough()
    {
        while (m_column < m_end)
            step();
    }

private:
    void goTo(int column);
    void step();
    void run(Nanoseconds until, TaskId task);
    void stepOff(Nanoseconds runsFrom);
    void mix();
    [[nodiscard]] bool mixMany();
    void takeWaits();
    void takeUnseen();
    void add();
    void addRunning(Nanoseconds otherwise);
    void addState(int last, WorkState state, TaskId task);

    /// The column up to which an interval that ends at `t` goes; at least the next.
    [[nodiscard]] int columnUntil(Nanoseconds t) const
    {
        return std::clamp(m_columns.columnOf(t), m_column + 1, m_end);
    }

    const Columns& m_columns;
    TimeRange m_clip;
    LaneSpans& m_spans;
    SumsWalk<Slice, 2> m_slices;
    SumsWalk<Wait, waitReasonCount> m_waits;
    SumsWalk<TimeRange, 1> m_unseen;
    Mixed m_mixed;
    int m_column = -1;
    int m_end;
    Nanoseconds m_next{};    ///< when the next column begins
    TimeRange m_range;       ///< what is drawn in the column
    bool m_isWhole = false;  ///< nothing of the column lies outside of the lane
};

void LaneWalk::goTo(int column)
{
    const Nanoseconds start =
        column == m_column + 1 && column > 0 ? m_next : m_columns.startOf(column);
    m_column = column;
    m_next = m_columns.startOf(column + 1);
    m_range = {std::max(start, m_clip.start), std::min(m_next, m_clip.end)};
    m_isWhole = m_range.start == start && m_range.end == m_next;
}

void LaneWalk::step()
{
    if (mixMany())
        return;
    m_slices.skipTo(m_range.start);
    const TimeRange slice = m_slices.range();
    if (slice.start >= m_range.end)
        stepOff(std::min(slice.start, m_clip.end));
    else if (covers(slice, m_range) && m_isWhole)
        run(std::min(slice.end, m_clip.end), m_slices.interval().task);
    else
        mix();
}

void LaneWalk::run(Nanoseconds until, TaskId task)
{
    const int last = columnUntil(until);
    append(m_spans.runs, {m_column, last, 1, task, true});
    goTo(last);
}

void LaneWalk::stepOff(Nanoseconds runsFrom)
{
    m_waits.skipTo(m_range.start);
    m_unseen.skipTo(m_range.start);
    const TimeRange wait = m_waits.range();
    const TimeRange unseen = m_unseen.range();
    int last = m_column + 1;
    if (covers(wait, m_range)) {
        last = columnUntil(std::min(wait.end, runsFrom));
        addState(last, stateOf(m_waits.interval().reason), m_waits.interval().task);
    } else if (covers(unseen, m_range)) {
        last = columnUntil(std::min(unseen.end, runsFrom));
        addState(last, WorkState::Unseen, TaskId::None);
    } else if (std::min(wait.start, unseen.start) >= m_range.end) {
        last = columnUntil(std::min({wait.start, unseen.start, runsFrom}));
        addState(last, WorkState::NotKnown, TaskId::None);
    } else {
        mix();
        return;
    }
    goTo(last);
}

/// The column shows the task of its first slice, or of the next where that is between tasks.
void LaneWalk::mix()
{
    m_mixed.clear();
    m_slices.visitWithin(m_range, [this](const Slice& slice, Nanoseconds length) {
        m_mixed.addRun(slice.task, length);
    });
    takeWaits();
    takeUnseen();
    add();
}

/// Where a column holds very many slices, there is no need to look at any of them.
bool LaneWalk::mixMany()
{
    if (!m_slices.takeMany(m_range))
        return false;
    m_mixed.clear();
    m_mixed.ofTasks = m_slices.many().sums[0];
    m_mixed.betweenTasks = m_slices.many().sums[1];
    m_mixed.taskOfRun = m_slices.taskOfMany();
    takeWaits();
    takeUnseen();
    add();
    return true;
}

void LaneWalk::takeWaits()
{
    if (m_waits.takeMany(m_range)) {
        const auto& sums = m_waits.many().sums;
        for (std::size_t reason = 0; reason < sums.size(); ++reason)
            m_mixed.addWait(static_cast<WaitReason>(reason), sums[reason]);
        m_mixed.taskOfWait = m_waits.many().task;
        return;
    }
    m_waits.skipTo(m_range.start);
    if (m_waits.range().start < m_range.end)
        m_mixed.taskOfWait = m_waits.interval().task;
    m_waits.visitWithin(m_range, [this](const Wait& wait, Nanoseconds length) {
        m_mixed.addWait(wait.reason, length);
    });
}

void LaneWalk::takeUnseen()
{
    if (m_unseen.isAtEnd())
        return;
    m_unseen.skipTo(m_range.start);
    m_unseen.visitWithin(
        m_range, [this](const TimeRange&, Nanoseconds length) { m_mixed.unseen += length; });
}

void LaneWalk::add()
{
    const Mixed& mixed = m_mixed;
    const Nanoseconds running = mixed.ofTasks + mixed.betweenTasks;
    const Nanoseconds notKnown = m_range.length() - running - mixed.waiting - mixed.unseen;
    if (mixed.unseen > mixed.longest && mixed.unseen >= notKnown)
        addState(m_column + 1, WorkState::Unseen, TaskId::None);
    else if (mixed.longest > Nanoseconds{} && mixed.longest >= notKnown)
        addState(m_column + 1, stateOf(mixed.reason), mixed.taskOfWait);
    else if (notKnown > running)
        addState(m_column + 1, WorkState::NotKnown, TaskId::None);
    addRunning(std::max({mixed.longest, mixed.unseen, notKnown}));
    goTo(m_column + 1);
}

void LaneWalk::addRunning(Nanoseconds otherwise)
{
    const bool ofTask = m_mixed.ofTasks > Nanoseconds{};
    const Nanoseconds running = ofTask ? m_mixed.ofTasks : m_mixed.betweenTasks;
    if (running <= Nanoseconds{})
        return;
    const double share =
        std::min(1.0, static_cast<double>(running.count()) * m_columns.perNanosecond());
    append(m_spans.runs, {m_column, m_column + 1, static_cast<float>(share), m_mixed.taskOfRun,
                          running >= otherwise});
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
    LaneSpans drawn;
    drawFrom(0, lane, columns, drawn);
    return drawn;
}

void drawFrom(int from, const Lane& lane, const Columns& columns, LaneSpans& drawn)
{
    cutAt(drawn.states, from);
    cutAt(drawn.runs, from);
    if (lane.clip.end > columns.visible().start && lane.clip.start < columns.visible().end)
        LaneWalk(lane, columns, drawn, from).goThrough();
}
