#pragma once

#include "core/model/result.h"
#include "core/runner/options.h"

#include <QString>

class OptionReader;

// The options that the subcommands have in common which run something.

inline const QString repeatOption = QStringLiteral("repeat");
inline const QString saveOption = QStringLiteral("save");
inline const QString jsonFlag = QStringLiteral("json");
inline const QString streamFlag = QStringLiteral("stream");

inline constexpr int maxRepeats = 1000;

/// Reads the list that the experiment names, if any; each address is one task.
[[nodiscard]] Result<void> readAddresses(RunRequest& request);

/// All runs are kept in memory together: the error names how many tasks they may have.
[[nodiscard]] Result<void> checkSize(const Experiment& experiment, std::size_t runs);

/// Where the result goes. The error names the option that cannot be.
[[nodiscard]] Result<void> readOutput(const OptionReader& options, RunRequest& request);
