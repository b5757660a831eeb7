#pragma once

#include "core/lesson/lesson.h"

#include <QFrame>

class LessonActions;

/// A program of the lesson, to be read in the middle of the window.
class ProgramCard : public QFrame {
    Q_OBJECT

public:
    /// Both are borrowed and outlive the card.
    ProgramCard(const lesson::Program& program, LessonActions& actions, QWidget* parent = nullptr);
};
