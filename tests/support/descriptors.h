#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

// What a process holds open (Linux: proc(5)), to find out what leaks.

/// Where each of this process's file descriptors leads, sorted.
[[nodiscard]] inline std::vector<std::string> openDescriptors()
{
    std::vector<std::string> targets;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code isGone;  // the one that reads the folder
        const std::string target = std::filesystem::read_symlink(entry, isGone).string();
        if (!isGone && !target.starts_with("/proc/"))
            targets.push_back(target);
    }
    std::ranges::sort(targets);
    return targets;
}

/// How many of this process's memory mappings are of a file whose name contains `name`.
[[nodiscard]] inline int mappingsNamed(const std::string& name)
{
    std::ifstream maps("/proc/self/maps");
    int count = 0;
    for (std::string line; std::getline(maps, line);)
        count += line.find(name) != std::string::npos ? 1 : 0;
    return count;
}
