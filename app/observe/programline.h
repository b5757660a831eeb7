#pragma once

#include "core/model/result.h"

#include <QString>
#include <QStringList>

// A program and its arguments, as they are typed in one line.

/// The words of `line`, of which there is at least one: blanks part them, quotes of both kinds and
/// backslashes keep them together as a shell does, and `~/` in front of a word is the user's own
/// folder. Nothing else has a meaning. The error says what is wrong, in words for the user.
[[nodiscard]] Result<QStringList> wordsOf(const QString& line);

/// The line that has these words: wordsOf(lineOf(words)) is `words`, where there are any.
[[nodiscard]] QString lineOf(const QStringList& words);

/// The line that runs the file at `path`: Python runs `….py`, and what is executable runs itself.
/// The error says why the file cannot be run.
[[nodiscard]] Result<QString> lineForFile(const QString& path);
