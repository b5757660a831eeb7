#pragma once

#include "core/lesson/judging.h"
#include "core/observe/cores.h"

/// What this machine has for lessons: looks for a Python, and whether the kernel lets itself be
/// asked.
[[nodiscard]] lesson::Equipment equipmentOf(const Cores& cores);

/// The interpreter that programs of lessons are run with; empty where there is none.
[[nodiscard]] std::string pythonProgram();

/// What running a lesson's experiments came to.
struct LessonRuns {
    lesson::Measurements measurements;
    bool wasInterrupted = false;
};

/// Runs every experiment of `lesson` that this machine can run, each plan as often as the lesson
/// says, in turns. `folder` is that of the lesson, where its programs are.
[[nodiscard]] LessonRuns runExperiments(const lesson::Lesson& lesson, const std::string& folder,
                                        const Cores& cores, const lesson::Equipment& equipment);
