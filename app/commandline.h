#pragma once

#include "core/model/result.h"

#include <QString>
#include <QStringList>

/// What the program is asked to do.
struct CommandLine {
    enum class Task { ShowWindow, DrawPicture, PrintHelp, PrintVersion } task = Task::ShowWindow;
    QString recording;         ///< to open or draw; may be empty for a window
    QString picture;           ///< to draw into
    QString lesson{};          ///< to open, by its name; empty for none
    bool isProjected = false;  ///< the window fills a wall
};

/// `arguments` begin with the program's own name. The error names the argument that is wrong and
/// what is allowed.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList& arguments);

/// What --help prints.
[[nodiscard]] QString helpText();
