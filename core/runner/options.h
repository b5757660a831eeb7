#pragma once

#include "core/model/machine.h"
#include "core/model/plan.h"
#include "core/model/result.h"
#include "core/storage/exportfile.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

/// One way to run the experiment, with its name if it has one.
struct PlannedRun {
    std::optional<Mode> mode;
    Plan plan;
};

/// What `compare` and `run` are asked to do.
struct RunRequest {
    Experiment experiment;
    std::vector<std::string> addresses;  ///< to download, one a task; empty: a local server's
    std::vector<PlannedRun> runs;        ///< in their order; repeats are further entries
    bool asJson = false;
    bool asStream = false;  ///< write the event stream to standard output, for the window
    QString savePath;       ///< empty: do not save
};

/// What `show` is asked to do.
struct ShowRequest {
    QString path;
    bool asJson = false;
};

/// What `observe` is asked to do.
struct ObserveRequest {
    std::vector<std::string> command;
    bool asStream = false;  ///< write the event stream to standard output, for the window
    QString jsonPath;       ///< empty: print a table instead
    QString savePath;       ///< empty: do not save
};

/// What `export` is asked to do.
struct ExportRequest {
    QString fromPath;
    QString toPath;
    ExportFormat as = ExportFormat::Csv;
};

/// The arguments after the name of the subcommand. Each error names the argument, what it was, and
/// what is allowed.
[[nodiscard]] Result<RunRequest> parseCompare(const QStringList& arguments, const Machine& machine);
[[nodiscard]] Result<RunRequest> parseRun(const QStringList& arguments, const Machine& machine);
[[nodiscard]] Result<ObserveRequest> parseObserve(const QStringList& arguments,
                                                  const std::vector<std::string>& command);
[[nodiscard]] Result<ShowRequest> parseShow(const QStringList& arguments);
[[nodiscard]] Result<ExportRequest> parseExport(const QStringList& arguments);
[[nodiscard]] Result<bool> parseInfo(const QStringList& arguments);  ///< whether as JSON

/// What `--help` prints.
[[nodiscard]] QString helpText();
