#pragma once

#include "core/lesson/lesson.h"
#include "core/model/recording.h"

#include <QString>

#include <cstddef>
#include <vector>

/// Which of a comparison's runs stand for an experiment: of each run the repeat in the middle by
/// its wall time, at most six. The first ones where none is of a run that the lesson knows.
[[nodiscard]] std::vector<std::size_t> telling(const Comparison& comparison,
                                               const lesson::Experiment& experiment);

/// The timelines of these runs in the light theme, as an <img> that holds the picture; empty where
/// there is nothing to draw. `alternative` is what it shows, in words. On the main thread only.
[[nodiscard]] QString timelineImage(const Comparison& comparison,
                                    const std::vector<std::size_t>& runs,
                                    const QString& alternative);
