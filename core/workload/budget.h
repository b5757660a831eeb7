#pragma once

#include "core/workload/sharedwork.h"

#include <cstddef>
#include <new>

/// The run has no more memory to give, whatever the system has.
struct BudgetSpent : std::bad_alloc {};

/// Takes memory on the account of a run, and throws BudgetSpent where the run has no more: so that
/// one experiment cannot take the memory of the whole machine.
template <typename T>
class BudgetAllocator {
public:
    using value_type = T;

    /// Both are borrowed. What is left over when a worker is killed stays on the account.
    explicit BudgetAllocator(const SharedWork& shared) noexcept
        : m_used(&shared.totals.memory),
          m_limit(shared.order.memoryLimit)
    {}
    template <typename U>
    BudgetAllocator(const BudgetAllocator<U>& other) noexcept  // NOLINT: as the library wants it
        : m_used(other.m_used),
          m_limit(other.m_limit)
    {}

    [[nodiscard]] T* allocate(std::size_t count)
    {
        const auto bytes = static_cast<std::int64_t>(count * sizeof(T));
        if (m_used->fetch_add(bytes) + bytes > m_limit) {
            m_used->fetch_sub(bytes);
            throw BudgetSpent();
        }
        if (void* const data = ::operator new(count * sizeof(T), std::nothrow))
            return static_cast<T*>(data);
        m_used->fetch_sub(bytes);
        throw std::bad_alloc();
    }
    void deallocate(T* data, std::size_t count) noexcept
    {
        m_used->fetch_sub(static_cast<std::int64_t>(count * sizeof(T)));
        ::operator delete(data);
    }

    template <typename U>
    bool operator==(const BudgetAllocator<U>& other) const noexcept
    {
        return m_used == other.m_used;
    }

private:
    template <typename U>
    friend class BudgetAllocator;

    std::atomic<std::int64_t>* m_used;
    std::int64_t m_limit;
};
