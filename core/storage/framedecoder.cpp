#include "core/storage/framedecoder.h"

#include "core/model/limits.h"
#include "core/storage/cborfields.h"
#include "core/storage/eventbytes.h"
#include "core/storage/frameformat.h"

#include <QCborStreamReader>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace {

Machine machineFrom(CborFields fields)
{
    Machine machine;
    machine.cores = fields.count("cores", 1);
    machine.physicalCores = fields.count("physical_cores", 1);
    machine.model = fields.text("model");
    machine.canBind = fields.boolean("can_bind");
    return machine;
}

WorkerKind workerKindFrom(CborFields& fields)
{
    return fields.named<WorkerKind>("with", workerKindNamed,
                                    "threads, processes, global-lock or event-loop");
}

Plan planFrom(CborFields fields)
{
    Plan plan;
    plan.inProgress = fields.count("in_progress", 1);
    plan.split = fields.count("split", 1);
    plan.cores = fields.count("cores", 1);
    plan.with = workerKindFrom(fields);
    return plan;
}

/// A choice stands by its name, any other setting as a number. One that is missing has its initial
/// value, so that settings can be added.
Settings settingsFrom(CborFields fields)
{
    Settings settings;
    for (std::size_t i = 0; i < settingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        const SettingTraits& traits = traitsOf(setting);
        const std::string name(traits.name);
        if (!fields.has(name.c_str()))
            continue;
        if (traits.choices.empty()) {
            settings[setting] = fields.integer(name.c_str(), traits.low, traits.high);
        } else if (const auto value = valueOf(setting, fields.text(name.c_str()))) {
            settings[setting] = *value;
        } else {
            fields.wrong(name.c_str(), expectedOf(setting));
        }
    }
    return settings;
}

Experiment experimentFrom(CborFields fields)
{
    Experiment experiment;
    experiment.workload = fields.text("workload");
    experiment.tasks = fields.count("tasks", 1);
    experiment.taskLength = fields.duration("task_ns");
    experiment.workers = fields.count("workers", 0);
    experiment.with = workerKindFrom(fields);
    if (fields.has("settings"))  // streams of an earlier format have none
        experiment.settings = settingsFrom(fields.map("settings"));
    if (fields.has("urls"))
        experiment.urls = fields.text("urls");
    if (fields.has("pictures"))
        experiment.pictures = fields.text("pictures");
    return experiment;
}

Frame streamStartedFrom(CborFields& fields)
{
    StreamStarted frame;
    const std::string format = fields.text("format");
    const bool isOlder =
        std::ranges::find(streamFormatsBefore, format) != streamFormatsBefore.end();
    if (format != streamFormat && !isOlder)
        fields.wrong("format", std::string("\"") + streamFormat + "\" or an earlier one");
    frame.producer = fields.text("producer");
    frame.machine = machineFrom(fields.map("machine"));
    return frame;
}

Bookmark bookmarkFrom(CborFields fields)
{
    Bookmark bookmark;
    bookmark.run = fields.id<RunId>("run");
    bookmark.time = Nanoseconds(fields.integer("time_ns", 0, limits::longestRun.count()));
    bookmark.note = fields.text("note");
    if (QString::fromStdString(bookmark.note).size() > qsizetype{limits::maxBookmarkNote})
        fields.wrong("note", "at most " + std::to_string(limits::maxBookmarkNote) + " characters");
    return bookmark;
}

Frame bookmarksFrom(CborFields& fields)
{
    BookmarksSet frame;
    for (CborFields& each : fields.maps("bookmarks", limits::maxBookmarks))
        frame.bookmarks.push_back(bookmarkFrom(each));
    return frame;
}

Frame runStartedFrom(CborFields& fields)
{
    RunStart start;
    start.id = fields.id<RunId>("run");
    if (fields.has("command")) {
        start.command = fields.texts("command", limits::maxArguments);
    } else {
        if (!fields.isNull("mode"))
            start.mode = fields.named<Mode>(
                "mode", modeNamed, "null, sequential, concurrent, parallel, both or both-split");
        start.plan = planFrom(fields.map("plan"));
        start.experiment = experimentFrom(fields.map("experiment"));
    }
    start.evidence =
        fields.named<Evidence>("evidence", evidenceNamed, "exact, inferred or sampled");
    if (fields.has("evidence_note"))
        start.evidenceNote = fields.text("evidence_note");
    start.origin = Nanoseconds(fields.integer("origin_ns", 0, INT64_MAX));
    start.startUp = fields.duration("start_up_ns");
    return RunStarted{start};
}

Frame workerNamedFrom(CborFields& fields)
{
    WorkerNamed frame;
    frame.run = fields.id<RunId>("run");
    frame.worker = fields.id<WorkerId>("worker");
    frame.name = fields.text("name");
    frame.pid = fields.integer("pid", 0, INT64_MAX);
    frame.tid = fields.integer("tid", 0, INT64_MAX);
    return frame;
}

