#include "core/workload/workcontext.h"

#include "core/observe/clock.h"
#include "core/observe/wordwait.h"
#include "core/workload/globallock.h"

Transfers& WorkerTools::transfers()
{
    if (!m_transfers)
        m_transfers.emplace();
    return *m_transfers;
}

Sleeping WorkContext::sleep(Nanoseconds length)
{
    return {*this, now() + length};
}

Fetching WorkContext::fetch(const FetchOrder& order)
{
    return {*this, order};
}

Locking WorkContext::acquire(std::uint16_t lock)
{
    return {*this, lock};
}

void WorkContext::release(std::uint16_t lock) noexcept
{
    m_shared.locks[lock - 1].unlock();
}

Opening WorkContext::opened()
{
    return Opening(*this);
}

void WorkContext::open() noexcept
{
    auto& isOpen = m_shared.task(m_part.task).isOpen;
    isOpen.store(1);
    wakeAll(isOpen);
}

Result<Outcome> WorkContext::refusal() const
{
    if (isStopped())
        return Outcome::Cancelled;
    return failure("deadlock: it was made to give up");
}

void WorkContext::beginWait(WaitReason reason, HeldLock held)
{
    if (m_tools.globalLock)
        m_tools.globalLock->drop(m_seat);
    m_tools.log.beginWait(reason, held);
}

void WorkContext::endWait(WaitReason reason)
{
    m_tools.log.endWait(reason);
    takeGlobalLock();
}

void WorkContext::takeGlobalLock()
{
    GlobalLock* const lock = m_tools.globalLock;
    if (!lock || lock->tryTake(m_seat, m_part.task))
        return;
    m_tools.log.beginWait(WaitReason::Lock, {0, lock->holder()});
    lock->take(m_seat, m_part.task);
    m_tools.log.endWait(WaitReason::Lock);
}

void WorkContext::dropGlobalLock()
{
    if (m_tools.globalLock)
        m_tools.globalLock->drop(m_seat);
}

void WorkContext::giveWay()
{
    if (!m_tools.globalLock->isAskedFor())
        return;
    m_tools.globalLock->drop(m_seat);
    takeGlobalLock();
}
