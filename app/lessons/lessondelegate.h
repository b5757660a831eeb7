#pragma once

#include <QStyledItemDelegate>

/// Draws the rows of a LessonListModel: headings, and lessons with their number, title and how far
/// one came. Its colours are those of the palette.
class LessonDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};
