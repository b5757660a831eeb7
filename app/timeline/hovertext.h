#pragma once

#include "app/timeline/hit.h"
#include "app/timeline/timetext.h"

/// What a hit says to the reader: a headline and lines below it.
struct HoverText {
    QString headline;
    QStringList lines;
    TaskId task = TaskId::None;  ///< whose hue goes with it; of an observed program, the process

    /// In one line, for the status bar.
    [[nodiscard]] QString inOneLine() const;
};

/// Names the task, worker, core, state, reason, start, stop and duration, with times from the
/// origin of the run, as precise as `format`.
[[nodiscard]] HoverText hoverTextOf(const RowSource& source, const Hit& hit, Nanoseconds t,
                                    TimeFormat format);
