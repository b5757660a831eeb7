#include "core/program/cpptools.h"

namespace {

constexpr std::string_view globalLock = R"cpp(
/// A model of CPython's interpreter lock: who computes holds it. Those who want it
/// stand in a queue; when the next has waited for 5 ms, it is handed over.
class GlobalLock {
public:
    void take()
    {
        std::unique_lock lock(m_mutex);
        const long ticket = m_next_ticket++;
        if (ticket == m_serving + 1)
            m_asked = Clock::now();
        m_changed.wait(lock, [&] { return m_serving == ticket; });
        const bool is_last = m_next_ticket == ticket + 1;
        m_asked = is_last ? Clock::time_point::max() : Clock::now();
    }

    void release()
    {
        const std::lock_guard lock(m_mutex);
        ++m_serving;
        m_changed.notify_all();
    }

    /// To be called now and then by who computes.
    void offer()
    {
        if (Clock::now() - 5ms < m_asked.load())
            return;
        release();
        take();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    long m_next_ticket = 0;
    long m_serving = 0;
    std::atomic<Clock::time_point> m_asked = Clock::time_point::max();  // by the next
};

GlobalLock interpreter;

/// Gives the lock away while its owner waits for something else.
struct Waiting {
    Waiting() { interpreter.release(); }
    ~Waiting() { interpreter.take(); }
};

[politely]template <typename Mutex>
[politely]void lock_without_interpreter(Mutex& mutex)
[politely]{
[politely]    if (mutex.try_lock())
[politely]        return;
[politely]    const Waiting waiting;
[politely]    mutex.lock();
[politely]}
)cpp";

constexpr std::string_view sharedMutex = R"cpp(
/// A mutex for several processes; std::mutex is for the threads of one.
class SharedMutex {
public:
    SharedMutex()
    {
        pthread_mutexattr_t attributes;
        pthread_mutexattr_init(&attributes);
        pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
        pthread_mutex_init(&m_mutex, &attributes);
    }

    void lock() { pthread_mutex_lock(&m_mutex); }
    void unlock() { pthread_mutex_unlock(&m_mutex); }
[philosophers]
[philosophers]    bool try_lock_for(Milliseconds time)
[philosophers]    {
[philosophers]        const auto until = std::chrono::system_clock::now().time_since_epoch() + time;
[philosophers]        const auto seconds = std::chrono::floor<std::chrono::seconds>(until);
[philosophers]        const auto rest = std::chrono::floor<std::chrono::nanoseconds>(until - seconds);
[philosophers]        const timespec end{seconds.count(), rest.count()};
[philosophers]        return pthread_mutex_timedlock(&m_mutex, &end) == 0;
[philosophers]    }

private:
    pthread_mutex_t m_mutex;
};
)cpp";

constexpr std::string_view coroutine = R"cpp(
/// A coroutine that goes on by itself: the event loop resumes it when it has waited.
struct Coroutine {
    struct promise_type {
        Coroutine get_return_object() { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }
    };
};

)cpp";

constexpr std::string_view eventLoop = R"cpp(
/// Resumes coroutines when their time has come, all in one thread.
class EventLoop {
public:
    struct Sleep {
        EventLoop& loop;
        Clock::time_point until;
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> who) const
        {
            loop.m_sleepers.emplace(until, who);
        }
        void await_resume() const {}
    };

    Sleep sleep(Milliseconds time)
    {
        return {*this, Clock::now() + std::chrono::ceil<Clock::duration>(time)};
    }
[philosophers]    void resume_soon(std::coroutine_handle<> who)
[philosophers]    {
[philosophers]        m_sleepers.emplace(Clock::now(), who);
[philosophers]    }

    /// Until nobody sleeps any more.
    void run()
    {
        while (!m_sleepers.empty()) {
            const auto [until, who] = *m_sleepers.begin();
            m_sleepers.erase(m_sleepers.begin());
            std::this_thread::sleep_until(until);
            who.resume();
        }
    }

private:
    std::multimap<Clock::time_point, std::coroutine_handle<>> m_sleepers;
};

EventLoop loop;
)cpp";

constexpr CppTools tools{globalLock, sharedMutex, coroutine, eventLoop};

}  // namespace

const CppTools& cppTools()
{
    return tools;
}
