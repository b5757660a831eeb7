#include "core/workload/awaited.h"

#include "core/observe/clock.h"
#include "core/observe/wordwait.h"
#include "core/workload/workcontext.h"

namespace {

/// How long a worker blocks before it looks around again. Whoever changes something wakes it; this
/// only bounds what a worker that died could do to the others.
constexpr Nanoseconds longestBlock = std::chrono::milliseconds(500);

}  // namespace

bool Awaited::isOver()
{
    return hasCome() || m_context.isStopped();
}

bool Awaited::await_ready()
{
    if (isOver())
        return true;
    if (m_context.tools().isEventLoop)
        return false;
    do {
        m_context.beginWait(m_reason, heldLock());
        block();
        m_context.endWait(m_reason);
    } while (!isOver());
    return true;
}

void Awaited::await_suspend(std::coroutine_handle<>) noexcept
{
    m_context.tools().awaited = this;
}

bool Sleeping::hasCome()
{
    return now() >= m_due;
}

void Sleeping::block()
{
    while (!isOver())
        waitWhileEqual(context().shared().stop, 0, m_due - now());
}

bool Sleeping::await_resume() const noexcept
{
    return !context().isStopped();
}

Fetching::Fetching(WorkContext& context, const FetchOrder& order) : Awaited(context, WaitReason::Io)
{
    context.tools().fetched.erase(context.seat());
    context.tools().transfers().start(context.seat(), order);
}

Fetching::~Fetching()
{
    context().tools().transfers().cancel(context().seat());
}

bool Fetching::hasCome()
{
    WorkerTools& tools = context().tools();
    for (Fetched& ended : tools.transfers().advance())
        tools.fetched.emplace(ended.id, std::move(ended.body));
    return tools.fetched.contains(context().seat());
}

void Fetching::block()
{
    constexpr Nanoseconds untilNextLook = std::chrono::milliseconds(50);  // at the wish to stop
    context().tools().transfers().wait(untilNextLook);
}

Result<std::vector<std::byte>> Fetching::await_resume()
{
    const auto found = context().tools().fetched.extract(context().seat());
    if (found.empty())
        return failure("stopped");
    return std::move(found.mapped());
}

bool Locking::hasCome()
{
    const SharedWork& shared = context().shared();
    m_isHeld = shared.locks[m_lock - 1].tryLock(context().seat());
    if (m_isHeld)
        return true;
    noteWait();
    return shared.parts[context().seat()].mustGiveUp.load() != 0;
}

void Locking::noteWait() noexcept
{
    PartState& part = context().shared().parts[context().seat()];
    if (!m_isNoted)
        part.waits.fetch_add(1);
    m_isNoted = true;
    part.waitsFor.store(m_lock);
}

Locking::~Locking()
{
    if (m_isNoted)
        context().shared().parts[context().seat()].waitsFor.store(0);
}

void Locking::block()
{
    context().shared().locks[m_lock - 1].wait(longestBlock);
}

HeldLock Locking::heldLock() const
{
    const SharedWork& shared = context().shared();
    const std::int64_t seat = shared.locks[m_lock - 1].holder();
    if (seat < 0)
        return {m_lock, TaskId::None};
    return {m_lock, TaskId{shared.parts[static_cast<std::size_t>(seat)].task.load()}};
}

bool Opening::hasCome()
{
    return context().shared().task(context().part().task).isOpen.load() != 0;
}

void Opening::block()
{
    waitWhileEqual(context().shared().task(context().part().task).isOpen, 0, longestBlock);
}

bool Opening::await_resume() const noexcept
{
    return !context().isStopped();
}
