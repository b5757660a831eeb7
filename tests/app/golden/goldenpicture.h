#pragma once

#include "core/model/result.h"

#include <QImage>
#include <QString>

/// Compares `actual` with the picture that is stored under `name`. Where they differ, it and a
/// picture of the difference are written beside the test program; the message says where, and what
/// differs. With COREOGRAM_REMAKE_GOLDEN=1 in the environment it is stored instead.
[[nodiscard]] Result<void> compareWithGolden(const QImage& actual, const QString& name);

/// The names of all that are stored, sorted.
[[nodiscard]] QStringList goldenNames();

/// The one that is stored under `name`; null where there is none.
[[nodiscard]] QImage goldenPicture(const QString& name);

/// Whether the stored pictures are to be made anew instead of being compared with.
[[nodiscard]] bool remakesGolden();
