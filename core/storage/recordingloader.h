#pragma once

#include "core/model/comparisonbuilder.h"
#include "core/storage/recordingfile.h"
#include "core/storage/streamreader.h"

#include <QByteArray>

#include <string>

/// Builds a recording from the bytes of a file, up to the first that is wrong.
class RecordingLoader {
public:
    /// Returns whether more bytes are of use: false once something is wrong.
    bool take(const QByteArray& bytes);

    /// Ends the file, for `reason` where its end could not be reached. An error where not even the
    /// beginning is there; a warning in the recording where anything behind it is missing.
    [[nodiscard]] Result<OpenedRecording> finish(const std::string& reason = {});

private:
    [[nodiscard]] std::string problem(const std::string& reason) const;
    [[nodiscard]] std::string whatWasRead() const;

    StreamReader m_reader;
    ComparisonBuilder m_builder;
    std::string m_problem;  ///< what is wrong and at which byte; empty as long as nothing is
    bool m_hasBeginning = false;
};
