#include "app/timeline/rowgroups.h"

#include "app/timeline/timelinewords.h"

#include <QLocale>

#include <algorithm>

namespace {

/// The smallest of 1, 2, 5, 10, 20, 25, 50, 100, … that is at least `value`.
std::size_t roundSize(std::size_t value)
{
    for (std::size_t decade = 1;; decade *= 10) {
        if (decade >= value)
            return decade;
        if (2 * decade >= value)
            return 2 * decade;
        if (decade > 1 && decade * 5 / 2 >= value)
            return decade * 5 / 2;
        if (5 * decade >= value)
            return 5 * decade;
    }
}

/// Appends what `whole` is made of, and in the place of those that hold `opened` what they are.
void append(std::vector<RowGroup>& groups, RowGroup whole, RowLimits limits,
            const std::optional<RowGroup>& opened)
{
    const std::size_t size = whole.count <= limits.singleRows
                                 ? 1
                                 : roundSize((whole.count + limits.groups - 1) / limits.groups);
    const std::size_t end = whole.first + whole.count;
    for (std::size_t first = whole.first; first < end; first += size) {
        const RowGroup group{first, std::min(size, end - first)};
        const bool holdsOpened =
            opened && group.contains(opened->first) && group.count >= opened->count;
        if (holdsOpened && group.count > 1)
            append(groups, group, limits, opened);
        else
            groups.push_back(group);
    }
}

}  // namespace

std::vector<RowGroup> groupRows(std::size_t total, RowLimits limits, std::optional<RowGroup> opened)
{
    std::vector<RowGroup> groups;
    append(groups, {0, total}, limits, opened);
    return groups;
}

std::size_t rowWith(const std::vector<RowGroup>& groups, std::size_t index)
{
    const auto after = std::ranges::upper_bound(groups, index, {}, &RowGroup::first);
    return after == groups.begin() ? 0 : static_cast<std::size_t>(after - groups.begin()) - 1;
}

namespace {

/// Cores count from 0, as the operating system numbers them.
QString coresLabel(RowGroup group)
{
    const auto first = static_cast<int>(group.first);
    if (group.count == 1)
        return TimelineWords::tr("Core %1").arg(nameOfCore(first));
    const int last = first + static_cast<int>(group.count) - 1;
    return TimelineWords::tr("Cores %1–%2").arg(nameOfCore(first), nameOfCore(last));
}

}  // namespace

QString labelOf(RowGroup group, RowsBy rows)
{
    const QLocale locale;
    const QString first = locale.toString(static_cast<qulonglong>(group.first + 1));
    const QString last = locale.toString(static_cast<qulonglong>(group.first + group.count));
    const bool isSingle = group.count == 1;
    switch (rows) {
    case RowsBy::Tasks:
        return isSingle ? TimelineWords::tr("Task %1").arg(first)
                        : TimelineWords::tr("Tasks %1–%2").arg(first, last);
    case RowsBy::Workers:
        return isSingle ? TimelineWords::tr("Worker %1").arg(first)
                        : TimelineWords::tr("Workers %1–%2").arg(first, last);
    case RowsBy::Cores:
        break;
    }
    return coresLabel(group);
}

QString nameOfCore(int core)
{
    return QLocale().toString(core);
}
