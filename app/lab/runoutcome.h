#pragma once

#include "app/lab/runnerprocess.h"
#include "core/model/recording.h"

#include <QString>

#include <optional>

/// How a run in a child process came to its end.
enum class RunOutcome {
    Done,        ///< everything asked for was run
    Failed,      ///< a task, a run or the runner itself failed
    Stopped,     ///< the user stopped it
    NotStarted,  ///< there was nothing that could be started
};

/// How far the stream of a run could be read.
enum class StreamState {
    Whole,   ///< up to its own end
    CutOff,  ///< its end is missing
    Broken,  ///< something in it could not be read, which the user has been told
};

/// Everything that is known of a run when its runner has ended.
struct RunEnding {
    RunnerEnd end;
    QString runner;      ///< path of the runner
    QString complaints;  ///< what it wrote to standard error, last lines
    StreamState stream = StreamState::CutOff;
    QString failures;                  ///< of tasks, in words; empty where none has failed
    bool areFailuresMeasured = false;  ///< that tasks fail, as in a deadlock, is what is looked for
    bool wasAskedToStop = false;
    std::optional<RunSummary> observed;  ///< of a foreign program, whose words the complaints are
};

/// What a run's end comes to, for the user.
struct RunReport {
    RunOutcome outcome = RunOutcome::Done;
    QString message;  ///< empty where there is nothing to tell
};

/// Which tasks have failed and why, in one sentence; empty where none has.
[[nodiscard]] QString failuresOf(const Comparison& comparison);

[[nodiscard]] RunReport reportOf(const RunEnding& ending);
