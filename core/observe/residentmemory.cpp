#include "core/observe/residentmemory.h"

#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <limits>
#include <string>

std::int64_t residentMemory()
{
    // proc(5), statm: size resident …, in pages
    std::ifstream statm("/proc/self/statm");
    std::int64_t size = 0;
    std::int64_t resident = 0;
    if (statm >> size >> resident)
        return resident * sysconf(_SC_PAGESIZE);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
    return usage.ru_maxrss;  // in bytes there
#else
    return usage.ru_maxrss * 1024;
#endif
}

std::int64_t availableMemory()
{
    std::ifstream meminfo("/proc/meminfo");
    std::string name;
    std::int64_t kilobytes = 0;
    while (meminfo >> name >> kilobytes) {
        if (name == "MemAvailable:")
            return kilobytes * 1024;
        meminfo.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return std::int64_t{sysconf(_SC_PHYS_PAGES)} * sysconf(_SC_PAGESIZE) / 2;
}
