#pragma once

#include "app/pictures/shownrun.h"
#include "app/timeline/paneltext.h"

#include <QFrame>

class PictureDelegate;
class PictureList;
class PictureModel;
class QComboBox;
class QLabel;
class QSettings;
class QToolButton;
struct Theme;

/// The pictures that a run has brought, each from when it landed, in order of arrival. Hidden while
/// there are none; can be folded up, which is remembered.
class PictureStrip : public QFrame {
    Q_OBJECT

public:
    /// `memory` is borrowed and outlives the strip.
    explicit PictureStrip(QSettings& memory, QWidget* parent = nullptr);

    /// `comparison` is borrowed until another is set; null shows nothing.
    void setComparison(const Comparison* comparison);

    /// The comparison has grown.
    void refresh();

    /// Whether a run that has not ended still goes on.
    void setFeed(Feed feed);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void taskPicked(RunId run, TaskId task);  ///< by the user

private:
    void createHeader();
    void createList();
    void showRun();
    void listRuns();
    void pick(const QModelIndex& index);
    void setFolded(bool isFolded);

    QSettings& m_memory;
    const Comparison* m_comparison = nullptr;
    ShownRun m_shown;
    Feed m_feed = Feed::Ended;
    std::optional<std::size_t> m_listed;  ///< the run that the list holds
    PictureModel* m_model;
    PictureDelegate* m_delegate;
    QToolButton* m_fold = nullptr;
    QComboBox* m_runs = nullptr;
    QLabel* m_count = nullptr;
    PictureList* m_list = nullptr;
};
