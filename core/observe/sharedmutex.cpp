#include "core/observe/sharedmutex.h"

#include <cerrno>

SharedMutex::SharedMutex()
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
#ifndef __APPLE__
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
#endif
    pthread_mutex_init(&m_mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
}

void SharedMutex::lock()
{
    [[maybe_unused]] const int result = pthread_mutex_lock(&m_mutex);
#ifndef __APPLE__
    if (result == EOWNERDEAD)
        pthread_mutex_consistent(&m_mutex);
#endif
}

void SharedMutex::unlock()
{
    pthread_mutex_unlock(&m_mutex);
}
