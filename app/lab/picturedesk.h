#pragma once

#include "app/theme/theme.h"
#include "app/timeline/comparisonsight.h"
#include "core/model/recording.h"

#include <QObject>
#include <QSize>

class QWidget;

/// What a picture is to show.
struct PictureOrder {
    Comparison comparison;
    ComparisonSight sight;
    Theme theme;
    QSize size{1440, 900};  ///< the least
};

/// Puts the timelines into picture files.
class PictureDesk : public QObject {
    Q_OBJECT

public:
    /// `window` is what dialogs belong to; it owns the desk.
    explicit PictureDesk(QWidget* window);

    /// Asks for a name, then draws what `order` tells into that file. It is copied: what happens
    /// while the dialog is open does not show.
    void askWhereToDraw(const PictureOrder& order);

    void draw(const PictureOrder& order, const QString& path);

Q_SIGNALS:
    void drawn(const QString& path);
    void failed(const QString& message);

private:
    QWidget* const m_window;
};
