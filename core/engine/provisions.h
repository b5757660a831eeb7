#pragma once

#include "core/engine/executor.h"
#include "core/engine/runmemory.h"
#include "core/imageserver/imageserver.h"
#include "core/model/recording.h"

#include <filesystem>
#include <optional>

class Cores;

/// What a run needs beside its workers: the order that they work to, the local image server, the
/// folder for pictures. Destroying it ends the server, and removes the folder unless the user named
/// it.
class Provisions {
public:
    /// Errors are for the user. All are only read.
    [[nodiscard]] static Result<Provisions> prepare(const RunStart& start, std::uint64_t amount,
                                                    const Cores& cores,
                                                    const ExecutorSettings& settings);

    Provisions(Provisions&& other) noexcept;
    Provisions& operator=(Provisions&&) = delete;
    ~Provisions();

    [[nodiscard]] const WorkOrder& order() const noexcept { return m_order; }

    /// What does not fit into the order.
    void put(const std::vector<std::string>& addresses, const RunMemory& memory) const;

    /// CPU time of the server until now; empty if there is none.
    [[nodiscard]] std::optional<Nanoseconds> serverTime() const;

private:
    Provisions() = default;
    [[nodiscard]] Result<void> makeFolder(const std::string& wanted);
    [[nodiscard]] Result<void> startServer(const ExecutorSettings& settings);

    WorkOrder m_order;
    std::optional<ImageServer> m_server;
    std::filesystem::path m_ownFolder;  ///< to be removed; empty if it is the user's
};
