#pragma once

#include "core/model/result.h"

#include <QString>
#include <QStringList>

/// What `lesson` is asked to do.
struct LessonRequest {
    enum class What { List, Check };
    What what = What::List;
    QStringList names;  ///< of lessons, or files that end in .md; empty: all
    QString folder;     ///< with the lessons
    bool asJson = false;
};

/// The arguments after the name of the subcommand. Each error names the argument, what it was, and
/// what is allowed.
[[nodiscard]] Result<LessonRequest> parseLessonArguments(const QStringList& arguments);
