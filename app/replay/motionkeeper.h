#pragma once

#include "app/replay/replay.h"

class QAction;
class QSettings;

/// Whether motion is reduced: as the user chose, which is remembered, else as the desktop has it.
class MotionKeeper : public QObject {
    Q_OBJECT

public:
    /// `choice` is the checkable action with which the user chooses. Both are borrowed.
    MotionKeeper(QAction* choice, QSettings& memory, QObject* parent = nullptr);

    [[nodiscard]] Motion motion() const;

Q_SIGNALS:
    void motionChanged(Motion motion);

private:
    void choose(bool isReduced);

    QAction* const m_choice;
    QSettings& m_memory;
};

/// What the settings of GTK or KDE in `folder` (~/.config) ask for; Qt before 6.10 does not say.
[[nodiscard]] Motion motionOfDesktop(const QString& folder);
