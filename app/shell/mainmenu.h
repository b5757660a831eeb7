#pragma once

class CommandSet;
class QMenu;
class QMenuBar;
class RecentFiles;

/// Fills `bar` with every command. `recent` keeps its own menu up to date. Returns the menu for the
/// runs that were kept without being saved, to be filled when it is shown.
QMenu* fillMenuBar(QMenuBar* bar, const CommandSet& commands, RecentFiles& recent);

/// Fills `menu` with the choices of theme.
void fillThemeMenu(QMenu* menu, const CommandSet& commands);
