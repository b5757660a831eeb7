#pragma once

#include "core/model/comparisonbuilder.h"
#include "core/model/frame.h"
#include "core/storage/streamwriter.h"

#include <QFile>
#include <QSaveFile>

#include <memory>
#include <optional>

/// Where the frames of a run go: into a comparison to report on, into a file, to the window.
class RecordingSink {
public:
    /// For a stream to the window, which stops us by closing our standard input, or for a report;
    /// and into a file, unless `savePath` is empty. The error names what could not be opened.
    [[nodiscard]] Result<void> open(bool asStream, const QString& savePath);

    /// Keeps a comparison in memory.
    void keepComparison() { m_builder.emplace(); }

    /// Saves to `path` when committed; until then the old file stays.
    [[nodiscard]] Result<void> openFile(const QString& path);

    /// Writes to standard output.
    [[nodiscard]] Result<void> openStandardOutput();

    void take(const Frame& frame);

    /// Moves the file into its place. The error names the file and why.
    [[nodiscard]] Result<void> commit();

    /// Whether standard output has gone away.
    [[nodiscard]] bool isOutputLost() const noexcept { return m_isOutputLost; }

    /// Requires keepComparison().
    [[nodiscard]] const Comparison& comparison() const { return m_builder->comparison(); }

private:
    std::optional<ComparisonBuilder> m_builder;
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<QFile> m_output;
    std::string m_fileError;  ///< the first one
    bool m_isOutputLost = false;
};
