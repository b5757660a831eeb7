#include "core/storage/frameencoder.h"

#include "core/model/limits.h"
#include "core/storage/eventbytes.h"
#include "core/storage/frameformat.h"

#include <QCborArray>
#include <QCborMap>
#include <QtEndian>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

QString text(const std::string& value, qsizetype longest = maxTextLength)
{
    QString text = QString::fromStdString(value);
    if (text.size() <= longest)
        return text;
    text.truncate(longest - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return text + QChar(u'…');
}

QString name(std::string_view value)
{
    return QString::fromLatin1(value.data(), static_cast<qsizetype>(value.size()));
}

qint64 number(Nanoseconds time) noexcept
{
    return time.count();
}

QCborMap encoded(const Machine& machine)
{
    return {{"cores"_L1, machine.cores},
            {"physical_cores"_L1, machine.physicalCores},
            {"model"_L1, text(machine.model)},
            {"can_bind"_L1, machine.canBind}};
}

QCborMap encoded(const Plan& plan)
{
    return {{"in_progress"_L1, plan.inProgress},
            {"split"_L1, plan.split},
            {"cores"_L1, plan.cores},
            {"with"_L1, name(nameOf(plan.with))}};
}

QCborMap encoded(const Settings& settings)
{
    QCborMap map;
    for (std::size_t i = 0; i < settingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        const std::int64_t value = settings[setting];
        if (traitsOf(setting).choices.empty())
            map.insert(name(traitsOf(setting).name), qint64{value});
        else
            map.insert(name(traitsOf(setting).name), text(textOf(setting, value)));
    }
    return map;
}

QCborMap encoded(const Experiment& experiment)
{
    return {{"workload"_L1, text(experiment.workload)},
            {"tasks"_L1, experiment.tasks},
            {"task_ns"_L1, number(experiment.taskLength)},
            {"workers"_L1, experiment.workers},
            {"with"_L1, name(nameOf(experiment.with))},
            {"settings"_L1, encoded(experiment.settings)},
            {"urls"_L1, text(experiment.urls)},
            {"pictures"_L1, text(experiment.pictures)}};
}

QCborMap encoded(const StreamStarted& frame)
{
    return {{"type"_L1, name(frametype::streamStarted)},
            {"format"_L1, name(streamFormat)},
            {"producer"_L1, text(frame.producer)},
            {"machine"_L1, encoded(frame.machine)}};
}

QCborMap encoded(const Bookmark& bookmark)
{
    return {{"run"_L1, number(bookmark.run)},
            {"time_ns"_L1, number(bookmark.time)},
            {"note"_L1, text(bookmark.note, limits::maxBookmarkNote)}};
}

QCborMap encoded(const BookmarksSet& frame)
{
    Q_ASSERT(frame.bookmarks.size() <= limits::maxBookmarks);
    QCborArray bookmarks;
    for (const Bookmark& each : frame.bookmarks)
        bookmarks.append(encoded(each));
    return {{"type"_L1, name(frametype::bookmarks)}, {"bookmarks"_L1, bookmarks}};
}

QCborArray encoded(const std::vector<std::string>& texts)
{
    QCborArray array;
    for (const std::string& each : texts)
        array.append(text(each));
    return array;
}

QCborMap encodedObserved(const RunStart& start)
{
    return {{"type"_L1, name(frametype::runStarted)},
            {"run"_L1, number(start.id)},
            {"command"_L1, encoded(start.command)},
            {"evidence"_L1, name(nameOf(start.evidence))},
            {"evidence_note"_L1, text(start.evidenceNote)},
            {"origin_ns"_L1, number(start.origin)},
            {"start_up_ns"_L1, number(start.startUp)}};
}

QCborMap encoded(const RunStarted& frame)
{
    const RunStart& start = frame.start;
    if (start.isObserved())
        return encodedObserved(start);
    return {{"type"_L1, name(frametype::runStarted)},
            {"run"_L1, number(start.id)},
            {"mode"_L1, start.mode ? QCborValue(name(nameOf(*start.mode))) : QCborValue(nullptr)},
            {"plan"_L1, encoded(start.plan)},
            {"experiment"_L1, encoded(start.experiment)},
            {"evidence"_L1, name(nameOf(start.evidence))},
            {"evidence_note"_L1, text(start.evidenceNote)},
            {"origin_ns"_L1, number(start.origin)},
            {"start_up_ns"_L1, number(start.startUp)}};
}

QCborMap encoded(const WorkerNamed& frame)
{
    return {{"type"_L1, name(frametype::workerNamed)},
            {"run"_L1, number(frame.run)},
            {"worker"_L1, number(frame.worker)},
            {"name"_L1, text(frame.name)},
            {"pid"_L1, qint64{frame.pid}},
            {"tid"_L1, qint64{frame.tid}}};
}

QCborMap encoded(const EventBatch& frame)
{
    Q_ASSERT(frame.events.size() <= maxEventsInFrame);
    return {{"type"_L1, name(frametype::events)},
            {"run"_L1, number(frame.run)},
            {"known_until_ns"_L1, number(frame.knownUntil)},
            {"events"_L1, eventBytes(frame.events)}};
}

QCborMap encoded(const TaskFailed& frame)
{
    return {{"type"_L1, name(frametype::taskFailed)},
            {"run"_L1, number(frame.run)},
            {"task"_L1, number(frame.task)},
            {"error"_L1, text(frame.error)}};
}

QByteArray bytes(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QCborMap encoded(const PictureLanded& frame)
{
    const LandedPicture& picture = frame.picture;
    return {{"type"_L1, name(frametype::pictureLanded)},
            {"run"_L1, number(frame.run)},
            {"task"_L1, number(picture.task)},
            {"time_ns"_L1, number(picture.time)},
            {"source"_L1, text(picture.source)},
            {"bytes"_L1, qint64{picture.bytes}},
            {"width"_L1, picture.width},
            {"height"_L1, picture.height},
            {"thumbnail"_L1, bytes(picture.thumbnail)}};
}

QCborMap encoded(const Finding& finding)
{
    QCborMap map{{"name"_L1, text(finding.name)}, {"value"_L1, qint64{finding.value}}};
    if (finding.expected)
        map.insert("expected"_L1, qint64{*finding.expected});
    return map;
}

QCborArray encoded(const std::vector<Finding>& findings)
{
    QCborArray array;
    for (const Finding& each : findings)
        array.append(encoded(each));
    return array;
}

QCborMap encoded(const RunEnded& frame)
{
    const RunSummary& summary = frame.summary;
    constexpr std::uint64_t most = std::numeric_limits<qint64>::max();
    QCborMap map{{"type"_L1, name(frametype::runEnded)},
                 {"run"_L1, number(frame.run)},
                 {"end"_L1, name(nameOf(summary.end))},
                 {"user_ns"_L1, number(summary.userTime)},
                 {"system_ns"_L1, number(summary.systemTime)},
                 {"observer_ns"_L1, number(summary.observerTime)},
                 {"lost_records"_L1, static_cast<qint64>(std::min(summary.lostRecords, most))},
                 {"message"_L1, text(summary.message)},
                 {"findings"_L1, encoded(summary.findings)}};
    if (summary.stolenTime)
        map.insert("stolen_ns"_L1, number(*summary.stolenTime));
    if (summary.busyTime)
        map.insert("busy_ns"_L1, number(*summary.busyTime));
    if (summary.exitStatus)
        map.insert("exit_status"_L1, *summary.exitStatus);
    return map;
}

QCborMap encoded(const StreamEnded&)
{
    return {{"type"_L1, name(frametype::streamEnded)}};
}

}  // namespace

QByteArray encodedFrame(const Frame& frame)
{
    const QCborMap map = std::visit([](const auto& value) { return encoded(value); }, frame);
    const QByteArray payload = map.toCborValue().toCbor();
    Q_ASSERT(payload.size() <= maxFramePayload);

    QByteArray item(frameHeadSize, Qt::Uninitialized);
    std::ranges::copy(frameMark, item.begin());
    qToBigEndian(static_cast<quint32>(payload.size()), item.data() + frameMark.size());
    return item + payload;
}
