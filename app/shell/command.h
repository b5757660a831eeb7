#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

/// Everything that the window's menus and keys can do.
enum class Command {
    Open,
    CompareWith,
    StopComparing,
    Save,
    SaveAs,
    ExportPicture,
    ExportSight,
    ExportTable,
    ExportCsv,
    ExportChromeTrace,
    ExportFxt,
    OpenInPerfetto,
    CopyPicture,
    Quit,
    Undo,
    Redo,
    RunAll,
    RunPlan,
    Stop,
    SwitchRows,
    SwitchColours,
    Fit,
    ZoomIn,
    ZoomOut,
    UndoZoom,
    Search,
    SetBookmark,
    NextBookmark,
    PreviousBookmark,
    HidePanel,
    ShowAllPanels,
    MovePanelUp,
    MovePanelDown,
    GoToLessons,
    GoToLab,
    GoToObserve,
    GoToStudy,
    ShowCode,
    ShowTable,
    ShowPlace,
    ShowTimes,
    PlayReplay,
    ReplayToStart,
    StepForward,
    StepBack,
    SlowerReplay,
    FasterReplay,
    LoopReplay,
    ReducedMotion,
    FollowDesktop,
    LightTheme,
    DarkTheme,
    HighContrastTheme,
    Projector,
    FullScreen,
    Shortcuts,
    About,
    AboutQt,
};

inline constexpr int commandCount = static_cast<int>(Command::AboutQt) + 1;

/// What a command looks like in menus.
struct CommandLook {
    QString text;     ///< with its mnemonic
    QString tip;      ///< one sentence; may be empty
    QString viewKey;  ///< the key that the timeline itself listens to for it, if any
    bool isCheckable = false;
};

[[nodiscard]] CommandLook lookOf(Command command);

/// The keys of a command, the one to show first. They hold in the whole window.
[[nodiscard]] QList<QKeySequence> keysOf(Command command);
