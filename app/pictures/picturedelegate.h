#pragma once

#include "app/theme/theme.h"

#include <QStyledItemDelegate>

/// Draws a picture with its task's number below it, and a dot of the task's hue.
class PictureDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr QSize room{88, 60};  ///< of the picture, in logical pixels

    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

    /// The same for all.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    void paintFrame(QPainter& painter, const QStyleOptionViewItem& option) const;
    void paintImage(QPainter& painter, const QRect& place, const QImage& image) const;
    void paintTitle(QPainter& painter, const QRect& place, const QModelIndex& index) const;

    Theme m_theme;
};
