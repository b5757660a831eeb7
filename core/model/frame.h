#pragma once

#include "core/model/event.h"
#include "core/model/recording.h"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What the event stream is made of. A live run, a saved file and the window's input are the same
// sequence: StreamStarted, BookmarksSet where there are any, then for each run RunStarted …
// RunEnded, then StreamEnded.

struct StreamStarted {
    std::string producer;  ///< the program and version that records
    Machine machine;
    bool operator==(const StreamStarted&) const = default;
};

/// What somebody marked in the runs that follow.
struct BookmarksSet {
    std::vector<Bookmark> bookmarks;
    bool operator==(const BookmarksSet&) const = default;
};

struct RunStarted {
    RunStart start;
    bool operator==(const RunStarted&) const = default;
};

/// The next worker, or one that has a new name.
struct WorkerNamed {
    RunId run{};
    WorkerId worker{};
    std::string name;
    std::int64_t pid = 0;
    std::int64_t tid = 0;
    bool operator==(const WorkerNamed&) const = default;
};

/// Events of one run. Those of one worker are in order of time, in the batch and from batch to
/// batch; those of different workers may be late by as long as a worker was off its core.
struct EventBatch {
    RunId run{};
    Nanoseconds knownUntil{};  ///< when the recorder last looked at the rings
    std::vector<Event> events;
    bool operator==(const EventBatch&) const = default;
};

struct TaskFailed {
    RunId run{};
    TaskId task{};
    std::string error;
    bool operator==(const TaskFailed&) const = default;
};

struct PictureLanded {
    RunId run{};
    LandedPicture picture;
    bool operator==(const PictureLanded&) const = default;
};

struct RunEnded {
    RunId run{};
    RunSummary summary;
    bool operator==(const RunEnded&) const = default;
};

struct StreamEnded {
    bool operator==(const StreamEnded&) const = default;
};

using Frame = std::variant<StreamStarted, BookmarksSet, RunStarted, WorkerNamed, EventBatch,
                           TaskFailed, PictureLanded, RunEnded, StreamEnded>;

/// The run that a frame belongs to; nothing of a frame of the stream itself.
[[nodiscard]] std::optional<RunId> runOf(const Frame& frame);

/// Takes the frames of one stream in their order, on the thread that records.
using FrameSink = std::function<void(const Frame&)>;
