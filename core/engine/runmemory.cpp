#include "core/engine/runmemory.h"

#include <algorithm>
#include <bit>
#include <new>
#include <utility>

namespace {

constexpr std::uint64_t magicNumber = 0x636f72656f677231U;  // "coreogr1"

constexpr std::size_t aligned(std::size_t bytes)
{
    return (bytes + 63) / 64 * 64;
}

std::uint32_t seatsIn(const RunOrder& order)
{
    return order.teams * order.seatsPerTeam;
}

/// Rings are long where workers are few, and together hold about a million events (32 MiB).
std::uint64_t ringCapacity(const RunOrder& order)
{
    constexpr std::uint64_t together = 1U << 20U;
    constexpr std::uint64_t longest = 1U << 16U;
    return std::min(longest, std::bit_floor(together / seatsIn(order)));
}

std::size_t ringBytes(const RunOrder& order)
{
    return Ring::bytesFor(ringCapacity(order));
}

}  // namespace

/// Where each array begins, in bytes from the start of the memory.
struct RunMemory::Layout {
    explicit Layout(const RunOrder& order)
        : teams(aligned(sizeof(Header))),
          seats(teams + order.teams * sizeof(Team)),
          rings(seats + seatsIn(order) * sizeof(Seat)),
          errors(rings + seatsIn(order) * ringBytes(order)),
          size(errors + order.tasks * sizeof(TaskError))
    {}
    std::size_t teams;
    std::size_t seats;
    std::size_t rings;
    std::size_t errors;
    std::size_t size;
};

Result<RunMemory> RunMemory::create(const RunOrder& order)
{
    auto memory = SharedMemory::create(Layout(order).size);
    if (!memory)
        return tl::unexpected(memory.error());
    new (memory->data()) Header{.magic = magicNumber, .order = order, .control = {}};
    RunMemory created(std::move(*memory), order);
    for (Team& team : created.teams())
        new (&team) Team;
    for (Seat& seat : created.seats())
        new (&seat) Seat;
    for (std::uint32_t seat = 0; seat < created.seatCount(); ++seat)
        new (&created.ring(seat)) Ring(ringCapacity(order));
    // The events of the rings, and the errors, are all zeros, as fresh shared memory is.
    return created;
}

Result<RunMemory> RunMemory::open(int descriptor)
{
    auto memory = SharedMemory::open(descriptor);
    if (!memory)
        return tl::unexpected(memory.error());
    const auto* const header = reinterpret_cast<const Header*>(memory->data());
    if (memory->size() < sizeof(Header) || header->magic != magicNumber ||
        memory->size() < Layout(header->order).size)
        return failure("descriptor " + std::to_string(descriptor) +
                       " does not hold a run of this version of coreogram-run");
    const RunOrder order = header->order;
    return RunMemory(std::move(*memory), order);
}

RunMemory::RunMemory(SharedMemory memory, const RunOrder& order) : m_memory(std::move(memory))
{
    const Layout layout(order);
    std::byte* const data = m_memory.data();
    m_header = reinterpret_cast<Header*>(data);
    m_teams = reinterpret_cast<Team*>(data + layout.teams);
    m_seats = reinterpret_cast<Seat*>(data + layout.seats);
    m_rings = data + layout.rings;
    m_errors = reinterpret_cast<TaskError*>(data + layout.errors);
}

std::uint32_t RunMemory::seatCount() const noexcept
{
    return seatsIn(order());
}

std::span<Team> RunMemory::teams() const noexcept
{
    return {m_teams, order().teams};
}

std::span<Seat> RunMemory::seats() const noexcept
{
    return {m_seats, seatCount()};
}

std::span<Seat> RunMemory::seatsOf(std::uint32_t team) const noexcept
{
    return seats().subspan(team * order().seatsPerTeam, order().seatsPerTeam);
}

Ring& RunMemory::ring(std::uint32_t seat) const noexcept
{
    return *reinterpret_cast<Ring*>(m_rings + seat * ringBytes(order()));
}

TaskError& RunMemory::error(TaskId task) const noexcept
{
    return m_errors[number(task) - 1];
}
