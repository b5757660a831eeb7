#include "core/observe/perfring_linux.h"

#include <linux/perf_event.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <utility>

// Structure and meaning of the records: perf_event_open(2).

namespace {

constexpr std::uint64_t formatLost = 1U << 4U;  // PERF_FORMAT_LOST, since Linux 6.0

/// What `sample_id_all` puts at the end of each record.
struct Trailer {
    std::uint32_t pid;
    std::uint32_t tid;
    std::uint64_t time;
    std::uint32_t cpu;
    std::uint32_t reserved;
};

struct TaskBody {  // PERF_RECORD_FORK, PERF_RECORD_EXIT
    std::uint32_t pid;
    std::uint32_t parentPid;
    std::uint32_t tid;
    std::uint32_t parentTid;
    std::uint64_t time;
};

struct CommBody {  // PERF_RECORD_COMM; the name follows
    std::uint32_t pid;
    std::uint32_t tid;
};

std::size_t pageSize()
{
    return static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

perf_event_attr attributes(bool countsLost)
{
    perf_event_attr attr{};
    attr.size = sizeof attr;
    attr.type = PERF_TYPE_SOFTWARE;
    attr.config = PERF_COUNT_SW_DUMMY;
    attr.context_switch = 1;
    attr.task = 1;
    attr.comm = 1;
    attr.comm_exec = 1;
    attr.inherit = 1;
    attr.exclude_kernel = 1;
    attr.exclude_hv = 1;
    attr.sample_id_all = 1;
    attr.sample_type = PERF_SAMPLE_TID | PERF_SAMPLE_TIME | PERF_SAMPLE_CPU;
    attr.use_clockid = 1;
    attr.clockid = CLOCK_MONOTONIC;
    attr.read_format = countsLost ? formatLost : 0;
    attr.watermark = 1;  // of no size: half of what is mapped
    return attr;
}

int openEvent(std::int64_t pid, int core, bool countsLost)
{
    perf_event_attr attr = attributes(countsLost);
    return static_cast<int>(syscall(SYS_perf_event_open, &attr, static_cast<pid_t>(pid), core, -1,
                                    PERF_FLAG_FD_CLOEXEC));
}

template <typename Body>
Body bodyAt(const std::byte* bytes)
{
    Body body;
    std::memcpy(&body, bytes, sizeof body);
    return body;
}

SchedulingEntry::Kind switchKind(std::uint16_t misc)
{
    using Kind = SchedulingEntry::Kind;
    if (!(misc & PERF_RECORD_MISC_SWITCH_OUT))
        return Kind::In;
    return misc & PERF_RECORD_MISC_SWITCH_OUT_PREEMPT ? Kind::Preempted : Kind::Blocked;
}

void readTask(const std::byte* body, std::uint32_t type, SchedulingEntry& entry)
{
    using Kind = SchedulingEntry::Kind;
    const auto task = bodyAt<TaskBody>(body);
    entry.kind = type == PERF_RECORD_FORK ? Kind::Started : Kind::Ended;
    entry.pid = static_cast<std::int32_t>(task.pid);
    entry.tid = static_cast<std::int32_t>(task.tid);
    entry.parent = static_cast<std::int32_t>(task.parentTid);
}

void readName(const std::byte* body, std::size_t size, std::uint16_t misc, SchedulingEntry& entry)
{
    using Kind = SchedulingEntry::Kind;
    const auto comm = bodyAt<CommBody>(body);
    entry.kind = misc & PERF_RECORD_MISC_COMM_EXEC ? Kind::Executed : Kind::Renamed;
    entry.pid = static_cast<std::int32_t>(comm.pid);
    entry.tid = static_cast<std::int32_t>(comm.tid);
    const auto* const name = reinterpret_cast<const char*>(body) + sizeof comm;
    entry.name.assign(name, strnlen(name, size - sizeof comm));
}

/// Completes `entry` from what is particular to its type of record. False: of no interest.
bool readBody(const perf_event_header& header, const std::byte* record, SchedulingEntry& entry)
{
    const std::byte* const body = record + sizeof header;
    const std::size_t size = header.size - sizeof header - sizeof(Trailer);
    switch (header.type) {
    case PERF_RECORD_SWITCH:
        entry.kind = switchKind(header.misc);
        return true;
    case PERF_RECORD_FORK:
    case PERF_RECORD_EXIT:
        if (size >= sizeof(TaskBody))
            readTask(body, header.type, entry);
        return size >= sizeof(TaskBody);
    case PERF_RECORD_COMM:
        if (size > sizeof(CommBody))
            readName(body, size, header.misc, entry);
        return size > sizeof(CommBody);
    default:
        return false;
    }
}

/// What a PERF_RECORD_LOST says; 0 for another record.
std::uint64_t lostIn(const perf_event_header& header, const std::byte* record)
{
    if (header.type != PERF_RECORD_LOST)
        return 0;
    return bodyAt<std::uint64_t>(record + sizeof header + sizeof(std::uint64_t));
}

}  // namespace

PerfRing PerfRing::open(std::int64_t pid, int core)
{
    PerfRing ring;
    ring.m_core = static_cast<std::int16_t>(core);
    ring.m_descriptor = openEvent(pid, core, true);
    ring.m_countsLost = ring.isValid();
    if (!ring.isValid() && errno == EINVAL)  // an older kernel
        ring.m_descriptor = openEvent(pid, core, false);
    return ring;
}

PerfRing::PerfRing(PerfRing&& other) noexcept
{
    *this = std::move(other);
}

PerfRing& PerfRing::operator=(PerfRing&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_core, other.m_core);
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_control, other.m_control);
    std::swap(m_record, other.m_record);
    std::swap(m_last, other.m_last);
    std::swap(m_countsLost, other.m_countsLost);
    std::swap(m_lost, other.m_lost);
    std::swap(m_toldLost, other.m_toldLost);
    return *this;
}

