#pragma once

#include "app/timeline/columns.h"
#include "core/analysis/profile.h"

#include <QRectF>

#include <vector>

class QPainter;
struct Theme;

/// How busy one run is over time, from 0 to 1 in each column.
using MinimapLane = std::vector<float>;

/// The mean count of `profile` in each column, as a share of the greatest of them. A column with
/// many steps is sampled, so that the cost is O(columns · log steps). `columns` count from
/// `origin`.
[[nodiscard]] MinimapLane activityIn(const Profile& profile, Nanoseconds origin,
                                     const Columns& columns);

/// The lane of each run in `rect`, from top to bottom. Where there are more lanes than pixels,
/// those that share a pixel show the busiest of them.
void paintLanes(QPainter& painter, const std::vector<MinimapLane>& lanes, const QRectF& rect,
                const Theme& theme);

/// The box around what is visible, over what lies outside of it; with handles to drag its edges by
/// unless it is `whole`.
enum class MinimapBox { Whole, Part };
void paintBox(QPainter& painter, const QRectF& box, const QRectF& rect, MinimapBox kind,
              const Theme& theme);
