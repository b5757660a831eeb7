#pragma once

#include "core/observe/schedulingrecord.h"

#include <cstddef>

struct perf_event_mmap_page;

/// The part of the kernel's scheduling record that one core writes: an event of perf_event_open(2)
/// and the memory that it shares with us.
class PerfRing {
public:
    /// Opens the event on `core`, for the calling thread (`pid` 0) or process `pid` and all that
    /// they start. An invalid ring leaves the reason in errno.
    [[nodiscard]] static PerfRing open(std::int64_t pid, int core);

    PerfRing(PerfRing&& other) noexcept;
    PerfRing& operator=(PerfRing&& other) noexcept;
    ~PerfRing();

    [[nodiscard]] bool isValid() const noexcept { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

    /// Maps `bytes` (a power of two, whole pages) of memory for entries; false where the system
    /// grants less.
    [[nodiscard]] bool map(std::size_t bytes);
    void unmap() noexcept;

    /// Appends what the kernel has written since the last call. Requires map().
    void read(std::vector<SchedulingEntry>& entries);

private:
    PerfRing() = default;
    void copy(std::uint64_t from, std::byte* to, std::size_t size) const;
    /// The size of the record at `from`; 0 where there is none.
    std::size_t readRecord(std::uint64_t from, std::vector<SchedulingEntry>& entries);
    void noteLoss(std::vector<SchedulingEntry>& entries);
    [[nodiscard]] std::uint64_t countedLost() const;

    int m_descriptor = -1;
    std::int16_t m_core = -1;
    std::size_t m_bytes = 0;  ///< of entries; the kernel's control page comes before them
    perf_event_mmap_page* m_control = nullptr;
    std::vector<std::byte> m_record;  ///< one that is being read; it may wrap around the end
    Nanoseconds m_last{};             ///< time of the last entry
    bool m_countsLost = false;        ///< the kernel can be asked how many entries were lost
    std::uint64_t m_lost = 0;         ///< entries that are known to be lost
    std::uint64_t m_toldLost = 0;     ///< of which the reader was told
};
