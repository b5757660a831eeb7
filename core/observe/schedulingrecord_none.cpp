#include "core/observe/schedulingrecord.h"

// Systems without a scheduling record that a program may read.

struct SchedulingRecord::CoreRings {};

SchedulingRecord::SchedulingRecord(std::unique_ptr<CoreRings> rings) : m_rings(std::move(rings)) {}
SchedulingRecord::SchedulingRecord(SchedulingRecord&&) noexcept = default;
SchedulingRecord& SchedulingRecord::operator=(SchedulingRecord&&) noexcept = default;
SchedulingRecord::~SchedulingRecord() = default;

Result<SchedulingRecord> SchedulingRecord::open(std::int64_t)
{
    return failure("this system keeps no scheduling record that programs may read");
}

void SchedulingRecord::read(std::vector<SchedulingEntry>&) {}

void SchedulingRecord::wait(const std::vector<int>&, Nanoseconds) {}

std::size_t SchedulingRecord::bytesPerCore() const noexcept
{
    return 0;
}
