#pragma once

#include "app/lessons/steppage.h"
#include "app/shell/placepane.h"

class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;
class QToolButton;

/// The lesson that is taken, page by page.
class LessonView : public PlacePane {
    Q_OBJECT

public:
    explicit LessonView(const StepPage::Parts& parts, QWidget* parent = nullptr);

    void back();
    void next();

Q_SIGNALS:
    void listAsked();
    void overviewAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void createHead();
    void createMenu();
    void createFoot();
    void connectCourse();
    void showPage();
    void refresh();
    void updateHead();

    const StepPage::Parts m_parts;
    QLabel* m_where = nullptr;
    QLabel* m_title = nullptr;
    QToolButton* m_more = nullptr;
    StepPage* m_page = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
};
