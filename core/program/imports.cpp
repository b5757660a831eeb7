#include "core/program/imports.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <set>

namespace {

/// Where a name is used, the line is needed.
struct Import {
    std::string_view name;
    std::string_view line;
};

constexpr std::array pythonImports{
    Import{"asyncio.", "import asyncio"},
    Import{"collections.", "import collections"},
    Import{"http.server.", "import http.server"},
    Import{"itertools.", "import itertools"},
    Import{"multiprocessing.", "import multiprocessing"},
    Import{"os.", "import os"},
    Import{"pathlib.", "import pathlib"},
    Import{"queue.", "import queue"},
    Import{"random.", "import random"},
    Import{"sys.", "import sys"},
    Import{"threading.", "import threading"},
    Import{"time.", "import time"},
    Import{"urllib.parse.", "import urllib.parse"},
    Import{"urllib.request.", "import urllib.request"},
    Import{"ProcessPoolExecutor(", "from concurrent.futures import ProcessPoolExecutor"},
    Import{"ThreadPoolExecutor(", "from concurrent.futures import ThreadPoolExecutor"},
};

constexpr std::array cppImports{
    Import{"CURL", "#include <curl/curl.h>"},
    Import{"htonl(", "#include <arpa/inet.h>"},
    Import{"mmap(", "#include <sys/mman.h>"},
    Import{"socket(", "#include <sys/socket.h>"},
    Import{"waitpid(", "#include <sys/wait.h>"},
    Import{"sockaddr_in", "#include <netinet/in.h>"},
    Import{"fork(", "#include <unistd.h>"},
    Import{"pthread_mutex", "#include <pthread.h>"},
    Import{"sched_setaffinity(", "#include <sched.h>"},
    Import{"SIGTERM", "#include <csignal>"},
    Import{"std::max_element", "#include <algorithm>"},
    Import{"std::min", "#include <algorithm>"},
    Import{"std::minmax", "#include <algorithm>"},
    Import{"std::ssize", "#include <iterator>"},
    Import{"std::uniform", "#include <random>"},
    Import{"clock_gettime(", "#include <ctime>"},
    Import{"std::perror", "#include <cstdio>"},
    Import{"std::copy_n", "#include <algorithm>"},
    Import{"std::ranges", "#include <algorithm>"},
    Import{"std::atomic", "#include <atomic>"},
    Import{"std::chrono", "#include <chrono>"},
    Import{"std::condition_variable", "#include <condition_variable>"},
    Import{"std::coroutine_handle", "#include <coroutine>"},
    Import{"std::deque", "#include <deque>"},
    Import{"std::terminate", "#include <exception>"},
    Import{"std::ifstream", "#include <fstream>"},
    Import{"std::map", "#include <map>"},
    Import{"std::multimap", "#include <map>"},
    Import{"std::mutex", "#include <mutex>"},
    Import{"std::timed_mutex", "#include <mutex>"},
    Import{"std::lock_guard", "#include <mutex>"},
    Import{"std::unique_lock", "#include <mutex>"},
    Import{"std::mt19937", "#include <random>"},
    Import{"std::string", "#include <string>"},
    Import{"std::exchange", "#include <utility>"},
    Import{"std::sscanf", "#include <cstdio>"},
    Import{"std::thread", "#include <thread>"},
    Import{"*new (", "#include <new>"},
    Import{"std::jthread", "#include <thread>"},
    Import{"std::this_thread", "#include <thread>"},
    Import{"std::printf", "#include <cstdio>"},
    Import{"std::fflush", "#include <cstdio>"},
    Import{"std::exit", "#include <cstdlib>"},
    Import{"std::size_t", "#include <cstddef>"},
    Import{"std::vector", "#include <vector>"},
};

bool isPartOfName(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
}

/// Whether `name` stands in `text` as a name of its own. What ends with a full stop must go on with
/// another name, so that the last word of a sentence is none.
bool uses(std::string_view text, std::string_view name)
{
    for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const auto end = at + name.size();
        const bool begins = at == 0 || !isPartOfName(text[at - 1]);
        const bool goesOn = name.back() != '.' || (end < text.size() && isPartOfName(text[end]));
        if (begins && goesOn)
            return true;
    }
    return false;
}

template <std::size_t size>
std::set<std::string_view> linesFor(std::string_view text, const std::array<Import, size>& imports)
{
    std::set<std::string_view> lines;
    for (const Import& import : imports) {
        if (uses(text, import.name))
            lines.insert(import.line);
    }
    return lines;
}

/// The lines that are wanted, one below the other.
std::string paragraph(const std::set<std::string_view>& lines, auto isWanted)
{
    std::string text;
    for (const std::string_view line : lines) {
        if (isWanted(line))
            text.append(line).append("\n");
    }
    return text;
}

}  // namespace

std::string importsFor(std::string_view text)
{
    const auto lines = linesFor(text, pythonImports);
    const auto isModule = [](std::string_view line) { return line.starts_with("import "); };
    return paragraph(lines, isModule) + paragraph(lines, std::not_fn(isModule));
}

std::string includesFor(std::string_view text)
{
    const auto lines = linesFor(text, cppImports);
    const auto isSystems = [](std::string_view line) { return line.ends_with(".h>"); };
    const std::string systems = paragraph(lines, isSystems);
    return systems + (systems.empty() ? "" : "\n") + paragraph(lines, std::not_fn(isSystems));
}
