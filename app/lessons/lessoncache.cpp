#include "app/lessons/lessoncache.h"

#include <filesystem>
#include <system_error>
#include <utility>

const lesson::ReadLesson& LessonCache::read(const std::string& path)
{
    const Stamp stamp = stampOf(path);
    const auto known = m_lessons.find(path);
    const auto before = m_stamps.find(path);
    if (known != m_lessons.end() && known->second.lesson && before != m_stamps.end() &&
        before->second == stamp)
        return known->second;
    ++m_filesRead;
    lesson::ReadLesson now = lesson::readLesson(path);
    if (known == m_lessons.end() || now.lesson || now.problems != known->second.problems)
        m_hasNews = true;
    m_stamps[path] = stamp;
    return m_lessons[path] = std::move(now);
}

bool LessonCache::takeNews() noexcept
{
    return std::exchange(m_hasNews, false);
}

LessonCache::Stamp LessonCache::stampOf(const std::string& path)
{
    std::error_code error;
    const auto time = std::filesystem::last_write_time(path, error);
    const auto size = std::filesystem::file_size(path, error);
    return {static_cast<std::int64_t>(time.time_since_epoch().count()), size};
}
