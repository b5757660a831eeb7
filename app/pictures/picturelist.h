#pragma once

#include <QListView>

/// The pictures side by side, in rows. Follows what lands, unless the user has scrolled up.
class PictureList : public QListView {
    Q_OBJECT

public:
    explicit PictureList(QWidget* parent = nullptr);

    /// Other pictures are shown: from the first one on, or following what lands.
    enum class Side { Beginning, End };
    void startFrom(Side side);

    void setModel(QAbstractItemModel* model) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] bool isAtEnd() const;

    bool m_follows = true;
};
