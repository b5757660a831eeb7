#pragma once

#include "core/model/time.h"

#include <QLocale>
#include <QString>

/// A length of time in three figures: "240 ms", "1.94 s", "12.3 µs", "0 ns".
[[nodiscard]] QString durationText(Nanoseconds length, const QLocale& locale = QLocale());

/// How the times of one axis are written: all alike.
struct TimeFormat {
    Nanoseconds unit{1};  ///< 1 ns, 1 µs, 1 ms or 1 s
    int decimals = 0;
    bool operator==(const TimeFormat&) const = default;
};

/// The unit that fits the largest time in `visible`, with decimals to tell times `step` apart.
[[nodiscard]] TimeFormat timeFormatFor(TimeRange visible, Nanoseconds step) noexcept;

[[nodiscard]] QString timeText(Nanoseconds t, TimeFormat format, const QLocale& locale = QLocale());

/// "1.99×"
[[nodiscard]] QString factorText(double factor, const QLocale& locale = QLocale());

/// "97 %"
[[nodiscard]] QString percentText(double share);
