#pragma once

#include <QList>
#include <QObject>

class ComparisonView;
class QAction;
class QMenu;

/// Fills menus with what can be done with the panels: move, hide and overlay them.
class PanelsMenu : public QObject {
    Q_OBJECT

public:
    /// `view` is borrowed; `menu` gets a tick for each run whenever it opens, before what it has
    /// already.
    PanelsMenu(ComparisonView& view, QMenu* menu, QObject* parent);

    /// Adds what can be done with the panel of `run` to its own menu.
    void addTo(QMenu& menu, std::size_t run);

private:
    void listRuns();
    void addGhosts(QMenu& menu, std::size_t run);

    ComparisonView& m_view;
    QMenu* m_menu;
    QList<QAction*> m_ticks;  ///< owned by the menu
};
