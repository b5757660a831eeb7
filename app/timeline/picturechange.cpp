#include "app/timeline/picturechange.h"

#include "app/timeline/earliest.h"

namespace {

void compare(Earliest& earliest, const Band& before, const Band& after)
{
    if (before.spans != after.spans)
        compare(earliest, *before.spans, *after.spans);
    else if (after.changedFrom)  // what was drawn before has become what is drawn now
        earliest.add(*after.changedFrom);
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
        compare(earliest, before.bands[i], after.bands[i]);
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

template <typename Item>
double endOf(const std::vector<Item>& items)
{
    return items.empty() ? 0 : items.back().last;
}

double endOf(const RowPicture& row)
{
    double end = std::max(endOf(row.bars), row.notStartedUntil);
    if (!row.changes.empty())
        end = std::max(end, row.changes.back().column);
    for (const Band& band : row.bands)
        end = std::max({end, endOf(band.spans->states), endOf(band.spans->runs)});
    return end;
}

}  // namespace

double drawnUntil(const PanelPicture& picture)
{
    double end = std::max(endOf(picture.inProgress.steps), endOf(picture.running.steps));
    for (const auto* const rows : {&picture.rows, &picture.ghosts}) {
        for (const RowPicture& row : *rows)
            end = std::max(end, endOf(row));
    }
    return end;
}

std::optional<int> firstChange(const PanelPicture& before, const PanelPicture& after)
{
    if (before.pixelsPerColumn != after.pixelsPerColumn || before.isMoving != after.isMoving ||
        before.ticks != after.ticks || before.circles != after.circles)
        return 0;
    Earliest earliest;
    compare(earliest, before.rows, after.rows);
    compare(earliest, before.ghosts, after.ghosts);
    compare(earliest, before.inProgress, after.inProgress);
    compare(earliest, before.running, after.running);
    return earliest.column();
}
