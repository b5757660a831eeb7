#pragma once

#include <QObject>
#include <QPixmap>

class QFileDialog;
class QWidget;
struct Study;

/// Puts a study into files: its table as CSV, its charts as a picture.
class StudyDesk : public QObject {
    Q_OBJECT

public:
    /// `window` is what dialogs belong to; it owns the desk.
    explicit StudyDesk(QWidget* window);

    /// Ask for a name, then write. What is given is copied: what happens while the dialog is open
    /// does not show.
    void askWhereToWrite(const Study& study);
    void askWhereToDraw(const QPixmap& charts);

    void write(const Study& study, const QString& path);
    void draw(const QPixmap& charts, const QString& path);

Q_SIGNALS:
    void written(const QString& path);
    void failed(const QString& message);

private:
    QFileDialog* createDialog(const QString& title, const QString& filter, const QString& suffix);

    QWidget* const m_window;
};
