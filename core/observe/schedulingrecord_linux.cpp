#include "core/observe/perfring_linux.h"
#include "core/observe/schedulingrecord.h"

#include "core/observe/clock.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fstream>

namespace {

constexpr std::size_t largestRing = std::size_t{4} << 20U;
constexpr std::size_t allRings = std::size_t{256} << 20U;
constexpr int permissiveEnough = 2;  // kernel.perf_event_paranoid, see perf_event_open(2)

std::string refusal(int reason)
{
    int level = permissiveEnough;
    const bool hasLevel = !!(std::ifstream("/proc/sys/kernel/perf_event_paranoid") >> level);
    if (reason == ENOSYS || !hasLevel)
        return "this kernel keeps no scheduling record (perf_event_open is missing)";
    const bool isForbidden = reason == EACCES || reason == EPERM;
    if (isForbidden && level > permissiveEnough)
        return "the kernel refuses its scheduling record (kernel.perf_event_paranoid is " +
               std::to_string(level) + "); to allow it: sudo sysctl kernel.perf_event_paranoid=2";
    if (isForbidden)
        return "a container or sandbox refuses the kernel's scheduling record; to allow it, let it "
               "use perf_event_open";
    return std::string("the kernel's scheduling record could not be opened (") +
           std::strerror(reason) + ")";
}

timespec toTimespec(Nanoseconds time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
    return {seconds.count(), (time - seconds).count()};
}

}  // namespace

struct SchedulingRecord::CoreRings {
    std::vector<PerfRing> rings;
    std::size_t bytes = 0;

    [[nodiscard]] bool map(std::size_t size)
    {
        if (std::ranges::all_of(rings, [size](PerfRing& ring) { return ring.map(size); })) {
            bytes = size;
            return true;
        }
        std::ranges::for_each(rings, &PerfRing::unmap);
        return false;
    }
};

SchedulingRecord::SchedulingRecord(std::unique_ptr<CoreRings> rings) : m_rings(std::move(rings)) {}
SchedulingRecord::SchedulingRecord(SchedulingRecord&&) noexcept = default;
SchedulingRecord& SchedulingRecord::operator=(SchedulingRecord&&) noexcept = default;
SchedulingRecord::~SchedulingRecord() = default;

Result<SchedulingRecord> SchedulingRecord::open(std::int64_t pid)
{
    // One event and one memory for each core: an inherited event for all cores cannot be mapped.
    auto cores = std::make_unique<CoreRings>();
    const long configured = sysconf(_SC_NPROCESSORS_CONF);
    for (int core = 0; core < configured; ++core) {
        PerfRing ring = PerfRing::open(pid, core);
        if (ring.isValid())
            cores->rings.push_back(std::move(ring));
        else if (errno != ENODEV)  // a core that is switched off
            return failure(refusal(errno));
    }
    // Without privileges the kernel maps only so much: take the largest that every core gets.
    const std::size_t count = std::max<std::size_t>(1, cores->rings.size());
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    for (std::size_t size = std::min(largestRing, std::bit_floor(allRings / count)); size >= page;
         size /= 2) {
        if (cores->map(size))
            return SchedulingRecord(std::move(cores));
    }
    return failure("the kernel grants no memory for its scheduling record; to allow it: sudo "
                   "sysctl kernel.perf_event_mlock_kb=2048");
}

void SchedulingRecord::read(std::vector<SchedulingEntry>& entries)
{
    for (PerfRing& ring : m_rings->rings)
        ring.read(entries);
}

void SchedulingRecord::wait(const std::vector<int>& others, Nanoseconds longest) const
{
    std::vector<int> all = others;
    for (const PerfRing& ring : m_rings->rings)
        all.push_back(ring.descriptor());
    waitForInput(all, longest);
}

std::size_t SchedulingRecord::bytesPerCore() const noexcept
{
    return m_rings->bytes;
}

void waitForInput(const std::vector<int>& descriptors, Nanoseconds longest)
{
    std::vector<pollfd> polled;
    for (const int descriptor : descriptors)
        polled.push_back({descriptor, POLLIN, 0});
    const Nanoseconds deadline = now() + longest;
    for (Nanoseconds left = longest; left >= Nanoseconds{}; left = deadline - now()) {
        const timespec time = toTimespec(left);
        const int found = ppoll(polled.data(), polled.size(), &time, nullptr);
        const auto canBeRead = [](const pollfd& entry) { return (entry.revents & POLLIN) != 0; };
        if (found <= 0 || std::ranges::any_of(polled, canBeRead))
            return;
        // What has hung up says so at once, again and again: nothing more comes from there.
        for (pollfd& entry : polled)
            entry.fd = entry.revents == 0 ? entry.fd : -1;
    }
}
