#include "core/observe/observation.h"

#include "core/model/limits.h"
#include "core/observe/clock.h"
#include "core/observe/machinetime.h"
#include "core/observe/processtable.h"
#include "core/observe/programwatch.h"
#include "core/observe/signalrelay.h"

#include <algorithm>
#include <csignal>
#include <memory>

namespace {

/// A wait is looked into when it lasts for so long: shorter ones would cost more than they tell.
constexpr Nanoseconds worthAReason = std::chrono::milliseconds(1);

/// How long a program may take to end when asked, before it is killed.
constexpr Nanoseconds stopTime = std::chrono::milliseconds(400);

/// The command as it is recorded: cut where it is very long.
std::vector<std::string> recorded(const std::vector<std::string>& command)
{
    constexpr std::size_t longest = 64'000;
    constexpr std::size_t mostArguments = 1000;
    std::vector<std::string> kept;
    std::size_t size = 0;
    for (const std::string& argument : command) {
        size += argument.size();
        if (kept.size() == mostArguments || (size > longest && !kept.empty())) {
            kept.emplace_back("…");
            break;
        }
        kept.push_back(argument.substr(0, longest / 8));
    }
    return kept;
}

/// The system's account of a process may be behind by so much.
constexpr Nanoseconds accountSteps = std::chrono::milliseconds(20);

std::string baseName(const std::string& path)
{
    return path.substr(path.rfind('/') + 1);
}

/// Processes that go on. The process table may have been read last before they ended.
std::string leftBehind(const ThreadBook& book)
{
    auto processes = book.livingProcesses();
    std::erase_if(processes, [](const auto& process) { return !isProcessAlive(process.pid); });
    return ThreadBook::listOf(processes);
}

/// One observation, from its first frame to its last.
class Observation {
public:
    Observation(const ObservationOrder& order, const FrameSink& sink)
        : m_order(order),
          m_sink(sink),
          m_book(order.run, sink),
          m_costs(order.window)
    {}

    ObservationEnd run();

private:
    void openWatch(const ForeignProgram& program);
    void follow(ForeignProgram& program);
    void explainWaits(Nanoseconds time);
    void passSignalsTo(std::int64_t pid) const;
    void stopWhenAsked();
    void endWhatIsLeft();
    void signalAll(int signal) const;
    void finish(const ProgramEnd& end);
    ObservationEnd fail(const Error& error);
    [[nodiscard]] std::string messageOf(const ProgramEnd& end) const;

