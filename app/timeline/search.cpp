#include "app/timeline/search.h"

#include "app/timeline/panelmodel.h"
#include "app/timeline/rowgroups.h"
#include "app/timeline/rowsource.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace {

/// What is searched for.
struct Wanted {
    QString text;
    std::optional<std::int64_t> number;
};

Wanted wantedOf(const QString& text)
{
    Wanted wanted{text.simplified(), {}};
    bool isNumber = false;
    const qint64 value = wanted.text.toLongLong(&isNumber);
    if (isNumber)
        wanted.number = value;
    return wanted;
}

bool contains(const QString& text, const Wanted& wanted)
{
    return text.contains(wanted.text, Qt::CaseInsensitive);
}

bool isWanted(const Task& task, const Wanted& wanted)
{
    if (wanted.number)
        return *wanted.number == std::int64_t{number(task.id)};
    return contains(labelOf({number(task.id) - 1U, 1}, RowsBy::Tasks), wanted);
}

bool isWanted(const Worker& worker, const Wanted& wanted, bool isObserved)
{
    const QString name = QString::fromStdString(worker.name);
    if (wanted.number) {
        const bool isNumber = (!isObserved && *wanted.number == std::int64_t{number(worker.id)}) ||
                              *wanted.number == worker.tid || *wanted.number == worker.pid;
        return isNumber || (isObserved && contains(name, wanted));
    }
    if (contains(name, wanted))
        return true;
    return contains(isObserved ? nameOfThread(worker)
                               : labelOf({number(worker.id) - 1U, 1}, RowsBy::Workers),
                    wanted);
}

}  // namespace

std::vector<SearchMatch> matchesOf(const Comparison& comparison, const QString& text)
{
    std::vector<SearchMatch> matches;
    const Wanted wanted = wantedOf(text);
    if (wanted.text.isEmpty())
        return matches;
    for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
        const Recording& recording = comparison.runs[run];
        for (std::size_t at = 0; at < recording.tasks.size(); ++at) {
            if (isWanted(recording.tasks[at], wanted))
                matches.push_back({run, SearchMatch::Kind::Task, at});
        }
        for (std::size_t at = 0; at < recording.workers.size(); ++at) {
            if (isWanted(recording.workers[at], wanted, recording.start.isObserved()))
                matches.push_back({run, SearchMatch::Kind::Worker, at});
        }
    }
    return matches;
}

TimeRange rangeOf(const Comparison& comparison, const SearchMatch& match)
{
    const Recording& recording = comparison.runs[match.run];
    const Nanoseconds origin = recording.start.origin;
    TimeRange range;
    if (match.kind == SearchMatch::Kind::Task) {
        if (!recording.tasks[match.at].start)
            return {};
        range = rangeOf(recording, recording.tasks[match.at]);
    } else {
        const Worker& worker = recording.workers[match.at];
        const Nanoseconds end = worker.stop.value_or(std::max(recording.knownUntil, worker.start));
        range = {worker.start, end};
    }
    return {std::max(Nanoseconds{}, range.start - origin),
            std::max(Nanoseconds{}, range.end - origin)};
}
