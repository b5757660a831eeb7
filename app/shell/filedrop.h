#pragma once

#include <QObject>

class QWidget;

/// Takes files that are dragged onto a window.
class FileDrop : public QObject {
    Q_OBJECT

public:
    /// `window` owns this object.
    explicit FileDrop(QWidget* window);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void fileDropped(const QString& path);
    /// With Shift held.
    void fileDroppedToCompare(const QString& path);
};
