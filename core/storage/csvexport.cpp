#include "core/storage/csvexport.h"

#include "core/storage/chunkedoutput.h"

#include <QByteArrayList>

namespace {

/// Lines on their way to a device.
class Lines {
public:
    explicit Lines(QIODevice& device) : m_output(device) {}

    /// Each field as it stands in the line.
    void add(std::initializer_list<QByteArray> fields)
    {
        m_output.add(QByteArrayList(fields).join(',') + '\n');
    }

    [[nodiscard]] bool goesOn() const noexcept { return m_output.goesOn(); }
    Result<void> flush() { return m_output.flush(); }

private:
    ChunkedOutput m_output;
};

QByteArray text(std::int64_t value)
{
    return QByteArray::number(static_cast<qlonglong>(value));
}

QByteArray text(Nanoseconds time)
{
    return text(time.count());
}

QByteArray text(std::optional<Nanoseconds> time)
{
    return time ? text(*time) : QByteArray();
}

QByteArray text(TaskId task)
{
    return task == TaskId::None ? QByteArray() : text(std::int64_t{number(task)});
}

void addSlice(const Worker& worker, const Slice& slice, Lines& lines)
{
    lines.add({"slice",
               text(std::int64_t{number(worker.id)}),
               text(worker.pid),
               text(worker.tid),
               slice.core < 0 ? QByteArray() : text(std::int64_t{slice.core}),
               text(slice.task),
               text(slice.start),
               text(slice.end),
               {}});
}

void addWait(const Worker& worker, const Wait& wait, Lines& lines)
{
    lines.add({"wait",
               text(std::int64_t{number(worker.id)}),
               text(worker.pid),
               text(worker.tid),
               {},
               text(wait.task),
               text(wait.start),
               text(wait.end),
               QByteArray::fromStdString(std::string(nameOf(wait.reason)))});
}

void addTask(const Task& task, Lines& lines)
{
    lines.add({"task", {}, {}, {}, {}, text(task.id), text(task.start), text(task.stop), {}});
    for (const Suspension& suspension : task.suspensions)
        lines.add({"wait",
                   {},
                   {},
                   {},
                   {},
                   text(task.id),
                   text(suspension.start),
                   text(suspension.end),
                   QByteArray::fromStdString(std::string(nameOf(suspension.reason)))});
}

void addWorker(const Worker& worker, Lines& lines)
{
    auto wait = worker.waits.begin();
    for (const Slice& slice : worker.slices) {
        if (!lines.goesOn())
            return;
        for (; wait != worker.waits.end() && wait->start < slice.start; ++wait)
            addWait(worker, *wait, lines);
        addSlice(worker, slice, lines);
    }
    for (; wait != worker.waits.end(); ++wait)
        addWait(worker, *wait, lines);
}

}  // namespace

Result<void> writeCsv(const Comparison& comparison, QIODevice& device)
{
    Lines lines(device);
    lines.add({"kind", "worker", "pid", "tid", "core", "task", "start_ns", "stop_ns", "reason"});
    for (const Recording& run : comparison.runs) {
        for (const Task& task : run.tasks)
            addTask(task, lines);
        for (const Worker& worker : run.workers)
            addWorker(worker, lines);
    }
    return lines.flush();
}
