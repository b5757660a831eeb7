#include "core/engine/dispatch.h"

#include "core/observe/wordwait.h"

#include <algorithm>
#include <mutex>

namespace {

/// Holds the mutex of the queue. Where another has it, the wait for it is the queue's.
class QueueLock {
public:
    QueueLock(SharedMutex& mutex, WorkerLog& log) : m_mutex(mutex)
    {
        if (m_mutex.try_lock())
            return;
        log.beginWait(WaitReason::Queue);
        m_mutex.lock();
        log.endWait(WaitReason::Queue);
    }
    QueueLock(const QueueLock&) = delete;
    QueueLock& operator=(const QueueLock&) = delete;
    ~QueueLock() { m_mutex.unlock(); }

private:
    SharedMutex& m_mutex;
};

void noteEndOf(std::atomic<std::uint32_t>& teamsAtWork)
{
    teamsAtWork.fetch_sub(1);
    wakeAll(teamsAtWork);
}

std::uint32_t leftOf(const Team& team) noexcept
{
    return team.lastOwn - team.nextOwn;
}

}  // namespace

std::uint32_t Dispatch::teamOf(std::uint32_t seat) const noexcept
{
    return seat / m_memory.order().seatsPerTeam;
}

Dispatch::Next Dispatch::look(std::uint32_t seat, WorkerLog& log)
{
    Team& team = m_memory.teams()[teamOf(seat)];
    const std::uint32_t finished = m_memory.seats()[seat].finishedRound.load();
    const QueueLock lock(m_memory.control().mutex, log);
    if (finished == 0)
        advanceIfJoined(teamOf(seat), log);  // the first of the team to arrive takes its first task
    if (team.round.load() == finished)
        return {Next::What::NotYet, TaskId::None};
    return {team.task == TaskId::None ? Next::What::NoMore : Next::What::Task, team.task};
}

std::optional<TaskId> Dispatch::next(std::uint32_t seat, WorkerLog& log)
{
    std::atomic<std::uint32_t>& round = m_memory.teams()[teamOf(seat)].round;
    const std::uint32_t finished = m_memory.seats()[seat].finishedRound.load();
    for (;;) {
        const Next found = look(seat, log);
        if (found.what == Next::What::Task)
            return found.task;
        if (found.what == Next::What::NoMore) {
            waitForTheOthers(log);
            return std::nullopt;
        }
        log.beginWait(WaitReason::Join);
        while (round.load() == finished)
            waitWhileEqual(round, finished);
        log.endWait(WaitReason::Join);
    }
}

/// As the workers of a pool do, who cannot know that nothing more will be queued.
void Dispatch::waitForTheOthers(WorkerLog& log)
{
    RunControl& control = m_memory.control();
    const auto othersAtWork = [&control] {
        return control.stop.load() == 0 ? control.teamsAtWork.load() : 0;
    };
    if (othersAtWork() == 0)
        return;
    log.beginWait(WaitReason::Queue);
    while (const std::uint32_t teams = othersAtWork())
        waitWhileEqual(control.teamsAtWork, teams);
    log.endWait(WaitReason::Queue);
}

void Dispatch::finishPart(std::uint32_t seat, const Result<Outcome>& outcome, WorkerLog& log)
{
    const QueueLock lock(m_memory.control().mutex, log);
    Team& team = m_memory.teams()[teamOf(seat)];
    if (!outcome)
        fail(team, outcome.error().message);
    else if (*outcome == Outcome::Cancelled && team.outcome == Outcome::Done)
        team.outcome = Outcome::Cancelled;
    if (seat % m_memory.order().seatsPerTeam == 0)
        letOthersBegin(team);
    m_memory.seats()[seat].finishedRound.store(team.round.load());
    advanceIfJoined(teamOf(seat), log);
}

bool Dispatch::abandon(std::uint32_t seat, std::string_view why, WorkerLog& log)
{
    const QueueLock lock(m_memory.control().mutex, log);
    Team& team = m_memory.teams()[teamOf(seat)];
    std::atomic<std::uint32_t>& finished = m_memory.seats()[seat].finishedRound;
    if (team.task != TaskId::None && finished.load() != team.round.load()) {
        fail(team, why);
        letOthersBegin(team);
        finished.store(team.round.load());
    }
    // Also where the worker died between finishing its part and giving out the next task.
    advanceIfJoined(teamOf(seat), log);
    return team.task != TaskId::None;
}

void Dispatch::blame(std::uint32_t seat, std::string_view why)
{
    const std::lock_guard lock(m_memory.control().mutex);
    if (Team& team = m_memory.teams()[teamOf(seat)]; team.task != TaskId::None)
        fail(team, why);
}

void Dispatch::fail(Team& team, std::string_view why)
{
    team.outcome = Outcome::Failed;
    auto& error = m_memory.shared().task(team.task).error;
    if (error[0] == '\0')  // the first reason is kept
        std::copy_n(why.begin(), std::min(why.size(), error.size() - 1), error.begin());
}

/// The parts that wait for the first part's serial beginning wait no longer.
void Dispatch::letOthersBegin(const Team& team)
{
    auto& isOpen = m_memory.shared().task(team.task).isOpen;
    if (isOpen.exchange(1) == 0 && m_memory.order().seatsPerTeam > 1)
        wakeAll(isOpen);
}

bool Dispatch::allFinished(std::uint32_t team) const noexcept
{
    const std::uint32_t round = m_memory.teams()[team].round.load();
    return std::ranges::all_of(m_memory.seatsOf(team), [round](const Seat& seat) {
        return seat.finishedRound.load() == round;
    });
}

void Dispatch::advanceIfJoined(std::uint32_t index, WorkerLog& log)
{
    Team& team = m_memory.teams()[index];
    const bool hasNoMore = team.round.load() > 0 && team.task == TaskId::None;
    if (hasNoMore || !allFinished(index))
        return;
    if (team.task != TaskId::None)
        log.mark(EventKind::TaskStop, team.task, {}, static_cast<std::uint8_t>(team.outcome));
    const auto next = takeTask(team);
    team.outcome = Outcome::Done;
    team.task = next.value_or(TaskId::None);
    if (next)
        log.mark(EventKind::TaskStart, *next);
    else
        noteEndOf(m_memory.control().teamsAtWork);
    team.round.fetch_add(1);
    wakeAll(team.round);
}

/// From the team's own share, or else from the queue, which is empty where all tasks are shared
/// out.
std::optional<TaskId> Dispatch::takeTask(Team& team)
{
    RunControl& control = m_memory.control();
    if (control.stop.load() != 0)
        return std::nullopt;
    const auto sharing = m_memory.order().settings.choice<Sharing>(Setting::Sharing);
    if (sharing == Sharing::Stealing && leftOf(team) == 0)
        steal(team);
    if (leftOf(team) > 0)
        return static_cast<TaskId>(team.nextOwn++);
    if (control.nextTask <= m_memory.order().tasks)
        return static_cast<TaskId>(control.nextTask++);
    return std::nullopt;
}

/// Takes the half, rounded up, of what the richest team has left: R. Blumofe and C. Leiserson,
/// "Scheduling multithreaded computations by work stealing", J. ACM 46 (1999).
void Dispatch::steal(Team& team)
{
    Team& richest = *std::ranges::max_element(m_memory.teams(), {}, leftOf);
    const std::uint32_t half = (leftOf(richest) + 1) / 2;
    team.lastOwn = richest.lastOwn;
    team.nextOwn = richest.lastOwn - half;
    richest.lastOwn -= half;
}
