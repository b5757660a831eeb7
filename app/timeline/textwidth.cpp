#include "app/timeline/textwidth.h"

#include <QFontMetricsF>
#include <QHash>

#include <utility>

namespace {

/// Figures that change all the time are remembered as well; now and then all is forgotten.
constexpr qsizetype mostRemembered = 4096;

}  // namespace

double textWidth(const QFont& font, const QString& text)
{
    static QHash<std::pair<QFont, QString>, double> remembered;
    const auto key = std::pair(font, text);
    if (const auto found = remembered.constFind(key); found != remembered.cend())
        return *found;
    if (remembered.size() >= mostRemembered)
        remembered.clear();
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    remembered.insert(key, width);
    return width;
}

QString elidedText(const QFont& font, const QString& text, Qt::TextElideMode mode, double width)
{
    return textWidth(font, text) <= width ? text
                                          : QFontMetricsF(font).elidedText(text, mode, width);
}
