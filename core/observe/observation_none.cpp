#include "core/observe/clock.h"
#include "core/observe/observation.h"

// Systems on which other programs cannot be observed.

ObservationEnd observe(const ObservationOrder& order, const FrameSink& sink)
{
    RunStart start{.id = order.run, .evidence = Evidence::Sampled, .origin = now()};
    start.command = order.command;
    ObservationEnd end;
    end.summary.end = RunEnd::Failed;
    end.summary.message = "this system does not let programs be observed";
    sink(RunStarted{start});
    sink(RunEnded{order.run, end.summary});
    return end;
}
