#pragma once

#include "core/lesson/condition.h"
#include "core/lesson/problem.h"
#include "core/model/plan.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lesson {

namespace limits {
inline constexpr std::size_t maxLessonBytes = 1'000'000;
inline constexpr std::size_t maxLineBytes = 4'000;  ///< more would take minutes to lay out
inline constexpr std::size_t maxSteps = 200;
inline constexpr std::size_t maxBlocks = 1'000;  ///< in fences
inline constexpr std::size_t maxProblems = 100;  ///< that are told of one file
inline constexpr std::size_t maxOptions = 12;    ///< of a question
inline constexpr std::size_t maxRuns = 16;       ///< of an experiment
inline constexpr int maxRepeats = 100;
}  // namespace limits

/// What a machine must have for a lesson or a claim to be shown.
struct Needs {
    int cores = 1;
    bool binding = false;        ///< of workers to chosen cores
    bool exactEvidence = false;  ///< the kernel's scheduling record
    bool python = false;
    std::optional<bool> interpreterLock{};  ///< whether that Python must have it, if it matters

    bool operator==(const Needs&) const = default;
};

/// Markdown between blocks.
struct Text {
    std::string markdown;
    Place place;
};

/// One way to run an experiment. Exactly one of `mode` and `plan` is there.
struct Run {
    std::string name;  ///< by which claims speak of it
    std::optional<Mode> mode{};
    std::optional<Plan> plan{};
    Place place{};
};

/// A sweep of the number of workers.
struct StudyOf {
    int maxWorkers = 0;  ///< 0: twice the machine's cores
    std::vector<WorkerKind> kinds;
};

/// A program of the lesson's own, run unchanged under observation, after asking.
struct ObservedProgram {
    std::string file;  ///< in the lesson's folder; of Python where it ends in .py
    std::vector<std::string> arguments;
};

/// {experiment}: the same work, run in one or more ways, each repeated in turns.
struct Experiment {
    std::string name;
    std::string title;  ///< may be empty
    ::Experiment work;  ///< means nothing where a program is observed
    std::variant<std::vector<Run>, StudyOf, ObservedProgram> how;
    int repeats = 5;
    std::string recording;  ///< a shipped one, to look at where this machine cannot run it
    Place place{};
};

/// An answer that can be chosen.
struct Option {
    std::string text;
    std::string rightIf{};  ///< the name of a check: right where it holds; may be empty
    bool isRight = false;   ///< by the lesson's word, where there is nothing to measure
};

/// An answer that is a number.
struct NumberAnswer {
    std::string unit;  ///< as shown; may be empty
    double low = 0;
    double high = 0;
    Amount measured;         ///< what it is compared with; in nanoseconds if it is a time
    bool isTime = false;     ///< then the unit is ns, µs, ms, s or min
    double tolerance = 0.1;  ///< of the measured value: so far off is right
};

/// An answer that is drawn: how long the bar of a run will be, on the axis of another one.
struct DrawingAnswer {
    std::string of;     ///< the run whose length is drawn
    std::string scale;  ///< the run that is shown for comparison; may be empty
    double tolerance = 0.1;
};

/// {predict}: asked before the run.
struct Prediction {
    std::string name;
    std::string question;
    std::variant<std::vector<Option>, NumberAnswer, DrawingAnswer> answer;
    std::string explanation;  ///< Markdown, shown once it is answered; may be empty
    bool asksConfidence = true;
    bool locksRun = true;  ///< whether the step's runs wait for it
    Place place{};
};

/// {observe}: what did you see?
struct Observation {
    std::string name;
    std::string question;
    std::vector<Option> options;
    std::string explanation;  ///< as above
    bool isMultiple = false;  ///< whether several may be chosen
    Place place{};
};

/// {check}: a claim in words, and what it says of what is measured.
struct Check {
    std::string name;
    std::string claim;
    Condition holdsIf;
    std::string explanation;  ///< Markdown, shown with the outcome; may be empty
    Needs needs{};
    Place place{};
};

/// {python}: a program to read, beside its like in C++.
struct Program {
    std::string title;
    std::string python;      ///< the text itself
    std::string pythonFile;  ///< or its file
    std::string cpp;
    std::string cppFile;
    std::string of;  ///< or both as Coreogram writes them for this run: "experiment.run"
    Place place{};
};

/// {picture}
struct Picture {
    std::string file;
    std::string alternative;  ///< what it shows, in words
    std::string caption;      ///< may be empty
    Place place{};
};

using Block = std::variant<Text, Experiment, Prediction, Observation, Check, Program, Picture>;

/// What is shown at once.
struct Step {
    std::string title;
    std::vector<Block> blocks;
    Place place{};
};

/// A lesson as it is written. Plain data.
struct Lesson {
    std::string name;
    std::string title;
    int order = 0;  ///< its place in the list; those without stand at the end, by name
    int minutes = 10;
    std::string misconception;
    std::vector<std::string> outcomes;
    Needs needs;
    std::vector<Block> introduction;  ///< before the first step; may be empty
    std::vector<Step> steps;          ///< at least one
};

/// Calls `take` with every block of type `Wanted`, in the order of the file.
template <typename Wanted, typename Take>
void forEach(const Lesson& lesson, Take take)
{
    const auto look = [&](const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (const auto* const wanted = std::get_if<Wanted>(&block))
                take(*wanted);
        }
    };
    look(lesson.introduction);
    for (const Step& step : lesson.steps)
        look(step.blocks);
}

/// The experiment of that name; null if there is none.
[[nodiscard]] const Experiment* experimentNamed(const Lesson& lesson, std::string_view name);

/// The check of that name; null if there is none.
[[nodiscard]] const Check* checkNamed(const Lesson& lesson, std::string_view name);

/// What "experiment.run" or "experiment" speaks of.
struct RunReference {
    const Experiment* experiment = nullptr;  ///< null if there is none
    std::string run;                         ///< its only run's, where none is named
};
[[nodiscard]] RunReference resolve(const Lesson& lesson, std::string_view of);

/// The names by which claims speak of the runs of an experiment; those of a study are
/// "threads-1", "threads-2", …, and that of an observed program is "program".
[[nodiscard]] std::vector<std::string> runNames(const Experiment& experiment, int machineCores);

}  // namespace lesson
