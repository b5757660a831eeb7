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
    own(pthread_mutex_lock(&m_mutex));
}

bool SharedMutex::try_lock()
{
    return own(pthread_mutex_trylock(&m_mutex));
}

/// Whether the mutex is ours now, also where its holder has died.
bool SharedMutex::own(int result)
{
#ifndef __APPLE__
    if (result == EOWNERDEAD) {
        pthread_mutex_consistent(&m_mutex);
        return true;
    }
#endif
    return result == 0;
}

void SharedMutex::unlock()
{
    pthread_mutex_unlock(&m_mutex);
}
