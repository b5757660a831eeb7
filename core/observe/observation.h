#pragma once

#include "core/model/frame.h"
#include "core/observe/foreignprogram.h"

#include <functional>
#include <string>
#include <vector>

/// How a program is to be observed.
struct ObservationOrder {
    RunId run{};
    std::vector<std::string> command;  ///< the program and its arguments
    ProgramFiles files = ProgramFiles::Inherited;
    int output = -1;  ///< for what is merged; -1 is our standard error
    Nanoseconds collectEvery = std::chrono::milliseconds(50);
    std::function<bool()> stopRequested;  ///< asked every now and then; true ends the program
    std::function<void()> endAsked;       ///< told of a signal that asks this process to end
    bool endsWhatIsLeft = false;          ///< of what the program has started, when it has ended
    bool useSchedulingRecord = true;      ///< where the kernel grants it; else the process table
    std::int64_t window = 0;              ///< process that watches live, an observer too; 0 if none
};

/// How an observation went.
struct ObservationEnd {
    RunSummary summary;  ///< also in the last frame
    bool wasStarted = false;
};

/// Runs a program, hands what its threads and child processes do to `sink`, and returns when it has
/// ended. What it has started and left behind is no longer followed then; the summary's message
/// says so. Signals that would end this process go to the program.
[[nodiscard]] ObservationEnd observe(const ObservationOrder& order, const FrameSink& sink);
