#pragma once

#include "core/lesson/lessonreader.h"

#include <cstdint>
#include <map>
#include <string>

/// Lessons that were read, so that only what has changed is read again.
class LessonCache {
public:
    /// What is in the file now. It is read where its time or its size has changed, after forget(),
    /// and where it had problems, which may be of other files that it names.
    const lesson::ReadLesson& read(const std::string& path);

    /// `path` may have changed without a word of its time or size.
    void forget(const std::string& path) { m_stamps.erase(path); }

    /// Whether any file said something else than before, since this was asked last.
    [[nodiscard]] bool takeNews() noexcept;

    /// How many files were read so far; a file that is read twice counts twice.
    [[nodiscard]] int filesRead() const noexcept { return m_filesRead; }

private:
    struct Stamp {
        std::int64_t time = 0;
        std::uintmax_t size = 0;
        bool operator==(const Stamp&) const = default;
    };

    [[nodiscard]] static Stamp stampOf(const std::string& path);

    std::map<std::string, Stamp> m_stamps;
    std::map<std::string, lesson::ReadLesson> m_lessons;
    bool m_hasNews = false;
    int m_filesRead = 0;
};
