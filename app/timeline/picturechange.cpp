#include "app/timeline/picturechange.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace {

/// What is drawn at the left of anything wider than this, as its number is, stays when it grows.
constexpr int widestAtLeft = 96;  // columns

/// Finds the first column that any of many comparisons tells of.
class Earliest {
public:
    void add(double column)
    {
        const int whole = std::max(0, static_cast<int>(std::floor(column)));
        m_column = m_column ? std::min(*m_column, whole) : whole;
    }
    [[nodiscard]] std::optional<int> column() const noexcept { return m_column; }

private:
    std::optional<int> m_column;
};

double firstOf(const WorkerChange& change)
{
    return change.column;
}

template <typename Span>
double firstOf(const Span& span)
{
    return span.first;
}

/// From where one of two that begin alike looks different; only their ends may differ.
template <typename Span>
double whereGrown(const Span& before, const Span& after)
{
    const double end = std::min(before.last, after.last);
    return end - after.first > widestAtLeft ? end : after.first;
}

double whereDifferent(const WorkerChange& before, const WorkerChange& after)
{
    return std::min(before.column, after.column);
}

double whereDifferent(const StateSpan& before, const StateSpan& after)
{
    return std::min(before.first, after.first);  // a padlock stands in the middle
}

template <typename Span>
double whereDifferent(const Span& before, const Span& after)
{
    Span alike = before;
    alike.last = after.last;
    if constexpr (requires { alike.ends; })
        alike.ends = after.ends;
    return alike == after ? whereGrown(before, after) : std::min(before.first, after.first);
}

/// What is not alone in its column is drawn for what comes next too.
void addNeighbour(Earliest& earliest, const RunSpan& before)
{
    if (before.share < 1)
        earliest.add(before.first);
}

template <typename Item>
void addNeighbour(Earliest&, const Item&)
{}

template <typename Item>
void compare(Earliest& earliest, const std::vector<Item>& before, const std::vector<Item>& after)
{
    const auto [old, now] = std::ranges::mismatch(before, after);
    if (old != before.begin() && (old != before.end() || now != after.end()))
        addNeighbour(earliest, *std::prev(old));
    if (old != before.end() && now != after.end())
        earliest.add(whereDifferent(*old, *now));
    else if (old != before.end())
        earliest.add(firstOf(*old));
    else if (now != after.end())
        earliest.add(firstOf(*now));
}

void compare(Earliest& earliest, const RowPicture& before, const RowPicture& after)
{
    const bool hasSameBands =
        std::ranges::equal(before.bands, after.bands, [](const Band& old, const Band& now) {
            return old.top == now.top && old.height == now.height;
        });
    if (!hasSameBands || before.rows != after.rows || before.group != after.group)
        return earliest.add(0);
    compare(earliest, before.bars, after.bars);
    compare(earliest, before.changes, after.changes);
    for (std::size_t i = 0; i < after.bands.size(); ++i) {
        compare(earliest, before.bands[i].spans.states, after.bands[i].spans.states);
        compare(earliest, before.bands[i].spans.runs, after.bands[i].spans.runs);
    }
    if (before.notStartedUntil != after.notStartedUntil)
        earliest.add(std::min(before.notStartedUntil, after.notStartedUntil));
}

void compare(Earliest& earliest, const std::vector<RowPicture>& before,
             const std::vector<RowPicture>& after)
{
    if (before.size() != after.size())
        return earliest.add(0);
    for (std::size_t i = 0; i < after.size(); ++i)
        compare(earliest, before[i], after[i]);
}

void compare(Earliest& earliest, const StripPicture& before, const StripPicture& after)
{
    if (before.top != after.top || before.line != after.line)
        return earliest.add(0);
    compare(earliest, before.steps, after.steps);
}

}  // namespace

std::optional<int> firstChange(const PanelPicture& before, const PanelPicture& after)
{
    if (before.ticks != after.ticks || before.circles != after.circles)
        return 0;
    Earliest earliest;
    compare(earliest, before.rows, after.rows);
    compare(earliest, before.ghosts, after.ghosts);
    compare(earliest, before.inProgress, after.inProgress);
    compare(earliest, before.running, after.running);
    return earliest.column();
}
