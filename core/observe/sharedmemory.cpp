#include "core/observe/sharedmemory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace {

std::string systemReason()
{
    return std::strerror(errno);
}

/// A descriptor to memory without a name; -1 with errno set on failure.
int anonymousDescriptor()
{
#ifdef __linux__
    return memfd_create("coreogram-run", MFD_CLOEXEC);
#else
    const std::string name = "/coreogram-" + std::to_string(getpid());
    const int descriptor = shm_open(name.c_str(), O_RDWR | O_CREAT | O_EXCL, 0600);
    if (descriptor >= 0)
        shm_unlink(name.c_str());
    return descriptor;
#endif
}

}  // namespace

Result<SharedMemory> SharedMemory::create(std::size_t bytes)
{
    const int descriptor = anonymousDescriptor();
    if (descriptor < 0 || ftruncate(descriptor, static_cast<off_t>(bytes)) != 0) {
        const std::string reason = systemReason();
        if (descriptor >= 0)
            ::close(descriptor);
        return failure("could not create " + std::to_string(bytes) +
                       " bytes of shared memory for the recording: " + reason);
    }
    return map(descriptor, bytes);
}

Result<SharedMemory> SharedMemory::open(int descriptor)
{
    struct stat status {};
    if (fstat(descriptor, &status) != 0 || status.st_size <= 0)
        return failure("descriptor " + std::to_string(descriptor) + " is not shared memory");
    return map(descriptor, static_cast<std::size_t>(status.st_size));
}

Result<SharedMemory> SharedMemory::map(int descriptor, std::size_t bytes)
{
    void* const address = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (address == MAP_FAILED) {
        const std::string reason = systemReason();
        ::close(descriptor);
        return failure("could not map " + std::to_string(bytes) +
                       " bytes of shared memory: " + reason);
    }
    SharedMemory memory;
    memory.m_data = static_cast<std::byte*>(address);
    memory.m_size = bytes;
    memory.m_descriptor = descriptor;
    return memory;
}

SharedMemory::SharedMemory(SharedMemory&& other) noexcept
{
    *this = std::move(other);
}

SharedMemory& SharedMemory::operator=(SharedMemory&& other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

SharedMemory::~SharedMemory()
{
    if (m_data)
        munmap(m_data, m_size);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}
