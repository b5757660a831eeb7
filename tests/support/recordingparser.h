#pragma once

#include "core/model/recording.h"

#include <string>
#include <string_view>

/// Turns the lines of a test text into a recording (see recordingtext.h).
class RecordingParser {
public:
    RecordingParser();

    void parseLine(const std::string& line);

    /// Fills in what the lines leave out.
    [[nodiscard]] Recording finish();

private:
    struct Work {
        TaskId task = TaskId::None;
        PartId part{};
    };

    void parseTask(const std::string& entry);
    void parseOption(const std::string& name, const std::string& value);
    void parseWorker(const std::string& line);
    void parseSuspensions(const std::string& line);
    void parseInterval(Worker& worker, const std::string& what, const std::string& when);
    void growPart(Worker& worker, TimeRange range);
    [[nodiscard]] Task& task(TaskId id);

    Recording m_recording;
    Work m_work;              ///< of the intervals that follow
    bool m_endsPart = false;  ///< what follows is another stretch, even of the same part
};

/// "3T2" → lock 3, held by task 2.
HeldLock heldLockNamed(std::string_view text);

/// "T2.1" → task 2, part 1.
void parseWork(std::string_view text, TaskId& task, PartId& part);
