#pragma once

#include "core/analysis/study.h"

#include <QString>

// A study in words and numbers for the user, as the locale writes them.

/// What came out, in one sentence; empty where nothing was measured.
[[nodiscard]] QString summaryText(const Study& study);

/// "1.94×"; a dash where it is not known.
[[nodiscard]] QString factorOrDash(const std::optional<Estimate>& speedup);

/// "97 %"; a dash where it is not known.
[[nodiscard]] QString percentOrDash(const std::optional<Estimate>& share);

/// "1.90 – 1.97"; empty where it is not known or there is nothing to estimate.
[[nodiscard]] QString factorRange(const std::optional<Estimate>& speedup);

/// "802 ms"
[[nodiscard]] QString wallText(double nanoseconds);

/// "799 ms – 805 ms"; empty where there is only one.
[[nodiscard]] QString wallRange(const Estimate& wall);
