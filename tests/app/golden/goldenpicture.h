#pragma once

#include "core/model/result.h"

#include <QImage>
#include <QString>

/// Compares `actual` with the picture that is stored under `name`, as `comparePictures` does. With
/// COREOGRAM_REMAKE_GOLDEN=1 in the environment it is stored instead.
[[nodiscard]] Result<void> compareWithGolden(const QImage& actual, const QString& name);

/// Where the two differ, `actual` and a picture of the difference are written beside the test
/// program, in golden-failed/; the message says where, and what differs.
[[nodiscard]] Result<void> comparePictures(const QImage& actual, const QImage& expected,
                                           const QString& name);

/// The names of all that are stored, sorted.
[[nodiscard]] QStringList goldenNames();
