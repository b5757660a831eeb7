#pragma once

#include "core/lesson/lesson.h"

#include <QWidget>

class LessonCourse;
class LessonTheme;
class StudyChart;
class StudyLegend;

/// What a study of the lesson came to, as a curve over the number of workers: the speedup of work
/// that computes, and the time of work that waits. Hidden until it was measured. Its letters are as
/// large as its font.
class LessonCurve : public QWidget {
    Q_OBJECT

public:
    /// Requires an experiment with a study. All are borrowed and outlive the curve.
    LessonCurve(const lesson::Experiment& experiment, const LessonCourse& course,
                const LessonTheme& theme, QWidget* parent = nullptr);

    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    void createParts();
    void showStudy();
    void takeTheme();
    void fitLetters();

    const lesson::Experiment& m_experiment;
    const LessonCourse& m_course;
    const LessonTheme& m_theme;
    bool m_isStale = true;  ///< there may be something new to show
    // Null until there is something to show: charts cost time.
    StudyChart* m_chart = nullptr;
    StudyLegend* m_legend = nullptr;
};
