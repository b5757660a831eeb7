#include "app/viewcommands.h"

#include "app/shell/aboutbox.h"
#include "app/shell/commandset.h"
#include "app/shell/shortcutsheet.h"
#include "app/shell/themekeeper.h"
#include "app/timeline/comparisonview.h"
#include "app/timelineswitches.h"
#include "app/workspace.h"

#include <QApplication>

ViewCommands::ViewCommands(const CommandSet& commands, Workspace& workspace, ThemeKeeper& theme,
                           QWidget* window)
    : QObject(window),
      m_commands(commands),
      m_window(window)
{
    connectTimelines(workspace);
    connectTheme(theme);
    connectHelp();
}

void ViewCommands::connectTimelines(Workspace& workspace)
{
    ComparisonView* view = &workspace.view();
    m_commands.on(Command::Fit, view, &ComparisonView::fit);
    m_commands.on(Command::ZoomIn, view, &ComparisonView::zoomIn);
    m_commands.on(Command::ZoomOut, view, &ComparisonView::zoomOut);
    m_commands.on(Command::UndoZoom, view, &ComparisonView::undoZoom);
    m_commands.on(Command::Search, view, &ComparisonView::openSearch);
    m_commands.on(Command::SetBookmark, view, &ComparisonView::setBookmark);
    m_commands.on(Command::NextBookmark, view, &ComparisonView::goToNextBookmark);
    m_commands.on(Command::PreviousBookmark, view, &ComparisonView::goToPreviousBookmark);
    m_commands.on(Command::GoToLessons, &workspace, [&] { workspace.goTo(WindowPlace::Lessons); });
    m_commands.on(Command::GoToLab, &workspace, [&] { workspace.goTo(WindowPlace::Lab); });
    m_commands.on(Command::GoToObserve, &workspace, [&] { workspace.goTo(WindowPlace::Observe); });
    m_commands.on(Command::GoToStudy, &workspace, [&] { workspace.goTo(WindowPlace::Study); });
    TimelineSwitches* switches = &workspace.switches();
    m_commands.on(Command::SwitchRows, switches, &TimelineSwitches::switchRows);
    m_commands.on(Command::SwitchColours, switches, &TimelineSwitches::switchColours);
    m_commands.on(Command::FullScreen, this, &ViewCommands::setFullScreen);
}

void ViewCommands::connectTheme(ThemeKeeper& theme)
{
    const auto choose = [&](Command command, ThemeChoice choice) {
        m_commands.on(command, &theme, [&theme, choice] { theme.choose(choice); });
        m_commands.action(command)->setChecked(theme.choice() == choice);
    };
    choose(Command::FollowDesktop, ThemeChoice::FollowDesktop);
    choose(Command::LightTheme, ThemeChoice::Light);
    choose(Command::DarkTheme, ThemeChoice::Dark);
    choose(Command::HighContrastTheme, ThemeChoice::HighContrast);
}

void ViewCommands::connectHelp()
{
    m_commands.on(Command::Shortcuts, this, [this] { (new ShortcutSheet(m_window))->show(); });
    m_commands.on(Command::About, this, [this] { (new AboutBox(m_window))->show(); });
    m_commands.on(Command::AboutQt, qApp, &QApplication::aboutQt);
}

void ViewCommands::setFullScreen(bool isFull)
{
    m_window->setWindowState(isFull ? m_window->windowState() | Qt::WindowFullScreen
                                    : m_window->windowState() & ~Qt::WindowFullScreen);
}
