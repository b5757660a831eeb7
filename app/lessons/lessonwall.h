#pragma once

#include "app/lessons/steppage.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

/// The page of a lesson for a class: large enough for the last row, with votes in the place of one
/// learner's confidence.
class LessonWall : public QWidget {
    Q_OBJECT

public:
    explicit LessonWall(const StepPage::Parts& parts, QWidget* parent = nullptr);

    /// Builds its page only while it is seen.
    void setShown(bool isShown);
    /// Scrolls by a screenful where the page is longer than that; returns whether it could.
    bool scroll(int step);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPage();
    void refresh();
    void fitLetters();

    StepPage::Parts m_parts;
    bool m_isShown = false;
    QLabel* m_where = nullptr;
    QLabel* m_title = nullptr;
    QScrollArea* m_scroll = nullptr;
    StepPage* m_page = nullptr;
};
