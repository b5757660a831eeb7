#pragma once

#include "core/lesson/lesson.h"

#include <QByteArray>
#include <QString>

/// A small lesson of that name, with two steps, one of each kind of question and a claim.
[[nodiscard]] QByteArray lessonText(const QByteArray& name = "waits",
                                    const QByteArray& title = "Waits", int order = 1);

/// Aborts where it is none.
[[nodiscard]] lesson::Lesson lessonFrom(const QByteArray& text);

/// Aborts where it cannot be written.
void writeFile(const QString& path, const QByteArray& bytes);

[[nodiscard]] QByteArray bytesIn(const QString& path);
