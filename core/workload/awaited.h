#pragma once

#include "core/fetch/transfers.h"
#include "core/model/event.h"

#include <coroutine>
#include <cstddef>
#include <optional>
#include <vector>

class WorkContext;

/// What a part waits for, as `co_await` wants it. A thread or process blocks until it is over; an
/// event loop takes the part off the worker instead.
class Awaited {
public:
    Awaited(const Awaited&) = delete;
    Awaited& operator=(const Awaited&) = delete;
    virtual ~Awaited() = default;

    [[nodiscard]] WaitReason reason() const noexcept { return m_reason; }

    /// When it will be over, where that is known.
    [[nodiscard]] virtual std::optional<Nanoseconds> due() const { return std::nullopt; }

    /// Whether it has come, or never will since the run was stopped. Does what it can without
    /// blocking.
    [[nodiscard]] bool isOver();

    bool await_ready();
    void await_suspend(std::coroutine_handle<> part) noexcept;

protected:
    Awaited(WorkContext& context, WaitReason reason) noexcept : m_context(context), m_reason(reason)
    {}

    [[nodiscard]] virtual bool hasCome() = 0;

    /// Blocks until hasCome() may have changed.
    virtual void block() = 0;

    [[nodiscard]] virtual HeldLock heldLock() const { return {}; }

    [[nodiscard]] WorkContext& context() const noexcept { return m_context; }

private:
    WorkContext& m_context;
    WaitReason m_reason;
};

class Sleeping : public Awaited {
public:
    Sleeping(WorkContext& context, Nanoseconds due) noexcept
        : Awaited(context, WaitReason::Sleep),
          m_due(due)
    {}
    [[nodiscard]] std::optional<Nanoseconds> due() const override { return m_due; }

    /// False: the run was stopped.
    [[nodiscard]] bool await_resume() const noexcept;

protected:
    [[nodiscard]] bool hasCome() override;
    void block() override;

private:
    Nanoseconds m_due;
};

class Fetching : public Awaited {
public:
    Fetching(WorkContext& context, const FetchOrder& order);
    ~Fetching() override;

    [[nodiscard]] Result<std::vector<std::byte>> await_resume();

protected:
    [[nodiscard]] bool hasCome() override;
    void block() override;
};

class Locking : public Awaited {
public:
    Locking(WorkContext& context, std::uint16_t lock) noexcept
        : Awaited(context, WaitReason::Lock),
          m_lock(lock)
    {}
    ~Locking() override;

    /// Whether the part holds the lock now.
    [[nodiscard]] bool await_resume() const noexcept { return m_isHeld; }

protected:
    [[nodiscard]] bool hasCome() override;
    void block() override;
    [[nodiscard]] HeldLock heldLock() const override;

private:
    void noteWait() noexcept;

    std::uint16_t m_lock;
    bool m_isHeld = false;
    bool m_isNoted = false;  ///< that the part waits, for whoever looks for deadlocks
};

class Opening : public Awaited {
public:
    explicit Opening(WorkContext& context) noexcept : Awaited(context, WaitReason::Join) {}

    /// False: the run was stopped.
    [[nodiscard]] bool await_resume() const noexcept;

protected:
    [[nodiscard]] bool hasCome() override;
    void block() override;
};
