#pragma once

#include "app/timeline/panelpicture.h"

#include <optional>

/// The column behind all that is drawn along the time axis.
[[nodiscard]] double drawnUntil(const PanelPicture& picture);

/// From which column on `after` looks different from `before` along the time axis; nothing where
/// it does not. Both have the same layout. While a run goes on, only the ends of its pictures
/// change, so that little has to be painted again.
[[nodiscard]] std::optional<int> firstChange(const PanelPicture& before, const PanelPicture& after);
