#pragma once

#include "core/model/event.h"
#include "core/model/result.h"

#include <coroutine>
#include <exception>
#include <new>
#include <utility>

/// One part of a task while it is done. A coroutine, so that an event loop can go on with another
/// part while one waits; with any other kind of worker, waiting blocks and it never suspends.
/// Done with the result Failed where the work is wrong or throws, Cancelled where it was stopped.
class Work {
public:
    struct promise_type {
        Result<Outcome> result = Outcome::Done;

        Work get_return_object() { return Work(Handle::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_value(Result<Outcome> value) { result = std::move(value); }
        void unhandled_exception()
        {
            try {
                throw;
            } catch (const std::bad_alloc&) {
                result = failure("out of memory");
            } catch (const std::exception& error) {
                result = failure(error.what());
            }
        }
    };

    Work(Work&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Work& operator=(Work&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~Work()
    {
        if (m_handle)
            m_handle.destroy();
    }

    /// Goes on until the work is done or, in an event loop, waits. Requires that it is not done.
    void resume() { m_handle.resume(); }

    [[nodiscard]] bool isDone() const noexcept { return m_handle.done(); }

    /// What it came to. Requires that it is done.
    [[nodiscard]] const Result<Outcome>& result() const noexcept
    {
        return m_handle.promise().result;
    }

private:
    using Handle = std::coroutine_handle<promise_type>;
    explicit Work(Handle handle) noexcept : m_handle(handle) {}

    Handle m_handle;
};
