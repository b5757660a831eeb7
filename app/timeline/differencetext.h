#pragma once

#include "core/analysis/difference.h"

#include <QString>
#include <QStringList>

struct PanelText;

/// "412 ms faster (0.51×)", "the same within 1 %". Empty unless both have done all of their work:
/// else the wall times are not of the same work.
[[nodiscard]] QString headlineOfDifference(const Recording& before, const Recording& now);

/// The same with the figure that has changed most that way: "412 ms faster (0.51×): 380 ms less
/// ready". Where there is no such headline, why.
[[nodiscard]] QString sentenceOfDifference(const Recording& before, const Recording& now);

/// What else to know of the figures, a sentence each: that nothing is known of the noise, and what
/// makes the two unlike.
[[nodiscard]] QStringList caveatsOf(const Recording& before, const Recording& now);

/// "−380 ms", "+1.20 s"
[[nodiscard]] QString changeText(Nanoseconds difference);

/// What a panel says of the run drawn below its own. Made once: it costs a pass over all slices.
struct DifferenceText {
    QString headline;
    QString sentence;
};
[[nodiscard]] DifferenceText differenceTextOf(const Recording& before, const Recording& now);

/// Says nothing where there is no headline.
void addDifference(PanelText& text, const DifferenceText& difference);
