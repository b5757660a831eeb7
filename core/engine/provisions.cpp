#include "core/engine/provisions.h"

#include "core/model/workloadtraits.h"
#include "core/observe/cores.h"
#include "core/observe/residentmemory.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace {

WorkOrder orderFor(const RunStart& start, std::uint64_t amount, const Cores& cores)
{
    const Experiment& experiment = start.experiment;
    WorkOrder order;
    std::copy_n(experiment.workload.begin(),
                std::min(experiment.workload.size(), order.workload.size() - 1),
                order.workload.begin());
    order.amount = amount;
    order.tasks = static_cast<std::uint32_t>(experiment.tasks);
    order.teams = static_cast<std::uint32_t>(std::min(start.plan.inProgress, experiment.tasks));
    order.seatsPerTeam = static_cast<std::uint32_t>(start.plan.split);
    order.with = start.plan.with;
    order.taskLength = experiment.taskLength;
    order.settings = experiment.settings;
    const std::int64_t megabytes = experiment.settings[Setting::Memory];
    order.memoryLimit = megabytes > 0 ? megabytes * 1'000'000 : availableMemory() / 2;
    order.cacheBytes = cores.lastLevelCacheBytes();
    return order;
}

/// Whether tasks of this workload download something.
bool downloads(const Experiment& experiment)
{
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    return traits && traits->has(Setting::Timeout);
}

}  // namespace

Result<Provisions> Provisions::prepare(const RunStart& start, std::uint64_t amount,
                                       const Cores& cores, const ExecutorSettings& settings)
{
    Provisions provisions;
    provisions.m_order = orderFor(start, amount, cores);
    if (!downloads(start.experiment))
        return provisions;
    provisions.m_order.addresses = static_cast<std::uint32_t>(
        std::min<std::size_t>(settings.addresses.size(), provisions.m_order.tasks));
    if (auto made = provisions.makeFolder(start.experiment.pictures); !made)
        return tl::unexpected(made.error());
    if (settings.addresses.empty()) {
        if (auto started = provisions.startServer(settings); !started)
            return tl::unexpected(started.error());
    }
    return provisions;
}

Result<void> Provisions::makeFolder(const std::string& wanted)
{
    std::error_code error;
    std::string folder = wanted;
    if (wanted.empty()) {
        folder = (std::filesystem::temp_directory_path(error) / "coreogram-XXXXXX").string();
        if (!::mkdtemp(folder.data()))
            return failure("could not make a folder for the pictures, " + folder + ": " +
                           std::strerror(errno));
        m_ownFolder = folder;
    } else if (std::filesystem::create_directories(folder, error); error) {
        return failure("could not make the folder for the pictures, " + folder + ": " +
                       error.message());
    }
    folder = std::filesystem::absolute(folder, error).string();
    if (folder.size() >= m_order.folder.size())
        return failure("the folder for the pictures, " + folder +
                       ", has too long a name; expected " +
                       std::to_string(m_order.folder.size() - 1) + " bytes at most");
    std::ranges::copy(folder, m_order.folder.begin());
    return {};
}

Result<void> Provisions::startServer(const ExecutorSettings& settings)
{
    const Settings& given = m_order.settings;
    ServerOptions options;
    options.delay = std::chrono::milliseconds(given[Setting::Delay]);
    options.bytesPerSecond = static_cast<double>(given[Setting::Bandwidth]) * 1000;
    options.port = static_cast<int>(given[Setting::Port]);
    auto server = ImageServer::start(settings.workerProgram, options);
    if (!server)
        return tl::unexpected(server.error());
    m_order.serverPort = static_cast<std::uint16_t>(server->port());
    m_server = std::move(*server);
    return {};
}

Provisions::Provisions(Provisions&& other) noexcept
    : m_order(other.m_order),
      m_server(std::exchange(other.m_server, std::nullopt)),
      m_ownFolder(std::exchange(other.m_ownFolder, {}))
{}

Provisions::~Provisions()
{
    std::error_code ignored;  // what cannot be removed is the system's to clean up
    if (!m_ownFolder.empty())
        std::filesystem::remove_all(m_ownFolder, ignored);
}

void Provisions::put(const std::vector<std::string>& addresses, const RunMemory& memory) const
{
    const auto& places = memory.shared().addresses;
    for (std::size_t i = 0; i < places.size(); ++i)
        std::copy_n(addresses[i].begin(), std::min(addresses[i].size(), places[i].size() - 1),
                    places[i].begin());
}

std::optional<Nanoseconds> Provisions::serverTime() const
{
    if (!m_server)
        return std::nullopt;
    return m_server->cpuTime();
}
