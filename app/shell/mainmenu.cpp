#include "app/shell/mainmenu.h"

#include "app/shell/commandset.h"
#include "app/shell/recentfiles.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include <initializer_list>
#include <optional>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("MainMenu", text);
}

/// Nothing stands for a separator.
using Entries = std::initializer_list<std::optional<Command>>;

void add(QMenu* menu, const CommandSet& commands, Entries entries)
{
    for (const auto& command : entries) {
        if (command)
            menu->addAction(commands.action(*command));
        else
            menu->addSeparator();
    }
}

}  // namespace

OpenMenus fillMenuBar(QMenuBar* bar, const CommandSet& commands, RecentFiles& recent)
{
    using enum Command;
    constexpr auto separator = std::nullopt;

    QMenu* file = bar->addMenu(tr("&File"));
    file->setObjectName(QStringLiteral("file"));
    add(file, commands, {Open});
    QMenu* recentMenu = file->addMenu(tr("Open &Recent"));
    recentMenu->setToolTipsVisible(true);
    recent.fill(recentMenu);
    QMenu* const earlier = file->addMenu(tr("&Earlier Runs"));
    add(file, commands, {CompareWith, StopComparing, separator, Save, SaveAs, separator});
    add(file->addMenu(tr("E&xport")), commands,
        {ExportPicture, ExportSight, separator, ExportTable, ExportCsv, separator,
         ExportChromeTrace, ExportFxt});
    add(file, commands, {OpenInPerfetto, CopyPicture, separator, Quit});

    add(bar->addMenu(tr("&Edit")), commands, {Undo, Redo});
    add(bar->addMenu(tr("&Run")), commands, {RunAll, RunPlan, separator, Stop});

    add(bar->addMenu(tr("Re&play")), commands,
        {PlayReplay, ReplayToStart, separator, StepForward, StepBack, separator, SlowerReplay,
         FasterReplay, separator, LoopReplay});

    QMenu* view = bar->addMenu(tr("&View"));
    add(view, commands, {SwitchRows, SwitchColours, separator, Fit, ZoomIn, ZoomOut, UndoZoom});
    add(view, commands, {separator, Search, SetBookmark, NextBookmark, PreviousBookmark});
    add(view, commands,
        {separator, GoToLessons, GoToLab, GoToObserve, GoToStudy, separator, ShowCode, ShowTable, ShowPlace,
         ShowTimes});
    QMenu* const panels = view->addMenu(tr("&Panels"));
    panels->setObjectName(QStringLiteral("panels"));
    add(panels, commands, {HidePanel, ShowAllPanels, separator, MovePanelUp, MovePanelDown});
    fillThemeMenu(view->addMenu(tr("&Theme")), commands);
    add(view, commands, {ReducedMotion, separator, Projector, FullScreen});

    add(bar->addMenu(tr("&Help")), commands, {Shortcuts, separator, About, AboutQt});
    return {earlier, panels};
}

void fillThemeMenu(QMenu* menu, const CommandSet& commands)
{
    using enum Command;
    add(menu, commands, {FollowDesktop, std::nullopt, LightTheme, DarkTheme, HighContrastTheme});
}
