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

    /// To be called when the window is `height` high: where that is little, the timelines need it,
    /// and the strip is folded up until it is asked for.
    void fitTo(int height);

Q_SIGNALS:
    void taskPicked(RunId run, TaskId task);  ///< by the user

private:
    void createHeader();
    void createList();
    void showRun();
    void listRuns();
    void pick(const QModelIndex& index);
    void noteWish(bool isFolded);
    void setFolded(bool isFolded);

    QSettings& m_memory;
    const Comparison* m_comparison = nullptr;
    ShownRun m_shown;
    bool m_isLow = false;
    bool m_wantsFolded = false;  ///< where there is room
    Feed m_feed = Feed::Ended;
    std::optional<std::size_t> m_listed;  ///< the run that the list holds
    PictureModel* m_model;
    PictureDelegate* m_delegate;
    QToolButton* m_fold = nullptr;
    QComboBox* m_runs = nullptr;
    QLabel* m_count = nullptr;
    PictureList* m_list = nullptr;
};
