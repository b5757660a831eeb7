#pragma once

class CommandSet;
class QMenu;
class QMenuBar;
class RecentFiles;

/// Menus that others fill when they are shown.
struct OpenMenus {
    QMenu* earlier = nullptr;  ///< the runs that were kept without being saved
    QMenu* panels = nullptr;   ///< the runs that are shown, before what it has already
};

/// Fills `bar` with every command. `recent` keeps its own menu up to date.
OpenMenus fillMenuBar(QMenuBar* bar, const CommandSet& commands, RecentFiles& recent);

/// Fills `menu` with the choices of theme.
void fillThemeMenu(QMenu* menu, const CommandSet& commands);
