#include "core/program/cppwork.h"

namespace {

constexpr CppWork nap{.function = "nap",
                      .unit = "naps",
                      .constants = R"cpp(
constexpr Milliseconds task_length{$ms$};  // how long each task waits
)cpp",
                      .fields = {},
                      .functions = R"cpp(
[!loop]/// Only waits: needs no core to do so.
[!loop]long long nap(int$nameOfTask$$part$)
[!loop]{
[!loop&gil]    const Waiting waiting;
[!loop&!split]    std::this_thread::sleep_for(task_length);
[!loop&split]    std::this_thread::sleep_for(task_length / split);
[!loop&!split]    std::printf("task %d: 1 nap\n", task);
[!loop]    return 1;
[!loop]}
)cpp",
                      .report = R"cpp(
    std::printf("%d tasks done, %lld naps\n", done, total);
)cpp",
                      .awaited = R"cpp(
[split]    co_await loop.sleep(task_length / split);
[!split]    co_await loop.sleep(task_length);
    const long long result = 1;
)cpp"};

constexpr std::string_view downloadReport = R"cpp(
    std::printf("%d of %d downloads done, %lld bytes\n", done, tasks, total);
    return done == tasks ? 0 : 1;
)cpp";

constexpr CppWork download{.function = "download",
                           .unit = "bytes",
                           .constants = {},
                           .fields = {},
                           .functions = R"cpp(
[!loop]/// Downloads a picture: waits for the server most of the time.
[!loop]long long download(const std::string& url)
[!loop]{
[!loop]    const std::string picture = fetch(url);
[!loop]    if (!picture.empty())
[!loop]        std::printf("%s: %zu bytes\n", url.c_str(), picture.size());
[!loop]    return static_cast<long long>(picture.size());
[!loop]}
)cpp",
                           .report = downloadReport,
                           .awaited = R"cpp(
    const std::string& url = urls[task - 1];
    const std::string picture = co_await loop.fetch(url);
    if (!picture.empty())
        std::printf("%s: %zu bytes\n", url.c_str(), picture.size());
    const long long result = static_cast<long long>(picture.size());
)cpp"};

constexpr CppWork mixed{.function = "download_and_blur",
                        .unit = "bytes",
                        .constants = {},
                        .fields = {},
                        .functions = R"cpp(
/// Decodes a picture, blurs and encodes it. It knows the format PPM only, to need no
/// library; the bytes of another picture are treated as if they were points.
std::string blurred(std::string picture)
{
    const std::size_t start = picture.starts_with("P6") ? picture.find("255\n") + 4 : 0;
    for (int pass = 0; pass < 20; ++pass) {
[gil]        interpreter.offer();
        for (std::size_t at = start + 3; at + 3 < picture.size(); ++at) {
            const auto point = [&](std::size_t i) { return picture[i] & 0xff; };
            const int mean = (point(at - 3) + point(at) + point(at + 3)) / 3;
            picture[at] = static_cast<char>(mean);  // red, green and blue stand in turn
        }
    }
    return picture;
}

[!loop]/// Downloads a picture, which is to wait, and blurs it, which is to compute.
[!loop]long long download_and_blur(const std::string& url)
[!loop]{
[!loop]    const std::string picture = blurred(fetch(url));
[!loop]    if (!picture.empty())
[!loop]        std::printf("%s: %zu bytes blurred\n", url.c_str(), picture.size());
[!loop]    return static_cast<long long>(picture.size());
[!loop]}
)cpp",
                        .report = downloadReport,
                        .awaited = R"cpp(
    const std::string& url = urls[task - 1];
    const std::string picture = blurred(co_await loop.fetch(url));
    if (!picture.empty())
        std::printf("%s: %zu bytes blurred\n", url.c_str(), picture.size());
    const long long result = static_cast<long long>(picture.size());
)cpp"};

}  // namespace

const CppWork* cppWaiting(const Filling& filling)
{
    if (filling.has("sleep"))
        return &nap;
    if (filling.has("download"))
        return &download;
    return filling.has("mixed") ? &mixed : nullptr;
}
