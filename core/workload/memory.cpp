#include "core/workload/memory.h"

#include "core/model/findings.h"
#include "core/observe/clock.h"
#include "core/workload/phases.h"

#include <algorithm>
#include <memory>

namespace memory {

namespace {

constexpr double factor = 3.0;
constexpr std::int64_t bytesOfBlock = 3 * sizeof(double) * blockItems;

/// How often the arrays of all workers together are larger than the last-level cache.
constexpr std::int64_t timesTheCache = 4;

/// Of one worker, however many there are.
constexpr std::int64_t leastBytes = 8'000'000;

/// The three arrays of one worker. They stay from task to task: taking memory is not the work.
class Arrays {
public:
    /// What the memory of the run allows for, or nothing.
    [[nodiscard]] static bool fit(const SharedWork& shared, std::int64_t bytes)
    {
        return bytes * shared.order.workers() <= shared.order.memoryLimit;
    }

    void resize(std::size_t blocks)
    {
        if (m_blocks == blocks)
            return;
        m_blocks = 0;
        const std::size_t items = blocks * blockItems;
        m_a = std::make_unique<double[]>(items);
        m_b = std::make_unique<double[]>(items);
        m_c = std::make_unique<double[]>(items);
        for (std::size_t i = 0; i < items; ++i) {
            m_b[i] = static_cast<double>(i % 1000);
            m_c[i] = 1.0;
        }
        m_blocks = blocks;
    }

    void stream(std::uint64_t block) noexcept
    {
        const std::size_t first = block % m_blocks * blockItems;
        for (std::size_t i = first; i < first + blockItems; ++i)
            m_a[i] = m_b[i] + factor * m_c[i];
    }

    /// Whether the last item of that block is right.
    [[nodiscard]] bool isRight(std::uint64_t block) const noexcept
    {
        const std::size_t last = (block % m_blocks + 1) * blockItems - 1;
        return m_a[last] == static_cast<double>(last % 1000) + factor;
    }

private:
    std::size_t m_blocks = 0;
    std::unique_ptr<double[]> m_a;
    std::unique_ptr<double[]> m_b;
    std::unique_ptr<double[]> m_c;
};

Arrays& arraysOfThisWorker()
{
    thread_local Arrays arrays;
    return arrays;
}

std::int64_t bytesFor(const WorkOrder& order, std::uint32_t workers)
{
    return std::max(leastBytes, timesTheCache * order.cacheBytes / workers);
}

std::size_t blocksIn(std::int64_t bytes)
{
    return static_cast<std::size_t>(bytes / bytesOfBlock);
}

Result<Outcome> streamBlocks(WorkContext& context, std::uint64_t first, std::uint64_t last)
{
    const SharedWork& shared = context.shared();
    const std::int64_t bytes = bytesFor(shared.order, shared.order.workers());
    if (!Arrays::fit(shared, bytes))
        return failure("out of memory: the arrays of " + std::to_string(shared.order.workers()) +
                       " workers need " + std::to_string(bytes / 1'000'000) +
                       " MB each; the run may use " +
                       std::to_string(shared.order.memoryLimit / 1'000'000) + " MB (memory-mb)");
    Arrays& arrays = arraysOfThisWorker();
    arrays.resize(blocksIn(bytes));
    const Nanoseconds start = now();
    for (std::uint64_t block = first; block < last; ++block) {
        arrays.stream(block);
        if (!context.goOn())
            return Outcome::Cancelled;
        if (!arrays.isRight(block))
            return failure("block " + std::to_string(block) + " is wrong after it was written");
    }
    shared.totals.streamed.fetch_add(static_cast<std::int64_t>(last - first) * bytesOfBlock);
    shared.totals.streamTime.fetch_add((now() - start).count());
    return Outcome::Done;
}

}  // namespace

std::uint64_t calibrate(const WorkOrder& order)
{
    Arrays arrays;
    const std::size_t blocks = blocksIn(bytesFor(order, 1));
    arrays.resize(blocks);
    const Nanoseconds start = now();
    for (std::uint64_t block = 0; block < blocks; ++block)
        arrays.stream(block);
    const double cost = static_cast<double>((now() - start).count()) / static_cast<double>(blocks);
    const double length = static_cast<double>(order.taskLength.count());
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(length / std::max(1.0, cost)));
}

Work run(WorkContext& context)
{
    return inPhases(context, [&context](std::uint64_t first, std::uint64_t last) {
        return streamBlocks(context, first, last);
    });
}

std::vector<Finding> findings(const SharedWork& shared)
{
    return {{finding::bytesStreamed, shared.totals.streamed.load(), {}}};
}

}  // namespace memory
