#pragma once

#include "core/model/recording.h"

#include <QAbstractListModel>
#include <QImage>

#include <vector>

/// The pictures of one run in order of arrival. Each is decoded when it is first looked at, once.
class PictureModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// In pixels: no picture is kept larger. To be called before any is looked at.
    void setRoom(QSize room) { m_room = room; }

    /// Shows run `run` of `comparison`, which is borrowed until another is set; null shows nothing.
    void setRun(const Comparison* comparison, std::size_t run);

    /// Takes in what has landed since.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

    /// DisplayRole: the task's title. DecorationRole: a QImage, null for a broken one.
    /// ToolTipRole and AccessibleDescriptionRole: all about it. UserRole: the task's number.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Thumbnail {
        QImage image;
        bool isDecoded = false;
    };

    [[nodiscard]] const QImage& imageOf(std::size_t row) const;
    [[nodiscard]] const Recording* run() const;

    const Comparison* m_comparison = nullptr;
    std::size_t m_run = 0;
    QSize m_room{160, 160};
    mutable std::vector<Thumbnail> m_thumbnails;  ///< of the pictures that are known of
};