PerfRing::~PerfRing()
{
    unmap();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool PerfRing::map(std::size_t bytes)
{
    void* const address =
        mmap(nullptr, pageSize() + bytes, PROT_READ | PROT_WRITE, MAP_SHARED, m_descriptor, 0);
    if (address == MAP_FAILED)
        return false;
    m_control = static_cast<perf_event_mmap_page*>(address);
    m_bytes = bytes;
    return true;
}

void PerfRing::unmap() noexcept
{
    if (m_control)
        munmap(std::exchange(m_control, nullptr), pageSize() + m_bytes);
}

void PerfRing::copy(std::uint64_t from, std::byte* to, std::size_t size) const
{
    const auto* const data = reinterpret_cast<const std::byte*>(m_control) + pageSize();
    const std::size_t offset = from % m_bytes;
    const std::size_t first = std::min(size, m_bytes - offset);
    std::memcpy(to, data + offset, first);
    std::memcpy(to + first, data, size - first);
}

void PerfRing::read(std::vector<SchedulingEntry>& entries)
{
    const std::uint64_t head =
        std::atomic_ref(m_control->data_head).load(std::memory_order_acquire);
    const std::uint64_t start = m_control->data_tail;
    for (std::uint64_t tail = start; tail < head;) {
        const std::size_t size = readRecord(tail, entries);
        if (size == 0)
            break;  // no kernel writes such a record
        tail += size;
    }
    std::atomic_ref(m_control->data_tail).store(head, std::memory_order_release);
    // A full ring drops new entries; the record of it comes only with the next one that fits.
    // Asking the kernel interrupts the core, so it is asked only where the ring may have been full.
    if (m_countsLost && head - start > m_bytes / 2)
        m_lost = countedLost();
    noteLoss(entries);
}

std::size_t PerfRing::readRecord(std::uint64_t from, std::vector<SchedulingEntry>& entries)
{
    perf_event_header header{};
    copy(from, reinterpret_cast<std::byte*>(&header), sizeof header);
    if (header.size < sizeof header + sizeof(Trailer))
        return 0;
    m_record.resize(header.size);
    copy(from, m_record.data(), header.size);
    if (!m_countsLost)
        m_lost += lostIn(header, m_record.data());
    noteLoss(entries);

    const auto trailer = bodyAt<Trailer>(m_record.data() + header.size - sizeof(Trailer));
    SchedulingEntry entry;
    entry.core = static_cast<std::int16_t>(trailer.cpu);
    entry.pid = static_cast<std::int32_t>(trailer.pid);
    entry.tid = static_cast<std::int32_t>(trailer.tid);
    entry.time = Nanoseconds(trailer.time);
    if (readBody(header, m_record.data(), entry)) {
        m_last = entry.time;
        entries.push_back(std::move(entry));
    }
    return header.size;
}

/// Tells of entries that are missing since the last one, unless they were told of before.
void PerfRing::noteLoss(std::vector<SchedulingEntry>& entries)
{
    if (m_lost <= m_toldLost)
        return;
    entries.push_back({.kind = SchedulingEntry::Kind::Lost,
                       .core = m_core,
                       .time = m_last,
                       .count = m_lost - m_toldLost});
    m_toldLost = m_lost;
}

std::uint64_t PerfRing::countedLost() const
{
    std::array<std::uint64_t, 2> values{};  // the event's count, and its losses
    return ::read(m_descriptor, values.data(), sizeof values) == sizeof values ? values[1] : m_lost;
}
