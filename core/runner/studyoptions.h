#pragma once

#include "core/runner/options.h"

/// What `study` is asked to do.
struct StudyRequest {
    RunRequest runs;  ///< in the order in which they are run
    QString csvPath;  ///< empty: no table as CSV
};

/// The arguments after the name of the subcommand. Each error names the argument, what it was, and
/// what is allowed.
[[nodiscard]] Result<StudyRequest> parseStudy(const QStringList& arguments, const Machine& machine);
