#pragma once

#include "core/model/recording.h"

#include <QLocale>
#include <QString>

#include <optional>
#include <vector>

/// What one way of running took: the medians of its repeats. Of a run that goes on, what it took
/// until now.
struct TimesRow {
    QString name;
    std::optional<Mode> mode;
    bool isObserved = false;  ///< a foreign program, which is no way to run the tasks
    int repeats = 1;
    bool isOver = false;
    Nanoseconds real{};
    std::optional<Nanoseconds> user;
    std::optional<Nanoseconds> system;
    std::optional<double> speedup;
    std::optional<double> efficiency;

    bool operator==(const TimesRow&) const = default;
};

/// One row for each plan that was run, in the order of the runs.
[[nodiscard]] std::vector<TimesRow> timesRows(const Comparison& comparison);

/// What the rows come to, in a sentence or two; empty where nothing has ended.
[[nodiscard]] QString summaryOf(const std::vector<TimesRow>& rows);

/// Milliseconds without their unit: "240", "7.5".
[[nodiscard]] QString millisecondsText(Nanoseconds time, const QLocale& locale = QLocale());
