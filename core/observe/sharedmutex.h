#pragma once

#include <pthread.h>

/// A mutex in shared memory. When its holder is killed, the next to lock it gets it: what it
/// protects must make sense after every single write.
class SharedMutex {
public:
    SharedMutex();
    SharedMutex(const SharedMutex&) = delete;
    SharedMutex& operator=(const SharedMutex&) = delete;

    void lock();
    [[nodiscard]] bool try_lock();
    void unlock();

private:
    bool own(int result);

    pthread_mutex_t m_mutex;
};
