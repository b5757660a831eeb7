#pragma once

#include <QObject>

class QAction;
class QSettings;
class QSplitter;

/// Which of the columns beside the timelines are shown, and how wide: as the user left it, but
/// without the right one where the window is too narrow for three, until it is asked for.
class PaneKeeper : public QObject {
    Q_OBJECT

public:
    static constexpr int widthForThree = 1180;

    struct Actions {
        QAction* place;
        QAction* times;
    };

    /// `splitter` holds the place, timelines and times. All are borrowed.
    PaneKeeper(QSplitter* splitter, Actions actions, QSettings& memory);

    void recall();
    void remember() const;

    /// To be called when the window is `width` wide.
    void fitTo(int width);

    /// Shows the left column, and gives it the focus.
    void showPlace();

    /// Hides both columns, whatever is to be shown, until they are back.
    void setAway(bool areAway);

    /// Whether the times say anything of what is shown in the middle; otherwise they are put away.
    void setTimesWanted(bool areWanted);

private:
    void setShown(int pane, QAction* action, bool isShown);
    void noteWish(bool isShown);
    void showTimesIfWanted();

    QSplitter* const m_splitter;
    const Actions m_actions;
    QSettings& m_memory;
    bool m_isNarrow = false;
    bool m_areAway = false;
    bool m_saySomething = true;
    bool m_wantsTimes = true;  ///< where there is room
};
