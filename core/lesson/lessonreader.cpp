#include "core/lesson/lessonreader.h"

#include "core/lesson/experimentreader.h"
#include "core/lesson/markdownparts.h"
#include "core/lesson/questionreader.h"
#include "core/lesson/references.h"
#include "core/lesson/utf8.h"

#include <algorithm>
#include <array>

namespace lesson {

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::array<std::string_view, 6> blockNames{"experiment", "predict", "observe",
                                                     "check",      "python",  "picture"};
constexpr int longestLesson = 600;  ///< minutes
constexpr int lastOrder = 100'000;

Block readBlock(std::string_view name, Fields& fields)
{
    if (name == "experiment")
        return readExperiment(fields);
    if (name == "predict")
        return readPrediction(fields);
    if (name == "observe")
        return readObservation(fields);
    if (name == "check")
        return readCheck(fields);
    if (name == "python")
        return readProgram(fields);
    return readPicture(fields);
}

void setPlace(Block& block, Place place)
{
    std::visit([&](auto& any) { any.place = place; }, block);
}

/// Puts a lesson together from the parts of its file.
class LessonBuilder {
public:
    explicit LessonBuilder(Problems& problems) : m_problems(problems) {}

    void take(const Part& part)
    {
        switch (part.kind) {
        case Part::Kind::FrontMatter:
            return takeFrontMatter(part);
        case Part::Kind::Heading:
            return takeHeading(part);
        case Part::Kind::Markdown:
            return blocks().emplace_back(Text{part.text, part.place}), void();
        case Part::Kind::Fenced:
            return takeBlock(part);
        }
    }

    Lesson finish()
    {
        if (m_lesson.steps.empty())
            m_problems.push_back({{1, 1},
                                  "no step",
                                  "at least one, which begins with ## and its "
                                  "title"});
        return std::move(m_lesson);
    }

private:
    std::vector<Block>& blocks()
    {
        return m_lesson.steps.empty() ? m_lesson.introduction : m_lesson.steps.back().blocks;
    }

    void takeFrontMatter(const Part& part)
    {
        const auto yaml = parseYaml(part.text, part.place.line + 1, m_problems);
        if (!yaml)
            return;
        Fields fields(*yaml, "the front matter", m_problems);
        m_lesson.name = fields.name("name", Need::Required);
        m_lesson.title = fields.text("title", Need::Required);
        m_lesson.order = fields.whole("order", 0, lastOrder).value_or(lastOrder);
        m_lesson.minutes = fields.whole("minutes", 1, longestLesson, Need::Required).value_or(1);
        m_lesson.misconception = fields.text("misconception");
        m_lesson.outcomes = fields.texts("outcomes");
        m_lesson.needs = readNeeds(fields.value("needs"), m_problems);
        fields.finish();
    }

    void takeHeading(const Part& part)
    {
        if (part.text.empty())
            m_problems.push_back({part.place, "a step without a title", "## and its title"});
        if (m_lesson.steps.size() == limits::maxSteps && !m_hasTooMany) {
            m_hasTooMany = true;
            m_problems.push_back({part.place,
                                  "one step more than " + std::to_string(limits::maxSteps),
                                  std::to_string(limits::maxSteps) + " steps at most"});
        }
        if (!m_hasTooMany)
            m_lesson.steps.push_back({part.text, {}, part.place});
    }

    void takeBlock(const Part& part)
    {
        if (++m_blocks > limits::maxBlocks) {
            if (m_blocks == limits::maxBlocks + 1)
                m_problems.push_back({part.place,
                                      "one block more than " + std::to_string(limits::maxBlocks),
                                      std::to_string(limits::maxBlocks) + " blocks at most"});
            return;
        }
        if (std::ranges::find(blockNames, part.name) == blockNames.end()) {
            m_problems.push_back({part.place, "the block {" + part.name + "}",
                                  expectedInstead(part.name, blockNames)});
            return;
        }
        const auto yaml = parseYaml(part.text, part.place.line + 1, m_problems);
        if (!yaml)
            return;
        Fields fields(*yaml, "{" + part.name + "}", m_problems);
        Block block = readBlock(part.name, fields);
        setPlace(block, part.place);
        blocks().push_back(std::move(block));
    }

    Lesson m_lesson;
    Problems& m_problems;
    std::size_t m_blocks = 0;
    bool m_hasTooMany = false;  ///< steps
};

std::optional<Problem> longLine(std::string_view text)
{
    for (int line = 1; !text.empty(); ++line) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        if (length > limits::maxLineBytes)
            return Problem{{line, 1},
                           "a line of " + std::to_string(length) + " bytes",
                           std::to_string(limits::maxLineBytes) + " at most"};
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return std::nullopt;
}

/// Why the text is not looked at any further.
std::optional<Problem> unreadable(std::string_view text)
{
    if (text.size() > limits::maxLessonBytes)
        return Problem{{1, 1},
                       std::to_string(text.size()) + " bytes",
                       std::to_string(limits::maxLessonBytes) + " at most"};
    Place wrong;
    if (!isUtf8(text, wrong))
        return Problem{wrong, "a byte that is not UTF-8", "text in UTF-8"};
    return longLine(text);
}

void sortProblems(Problems& problems)
{
    std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
        return std::pair(problem.place.line, problem.place.column);
    });
    if (problems.size() > limits::maxProblems)
        problems.resize(limits::maxProblems);
}

}  // namespace

ReadLesson parseLesson(std::string_view text, std::string file)
{
    ReadLesson read{std::move(file), std::nullopt, {}};
    if (auto problem = unreadable(text)) {
        read.problems.push_back(std::move(*problem));
        return read;
    }
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    const std::vector<Part> parts = partsOf(text, read.problems);
    LessonBuilder builder(read.problems);
    for (const Part& part : parts)
        builder.take(part);
    Lesson lesson = builder.finish();
    checkReferences(lesson, read.problems);
    for (const Part& part : parts)
        checkLinks(lesson, part.links, read.problems);
    sortProblems(read.problems);
    if (read.problems.empty())
        read.lesson = std::move(lesson);
    return read;
}

}  // namespace lesson
