#include "core/lesson/lessonfiles.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>

namespace lesson {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostLessons = 10'000;  ///< in one folder

/// One byte more than is allowed at most, which then tells that it is too much.
std::optional<std::string> bytesOf(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::string bytes(limits::maxLessonBytes + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.is_open() || file.bad())
        return std::nullopt;
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

/// Checks that the files are there which blocks name, and that no symbolic link leads out.
class FileCheck {
public:
    FileCheck(const fs::path& folder, Problems& problems) : m_problems(problems)
    {
        std::error_code error;
        m_folder = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
    }

    void expect(const std::string& file, Place place)
    {
        if (file.empty())
            return;
        std::error_code error;
        const fs::path whole = fs::canonical(m_folder / file, error);
        const bool isInside = !error && !m_folder.empty() &&
                              std::ranges::mismatch(m_folder, whole).in1 == m_folder.end();
        if (!isInside || !fs::is_regular_file(whole, error))
            m_problems.push_back({place, "no file " + inQuotes(file) + " in the lesson's folder",
                                  "a file that is there"});
    }

private:
    fs::path m_folder;
    Problems& m_problems;
};

void checkFiles(const Lesson& lesson, const fs::path& folder, Problems& problems)
{
    FileCheck files(folder, problems);
    forEach<Experiment>(lesson, [&](const Experiment& experiment) {
        files.expect(experiment.recording, experiment.place);
        if (const auto* const program = std::get_if<ObservedProgram>(&experiment.how))
            files.expect(program->file, experiment.place);
    });
    forEach<Program>(lesson, [&](const Program& program) {
        files.expect(program.pythonFile, program.place);
        files.expect(program.cppFile, program.place);
    });
    forEach<Picture>(lesson,
                     [&](const Picture& picture) { files.expect(picture.file, picture.place); });
}

}  // namespace

std::string shippedFolder(const std::string& program)
{
    const fs::path beside = fs::path(program).parent_path();
    for (const char* const place : {"../share/coreogram/lessons", "../../../lessons"}) {
        const fs::path folder = (beside / place).lexically_normal();
        std::error_code error;
        if (fs::exists(folder / "README.md", error))
            return folder.string();
    }
    return {};
}

Result<std::vector<std::string>> lessonFilesIn(const std::string& folder)
{
    std::vector<std::string> paths;
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        const fs::path& path = entries->path();
        if (path.extension() == ".md" && path.filename() != "README.md")
            paths.push_back(path.string());
        if (paths.size() > mostLessons)
            return failure(folder + " has more than " + std::to_string(mostLessons) +
                           " lessons; expected so many at most");
    }
    if (error)
        return failure(folder + " could not be read: " + error.message() +
                       "; expected a folder with lessons");
    std::ranges::sort(paths);
    return paths;
}

void refuseNamesakes(std::vector<ReadLesson>& lessons)
{
    std::map<std::string, std::string> files;
    for (ReadLesson& read : lessons) {
        if (!read.lesson)
            continue;
        const auto [first, isNew] = files.emplace(read.lesson->name, read.file);
        if (isNew)
            continue;
        read.problems.push_back(
            {{1, 1},
             "the name " + inQuotes(read.lesson->name) + ", which " + first->second + " has",
             "a name that no other lesson has"});
        read.lesson.reset();
    }
}

ReadLesson readLesson(const std::string& path)
{
    const auto bytes = bytesOf(path);
    if (!bytes)
        return {path, std::nullopt, {{{1, 1}, "no file that can be read", "a lesson"}}};
    ReadLesson read = parseLesson(*bytes, path);
    if (read.lesson)
        checkFiles(*read.lesson, fs::path(path).parent_path(), read.problems);
    if (!read.problems.empty())
        read.lesson.reset();
    return read;
}

Result<std::vector<ReadLesson>> readLessons(const std::string& folder)
{
    return lessonFilesIn(folder).map([](const std::vector<std::string>& paths) {
        std::vector<ReadLesson> lessons;
        for (const std::string& path : paths)
            lessons.push_back(readLesson(path));
        refuseNamesakes(lessons);
        std::ranges::stable_sort(lessons, {}, [](const ReadLesson& read) {
            return std::pair(!read.lesson.has_value(), read.lesson ? read.lesson->order : 0);
        });
        return lessons;
    });
}

}  // namespace lesson
