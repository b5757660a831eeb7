#pragma once

#include "core/lesson/interpreter.h"
#include "core/lesson/judging.h"
#include "core/observe/cores.h"

#include <optional>

class RecordingSink;

/// What the experiments of a lesson are run with.
struct LessonEquipment {
    const Cores& cores;
    lesson::Equipment equipment;
    std::string python;  ///< the interpreter; empty where there is none
};

/// What this machine has for lessons: asks the Python named `python`, or the usual one if that is
/// empty, and whether the kernel lets itself be asked. The error says why a Python that is named
/// cannot be used.
[[nodiscard]] Result<LessonEquipment> lessonEquipment(const Cores& cores, const QString& python);

/// Who sees what the programs of a lesson print.
enum class Audience {
    Window,    ///< it watches the stream live, and shows what comes on standard error
    Terminal,  ///< all of it goes to standard error
    Nobody,    ///< of a program that fails, its last lines do
};

/// Runs `experiment`, each plan as often as the lesson says, in turns, into `sink`. `folder` is
/// that of the lesson, where its programs are. Says what goes wrong as it happens, and returns the
/// exit status.
[[nodiscard]] int runExperiment(const lesson::Experiment& experiment, const std::string& folder,
                                const LessonEquipment& with, RecordingSink& sink,
                                Audience audience);

/// What running a lesson's experiments came to.
struct LessonRuns {
    lesson::Measurements measurements;
    bool wasInterrupted = false;
};

/// Runs every experiment of `lesson` that this machine can run.
[[nodiscard]] LessonRuns runExperiments(const lesson::Lesson& lesson, const std::string& folder,
                                        const LessonEquipment& with);
