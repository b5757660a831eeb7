#pragma once

#include "core/lesson/lesson.h"

#include <QPixmap>
#include <QWidget>

class QLabel;

/// A picture of the lesson, as wide as there is room, with its caption.
class PictureBlock : public QWidget {
    Q_OBJECT

public:
    PictureBlock(const lesson::Picture& picture, const QString& folder, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QPixmap m_picture;
    QLabel* m_label = nullptr;
};
