#pragma once

#include "core/model/time.h"

#include <QObject>

class QWidget;

/// Says on standard error when the window was first seen, and when the first events of a run were
/// first drawn, for the benchmark. Each line names its time by CLOCK_MONOTONIC too.
class TraceTimes : public QObject {
    Q_OBJECT

public:
    /// Where COREOGRAM_TRACE_TIMES is not set, nothing is said. `start` is when the program began;
    /// a value above 1 of that variable, in nanoseconds, says it better. The widgets are borrowed;
    /// what is drawn in a child of `timeline` counts as drawn.
    TraceTimes(Nanoseconds start, QWidget* window, QWidget* timeline);

    void noteFirstEvents();

    bool eventFilter(QObject* watched, QEvent* event) override;

    [[nodiscard]] static Nanoseconds now();

private:
    void report(const char* what, Nanoseconds since);

    Nanoseconds m_start;
    Nanoseconds m_firstEvents{};
    QWidget* const m_window;
    QWidget* const m_timeline;
    bool m_waitsForWindow = true;
    bool m_waitsForPicture = false;
};
