#include "core/model/framecheck.h"

#include "core/model/limits.h"

namespace {

Result<void> checkCores(const char* what, int cores)
{
    if (cores >= 1 && cores <= limits::maxMachineCores)
        return {};
    return failure("the machine has " + std::to_string(cores) + " " + what + "; expected 1 to " +
                   std::to_string(limits::maxMachineCores));
}

}  // namespace

Result<void> check(const Machine& machine)
{
    if (auto ok = checkCores("cores", machine.cores); !ok)
        return ok;
    return checkCores("physical cores", machine.physicalCores);
}

Result<void> check(const std::vector<Bookmark>& bookmarks)
{
    if (bookmarks.size() > limits::maxBookmarks)
        return failure("there are " + std::to_string(bookmarks.size()) +
                       " bookmarks; expected at most " + std::to_string(limits::maxBookmarks));
    for (const Bookmark& bookmark : bookmarks) {
        if (bookmark.time < Nanoseconds{} || bookmark.time > limits::longestRun)
            return failure("a bookmark is at " + std::to_string(bookmark.time.count()) +
                           " ns; expected a time from the origin to ten years later");
    }
    return {};
}

Result<void> check(const RunStart& start, std::size_t tasksBefore)
{
    if (start.origin < Nanoseconds{} || start.origin > Nanoseconds::max() - limits::longestRun)
        return failure("the origin of run " + std::to_string(number(start.id)) + " is " +
                       std::to_string(start.origin.count()) + " ns, which is out of range");
    if (start.isObserved())
        return {};
    if (auto ok = validate(start.experiment); !ok)
        return ok;
    if (auto ok = validate(start.plan, limits::maxWorkers); !ok)
        return ok;
    if (tasksBefore + static_cast<std::size_t>(start.experiment.tasks) > limits::maxTasksOfAllRuns)
        return failure("run " + std::to_string(number(start.id)) + " makes it more than " +
                       std::to_string(limits::maxTasksOfAllRuns) + " tasks in one comparison");
    return {};
}
