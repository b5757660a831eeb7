#pragma once

#include <QStringList>

// The subcommands of coreogram-run. Each takes the arguments after its name, and returns the exit
// status of the program.

inline constexpr int statusDone = 0;
inline constexpr int statusFailed = 1;
inline constexpr int statusUsage = 2;
inline constexpr int statusInterrupted = 130;

int compareCommand(const QStringList& arguments);
int runCommand(const QStringList& arguments);
int showCommand(const QStringList& arguments);
int infoCommand(const QStringList& arguments);

/// Prints `message` to standard error, after the name of the program; returns `status`.
int complain(int status, const std::string& message);
