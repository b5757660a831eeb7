#include "core/workload/download.h"

#include "core/model/findings.h"
#include "core/picture/picture.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace {

constexpr int blurRadius = 12;  ///< in pixels
constexpr int quality = 85;

using Bytes = std::vector<std::byte>;

FetchOrder orderOf(const WorkContext& context)
{
    const SharedWork& shared = context.shared();
    FetchOrder order;
    order.url = sourceOf(shared.order, context.part().task, shared.addresses);
    order.timeout = std::chrono::milliseconds(shared.order.settings[Setting::Timeout]);
    return order;
}

/// Decodes what was brought; the error names where it came from.
Result<Picture> checked(WorkContext& context, const Bytes& body)
{
    auto picture = context.tools().log.during([&] { return decodedPicture(body); });
    if (!picture)
        return failure(orderOf(context).url + ": " + picture.error().message);
    TaskState& state = context.shared().task(context.part().task);
    state.pictureWidth = picture->width;
    state.pictureHeight = picture->height;
    state.pictureBytes = static_cast<std::int64_t>(body.size());
    return picture;
}

Result<Outcome> write(const WorkContext& context, const Bytes& bytes)
{
    const std::string path = pictureFileOf(context.shared().order, context.part().task);
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file)
        return failure("could not write " + path + ": " + std::strerror(errno));
    return Outcome::Done;
}

}  // namespace

std::string sourceOf(const WorkOrder& order, TaskId task, std::span<const Address> addresses)
{
    if (order.addresses > 0)
        return addresses[number(task) - 1].data();
    return "http://127.0.0.1:" + std::to_string(order.serverPort) + "/picture/" +
           std::to_string(number(task));
}

std::string pictureFileOf(const WorkOrder& order, TaskId task)
{
    return std::string(order.folder.data()) + "/picture-" + std::to_string(number(task));
}

namespace download {

std::uint64_t calibrate(const WorkOrder&)
{
    return 1;
}

Work run(WorkContext& context)
{
    const auto body = co_await context.fetch(orderOf(context));
    if (context.isStopped())
        co_return Outcome::Cancelled;
    if (!body)
        co_return tl::unexpected(body.error());
    if (const auto picture = checked(context, *body); !picture)
        co_return tl::unexpected(picture.error());
    co_return write(context, *body);
}

std::vector<Finding> findings(const SharedWork& shared)
{
    std::int64_t pictures = 0;
    std::int64_t bytes = 0;
    for (const TaskState& task : shared.tasks) {
        pictures += task.pictureWidth > 0 ? 1 : 0;
        bytes += task.pictureBytes;
    }
    return {{finding::pictures, pictures, std::int64_t{shared.order.tasks}},
            {finding::pictureBytes, bytes, {}}};
}

}  // namespace download

namespace mixed {

Work run(WorkContext& context)
{
    const auto body = co_await context.fetch(orderOf(context));
    if (context.isStopped())
        co_return Outcome::Cancelled;
    if (!body)
        co_return tl::unexpected(body.error());
    const auto picture = checked(context, *body);
    if (!picture)
        co_return tl::unexpected(picture.error());
    const auto blurry = blurred(*picture, blurRadius, [&context] { return context.goOn(); });
    if (!blurry)
        co_return Outcome::Cancelled;
    const auto encoded = context.tools().log.during([&] { return encodedJpeg(*blurry, quality); });
    if (!encoded)
        co_return tl::unexpected(encoded.error());
    co_return write(context, *encoded);
}

}  // namespace mixed
