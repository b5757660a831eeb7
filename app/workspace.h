#pragma once

#include "app/lab/labpane.h"

#include <QWidget>

class CommandSet;
class ComparisonView;
class LabHistory;
class MessageStrip;
class PaneKeeper;
class QSettings;
class QSplitter;
class SidePane;
class TopBar;
struct Comparison;
struct Theme;

/// What fills the window: the bar, messages, and beneath them the Lab, the timelines and the times.
class Workspace : public QWidget {
    Q_OBJECT

public:
    /// All are borrowed and outlive the workspace.
    Workspace(const CommandSet& commands, LabHistory& history, QSettings& memory,
              QWidget* parent = nullptr);

    [[nodiscard]] TopBar& bar() const noexcept { return *m_bar; }
    [[nodiscard]] MessageStrip& messages() const noexcept { return *m_messages; }
    [[nodiscard]] LabPane& lab() const noexcept { return *m_lab; }
    [[nodiscard]] ComparisonView& view() const noexcept { return *m_view; }
    [[nodiscard]] PaneKeeper& panes() const noexcept { return *m_panes; }

    void setTheme(const Theme& theme);
    void setActivity(LabPane::Activity activity);

    /// `comparison` is borrowed until another is set; null shows nothing.
    void setComparison(const Comparison* comparison);

    /// The comparison has grown.
    void refresh();

    /// The comparison has grown for the last time.
    void refreshNow();

    void switchRows();
    void switchColours();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void createParts(const CommandSet& commands, LabHistory& history);
    void createColumns(const CommandSet& commands, QSettings& memory);
    void connectSwitches();
    /// Shows the switches that fit what is shown, as they stand.
    void updateSwitches();
    void setRows(int choice);
    void setColours(int choice);

    TopBar* m_bar = nullptr;
    MessageStrip* m_messages = nullptr;
    QSplitter* m_columns = nullptr;
    LabPane* m_lab = nullptr;
    ComparisonView* m_view = nullptr;
    SidePane* m_side = nullptr;
    PaneKeeper* m_panes = nullptr;
};
