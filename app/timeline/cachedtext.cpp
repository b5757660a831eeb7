#include "app/timeline/cachedtext.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPaintEngine>
#include <QPainter>
#include <QStaticText>

#include <utility>

namespace {

/// Figures that change all the time are remembered as well; now and then all is forgotten.
constexpr qsizetype mostRemembered = 2048;

struct Words {
    double width = 0;
    QStaticText text;  ///< laid out when it is drawn first
};

Words& wordsFor(const QFont& font, const QString& text)
{
    static QHash<std::pair<QFont, QString>, Words> remembered;
    const auto key = std::pair(font, text);
    if (const auto found = remembered.find(key); found != remembered.end())
        return *found;
    if (remembered.size() >= mostRemembered)
        remembered.clear();
    Words words{QFontMetricsF(font).horizontalAdvance(text), QStaticText(text)};
    words.text.setTextFormat(Qt::PlainText);
    return *remembered.insert(key, words);
}

}  // namespace

double textWidth(const QFont& font, const QString& text)
{
    return wordsFor(font, text).width;
}

QString elidedText(const QFont& font, const QString& text, Qt::TextElideMode mode, double width)
{
    return textWidth(font, text) <= width ? text
                                          : QFontMetricsF(font).elidedText(text, mode, width);
}

void drawWords(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        painter.drawText(rect, static_cast<int>(alignment), text);
        return;
    }
    const Words& words = wordsFor(painter.font(), text);
    double left = rect.left();
    if (alignment.testFlag(Qt::AlignRight))
        left = rect.right() - words.width;
    else if (alignment.testFlag(Qt::AlignHCenter))
        left = rect.center().x() - words.width / 2;
    const double height = QFontMetricsF(painter.font()).height();
    painter.drawStaticText(QPointF(left, rect.center().y() - height / 2), words.text);
}
