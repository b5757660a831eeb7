#pragma once

#include <QListWidget>

class RecentCommands;

/// The command lines that were observed last, as tall as they need.
class RecentCommandList : public QListWidget {
    Q_OBJECT

public:
    /// `recent` is borrowed and outlives the list.
    explicit RecentCommandList(RecentCommands& recent, QWidget* parent = nullptr);

Q_SIGNALS:
    void lineChosen(const QString& line);     ///< to be shown
    void lineActivated(const QString& line);  ///< to be run

private:
    void rebuild();
    void connectItems();

    RecentCommands& m_recent;
};