    const ObservationOrder& m_order;
    const FrameSink& m_sink;
    RunStart m_start;
    std::unique_ptr<ProgramWatch> m_watch;
    ThreadBook m_book;
    SignalRelay m_signals;
    RunCosts m_costs;
    Nanoseconds m_stopAsked{};
    std::int64_t m_mainThread = 0;
    bool m_hasEnded = false;    ///< the program's process, whatever it left behind
    Nanoseconds m_cpuBefore{};  ///< of the main thread, before the origin
    RunSummary m_summary;
};

ObservationEnd Observation::run()
{
    m_start.id = m_order.run;
    m_start.command = recorded(m_order.command);
    auto program = ForeignProgram::prepare(m_order.command, m_order.files, m_order.output);
    if (!program)
        return fail(program.error());
    openWatch(*program);
    m_mainThread = program->pid();
    if (const auto before = threadTimes(m_mainThread, m_mainThread))
        m_cpuBefore = before->running;
    m_costs.restart();
    m_start.origin = now();
    if (auto started = program->letGo(); !started)
        return fail(started.error());
    m_sink(RunStarted{m_start});
    m_book.start(m_mainThread, m_mainThread, baseName(m_order.command[0]), m_start.origin);
    m_watch->begin(m_book, m_start.origin);
    follow(*program);
    return {m_summary, true};
}

void Observation::openWatch(const ForeignProgram& program)
{
    Result<SchedulingRecord> record = failure("");
    if (m_order.useSchedulingRecord)
        record = SchedulingRecord::open(program.pid());
    m_start.evidence = record ? Evidence::Exact : Evidence::Sampled;
    if (record) {
        m_watch = std::make_unique<ExactWatch>(std::move(*record), program.pid());
    } else {
        m_start.evidenceNote = record.error().message;
        m_watch = std::make_unique<SampledWatch>(program.pid());
    }
}

void Observation::follow(ForeignProgram& program)
{
    std::vector<int> inputs{m_signals.descriptor()};
    if (program.endDescriptor() >= 0)
        inputs.push_back(program.endDescriptor());
    Nanoseconds lastBatch = now();
    for (;;) {
        const Nanoseconds next = lastBatch + m_order.collectEvery;
        m_watch->wait(m_book, inputs, std::max(Nanoseconds{}, next - now()));
        passSignalsTo(program.pid());
        const std::optional<ProgramEnd> end = program.takeEnd();
        const Nanoseconds cut = now();
        m_watch->look(m_book);
        explainWaits(cut);
        if (end) {
            m_hasEnded = true;
            endWhatIsLeft();
            finish(*end);
            return passSignalsTo(0);  // those that came last
        }
        if (cut >= next) {
            m_sink(m_book.takeBatch(cut));
            lastBatch = cut;
            stopWhenAsked();
        }
    }
}

void Observation::passSignalsTo(std::int64_t pid) const
{
    if (m_signals.relayTo(pid) && m_order.endAsked)
        m_order.endAsked();
}

void Observation::explainWaits(Nanoseconds time)
{
    for (const auto& [pid, tid] : m_book.unexplained(time - worthAReason)) {
        if (const auto reason = threadWaitReason(pid, tid))
            m_book.explain(tid, *reason, time);
    }
}

void Observation::stopWhenAsked()
{
    if (!m_order.stopRequested || !m_order.stopRequested())
        return;
    if (m_stopAsked == Nanoseconds{}) {
        m_stopAsked = now();
        signalAll(SIGTERM);
        signalAll(SIGCONT);  // one that is stopped would not notice
    } else if (now() - m_stopAsked > stopTime) {
        signalAll(SIGKILL);
    }
}

/// The program has ended. When it was asked to, what it has started has to end as well.
void Observation::endWhatIsLeft()
{
    const bool wasAsked = m_stopAsked > Nanoseconds{};
    if (!wasAsked && !m_order.endsWhatIsLeft)
        return;
    const Nanoseconds begin = wasAsked ? m_stopAsked : now();
    if (!wasAsked)
        signalAll(SIGTERM);
    const Nanoseconds deadline = now() + 2 * stopTime;  // another user's cannot be killed
    while (!leftBehind(m_book).empty() && now() < deadline) {
        if (now() - begin > stopTime)
            signalAll(SIGKILL);
        m_watch->wait(m_book, {}, std::chrono::milliseconds(10));
        m_watch->look(m_book);
    }
}

void Observation::signalAll(int signal) const
{
    for (const ThreadBook::Process& process : m_book.livingProcesses()) {
        if (!m_hasEnded || process.pid != m_mainThread)  // its number may be another's by now
            kill(static_cast<pid_t>(process.pid), signal);
    }
}

void Observation::finish(const ProgramEnd& end)
{
    const Nanoseconds time = now();
    m_book.stop(m_mainThread, m_watch->endOfMainThread(time),
                std::max(Nanoseconds{}, end.mainThreadTime - m_cpuBefore));
    m_summary.message = messageOf(end);
    for (const std::int64_t tid : m_book.livingThreads())
        m_book.stop(tid, time);
    m_sink(m_book.takeBatch(now()));

    // What the process took before it was let go was ours, nearly all of it in the kernel.
    m_summary.systemTime = std::max(Nanoseconds{}, end.cpuTime.system - m_cpuBefore);
    m_summary.userTime = end.cpuTime.user - std::clamp(m_cpuBefore - end.cpuTime.system,
                                                       Nanoseconds{}, end.cpuTime.user);
    m_costs.addTo(m_summary);
    m_summary.lostRecords = m_watch->lostRecords() + m_book.leftOut();
    m_summary.exitStatus = end.exitStatus;
    m_summary.end = m_stopAsked > Nanoseconds{} ? RunEnd::Interrupted
                    : end.exitStatus != 0       ? RunEnd::Failed
                                                : RunEnd::Done;
    m_sink(RunEnded{m_order.run, m_summary});
}

/// What the recording cannot tell: how the program ended, and what it left behind.
std::string Observation::messageOf(const ProgramEnd& end) const
{
    std::vector<std::string> sentences;
    if (end.exitStatus != 0)
        sentences.push_back(baseName(m_order.command[0]) + " " + end.how);
    sentences.push_back(m_watch->remark());
    if (const std::string left = leftBehind(m_book); !left.empty())
        sentences.push_back("no longer followed, since it goes on after the program has ended: " +
                            left);
    if (m_book.running() > end.cpuTime.total + end.cpuTime.total / 4 + accountSteps)
        sentences.push_back("user and sys leave out processes that nobody waited for");
    if (m_book.leftOut() > 0)
        sentences.push_back(std::to_string(m_book.leftOut()) +
                            " threads are left out: a recording holds " +
                            std::to_string(limits::maxWorkersOfRun));
    std::string message;
    for (const std::string& sentence : sentences)
        message += (message.empty() || sentence.empty() ? "" : "; ") + sentence;
    return message;
}

ObservationEnd Observation::fail(const Error& error)
{
    m_start.origin = now();
    m_summary.end = RunEnd::Failed;
    m_summary.message = error.message;
    m_sink(RunStarted{m_start});
    m_sink(RunEnded{m_order.run, m_summary});
    return {m_summary, false};
}

}  // namespace

ObservationEnd observe(const ObservationOrder& order, const FrameSink& sink)
{
    return Observation(order, sink).run();
}
