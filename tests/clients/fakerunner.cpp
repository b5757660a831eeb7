// Stands in for coreogram-run in tests of the window. Speaks the stream, then does what the
// environment variable FAKE_RUNNER says; FAKE_PIDS names a file for the ids of its processes,
// FAKE_COPY one for a copy of the stream, FAKE_ARGUMENTS one for what it was started with.
// Asked to observe, it plays a program that prints FAKE_PRINTS; FAKE_NOTE is its evidence's note.

#include "core/storage/streamwriter.h"

#include <QByteArray>
#include <QFile>

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

using std::chrono::milliseconds;

constexpr RunId run{0};
constexpr Nanoseconds origin{1'000'000'000};

Event event(EventKind kind, Nanoseconds at, TaskId task)
{
    Event result;
    result.kind = kind;
    result.time = origin + at;
    result.task = task;
    result.worker = WorkerId{1};
    result.core = 0;
    return result;
}

/// Two tasks, one after the other, 10 ms each; of the second only the start unless `whole`.
EventBatch events(bool whole)
{
    EventBatch batch{.run = run, .knownUntil = origin + milliseconds(15), .events = {}};
    const auto add = [&](EventKind kind, Nanoseconds at, TaskId task) {
        batch.events.push_back(event(kind, at, task));
    };
    add(EventKind::WorkerStart, milliseconds(0), TaskId::None);
    for (const auto task : {TaskId{1}, TaskId{2}}) {
        const Nanoseconds at = milliseconds(10) * (number(task) - 1);
        add(EventKind::TaskStart, at, task);
        add(EventKind::PartStart, at, task);
        if (task == TaskId{2} && !whole)
            break;
        add(EventKind::PartStop, at + milliseconds(10), task);
        add(EventKind::TaskStop, at + milliseconds(10), task);
    }
    if (whole) {
        add(EventKind::WorkerStop, milliseconds(20), TaskId::None);
        batch.knownUntil = origin + milliseconds(20);
    }
    return batch;
}

/// Two threads of a program: one runs for 20 ms, the other 10 ms of it.
EventBatch observedEvents(bool whole)
{
    EventBatch batch{.run = run, .knownUntil = origin + milliseconds(15), .events = {}};
    const auto add = [&](EventKind kind, std::uint32_t worker, int at) {
        Event added = event(kind, milliseconds(at), TaskId::None);
        added.worker = WorkerId{worker};
        added.core = static_cast<std::int16_t>(worker - 1);
        batch.events.push_back(added);
    };
    for (const std::uint32_t worker : {1U, 2U}) {
        add(EventKind::WorkerStart, worker, 0);
        add(EventKind::SwitchIn, worker, 0);
    }
    add(EventKind::SwitchOut, 2, 10);
    if (whole) {
        add(EventKind::WorkerStop, 1, 20);
        add(EventKind::WorkerStop, 2, 20);
        batch.knownUntil = origin + milliseconds(20);
    }
    return batch;
}

/// Standard output, with a copy of all that is written in the file that FAKE_COPY names.
class Output : public QIODevice {
public:
    Output()
    {
        setOpenMode(QIODevice::WriteOnly | QIODevice::Unbuffered);
        m_copy.setFileName(qEnvironmentVariable("FAKE_COPY"));
        if (!m_copy.fileName().isEmpty())
            (void)m_copy.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override
    {
        if (m_copy.isOpen())
            m_copy.write(data, size);
        return ::write(STDOUT_FILENO, data, static_cast<std::size_t>(size));
    }

private:
    QFile m_copy;
};

class Stream {
public:
    void begin()
    {
        RunStart start;
        start.mode = Mode::Sequential;
        start.plan = {1, 1, 1, WorkerKind::Threads};
        start.experiment.tasks = 2;
        start.experiment.taskLength = milliseconds(10);
        start.origin = origin;
        write(StreamStarted{"fakerunner", Machine{2, 2, "fake", true}});
        write(RunStarted{start});
        write(WorkerNamed{run, WorkerId{1}, "worker 1", getpid(), getpid()});
    }

    void observe(const std::vector<std::string>& command)
    {
        RunStart start;
        start.evidence = Evidence::Sampled;
        start.evidenceNote = qgetenv("FAKE_NOTE").toStdString();
        start.command = command;
        start.origin = origin;
        write(StreamStarted{"fakerunner", Machine{2, 2, "fake", true}});
        write(RunStarted{start});
    }

    void nameThreads()
    {
        write(WorkerNamed{run, WorkerId{1}, "main", getpid(), getpid()});
        write(WorkerNamed{run, WorkerId{2}, "helper", getpid(), getpid() + 1});
    }

    void end(RunEnd how, std::optional<int> status = {}, const std::string& message = {})
    {
        RunSummary summary;
        summary.end = how;
        summary.userTime = milliseconds(19);
        summary.systemTime = milliseconds(1);
        summary.exitStatus = status;
        summary.message = message;
        write(RunEnded{run, summary});
        write(StreamEnded{});
    }

    void write(const Frame& frame)
    {
        if (!m_writer.write(frame))
            std::exit(1);
    }
    void writeGarbage() { m_output.write("\xff\xff this is not a frame \xff"); }

private:
    Output m_output;
    StreamWriter m_writer{m_output};
};

void noteProcess(pid_t process)
{
    QFile file(qEnvironmentVariable("FAKE_PIDS"));
    if (!file.fileName().isEmpty() && file.open(QIODevice::Append))
        file.write(QByteArray::number(process) + '\n');
}

/// Until the one who started us closes our standard input.
void waitToBeAsked()
{
    char byte = 0;
    while (read(STDIN_FILENO, &byte, 1) > 0) {
    }
}

[[noreturn]] void sleepForever()
{
    while (true)
        pause();
}

/// A child of our own that nothing but a signal ends.
void leaveChild()
{
    const pid_t child = fork();
    if (child == 0)
        sleepForever();
    noteProcess(child);
}

[[noreturn]] void complainForever()
{
    while (std::fputs("this never ends\n", stderr) >= 0) {
    }
    std::_Exit(1);
}

int complain(const char* message, int status)
{
    std::fprintf(stderr, "%s\n", message);
    return status;
}

int runToTheEnd(Stream& stream)
{
    stream.begin();
    stream.write(events(true));
    stream.end(RunEnd::Done);
    return 0;
}

int waitForStop(Stream& stream)
{
    stream.begin();
    stream.write(events(false));
    waitToBeAsked();
    stream.end(RunEnd::Interrupted);
    return 130;
}

/// Each of these begins a run, leaves it in the middle and then goes wrong in its own way.
int goWrong(Stream& stream, const QByteArray& how)
{
    stream.begin();
    stream.write(events(false));
    if (how == "deaf")
        sleepForever();
    if (how == "frozen")
        raise(SIGSTOP);
    if (how == "crash")
        raise(SIGKILL);
    if (how == "noise")
        complainForever();
    if (how == "garbage") {
        stream.writeGarbage();
        sleepForever();
    }
    return 0;  // "short": ends too early
}

/// What a run of the program `command` is like, as `how` says.
int observe(Stream& stream, const std::vector<std::string>& command, const QByteArray& how)
{
    stream.observe(command);
    if (how == "unstartable") {
        stream.end(RunEnd::Failed, {}, "could not start “" + command.front() + "”: No such file");
        return 127;
    }
    stream.nameThreads();
    const QByteArray printed = qgetenv("FAKE_PRINTS");
    std::fwrite(printed.data(), 1, static_cast<std::size_t>(printed.size()), stderr);
    stream.write(observedEvents(how != "wait"));
    if (how == "wait") {
        waitToBeAsked();
        stream.end(RunEnd::Interrupted, 143, "program was killed by signal 15 (Terminated)");
        return 143;
    }
    if (how == "failing") {
        stream.end(RunEnd::Failed, 3, "program exited with status 3");
        return 3;
    }
    if (how == "noise") {
        const QByteArray line = QByteArray(99, 'x') + '\n';
        while (std::fputs(line.constData(), stderr) >= 0) {
        }
    }
    stream.end(RunEnd::Done, 0);
    return 0;
}

void noteArguments(int count, char** arguments)
{
    QFile file(qEnvironmentVariable("FAKE_ARGUMENTS"));
    if (!file.fileName().isEmpty() && file.open(QIODevice::WriteOnly)) {
        for (int i = 1; i < count; ++i)
            file.write(QByteArray(arguments[i]) + '\n');
    }
}

}  // namespace

int main(int argc, char** argv)
{
    noteArguments(argc, argv);
    const QByteArray how = qgetenv("FAKE_RUNNER");
    noteProcess(getpid());
    if (how == "refuse")
        return complain("coreogram-run: --tasks is 0; expected 1 to 10000", 2);
    if (qEnvironmentVariableIsSet("FAKE_CHILD"))
        leaveChild();
    Stream stream;
    if (argc > 4 && QByteArray(argv[1]) == "observe")
        return observe(stream, {argv + 4, argv + argc}, how);
    if (how.isEmpty() || how == "done")
        return runToTheEnd(stream);
    if (how == "wait")
        return waitForStop(stream);
    if (how == "fail") {
        runToTheEnd(stream);
        return complain("task 2 failed: its worker was killed by signal 9", 1);
    }
    return goWrong(stream, how);
}
