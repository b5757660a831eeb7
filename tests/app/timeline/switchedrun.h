#pragma once

#include "core/model/comparisonbuilder.h"
#include "tests/support/timetext.h"

#include <cstdint>

/// How a made-up kernel schedules a foreign program that is observed.
struct SwitchedRun {
    std::uint32_t seed = 1;
    int workers = 6;
    int processes = 2;
    int cores = 2;
    int switches = 300;
    int longestStep = 4'000;  ///< between two switches, in microseconds
    Evidence evidence = Evidence::Exact;
};

/// The frames of the run, from the start of the stream to its end: random switches, some of them at
/// the same instant, in batches of random length. Some events come a batch late, so that what was
/// taken to go on is cut; some records are lost.
[[nodiscard]] std::vector<Frame> framesOf(const SwitchedRun& run);

/// Calls `visit` with the comparison after each batch of events, and when the run has ended.
template <typename Visit>
void feed(const std::vector<Frame>& frames, Visit visit)
{
    ComparisonBuilder builder;
    for (const Frame& frame : frames) {
        if (auto ok = builder.add(frame); !ok)
            badTestText("frames contradict each other", ok.error().message);
        if (std::holds_alternative<EventBatch>(frame) || std::holds_alternative<RunEnded>(frame))
            visit(builder.comparison());
    }
}
