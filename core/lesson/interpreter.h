#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lesson {

/// A Python that programs of lessons are run with.
struct Interpreter {
    QString program;      ///< itself: what was named may be a script that looks for it
    QString version;      ///< "3.11.2"
    bool hasLock = true;  ///< as it runs now: a free-threaded build may be told to have it

    bool operator==(const Interpreter&) const = default;
};

/// Where Python is found if nobody says; empty if nowhere.
[[nodiscard]] QString usualInterpreter();

/// With these arguments, an interpreter tells about itself: only it knows how it was built.
[[nodiscard]] QStringList interpreterQuestion();

/// What `program` has answered. The error says what it wrote instead.
[[nodiscard]] Result<Interpreter> interpreterFrom(const QString& program, const QByteArray& answer);

/// Asks `program`, and waits up to ten seconds. The error says why it is no Python.
[[nodiscard]] Result<Interpreter> askInterpreter(const QString& program);

}  // namespace lesson
