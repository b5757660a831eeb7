#include "core/engine/runmemory.h"

#include "core/observe/wordwait.h"

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

/// Rings are long where workers are few, and together hold about a million events (32 MiB).
std::uint64_t ringCapacity(const WorkOrder& order)
{
    constexpr std::uint64_t together = 1U << 20U;
    constexpr std::uint64_t longest = 1U << 16U;
    return std::min(longest, std::bit_floor(together / order.workers()));
}

std::size_t ringBytes(const WorkOrder& order)
{
    return Ring::bytesFor(ringCapacity(order));
}

}  // namespace

/// Where each array begins, in bytes from the start of the memory.
struct RunMemory::Layout {
    explicit Layout(const WorkOrder& order)
        : teams(aligned(sizeof(Header))),
          seats(teams + order.teams * sizeof(Team)),
          stations(seats + order.seats() * sizeof(Seat)),
          parts(stations + order.workers() * sizeof(Station)),
          rings(parts + order.seats() * sizeof(PartState)),
          tasks(rings + order.workers() * ringBytes(order)),
          locks(tasks + aligned(order.tasks * sizeof(TaskState))),
          addresses(locks + aligned(locksFor(order) * sizeof(SharedLock))),
          size(addresses + order.addresses * sizeof(Address))
    {}
    std::size_t teams;
    std::size_t seats;
    std::size_t stations;
    std::size_t parts;
    std::size_t rings;
    std::size_t tasks;
    std::size_t locks;
    std::size_t addresses;
    std::size_t size;
};

Result<RunMemory> RunMemory::create(const WorkOrder& order)
{
    auto memory = SharedMemory::create(Layout(order).size);
    if (!memory)
        return tl::unexpected(memory.error());
    new (memory->data()) Header{.magic = magicNumber, .order = order, .control = {}, .totals = {}};
    RunMemory created(std::move(*memory), order);
    for (Team& team : created.teams())
        new (&team) Team;
    created.control().teamsAtWork.store(order.teams);
    for (Seat& seat : created.seats())
        new (&seat) Seat;
    for (Station& station : created.stations())
        new (&station) Station;
    for (std::uint32_t worker = 0; worker < created.workerCount(); ++worker)
        new (&created.ring(worker)) Ring(ringCapacity(order));
    // The rest begins as all zeros, as fresh shared memory is.
    created.shareOut();
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
    const WorkOrder order = header->order;
    return RunMemory(std::move(*memory), order);
}

RunMemory::RunMemory(SharedMemory memory, const WorkOrder& order) : m_memory(std::move(memory))
{
    const Layout layout(order);
    std::byte* const data = m_memory.data();
    m_header = reinterpret_cast<Header*>(data);
    m_teams = reinterpret_cast<Team*>(data + layout.teams);
    m_seats = reinterpret_cast<Seat*>(data + layout.seats);
    m_stations = reinterpret_cast<Station*>(data + layout.stations);
    m_rings = data + layout.rings;
    m_shared = std::make_unique<const SharedWork>(SharedWork{
        .order = m_header->order,
        .totals = m_header->totals,
        .stop = m_header->control.stop,
        .parts = {reinterpret_cast<PartState*>(data + layout.parts), order.seats()},
        .tasks = {reinterpret_cast<TaskState*>(data + layout.tasks), order.tasks},
        .locks = {reinterpret_cast<SharedLock*>(data + layout.locks), locksFor(order)},
        .addresses = {reinterpret_cast<Address*>(data + layout.addresses), order.addresses}});
}

/// Gives each team its share of the tasks, where tasks are shared out before the run.
void RunMemory::shareOut() const
{
    const WorkOrder& order = this->order();
    if (order.settings.choice<Sharing>(Setting::Sharing) == Sharing::Shared)
        return;
    const auto edge = [&](std::uint64_t team) {
        return static_cast<std::uint32_t>(1 + order.tasks * team / order.teams);
    };
    for (std::uint32_t team = 0; team < order.teams; ++team) {
        m_teams[team].nextOwn = edge(team);
        m_teams[team].lastOwn = edge(team + std::uint64_t{1});
    }
    control().nextTask = order.tasks + 1;
}

std::span<Team> RunMemory::teams() const noexcept
{
    return {m_teams, order().teams};
}

std::span<Seat> RunMemory::seats() const noexcept
{
    return {m_seats, seatCount()};
}

std::span<Station> RunMemory::stations() const noexcept
{
    return {m_stations, workerCount()};
}

std::span<Seat> RunMemory::seatsOf(std::uint32_t team) const noexcept
{
    return seats().subspan(team * order().seatsPerTeam, order().seatsPerTeam);
}

Ring& RunMemory::ring(std::uint32_t worker) const noexcept
{
    return *reinterpret_cast<Ring*>(m_rings + worker * ringBytes(order()));
}

void RunMemory::stopWork() const noexcept
{
    m_shared->stop.store(1);
    wakeAll(m_shared->stop);
    wakeAll(control().teamsAtWork);
    for (const PartState& part : m_shared->parts) {
        if (const std::uint32_t lock = part.waitsFor.load(); lock > 0)
            m_shared->locks[lock - 1].wake();
        if (const std::uint32_t task = part.task.load(); task > 0)
            wakeAll(m_shared->task(TaskId{task}).isOpen);
    }
}
