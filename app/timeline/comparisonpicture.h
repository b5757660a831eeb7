#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <QSize>

class QString;
struct ComparisonSight;
struct Theme;

/// Draws what `sight` tells of `comparison` into a new file at `path`: a title with the machine and
/// the experiment, the panels, the axis and the legend. The suffix says what kind: .png, .svg or
/// .pdf. `size` is the least; the picture is higher where the panels need it. The same drawing is
/// the same file, byte for byte. A file that is already there stays as it is if anything fails; the
/// error names the path and what was expected.
[[nodiscard]] Result<void> writePicture(const Comparison& comparison, const ComparisonSight& sight,
                                        const QString& path, const Theme& theme,
                                        QSize size = {1440, 900});

/// The same with all runs over all of their time.
[[nodiscard]] Result<void> writePicture(const Comparison& comparison, const QString& path,
                                        const Theme& theme, QSize size = {1440, 900});
