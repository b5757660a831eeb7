#pragma once

class CommandSet;
class QMenu;
class QMenuBar;
class RecentFiles;

/// Fills `bar` with every command. `recent` keeps its own menu up to date.
void fillMenuBar(QMenuBar* bar, const CommandSet& commands, RecentFiles& recent);

/// Fills `menu` with the choices of theme.
void fillThemeMenu(QMenu* menu, const CommandSet& commands);
