#include "app/pictures/picturedelegate.h"

#include <QPainter>

namespace {

constexpr int margin = 4;
constexpr int gap = 3;
constexpr int dot = 8;

}  // namespace

void PictureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter->setFont(option.font);
    paintFrame(*painter, option);
    const QRect inside = option.rect.adjusted(margin, margin, -margin, -margin);
    const QRect place(inside.x() + (inside.width() - room.width()) / 2, inside.y(), room.width(),
                      room.height());
    paintImage(*painter, place, index.data(Qt::DecorationRole).value<QImage>());
    paintTitle(*painter, inside.adjusted(0, room.height() + gap, 0, 0), index);
    painter->restore();
}

QSize PictureDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {room.width() + 2 * margin,
            room.height() + gap + option.fontMetrics.height() + 2 * margin};
}

void PictureDelegate::paintFrame(QPainter& painter, const QStyleOptionViewItem& option) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool hasFocus = isSelected && option.state.testFlag(QStyle::State_HasFocus);
    if (!isSelected && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    QColor ground = m_theme.accent;
    ground.setAlphaF(0.1F);
    painter.setBrush(ground);
    painter.setPen(hasFocus ? QPen(m_theme.accent, 2) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
}

void PictureDelegate::paintImage(QPainter& painter, const QRect& place, const QImage& image) const
{
    if (!image.isNull()) {
        QRect fitted(QPoint(), image.size().scaled(place.size(), Qt::KeepAspectRatio));
        fitted.moveCenter(place.center());
        painter.drawImage(fitted, image);
        return;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.mutedText, 1, Qt::DashLine));
    painter.drawRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.drawText(place, Qt::AlignCenter, QStringLiteral("?"));
}

void PictureDelegate::paintTitle(QPainter& painter, const QRect& place,
                                 const QModelIndex& index) const
{
    const QString title = painter.fontMetrics().elidedText(
        index.data(Qt::DisplayRole).toString(), Qt::ElideRight, place.width() - dot - gap);
    const int width = painter.fontMetrics().horizontalAdvance(title);
    const int left = place.x() + (place.width() - width - dot - gap) / 2;
    const int middle = place.y() + place.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.hueOf(static_cast<TaskId>(index.data(Qt::UserRole).toUInt())));
    painter.drawEllipse(QRect(left, middle - dot / 2, dot, dot));
    painter.setPen(m_theme.text);
    painter.drawText(QRect(left + dot + gap, place.y(), width + 1, place.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, title);
}
