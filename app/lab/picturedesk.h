#pragma once

#include <QObject>

class QWidget;
struct Comparison;
struct Theme;

/// Puts the timelines into picture files.
class PictureDesk : public QObject {
    Q_OBJECT

public:
    /// `window` is what dialogs belong to; it owns the desk.
    explicit PictureDesk(QWidget* window);

    /// Asks for a name, then draws `comparison` into that file. Both are copied: what happens while
    /// the dialog is open does not show.
    void askWhereToDraw(const Comparison& comparison, const Theme& theme);

    void draw(const Comparison& comparison, const Theme& theme, const QString& path);

Q_SIGNALS:
    void drawn(const QString& path);
    void failed(const QString& message);

private:
    QWidget* const m_window;
};
