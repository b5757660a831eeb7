#pragma once

#include "core/model/time.h"

#include <QStringList>

#include <string>
#include <vector>

// The subcommands of coreogram-run. Each takes the arguments after its name, and returns the exit
// status of the program.

inline constexpr int statusDone = 0;
inline constexpr int statusFailed = 1;
inline constexpr int statusUsage = 2;
inline constexpr int statusCheckFailed = 3;
inline constexpr int statusInterrupted = 130;

/// The window wants to see what happens; otherwise the recorder should disturb as little as it can.
inline constexpr Nanoseconds collectEveryLive = std::chrono::milliseconds(30);
inline constexpr Nanoseconds collectEveryQuiet = std::chrono::milliseconds(50);

int compareCommand(const QStringList& arguments);
int runCommand(const QStringList& arguments);
int studyCommand(const QStringList& arguments);
int lessonCommand(const QStringList& arguments);
int showCommand(const QStringList& arguments);
int infoCommand(const QStringList& arguments);
int exportCommand(const QStringList& arguments);

/// `command` is what comes after “--”, byte for byte.
int observeCommand(const QStringList& arguments, const std::vector<std::string>& command);

/// Prints `message` to standard error, after the name of the program; returns `status`.
int complain(int status, const std::string& message);
