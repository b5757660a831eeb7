#pragma once

#include "core/model/plan.h"

#include <string>

enum class Language { Python, Cpp };

/// The program that does what `plan` does with `experiment`: complete, correct, runnable as shown.
///
/// It is what a good teacher would write on the board, so the plan decides on the means:
/// - one task after another: a plain loop, whatever the kind of worker;
/// - several tasks in progress: a queue and `threading.Thread`; a `ProcessPoolExecutor`, or
///   `multiprocessing.Process` where the sharing or the splitting needs more; `asyncio`. In C++
///   `std::jthread`, `fork`, coroutines on a small event loop;
/// - tasks split into parts: `concurrent.futures`, one team for each task in progress;
/// - a global lock: CPython's own threads; in C++ a model of its lock.
///
/// An amount that a task takes so long for is given as a number that fits an ordinary core. Lines
/// have at most 88 columns, unless a path of the user's is longer. Requires a valid experiment and
/// plan, and a workload that exists.
[[nodiscard]] std::string programFor(const Experiment& experiment, const Plan& plan,
                                     Language language);

/// The name of the file that the program is to be kept in: "append.py", "append.cpp".
[[nodiscard]] std::string fileNameFor(const Experiment& experiment, Language language);

/// The line for a shell that compiles the program, if need be, and runs it.
[[nodiscard]] std::string commandFor(const Experiment& experiment, Language language);
