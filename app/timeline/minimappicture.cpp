#include "app/timeline/minimappicture.h"

#include "app/theme/contrast.h"
#include "app/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// A column with more steps is sampled at so many points.
constexpr int mostSteps = 16;

using StepIt = Profile::const_iterator;

StepIt firstFrom(const Profile& profile, Nanoseconds t)
{
    return std::ranges::lower_bound(profile, t, {}, &Step::time);
}

int countBefore(const Profile& profile, StepIt step)
{
    return step == profile.begin() ? 0 : std::prev(step)->count;
}

double meanOfSteps(const Profile& profile, StepIt first, StepIt last, TimeRange range)
{
    int count = countBefore(profile, first);
    Nanoseconds from = range.start;
    double sum = 0;
    for (; first != last; ++first) {
        sum += count * static_cast<double>((first->time - from).count());
        from = first->time;
        count = first->count;
    }
    sum += count * static_cast<double>((range.end - from).count());
    return sum / static_cast<double>(range.length().count());
}

double meanOfSamples(StepIt first, StepIt last, TimeRange range)
{
    double sum = 0;
    for (int i = 0; i < mostSteps; ++i) {
        const auto t = range.start + range.length() * (2 * i + 1) / (2 * mostSteps);
        const auto after = std::upper_bound(
            first, last, t, [](Nanoseconds time, const Step& step) { return time < step.time; });
        sum += after == first ? first->count : std::prev(after)->count;
    }
    return sum / mostSteps;
}

double meanIn(const Profile& profile, TimeRange range)
{
    const StepIt first = firstFrom(profile, range.start);
    const StepIt last = firstFrom(profile, range.end);
    if (range.isEmpty() || first == last)
        return countBefore(profile, first);
    if (last - first <= mostSteps)
        return meanOfSteps(profile, first, last, range);
    return meanOfSamples(first, last, range);
}

/// The columns [first, last) in which the shade is the same.
template <typename Paint>
void forEachRun(const MinimapLane& shares, Paint paint)
{
    constexpr int shades = 16;
    const auto shadeOf = [&](std::size_t i) {
        return static_cast<int>(std::ceil(std::min(1.0F, shares[i]) * shades));
    };
    for (std::size_t first = 0; first < shares.size();) {
        std::size_t last = first + 1;
        while (last < shares.size() && shadeOf(last) == shadeOf(first))
            ++last;
        if (shadeOf(first) > 0)
            paint(first, last, static_cast<double>(shadeOf(first)) / shades);
        first = last;
    }
}

/// As many lanes as there is room for.
std::vector<MinimapLane> joined(const std::vector<MinimapLane>& lanes, std::size_t most)
{
    if (lanes.size() <= most)
        return lanes;
    std::vector<MinimapLane> fewer(most);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        MinimapLane& lane = fewer[i * most / lanes.size()];
        lane.resize(std::max(lane.size(), lanes[i].size()));
        for (std::size_t c = 0; c < lanes[i].size(); ++c)
            lane[c] = std::max(lane[c], lanes[i][c]);
    }
    return fewer;
}

}  // namespace

MinimapLane activityIn(const Profile& profile, Nanoseconds origin, const Columns& columns)
{
    MinimapLane shares(static_cast<std::size_t>(columns.count()));
    for (int c = 0; c < columns.count(); ++c) {
        const TimeRange range = columns.rangeOf(c);
        shares[static_cast<std::size_t>(c)] =
            static_cast<float>(meanIn(profile, {range.start + origin, range.end + origin}));
    }
    const float most = shares.empty() ? 0 : std::ranges::max(shares);
    if (most > 0)
        std::ranges::for_each(shares, [most](float& share) { share /= most; });
    return shares;
}

void paintLanes(QPainter& painter, const std::vector<MinimapLane>& all, const QRectF& rect,
                const Theme& theme)
{
    const auto most = static_cast<std::size_t>(std::max(1.0, rect.height() / 2));
    const std::vector<MinimapLane> lanes = joined(all, most);
    const double pitch =
        rect.height() / static_cast<double>(std::max<std::size_t>(1, lanes.size()));
    const double gap = pitch >= 3 ? 1 : 0;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const double top = std::round(rect.top() + static_cast<double>(i) * pitch);
        const double bottom = std::round(rect.top() + static_cast<double>(i + 1) * pitch) - gap;
        const double column =
            rect.width() / static_cast<double>(std::max<std::size_t>(1, lanes[i].size()));
        forEachRun(lanes[i], [&](std::size_t first, std::size_t last, double share) {
            const double left = rect.left() + static_cast<double>(first) * column;
            const double right = rect.left() + static_cast<double>(last) * column;
            painter.fillRect(QRectF(left, top, right - left, bottom - top),
                             mixed(theme.card, theme.neutral, 0.3 + 0.7 * share));
        });
    }
}

void paintBox(QPainter& painter, const QRectF& box, const QRectF& rect, MinimapBox kind,
              const Theme& theme)
{
    QColor veil = theme.ground;
    veil.setAlphaF(0.65F);
    painter.fillRect(QRectF(rect.topLeft(), QPointF(box.left(), rect.bottom())), veil);
    painter.fillRect(QRectF(QPointF(box.right(), rect.top()), rect.bottomRight()), veil);
    const bool isWhole = kind == MinimapBox::Whole;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(isWhole ? theme.border : theme.accent, isWhole ? 1 : 2));
    painter.drawRoundedRect(box, 3, 3);
    if (isWhole)
        return;
    constexpr double grip = 5;
    for (const double x : {box.left(), box.right()})
        painter.fillRect(
            QRectF(x - grip / 2, box.center().y() - box.height() / 4, grip, box.height() / 2),
            theme.accent);
}
