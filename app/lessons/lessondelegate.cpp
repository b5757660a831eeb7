#include "app/lessons/lessondelegate.h"

#include "app/lessons/lessonlistmodel.h"

#include <QPainter>
#include <QPainterPath>

namespace {

using Kind = LessonListModel::Kind;
using Mark = LessonListModel::Mark;

constexpr int margin = 8;
constexpr int lineGap = 2;
constexpr double markSide = 13;

Kind kindOf(const QModelIndex& index)
{
    return static_cast<Kind>(index.data(LessonListModel::KindRole).toInt());
}

int numberWidth(const QFontMetrics& metrics)
{
    return metrics.horizontalAdvance(QStringLiteral("000")) + margin;
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (!isSelected && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    QColor ground = option.palette.color(QPalette::Highlight);
    const QColor edge = ground;
    ground.setAlphaF(isSelected ? 0.16F : 0.08F);
    painter.setBrush(ground);
    const bool hasFocus = isSelected && option.state.testFlag(QStyle::State_HasFocus);
    painter.setPen(hasFocus ? QPen(edge, 2) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
}

/// A half-filled circle for what is begun, and a tick for what is finished.
void paintMark(QPainter& painter, const QRectF& place, Mark mark, const QColor& ink)
{
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (mark == Mark::Begun) {
        painter.drawEllipse(place);
        painter.setBrush(ink);
        constexpr int fullDegree = 16;
        painter.drawPie(place, 90 * fullDegree, -180 * fullDegree);
    } else if (mark == Mark::Finished) {
        QPainterPath tick(place.topLeft() + QPointF(0.05, 0.55) * markSide);
        tick.lineTo(place.topLeft() + QPointF(0.38, 0.88) * markSide);
        tick.lineTo(place.topLeft() + QPointF(0.98, 0.15) * markSide);
        painter.drawPath(tick);
    }
}

void paintLine(QPainter& painter, const QRect& place, const QString& text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QString& title)
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(option.palette.color(QPalette::PlaceholderText));
    paintLine(painter, option.rect.adjusted(margin, margin, -margin, 0), title);
}

void paintLesson(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QRect inside = option.rect.adjusted(margin, margin, -margin, -margin);
    const int line = option.fontMetrics.height();
    const auto mark = static_cast<Mark>(index.data(LessonListModel::MarkRole).toInt());
    const QColor muted = option.palette.color(QPalette::PlaceholderText);
    const bool isUnreadable = kindOf(index) == Kind::Unreadable;

    const int left = isUnreadable ? 0 : numberWidth(option.fontMetrics);
    const int right = mark == Mark::None ? 0 : static_cast<int>(markSide) + margin;
    const QRect title(inside.x() + left, inside.y(), inside.width() - left - right, line);
    painter.setPen(muted);
    painter.drawText(QRect(inside.x(), inside.y(), left - margin, line),
                     Qt::AlignRight | Qt::AlignVCenter,
                     index.data(LessonListModel::NumberRole).toString());
    painter.setPen(option.palette.color(QPalette::Text));
    paintLine(painter, title, index.data().toString());
    painter.setPen(
        option.palette.color(isUnreadable ? QPalette::BrightText : QPalette::PlaceholderText));
    paintLine(painter, title.translated(0, line + lineGap),
              index.data(LessonListModel::DetailsRole).toString());
    paintMark(painter,
              {inside.right() - markSide, inside.y() + (line - markSide) / 2, markSide, markSide},
              mark, option.palette.color(QPalette::Highlight));
}

}  // namespace

void LessonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    if (kindOf(index) == Kind::Heading) {
        paintHeading(*painter, option, index.data().toString());
    } else {
        paintGround(*painter, option);
        paintLesson(*painter, option, index);
    }
    painter->restore();
}

QSize LessonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int line = option.fontMetrics.height();
    if (kindOf(index) == Kind::Heading)
        return {0, line + 2 * margin};
    return {0, 2 * line + lineGap + 2 * margin};
}
