#pragma once

#include "app/lessons/lessonshelf.h"

#include <QWidget>

#include <functional>

class LessonListModel;
class LessonListView;
class ProblemView;
class ProgressStore;
class QLabel;
class QLineEdit;
class QModelIndex;
class QUrl;
class QVBoxLayout;

/// The lessons to choose from, in the left column of the window.
class LessonList : public QWidget {
    Q_OBJECT

public:
    /// Shows a folder in the desktop's file manager; false where there is none.
    using Opener = std::function<bool(const QUrl&)>;

    /// Both are borrowed and outlive the list.
    LessonList(LessonShelf& shelf, ProgressStore& store, QWidget* parent = nullptr);

    void setOpener(Opener opener) { m_openFolder = std::move(opener); }

    /// Makes that file the current one, without choosing it; one that is not found changes nothing.
    void setCurrent(const QString& path);

Q_SIGNALS:
    void chosen(const QString& path);  ///< a lesson that can be read, by the user
    void failed(const QString& message);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createSearch(QVBoxLayout* column);
    void createList(QVBoxLayout* column);
    void createButtons(QVBoxLayout* column);
    void choose(const QModelIndex& index);
    void chooseFound();
    void showCurrent(const QModelIndex& index);
    void showOrSayNothing();
    void askForFile();
    void add(const QStringList& paths);
    void openOwnFolder();

    LessonShelf& m_shelf;
    Opener m_openFolder;
    LessonListModel* m_model;
    QLineEdit* m_search = nullptr;
    LessonListView* m_view = nullptr;
    QLabel* m_nothing = nullptr;
    ProblemView* m_problems = nullptr;
    QString m_current;  ///< the file whose row the user went to last
};
