#include "tests/support/recordingtext.h"

#include "tests/support/recordingparser.h"
#include "tests/support/timetext.h"

#include <algorithm>

namespace {

std::string workText(TaskId task, PartId part)
{
    if (task == TaskId::None)
        return "-";
    return "T" + std::to_string(number(task)) +
           (number(part) > 0 ? "." + std::to_string(number(part)) : "");
}

std::string rangeText(Nanoseconds start, Nanoseconds end, Nanoseconds origin)
{
    return lengthText(start - origin) + "-" + lengthText(end - origin);
}

/// Slices and waits alike.
struct Interval {
    TimeRange range;
    std::string work;
    std::string text;
};

std::vector<Interval> intervalsOf(const Worker& worker, Nanoseconds origin)
{
    std::vector<Interval> intervals;
    for (const Slice& slice : worker.slices) {
        const std::string core = slice.core < 0 ? "" : "@" + std::to_string(slice.core);
        intervals.push_back({{slice.start, slice.end},
                             workText(slice.task, slice.part),
                             "run " + rangeText(slice.start, slice.end, origin) + core});
    }
    for (const Wait& wait : worker.waits)
        intervals.push_back(
            {{wait.start, wait.end},
             workText(wait.task, wait.part),
             std::string(nameOf(wait.reason)) + " " + rangeText(wait.start, wait.end, origin)});
    for (const TimeRange& range : worker.unseen)
        intervals.push_back({range, "-", "unseen " + rangeText(range.start, range.end, origin)});
    std::ranges::stable_sort(intervals, {}, [](const Interval& interval) {
        return std::pair(interval.range.start, interval.range.end);
    });
    return intervals;
}

}  // namespace

Recording recordingFrom(std::string_view text)
{
    RecordingParser parser;
    for (const std::string& line : split(text, "\n;"))
        parser.parseLine(line);
    return parser.finish();
}

std::string textOf(const Recording& recording)
{
    std::string text = tasksText(recording);
    for (const Worker& worker : recording.workers)
        text += "\nW" + std::to_string(number(worker.id)) + ": " +
                intervalsText(worker, recording.start.origin);
    return text;
}

std::string tasksText(const Recording& recording)
{
    const Nanoseconds origin = recording.start.origin;
    std::string text;
    for (const Task& task : recording.tasks) {
        text += (text.empty() ? "" : " ") + workText(task.id, {}) + "[";
        if (task.start)
            text += lengthText(*task.start - origin) + "-";
        if (task.stop)
            text += (task.start ? "" : "?-") + lengthText(*task.stop - origin);
        text += "]";
        if (task.stop && task.outcome != Outcome::Done)
            text += nameOf(task.outcome);
    }
    return text;
}

std::string intervalsText(const Worker& worker, Nanoseconds origin)
{
    std::string text;
    std::string work = "-";
    for (const Interval& interval : intervalsOf(worker, origin)) {
        if (interval.work != work)
            text += (text.empty() ? "" : " ") + interval.work;
        text += (text.empty() ? "" : " ") + interval.text;
        work = interval.work;
    }
    return text;
}

std::string partsText(const Worker& worker, Nanoseconds origin)
{
    std::string text;
    for (const PartRun& part : worker.parts)
        text += (text.empty() ? "" : " ") + workText(part.task, part.part) + "[" +
                rangeText(part.start, part.end, origin) + "]";
    return text;
}
