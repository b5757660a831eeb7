#include "core/model/slices.h"

namespace {

bool continues(const Slice& last, const Slice& slice) noexcept
{
    return last.end == slice.start && last.task == slice.task && last.part == slice.part &&
           last.core == slice.core;
}

}  // namespace

void addRunning(std::vector<Slice>& slices, const Slice& slice)
{
    if (slice.end <= slice.start)
        return;
    if (!slices.empty() && continues(slices.back(), slice))
        slices.back().end = slice.end;
    else
        slices.push_back(slice);
}
