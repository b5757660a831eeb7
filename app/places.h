#pragma once

#include "app/shell/activity.h"
#include "app/shell/windowplace.h"

#include <QStackedWidget>

class LabHistory;
class LabPane;
class LessonPlace;
class ObservePane;
class StudyPane;
class QSettings;
struct LessonSetup;
enum class Command;

/// The window's places, one of them in front, which is remembered.
class Places : public QStackedWidget {
    Q_OBJECT

public:
    /// History and memory are borrowed and outlive the places.
    Places(LabHistory& history, const LessonSetup& lessons, QSettings& memory,
           QWidget* parent = nullptr);

    [[nodiscard]] LabPane& lab() const noexcept { return *m_lab; }
    [[nodiscard]] ObservePane& observe() const noexcept { return *m_observe; }
    [[nodiscard]] StudyPane& study() const noexcept { return *m_study; }
    [[nodiscard]] LessonPlace& lessons() const noexcept { return *m_lessons; }

    [[nodiscard]] WindowPlace place() const;
    void goTo(WindowPlace place);
    void setActivity(Activity activity);

Q_SIGNALS:
    void placeChanged(WindowPlace place);

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    QSettings& m_memory;
    LabPane* m_lab;
    ObservePane* m_observe;
    StudyPane* m_study;
    LessonPlace* m_lessons;
};

/// The command that goes to the place.
[[nodiscard]] Command commandOf(WindowPlace place);

/// What to do there, as the empty timelines say it.
[[nodiscard]] QString invitationOf(WindowPlace place);
