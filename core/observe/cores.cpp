#include "core/observe/cores.h"

#include <hwloc.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

struct Cores::Topology {
    hwloc_topology_t handle = nullptr;
    hwloc_bitmap_t usable = nullptr;  ///< the cores that this process may use
    std::vector<unsigned> order;      ///< those cores, different physical ones first

    Topology() = default;
    Topology(const Topology&) = delete;
    Topology& operator=(const Topology&) = delete;
    ~Topology()
    {
        hwloc_bitmap_free(usable);
        if (handle)
            hwloc_topology_destroy(handle);
    }

    void findUsable();
    void findOrder();
    [[nodiscard]] int physicalCores() const;
    [[nodiscard]] std::string model() const;
    [[nodiscard]] bool canBind() const;
};

void Cores::Topology::findUsable()
{
    usable = hwloc_bitmap_dup(hwloc_topology_get_allowed_cpuset(handle));
    const hwloc_bitmap_t bound = hwloc_bitmap_alloc();
    // A process that was itself started on fewer cores stays on them.
    if (hwloc_get_cpubind(handle, bound, HWLOC_CPUBIND_PROCESS) == 0 &&
        hwloc_bitmap_intersects(usable, bound))
        hwloc_bitmap_and(usable, usable, bound);
    hwloc_bitmap_free(bound);
}

void Cores::Topology::findOrder()
{
    struct Candidate {
        unsigned core;
        unsigned rankInPhysicalCore;
    };
    std::vector<Candidate> candidates;
    hwloc_obj_t unit = nullptr;
    while ((unit = hwloc_get_next_obj_by_type(handle, HWLOC_OBJ_PU, unit))) {
        if (hwloc_bitmap_isset(usable, unit->os_index))
            candidates.push_back({unit->os_index, unit->sibling_rank});
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::rankInPhysicalCore);
    for (const Candidate& candidate : candidates)
        order.push_back(candidate.core);
}

int Cores::Topology::physicalCores() const
{
    return std::max(1, hwloc_get_nbobjs_inside_cpuset_by_type(handle, usable, HWLOC_OBJ_CORE));
}

std::string Cores::Topology::model() const
{
    const hwloc_obj_t package = hwloc_get_obj_by_type(handle, HWLOC_OBJ_PACKAGE, 0);
    const char* name = package ? hwloc_obj_get_info_by_name(package, "CPUModel") : nullptr;
    return name ? name : "";
}

bool Cores::Topology::canBind() const
{
    return hwloc_topology_get_support(handle)->cpubind->set_thisthread_cpubind != 0;
}

Result<Cores> Cores::detect()
{
    auto topology = std::make_unique<Topology>();
    if (hwloc_topology_init(&topology->handle) != 0 || hwloc_topology_load(topology->handle) != 0)
        return failure(std::string("hwloc could not read the machine's cores: ") +
                       std::strerror(errno));
    topology->findUsable();
    topology->findOrder();
    if (topology->order.empty())
        return failure("hwloc found no core that this process may use");
    return Cores(std::move(topology));
}

Cores::Cores(std::unique_ptr<Topology> topology) : m_topology(std::move(topology))
{
    m_machine.cores = static_cast<int>(m_topology->order.size());
    m_machine.physicalCores = std::min(m_topology->physicalCores(), m_machine.cores);
    m_machine.model = m_topology->model();
    m_machine.canBind = m_topology->canBind();
}

Cores::Cores(Cores&&) noexcept = default;
Cores& Cores::operator=(Cores&&) noexcept = default;
Cores::~Cores() = default;

std::int64_t Cores::lastLevelCacheBytes() const
{
    constexpr std::int64_t usual = 32 << 20U;
    std::int64_t largest = 0;
    for (const hwloc_obj_type_t level : {HWLOC_OBJ_L2CACHE, HWLOC_OBJ_L3CACHE, HWLOC_OBJ_L4CACHE}) {
        const hwloc_obj_t cache = hwloc_get_obj_by_type(m_topology->handle, level, 0);
        if (cache)
            largest = std::max(largest, static_cast<std::int64_t>(cache->attr->cache.size));
    }
    return largest > 0 ? largest : usual;
}

Result<void> Cores::bindCurrentThread(int count) const
{
    return bind(0, count);
}

Result<void> Cores::bindCurrentThreadToOne(int index) const
{
    return bind(index, 1);
}

Result<void> Cores::bind(int first, int count) const
{
    if (!m_machine.canBind)
        return {};
    const hwloc_bitmap_t cores = hwloc_bitmap_alloc();
    for (int i = first; i < std::min(first + count, m_machine.cores); ++i)
        hwloc_bitmap_set(cores, m_topology->order[static_cast<std::size_t>(i)]);
    const int result = hwloc_set_cpubind(m_topology->handle, cores, HWLOC_CPUBIND_THREAD);
    const int reason = errno;
    hwloc_bitmap_free(cores);
    if (result != 0)
        return failure("could not bind workers to " + std::to_string(count) +
                       " cores: " + std::strerror(reason));
    return {};
}
