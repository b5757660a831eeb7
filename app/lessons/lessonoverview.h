#pragma once

#include "app/lessons/lessonshelf.h"
#include "core/lesson/measurement.h"

#include <QWidget>

class OverviewDesk;
class OverviewModel;
class OverviewTable;
class PlanView;
class ProgressStore;
class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

/// What a teacher sees while no lesson is open: all lessons with what they need and teach, plans of
/// them to save, and how far somebody came in each.
class LessonOverview : public QWidget {
    Q_OBJECT

public:
    /// The shelf and the store are borrowed and outlive the overview.
    LessonOverview(LessonShelf& shelf, ProgressStore& store, lesson::Equipment equipment,
                   QWidget* parent = nullptr);
    ~LessonOverview() override;

    /// What this machine has, once it is known better.
    void setEquipment(const lesson::Equipment& equipment);

    /// Goes to the lesson of that file; nowhere if there is none.
    void setCurrent(const QString& path);

    /// Writes the plan of the ticked lessons, or of all where none is ticked.
    void savePlan(const QString& path);

    /// Writes the report on the ticked lessons, or on all that are begun where none is ticked.
    void saveReport(const QString& path);

Q_SIGNALS:
    void chosen(const QString& path);  ///< a lesson, by the user

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void createHeading(QVBoxLayout* column);
    void createTable(QVBoxLayout* column);
    void createButtons(QVBoxLayout* column);
    void connectParts();
    void showAll();
    void showPlan();
    void showSums();
    void updateReset();
    [[nodiscard]] const lesson::Lesson* current() const;
    [[nodiscard]] std::vector<const lesson::Lesson*> planned() const;
    [[nodiscard]] std::vector<const lesson::Lesson*> reported() const;

    ProgressStore& m_store;
    lesson::Equipment m_equipment;
    OverviewModel* m_model;
    OverviewDesk* m_desk = nullptr;
    QLabel* m_sums = nullptr;
    OverviewTable* m_table = nullptr;
    PlanView* m_plan = nullptr;
    QCheckBox* m_answers = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_report = nullptr;
    QPushButton* m_reset = nullptr;
};
