#pragma once

#include "core/lesson/judging.h"
#include "core/lesson/lesson.h"
#include "core/model/time.h"

#include <QDateTime>
#include <QString>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How sure somebody was of an answer.
enum class Confidence { Guess, Probably, Sure };

/// As in the progress file: `guess`, `probably`, `sure`.
[[nodiscard]] std::string_view nameOf(Confidence confidence) noexcept;
[[nodiscard]] std::optional<Confidence> confidenceNamed(std::string_view name) noexcept;

/// What was answered to one question. What it does not ask for is empty.
struct Answer {
    std::vector<int> chosen{};           ///< options, from 0
    std::optional<double> number{};      ///< in the unit of the question
    std::optional<Nanoseconds> drawn{};  ///< the length of the bar
    std::optional<Confidence> confidence{};
    std::vector<int> votes{};  ///< for each option, as a teacher counted them; or none

    /// Whether the question itself is answered; how sure one is answers nothing.
    [[nodiscard]] bool isGiven() const noexcept { return !chosen.empty() || number || drawn; }
    bool operator==(const Answer&) const = default;
};

/// How far somebody came in a lesson. Plain data; names are those of the lesson's blocks.
struct LessonProgress {
    int step = 0;  ///< where one was, from 0; always one of the lesson's steps
    std::map<std::string, Answer, std::less<>> answers{};
    std::map<std::string, lesson::Judged, std::less<>> results{};  ///< of checks
    std::map<std::string, QString, std::less<>> recordings{};      ///< files, of experiments
    QDateTime begun{};                                             ///< null: not yet
    QDateTime changed{};                                           ///< when it was kept last
    QDateTime finished{};                                          ///< null: not yet

    [[nodiscard]] bool isBegun() const { return begun.isValid(); }
    [[nodiscard]] bool isFinished() const { return finished.isValid(); }
    bool operator==(const LessonProgress&) const = default;
};

/// A question of a lesson, whether it is asked before the run or after.
struct Question {
    std::string name;
    std::string text;
    const std::vector<lesson::Option>* options = nullptr;  ///< null where none can be chosen
    const lesson::NumberAnswer* number = nullptr;
    const lesson::DrawingAnswer* drawing = nullptr;
    std::string explanation{};  ///< Markdown; may be empty
    bool isMultiple = false;    ///< whether several options may be chosen
};

/// In the order of the file. They point into `lesson`.
[[nodiscard]] std::vector<Question> questionsOf(const lesson::Lesson& lesson);
