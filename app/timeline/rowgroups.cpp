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

using Groups = std::vector<RowGroup>;

/// A family that is up to so many times as large as a group is meant to be is not cut.
constexpr std::size_t largestWhole = 2;

/// Those in `whole`, up to `size` in each group where families allow it.
Groups partsOf(RowGroup whole, std::size_t size, std::span<const std::size_t> families)
{
    const std::size_t end = whole.first + whole.count;
    Groups groups;
    bool takesMore = false;  // the last group
    for (std::size_t first = whole.first; first < end;) {
        const auto after = std::ranges::upper_bound(families, first);
        const std::size_t next = after == families.end() ? end : std::min(*after, end);
        const std::size_t count = next - first;
        const bool isWhole = count < whole.count && count <= largestWhole * size;
        if (isWhole && takesMore && groups.back().count + count <= size) {
            groups.back().count += count;
        } else {
            const std::size_t step = isWhole ? count : size;
            for (; first < next; first += step)
                groups.push_back({first, std::min(step, next - first)});
        }
        takesMore = isWhole;
        first = next;
    }
    return groups;
}

/// What `whole` is made of: no more groups than there may be, each as small as that allows.
Groups partsOf(RowGroup whole, RowLimits limits, std::span<const std::size_t> families)
{
    if (whole.count <= limits.singleRows)
        return partsOf(whole, 1, {});
    std::size_t size = roundSize((whole.count + limits.groups - 1) / limits.groups);
    Groups groups = partsOf(whole, size, families);
    while (groups.size() > limits.groups) {
        size = roundSize(size + 1);
        groups = partsOf(whole, size, families);
    }
    return groups;
}

/// Appends the parts of `whole`, and in the place of those that hold `opened` theirs.
void append(Groups& groups, RowGroup whole, RowLimits limits, const std::optional<RowGroup>& opened,
            std::span<const std::size_t> families)
{
    for (const RowGroup group : partsOf(whole, limits, families)) {
        const bool holdsOpened =
            opened && group.contains(opened->first) && group.count >= opened->count;
        if (holdsOpened && group.count > 1)
            append(groups, group, limits, opened, families);
        else
            groups.push_back(group);
    }
}

}  // namespace

std::vector<RowGroup> groupRows(std::size_t total, RowLimits limits, std::optional<RowGroup> opened,
                                std::span<const std::size_t> families)
{
    std::vector<RowGroup> groups;
    append(groups, {0, total}, limits, opened, families);
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
