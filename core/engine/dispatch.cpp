#include "core/engine/dispatch.h"

#include "core/observe/wordwait.h"

#include <algorithm>
#include <mutex>

std::uint32_t Dispatch::teamOf(std::uint32_t seat) const noexcept
{
    return seat / m_memory.order().seatsPerTeam;
}

std::optional<TaskId> Dispatch::next(std::uint32_t seat, WorkerLog& log)
{
    Team& team = m_memory.teams()[teamOf(seat)];
    const std::uint32_t finished = m_memory.seats()[seat].finishedRound.load();
    if (finished == 0) {
        const std::lock_guard lock(m_memory.control().mutex);
        advanceIfJoined(teamOf(seat), log);  // the first of the team to arrive takes its first task
    }
    if (team.round.load() == finished) {
        log.beginWait(WaitReason::Join);
        while (team.round.load() == finished)
            waitWhileEqual(team.round, finished);
        log.endWait(WaitReason::Join);
    }
    const std::lock_guard lock(m_memory.control().mutex);
    return team.task == TaskId::None ? std::nullopt : std::optional(team.task);
}

void Dispatch::finishPart(std::uint32_t seat, const Result<Outcome>& outcome, WorkerLog& log)
{
    const std::lock_guard lock(m_memory.control().mutex);
    Team& team = m_memory.teams()[teamOf(seat)];
    if (!outcome)
        fail(team, outcome.error().message);
    else if (*outcome == Outcome::Cancelled && team.outcome == Outcome::Done)
        team.outcome = Outcome::Cancelled;
    m_memory.seats()[seat].finishedRound.store(team.round.load());
    advanceIfJoined(teamOf(seat), log);
}

bool Dispatch::abandon(std::uint32_t seat, std::string_view why, WorkerLog& log)
{
    const std::lock_guard lock(m_memory.control().mutex);
    Team& team = m_memory.teams()[teamOf(seat)];
    std::atomic<std::uint32_t>& finished = m_memory.seats()[seat].finishedRound;
    if (team.task != TaskId::None && finished.load() != team.round.load()) {
        fail(team, why);
        finished.store(team.round.load());
    }
    // Also where the worker died between finishing its part and giving out the next task.
    advanceIfJoined(teamOf(seat), log);
    return team.task != TaskId::None;
}

void Dispatch::fail(Team& team, std::string_view why)
{
    team.outcome = Outcome::Failed;
    TaskError& error = m_memory.error(team.task);
    if (error[0] == '\0')  // the first reason is kept
        std::copy_n(why.begin(), std::min(why.size(), error.size() - 1), error.begin());
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
    RunControl& control = m_memory.control();
    const bool hasNoMore = team.round.load() > 0 && team.task == TaskId::None;
    if (hasNoMore || !allFinished(index))
        return;
    if (team.task != TaskId::None)
        log.mark(EventKind::TaskStop, team.task, {}, static_cast<std::uint8_t>(team.outcome));
    const bool isMore = control.stop.load() == 0 && control.nextTask <= m_memory.order().tasks;
    team.outcome = Outcome::Done;
    team.task = isMore ? static_cast<TaskId>(control.nextTask++) : TaskId::None;
    if (isMore)
        log.mark(EventKind::TaskStart, team.task);
    team.round.fetch_add(1);
    wakeAll(team.round);
}
