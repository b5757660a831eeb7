#pragma once

#include "app/replay/replay.h"

#include <QObject>
#include <QTimer>

/// Lets a picture that grows move: with every change, or once a second where motion is reduced.
class MotionSteps : public QObject {
    Q_OBJECT

public:
    explicit MotionSteps(QObject* parent = nullptr);

    /// Something has changed: `due` comes at once, or when a second has passed since the last.
    void note(Motion motion);
    /// What has changed is shown already.
    void forget();

Q_SIGNALS:
    void due();

private:
    void step();

    QTimer m_pause;
    bool m_isWaiting = false;
};
