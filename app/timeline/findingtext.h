#pragma once

#include <QStringList>

struct Recording;

/// What the work of a run came to, a sentence for each matter, the telling ones first: "counted
/// 1,734,211 of 2,000,000: 265,789 additions were lost". Findings of later versions stand with
/// their names. Empty while there are none.
[[nodiscard]] QStringList findingTexts(const Recording& run);

/// What a learner has to see at once, in few words: "265,789 additions lost". Empty where the run
/// found nothing of its own, but only what its workers took.
[[nodiscard]] QString headlineFinding(const Recording& run);

/// "8.4 MB"
[[nodiscard]] QString bytesText(std::int64_t bytes);
