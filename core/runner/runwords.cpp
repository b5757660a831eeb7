#include "core/runner/runwords.h"

#include "core/runner/textcells.h"
#include "core/runner/textnumbers.h"

#include <algorithm>

namespace {

constexpr char underGlobalLock[] = " under one global lock (a model of CPython's)";

std::string workersOf(const Plan& plan)
{
    switch (plan.with) {
    case WorkerKind::Threads:
        return counted(plan.workers(), "worker");
    case WorkerKind::Processes:
        return counted(plan.workers(), "worker process");
    case WorkerKind::GlobalLock:
        return counted(plan.workers(), "thread") + underGlobalLock;
    case WorkerKind::EventLoop:
        break;
    }
    return "an event loop";
}

/// One thread, whatever is in progress.
std::string wordsOfLoop(const Plan& plan)
{
    const std::string split =
        plan.split > 1 ? ", each split in " + std::to_string(plan.split) : std::string();
    return plan.inProgress == 1 ? "an event loop, one task after another" + split
                                : "an event loop, up to " + std::to_string(plan.inProgress) +
                                      " tasks in progress" + split;
}

}  // namespace

std::string wordsOf(std::optional<Mode> mode)
{
    if (!mode)
        return "Run";
    switch (*mode) {
    case Mode::Sequential:
        return "Sequential";
    case Mode::Concurrent:
        return "Concurrent";
    case Mode::Parallel:
        return "Parallel";
    case Mode::Both:
        return "Concurrent + parallel";
    case Mode::BothSplit:
        return "Concurrent + parallel, split tasks";
    }
    return "Run";
}

std::string titleOf(const RunStart& start)
{
    if (!start.isObserved())
        return wordsOf(start.mode);
    const std::string& program = start.command.front();
    return printable(program.substr(program.rfind('/') + 1));
}

std::string sentenceOf(const Recording& run, const Machine& machine)
{
    if (!run.start.isObserved())
        return wordsOf(run.start.plan);
    const auto isProcess = [](const Worker& worker) { return worker.pid == worker.tid; };
    const auto processes = std::ranges::count_if(run.workers, isProcess);
    return counted(processes, "process") + " with " +
           counted(static_cast<long long>(run.workers.size()), "thread") + " on " +
           counted(machine.cores, "core");
}

std::string commandText(const RunStart& start)
{
    std::string text;
    for (const std::string& word : start.command) {
        const bool needsQuotes =
            word.empty() || word.find_first_of(" \t\n\"'$\\") != std::string::npos;
        text += (text.empty() ? "" : " ") + (needsQuotes ? "'" + word + "'" : word);
    }
    return printable(text);
}

std::string labelOf(const Worker& worker)
{
    return clipped(printable(worker.name), 15) + " " + std::to_string(worker.tid);
}

std::string wordsOf(const Plan& plan)
{
    if (plan.with == WorkerKind::EventLoop)
        return wordsOfLoop(plan);
    const std::string workers = workersOf(plan);
    const std::string cores = counted(plan.cores, "core");
    if (plan.workers() == 1)
        return workers + ", one task after another";
    if (plan.inProgress == 1)
        return "one task at a time, split across " + workers + " on " + cores;
    if (plan.split > 1)
        return std::to_string(plan.inProgress) + " tasks at once, each split in " +
               std::to_string(plan.split) + ", on " + cores +
               (plan.with == WorkerKind::GlobalLock ? underGlobalLock : "");
    return workers + (plan.cores == 1 ? " take turns on " : " share ") + cores;
}

std::string wordsOf(WorkerKind kind)
{
    switch (kind) {
    case WorkerKind::Threads:
        return "threads";
    case WorkerKind::Processes:
        return "processes";
    case WorkerKind::GlobalLock:
        return std::string("threads") + underGlobalLock;
    case WorkerKind::EventLoop:
        break;
    }
    return "an event loop";
}

std::string wordsOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Neither:
        return "neither";
    case Verdict::Concurrent:
        return "concurrent, not parallel";
    case Verdict::Parallel:
        return "parallel, not concurrent";
    case Verdict::Both:
        return "concurrent and parallel";
    case Verdict::Inconclusive:
        break;
    }
    return "inconclusive";
}

std::string detailOf(const Judgement& judgement)
{
    if (judgement.verdict == Verdict::Inconclusive)
        return judgement.reason;
    return std::to_string(judgement.concurrency.max) + " in progress, " +
           std::to_string(judgement.parallelism.max) + " running";
}

std::string problemOf(const Recording& run)
{
    const std::string message = printable(run.summary.message);
    const std::string because = message.empty() ? "" : ": " + message;
    switch (run.summary.end) {
    case RunEnd::Done:
        return message;
    case RunEnd::NotYet:
        return "cut off before it ended";
    case RunEnd::Failed:
        return "failed" + because;
    case RunEnd::Interrupted:
        return "stopped" + because;
    }
    return {};
}

std::string wordsOf(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Exact:
        return "exact, the kernel's scheduling record";
    case Evidence::Inferred:
        return "inferred, from gaps that the workers noticed";
    case Evidence::Sampled:
        return "sampled, from the process table";
    }
    return {};
}
