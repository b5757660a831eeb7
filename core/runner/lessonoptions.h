#pragma once

#include "core/model/result.h"

#include <QString>
#include <QStringList>

/// What `lesson` is asked to do.
struct LessonRequest {
    enum class What { List, Check, Run };
    What what = What::List;
    QStringList names;   ///< of lessons, or files that end in .md; empty: all. One to run
    QString experiment;  ///< of that lesson, to run
    QString folder;      ///< with the lessons
    QString python;      ///< the interpreter; empty: the usual one
    int repeats = 0;     ///< of what is run; 0: as the lesson says
    QString savePath;    ///< of what is run; empty: do not save
    bool asJson = false;
    bool asStream = false;  ///< write the event stream to standard output, for the window
};

/// The arguments after the name of the subcommand. Each error names the argument, what it was, and
/// what is allowed.
[[nodiscard]] Result<LessonRequest> parseLessonArguments(const QStringList& arguments);