Frame eventBatchFrom(CborFields& fields)
{
    EventBatch frame;
    frame.run = fields.id<RunId>("run");
    frame.knownUntil = Nanoseconds(fields.integer("known_until_ns", 0, INT64_MAX));
    const QByteArray bytes = fields.bytes("events", eventSize);
    if (bytes.size() % eventSize == 0)
        frame.events = eventsFromBytes(bytes);
    return frame;
}

Frame taskFailedFrom(CborFields& fields)
{
    TaskFailed frame;
    frame.run = fields.id<RunId>("run");
    frame.task = fields.id<TaskId>("task");
    frame.error = fields.text("error");
    return frame;
}

Frame pictureLandedFrom(CborFields& fields)
{
    PictureLanded frame;
    frame.run = fields.id<RunId>("run");
    LandedPicture& picture = frame.picture;
    picture.task = fields.id<TaskId>("task");
    picture.time = Nanoseconds(fields.integer("time_ns", 0, INT64_MAX));
    picture.source = fields.text("source");
    picture.bytes = fields.integer("bytes", 0, INT64_MAX);
    picture.width = fields.count("width", 0);
    picture.height = fields.count("height", 0);
    const QByteArray thumbnail = fields.bytes("thumbnail", 1);
    if (static_cast<std::size_t>(thumbnail.size()) > limits::maxThumbnail)
        fields.wrong("thumbnail", "at most " + std::to_string(limits::maxThumbnail) + " bytes");
    const auto bytes = std::as_bytes(std::span(thumbnail.data(), thumbnail.size()));
    picture.thumbnail.assign(bytes.begin(), bytes.end());
    return frame;
}

Finding findingFrom(CborFields fields)
{
    Finding finding;
    finding.name = fields.text("name");
    finding.value = fields.integer("value", INT64_MIN, INT64_MAX);
    if (fields.has("expected"))
        finding.expected = fields.integer("expected", INT64_MIN, INT64_MAX);
    return finding;
}

Frame runEndedFrom(CborFields& fields)
{
    RunEnded frame;
    frame.run = fields.id<RunId>("run");
    RunSummary& summary = frame.summary;
    summary.end = fields.named<RunEnd>("end", runEndNamed, "done, failed or interrupted");
    summary.userTime = fields.duration("user_ns");
    summary.systemTime = fields.duration("system_ns");
    summary.observerTime = fields.duration("observer_ns");
    summary.lostRecords = static_cast<std::uint64_t>(fields.integer("lost_records", 0, INT64_MAX));
    if (fields.has("stolen_ns"))
        summary.stolenTime = fields.duration("stolen_ns");
    if (fields.has("busy_ns"))
        summary.busyTime = fields.duration("busy_ns");
    if (fields.has("exit_status"))
        summary.exitStatus = static_cast<int>(fields.integer("exit_status", 0, 255));
    summary.message = fields.text("message");
    if (fields.has("findings")) {
        for (CborFields& each : fields.maps("findings", limits::maxFindings))
            summary.findings.push_back(findingFrom(each));
    }
    return frame;
}

Frame streamEndedFrom(CborFields&)
{
    return StreamEnded{};
}

struct FrameType {
    const char* name;
    Frame (*decode)(CborFields& fields);
};

constexpr std::array frameTypes{FrameType{frametype::streamStarted, streamStartedFrom},
                                FrameType{frametype::bookmarks, bookmarksFrom},
                                FrameType{frametype::runStarted, runStartedFrom},
                                FrameType{frametype::workerNamed, workerNamedFrom},
                                FrameType{frametype::events, eventBatchFrom},
                                FrameType{frametype::taskFailed, taskFailedFrom},
                                FrameType{frametype::pictureLanded, pictureLandedFrom},
                                FrameType{frametype::runEnded, runEndedFrom},
                                FrameType{frametype::streamEnded, streamEndedFrom}};

/// The one map that a payload is.
Result<QCborMap> mapFrom(const QByteArray& payload)
{
    QCborStreamReader reader(payload);
    const QCborValue value = QCborValue::fromCbor(reader);
    if (const QCborError error = reader.lastError(); error != QCborError::NoError)
        return failure("found a frame that is no CBOR (" + error.toString().toStdString() + ")");
    if (!value.isMap())
        return failure("found " + describe(value) + " in a frame; expected a map");
    if (const qint64 rest = payload.size() - reader.currentOffset(); rest > 0)
        return failure("found " + std::to_string(rest) + " bytes behind the map of a frame");
    return value.toMap();
}

}  // namespace

Result<std::optional<Frame>> decodedFrame(const QByteArray& payload)
{
    const auto map = mapFrom(payload);
    if (!map)
        return tl::unexpected(map.error());

    std::string error;
    const std::string type = CborFields(*map, "a frame", error).text("type");
    CborFields fields(*map, "a frame \"" + type + "\"", error);
    std::optional<Frame> frame;
    for (const FrameType& known : frameTypes) {
        if (error.empty() && type == known.name)
            frame = known.decode(fields);
    }
    if (!error.empty())
        return failure(error);
    return frame;
}
