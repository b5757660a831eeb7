#pragma once

#include "core/model/result.h"

#include <QFont>
#include <QString>

/// Writes a page to `path`, or leaves what is there: as it is to a name that ends in .html, and on
/// sheets of A4 to one that ends in .pdf, in `font`. May be called on any QThread. The error names
/// the path and what was expected.
[[nodiscard]] Result<void> writePage(const QString& html, const QString& title, const QString& path,
                                     const QFont& font);

/// What of a page a PDF has room for beside its margins, at 96 dots per inch.
inline constexpr int pageWidth = 620;
inline constexpr int pageHeight = 900;
