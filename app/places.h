#pragma once

#include "app/shell/activity.h"
#include "app/shell/windowplace.h"

#include <QStackedWidget>

class LabHistory;
class LabPane;
class ObservePane;
class StudyPane;
class QSettings;

/// The window's places, one of them in front, which is remembered.
class Places : public QStackedWidget {
    Q_OBJECT

public:
    /// Both are borrowed and outlive the places.
    Places(LabHistory& history, QSettings& memory, QWidget* parent = nullptr);

    [[nodiscard]] LabPane& lab() const noexcept { return *m_lab; }
    [[nodiscard]] ObservePane& observe() const noexcept { return *m_observe; }
    [[nodiscard]] StudyPane& study() const noexcept { return *m_study; }

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
};
