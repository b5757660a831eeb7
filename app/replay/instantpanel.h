#pragma once

#include "core/model/time.h"

#include <QWidget>

class InstantBoxes;
class QComboBox;
class QLabel;
struct Comparison;
struct Theme;

/// What one run of a comparison does at an instant: that of the panel in focus, or the one chosen.
class InstantPanel : public QWidget {
    Q_OBJECT

public:
    explicit InstantPanel(QWidget* parent = nullptr);

    /// `comparison` is borrowed until another is set, and all its runs are over; null shows
    /// nothing.
    void setComparison(const Comparison* comparison);
    /// Counts from the origin of the run.
    void showTime(Nanoseconds t);
    void setTheme(const Theme& theme);

public Q_SLOTS:
    /// The panel of that run has the focus.
    void showRun(std::size_t run);

private:
    void createParts();
    void listRuns();
    void choose(int run);

    const Comparison* m_comparison = nullptr;
    QLabel* m_title = nullptr;  ///< of the only run
    QComboBox* m_runs = nullptr;
    InstantBoxes* m_boxes = nullptr;
};
