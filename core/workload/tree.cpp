#include "core/workload/tree.h"

#include "core/workload/compute.h"
#include "core/workload/phases.h"

#include <algorithm>
#include <cmath>

namespace tree {

namespace {

/// What is done at each node.
constexpr std::uint64_t stepsOfNode = 512;

/// Nodes between two looks at the clock: some 10 µs.
constexpr std::uint64_t nodesPerLook = 16;

/// A number from 0 to below 1 that looks random, the same for the same `seed`.
double fraction(std::uint64_t seed) noexcept
{
    return static_cast<double>(compute::walk(seed, 3) >> 11U) * 0x1p-53;
}

/// The walk through one tree, depth first.
class Walk {
public:
    explicit Walk(WorkContext& context) noexcept : m_context(context) {}

    /// Visits a tree of `nodes` nodes: the root, and below it two trees that share the rest as
    /// unevenly as `seed` says. Returns false where it was stopped.
    bool visit(std::uint64_t nodes, std::uint64_t seed)
    {
        while (nodes > 0) {
            if (!visitNode(seed))
                return false;
            const std::uint64_t below = nodes - 1;
            const auto left =
                static_cast<std::uint64_t>(fraction(seed) * static_cast<double>(below));
            const std::uint64_t small = std::min(left, below - left);
            // The smaller one by recursion: so the depth is at most the logarithm of the nodes.
            if (small > 0 && !visit(small, compute::walk(seed, 1)))
                return false;
            nodes = below - small;
            seed = compute::walk(seed, 2);
        }
        return true;
    }

    [[nodiscard]] std::uint64_t visited() const noexcept { return m_visited; }

private:
    bool visitNode(std::uint64_t seed)
    {
        m_isRight =
            m_isRight && compute::walk(seed, stepsOfNode) == compute::jump(seed, stepsOfNode);
        ++m_visited;
        return m_isRight && (m_visited % nodesPerLook != 0 || m_context.goOn());
    }

    WorkContext& m_context;
    std::uint64_t m_visited = 0;
    bool m_isRight = true;
};

/// `first` and `last` are units of the mean; the nodes are this task's share of them.
Result<Outcome> walkPart(WorkContext& context, std::uint64_t first, std::uint64_t last)
{
    const PartOfWork& part = context.part();
    const std::uint64_t all = nodesOf(part.task, part.amount);
    const auto scaled = [&](std::uint64_t unit) {
        return static_cast<std::uint64_t>(static_cast<double>(all) * static_cast<double>(unit) /
                                          static_cast<double>(part.amount));
    };
    const std::uint64_t nodes = scaled(last) - scaled(first);
    Walk walk(context);
    const bool isDone = walk.visit(nodes, compute::seedOf(part.task) + first);
    if (!isDone && context.isStopped())
        return Outcome::Cancelled;
    if (!isDone || walk.visited() != nodes)
        return failure("the walk has visited " + std::to_string(walk.visited()) +
                       " nodes; expected " + std::to_string(nodes));
    return Outcome::Done;
}

}  // namespace

std::uint64_t nodesOf(TaskId task, std::uint64_t mean) noexcept
{
    // A power law: many small trees, a few large ones. The mean of x^4 over [0, 1) is 1/5.
    const double x = fraction(compute::seedOf(task));
    const double share = std::min(4.0, 0.1 + 4.5 * x * x * x * x);
    return std::max<std::uint64_t>(1,
                                   static_cast<std::uint64_t>(share * static_cast<double>(mean)));
}

std::uint64_t calibrate(const WorkOrder& order)
{
    return std::max<std::uint64_t>(1, compute::stepsIn(order.taskLength) / stepsOfNode);
}

Work run(WorkContext& context)
{
    return inPhases(context, [&context](std::uint64_t first, std::uint64_t last) {
        return walkPart(context, first, last);
    });
}

}  // namespace tree
