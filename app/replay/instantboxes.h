#pragma once

#include "app/replay/instantpicture.h"
#include "app/theme/theme.h"
#include "app/timeline/timelinestyle.h"

#include <QTimer>
#include <QWidget>

/// The cores, the ready queue and the blocked of one run at one instant, as boxes.
class InstantBoxes : public QWidget {
    Q_OBJECT

public:
    explicit InstantBoxes(QWidget* parent = nullptr);

    /// `run` is borrowed until another is set, and has to have ended; null shows nothing.
    void setRun(const Recording* run, int machineCores);
    /// Shows what the run does at `t`, which counts from its origin.
    void showTime(Nanoseconds t);
    void setTheme(const Theme& theme);

    [[nodiscard]] const Instant& instant() const noexcept { return m_instant; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    const Recording* m_run = nullptr;
    int m_machineCores = 1;
    Nanoseconds m_time{};
    WorkNames m_names;
    Instant m_instant;
    Theme m_theme;
    TimelineStyle m_style;
    QTimer m_describing;  ///< a screen reader is told what stands still, not each frame
};
