#pragma once

#include "core/lesson/lesson.h"

#include <QFrame>

class LessonActions;
class LessonCourse;
class MarkdownText;
class QLabel;

/// A claim, and whether it holds by what was measured. It is not told before that.
class CheckCard : public QFrame {
    Q_OBJECT

public:
    /// All are borrowed and outlive the card.
    CheckCard(const lesson::Block& block, LessonCourse& course, LessonActions& actions,
              QWidget* parent = nullptr);

    void refresh();

private:
    const lesson::Block& m_block;
    const lesson::Check& m_check;
    LessonCourse& m_course;
    QLabel* m_outcome = nullptr;
    QLabel* m_claim = nullptr;
    QLabel* m_measured = nullptr;
    MarkdownText* m_explanation = nullptr;  ///< null where there is none
};
