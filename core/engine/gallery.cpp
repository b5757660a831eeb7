#include "core/engine/gallery.h"

#include "core/model/limits.h"
#include "core/picture/picture.h"
#include "core/workload/download.h"

#include <fstream>
#include <vector>

namespace {

constexpr int thumbnailSide = 160;  ///< in pixels: sharp on a projector too

std::vector<std::byte> contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const auto size = file.tellg();
    if (size <= 0)
        return {};
    std::vector<std::byte> bytes(static_cast<std::size_t>(size));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(bytes.data()), size);
    return file ? bytes : std::vector<std::byte>();
}

}  // namespace

std::optional<LandedPicture> landedPicture(const RunMemory& memory, const Event& taskStop)
{
    const TaskState& state = memory.shared().task(taskStop.task);
    if (state.pictureWidth <= 0)
        return std::nullopt;
    const auto content = contentOf(pictureFileOf(memory.order(), taskStop.task));
    const auto thumbnail = thumbnailOf(content, thumbnailSide);
    if (!thumbnail || thumbnail->size() > limits::maxThumbnail)
        return std::nullopt;
    return LandedPicture{taskStop.task,
                         taskStop.time,
                         sourceOf(memory.order(), taskStop.task, memory.shared().addresses),
                         state.pictureBytes,
                         state.pictureWidth,
                         state.pictureHeight,
                         *thumbnail};
}
