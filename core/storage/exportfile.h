#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <QString>

#include <array>
#include <optional>
#include <stop_token>
#include <string_view>

class QIODevice;

/// What a recording can be written as, for other programs.
enum class ExportFormat {
    ChromeJson,  ///< Trace Event Format, for chrome://tracing and Perfetto
    Fxt,         ///< Fuchsia Trace Format, for Perfetto, with real rows for the cores
    Csv,         ///< a line per interval
};

/// A format and how it is told from the others.
struct ExportTraits {
    ExportFormat format{};
    std::string_view ending;   ///< of a file's name
    std::string_view summary;  ///< for the help text
};

inline constexpr std::array exportTraits{
    ExportTraits{ExportFormat::ChromeJson, "json",
                 "a trace for chrome://tracing and Perfetto (Trace Event Format)"},
    ExportTraits{ExportFormat::Fxt, "fxt",
                 "a trace for Perfetto, with real rows for the cores (Fuchsia Trace Format)"},
    ExportTraits{ExportFormat::Csv, "csv", "a line per interval"},
};

/// `json`, `fxt`, `csv`.
[[nodiscard]] QString endingOf(ExportFormat format);

/// The format that the ending of `path` stands for, in capitals or not.
[[nodiscard]] std::optional<ExportFormat> exportFormatOf(const QString& path);

/// Writes to `device` piece by piece. The same recording gives the same bytes. The error is the
/// device's.
[[nodiscard]] Result<void> exportTo(QIODevice& device, const Comparison& comparison,
                                    ExportFormat format);

/// Writes the file at `path`, which takes its place once it is whole: what was there before stays
/// if anything fails, or if `stop` is asked for meanwhile. The error names the file and why.
[[nodiscard]] Result<void> exportFile(const QString& path, const Comparison& comparison,
                                      ExportFormat format, const std::stop_token& stop = {});
