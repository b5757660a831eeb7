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
    void unlock();

private:
    pthread_mutex_t m_mutex;
};
