#pragma once

#include "app/lessons/lessonshelf.h"

#include <QPlainTextEdit>

/// What is wrong in a lesson's file, a line for each problem, to be read and copied.
class ProblemView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ProblemView(QWidget* parent = nullptr);

    /// Is hidden where `entry` is null or can be read.
    void showProblems(const LessonShelf::Entry* entry);
};
