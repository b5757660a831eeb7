#include "core/workload/append.h"

#include "core/model/findings.h"
#include "core/workload/budget.h"
#include "core/workload/compute.h"
#include "core/workload/phases.h"

#include <algorithm>
#include <mutex>
#include <random>

namespace append {

namespace {

using List = std::vector<std::uint32_t, BudgetAllocator<std::uint32_t>>;

/// The lists of this process.
class Lists {
public:
    void add(List list)
    {
        const std::lock_guard lock(m_mutex);
        m_lists.push_back(std::move(list));
    }
    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_lists.clear();
    }
    template <typename Measure>
    [[nodiscard]] std::int64_t sum(Measure measure)
    {
        const std::lock_guard lock(m_mutex);
        std::int64_t sum = 0;
        for (const List& list : m_lists)
            sum += static_cast<std::int64_t>(measure(list));
        return sum;
    }

private:
    std::mutex m_mutex;  ///< protects the lists
    std::vector<List> m_lists;
};

Lists& lists()
{
    static Lists lists;
    return lists;
}

/// The numbers from `first` to before `last`.
struct Numbers {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    [[nodiscard]] std::uint32_t size() const noexcept { return last - first; }
};

/// Draws numbers below a bound. The tiny preference for some, of at most 20 million in 2^64, does
/// not matter here.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : m_random(seed) {}

    [[nodiscard]] std::uint32_t below(std::uint32_t bound)
    {
        return static_cast<std::uint32_t>((m_random() >> 32U) * bound >> 32U);
    }

private:
    std::mt19937_64 m_random;
};

/// Numbers between two looks at the clock: about 20 µs.
constexpr std::uint32_t itemsPerLook = 1024;

/// Draws again where a number was drawn before; as random.sample() where few are asked for.
bool appendByRejection(List& list, Numbers from, std::uint64_t count, Draw& draw,
                       WorkContext& context)
{
    std::vector<bool> isTaken(from.size());
    while (list.size() < count) {
        const auto until = std::min<std::uint64_t>(count, list.size() + itemsPerLook);
        while (list.size() < until) {
            const std::uint32_t number = draw.below(from.size());
            if (isTaken[number])
                continue;
            isTaken[number] = true;
            list.push_back(from.first + number);
        }
        if (!context.goOn())
            return false;
    }
    return true;
}

/// Draws from a pool of those that are left; as random.sample() where many are asked for.
bool appendFromPool(List& list, Numbers from, std::uint64_t count, Draw& draw, WorkContext& context)
{
    List pool(from.size(), list.get_allocator());
    for (std::uint32_t i = 0; i < from.size(); ++i) {
        pool[i] = from.first + i;
        if (i % itemsPerLook == 0 && !context.goOn())
            return false;
    }
    for (std::uint32_t left = from.size(); list.size() < count; --left) {
        const std::uint32_t index = draw.below(left);
        list.push_back(pool[index]);
        pool[index] = pool[left - 1];
        if (left % itemsPerLook == 0 && !context.goOn())
            return false;
    }
    return true;
}

/// Counts different numbers of the right range; −1 where the work was stopped.
std::int64_t countDifferent(const List& list, Numbers from, WorkContext& context)
{
    std::vector<bool> isThere(from.size());
    std::int64_t different = 0;
    std::uint32_t untilLook = itemsPerLook;
    for (const std::uint32_t number : list) {
        const std::uint32_t offset = number - from.first;
        if (offset < from.size() && !isThere[offset]) {
            isThere[offset] = true;
            ++different;
        }
        if (--untilLook == 0) {
            untilLook = itemsPerLook;
            if (!context.goOn())
                return -1;
        }
    }
    return different;
}

std::string megabytes(std::int64_t bytes)
{
    return std::to_string(bytes / 1'000'000) + " MB";
}

tl::unexpected<Error> outOfMemory(const List& list, std::uint64_t count, const std::string& why)
{
    return failure("out of memory: the list has " + std::to_string(list.size()) + " of " +
                   std::to_string(count) + " items and cannot grow; " + why);
}

Result<Outcome> appendNumbers(WorkContext& context, std::uint64_t first, std::uint64_t last)
{
    const SharedWork& shared = context.shared();
    const std::uint64_t amount = context.part().amount;
    const Numbers from{static_cast<std::uint32_t>(first * population / amount),
                       static_cast<std::uint32_t>(last * population / amount)};
    const std::uint64_t count = last - first;
    Draw draw(compute::seedOf(context.part().task) + first);
    List list{BudgetAllocator<std::uint32_t>(shared)};
    try {
        const bool isSparse = count <= from.size() / 2;
        if (!(isSparse ? appendByRejection : appendFromPool)(list, from, count, draw, context))
            return Outcome::Cancelled;
    } catch (const BudgetSpent&) {
        return outOfMemory(
            list, count, "the run may use " + megabytes(shared.order.memoryLimit) + " (memory-mb)");
    } catch (const std::bad_alloc&) {
        return outOfMemory(list, count, "the system gives this process no more");
    }
    const std::int64_t different = countDifferent(list, from, context);
    if (different < 0)
        return Outcome::Cancelled;
    if (static_cast<std::uint64_t>(different) != count || list.size() != count)
        return failure("the list has " + std::to_string(different) +
                       " different numbers of its range; expected " + std::to_string(count));
    shared.totals.items.fetch_add(different);
    lists().add(std::move(list));
    return Outcome::Done;
}

}  // namespace

std::int64_t itemsHere()
{
    return lists().sum([](const List& list) { return list.size(); });
}

std::int64_t bytesHere()
{
    return lists().sum([](const List& list) { return list.size() * sizeof(std::uint32_t); });
}

std::uint64_t calibrate(const WorkOrder& order)
{
    return static_cast<std::uint64_t>(order.settings[Setting::Items]);
}

Work run(WorkContext& context)
{
    return inPhases(context, [&context](std::uint64_t first, std::uint64_t last) {
        return appendNumbers(context, first, last);
    });
}

void forget()
{
    lists().clear();
}

std::vector<Finding> findings(const SharedWork& shared)
{
    return {{finding::itemsInWorkers, shared.totals.items.load(), {}},
            {finding::itemsInParent, itemsHere(), {}},
            {finding::bytesInParent, bytesHere(), {}}};
}

}  // namespace append
