#pragma once

#include "core/model/result.h"

#include <cstddef>

/// Zeroed memory that this process shares with the child processes it hands the descriptor to.
/// Nothing of it is left behind when the last process that maps it ends.
class SharedMemory {
public:
    /// Errors name the size and the system's reason.
    [[nodiscard]] static Result<SharedMemory> create(std::size_t bytes);

    /// Maps what a parent process created. Takes ownership of `descriptor`.
    [[nodiscard]] static Result<SharedMemory> open(int descriptor);

    SharedMemory(SharedMemory&& other) noexcept;
    SharedMemory& operator=(SharedMemory&& other) noexcept;
    ~SharedMemory();

    [[nodiscard]] std::byte* data() const noexcept { return m_data; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

private:
    SharedMemory() = default;
    [[nodiscard]] static Result<SharedMemory> map(int descriptor, std::size_t bytes);

    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
    int m_descriptor = -1;
};
