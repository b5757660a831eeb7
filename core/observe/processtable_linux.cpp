#include "core/observe/processtable.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <sstream>
#include <string_view>

namespace {

std::string taskFolder(std::int64_t pid)
{
    return "/proc/" + std::to_string(pid) + "/task";
}

std::string taskFile(std::int64_t pid, std::int64_t tid, const char* name)
{
    return taskFolder(pid) + "/" + std::to_string(tid) + "/" + name;
}

/// The beginning of a small file; empty where it cannot be read.
std::string contentOf(const std::string& path)
{
    std::array<char, 4096> buffer{};
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    const auto size = read(file, buffer.data(), buffer.size());
    close(file);
    return {buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

/// Field `index` of a stat file, counted from 1 as in proc(5); from 3 on, what follows the name.
std::string statField(const std::string& stat, int index)
{
    const auto afterName = stat.rfind(')');
    if (afterName == std::string::npos)
        return {};
    std::istringstream fields(stat.substr(afterName + 1));
    std::string field;
    for (int i = 3; i <= index; ++i)
        fields >> field;
    return fields ? field : std::string();
}

template <typename Take>
void forEachNumberIn(const std::string& folder, Take take)
{
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(opendir(folder.c_str()), closedir);
    if (!entries)
        return;
    while (const dirent* const entry = readdir(entries.get())) {
        const std::string_view name = entry->d_name;
        std::int64_t number = 0;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), number);
        if (parsed.ec == std::errc{} && parsed.ptr == name.data() + name.size())
            take(number);
    }
}

void addThreadsOf(std::int64_t process, std::vector<ThreadRef>& threads)
{
    std::vector<std::int64_t> children;
    forEachNumberIn(taskFolder(process), [&](std::int64_t tid) {
        threads.push_back({process, tid});
        std::istringstream list(contentOf(taskFile(process, tid, "children")));
        for (std::int64_t child = 0; list >> child;)
            children.push_back(child);
    });
    for (const std::int64_t child : children)
        addThreadsOf(child, threads);
}

}  // namespace

std::optional<ThreadTimes> threadTimes(std::int64_t pid, std::int64_t tid)
{
    std::istringstream fields(contentOf(taskFile(pid, tid, "schedstat")));
    std::int64_t running = 0;
    std::int64_t ready = 0;
    if (!(fields >> running >> ready))
        return std::nullopt;
    return ThreadTimes{Nanoseconds(running), Nanoseconds(ready)};
}

std::optional<std::int16_t> threadCore(std::int64_t pid, std::int64_t tid)
{
    const std::string field = statField(contentOf(taskFile(pid, tid, "stat")), 39);
    std::int16_t core = 0;
    const auto parsed = std::from_chars(field.data(), field.data() + field.size(), core);
    return parsed.ec == std::errc{} ? std::optional(core) : std::nullopt;
}

std::string threadName(std::int64_t pid, std::int64_t tid)
{
    std::string name = contentOf(taskFile(pid, tid, "comm"));
    return name.substr(0, name.find('\n'));
}

bool isProcessAlive(std::int64_t pid)
{
    constexpr unsigned long isExiting = 0x4;  // PF_EXITING of the kernel's include/linux/sched.h
    const std::string stat = contentOf("/proc/" + std::to_string(pid) + "/stat");
    const std::string state = statField(stat, 3);
    const std::string flags = statField(stat, 9);
    return !flags.empty() && state != "Z" && state != "X" &&
           (std::strtoul(flags.c_str(), nullptr, 10) & isExiting) == 0;
}

std::vector<ThreadRef> threadsOf(std::int64_t process)
{
    std::vector<ThreadRef> threads;
    addThreadsOf(process, threads);
    return threads;
}
