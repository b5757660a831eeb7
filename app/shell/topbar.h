#pragma once

#include "app/shell/windowplace.h"

#include <QFrame>

#include <array>

class CommandSet;
enum class Command;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
class SegmentedSwitch;
struct Theme;

/// The bar along the top of the window: where one is, how the timelines are shown, and the one
/// button to press. Its buttons lose their words where there is no room for them, then the logo its
/// name.
class TopBar : public QFrame {
    Q_OBJECT

public:
    /// `commands` is borrowed and outlives the bar.
    explicit TopBar(const CommandSet& commands, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    /// Whether the primary button stops what goes on, rather than begins something.
    enum class Primary { Run, Stop, Stopping };
    void setPrimary(Primary primary);

    /// Where the user is, which is what the primary button begins something of.
    void setPlace(WindowPlace place);

    /// Whether the switches are those for observed programs, which have no tasks.
    void setObserved(bool isObserved);
    /// Tasks, workers, cores; or threads, cores.
    [[nodiscard]] SegmentedSwitch* rows() const noexcept { return m_rows[m_isObserved]; }
    /// Tasks or processes, states.
    [[nodiscard]] SegmentedSwitch* colours() const noexcept { return m_colours[m_isObserved]; }

Q_SIGNALS:
    void runAsked();
    void stopAsked();
    void rowsChosen(int choice);     ///< by the user, among those of `rows`
    void coloursChosen(int choice);  ///< by the user, among those of `colours`

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void createLogo(QHBoxLayout* row);
    void createPlace(QHBoxLayout* row, Command command, const QString& name);
    void createSwitches(QHBoxLayout* row);
    void fillSwitches();
    void addCaption(QHBoxLayout* row, const QString& caption);
    SegmentedSwitch* addSwitch(QHBoxLayout* row, const QString& caption, const QString& name);
    void createButtons(QHBoxLayout* row);
    QToolButton* createButton(QAction* action);
    void createThemeButton(QHBoxLayout* row);
    void createPrimary(QHBoxLayout* row);
    void updateSwitches();
    [[nodiscard]] bool hasTimelines() const noexcept { return m_place != WindowPlace::Study; }
    [[nodiscard]] QString primaryText() const;
    [[nodiscard]] QString primaryTip() const;
    void setWords(bool areShown);
    void setButtons(bool areShown);
    void measure();
    void measureAgain();
    void fitWords();

    const CommandSet& m_commands;
    QLabel* m_logo = nullptr;
    QLabel* m_name = nullptr;
    std::array<SegmentedSwitch*, 2> m_rows{};     ///< for runs of our own, for observed programs
    std::array<SegmentedSwitch*, 2> m_colours{};  ///< as above
    bool m_isObserved = false;
    QList<QLabel*> m_captions;
    QList<QToolButton*> m_buttons;
    QToolButton* m_theme = nullptr;
    QPushButton* m_primary = nullptr;
    Primary m_is = Primary::Run;
    WindowPlace m_place = WindowPlace::Lab;
    int m_widthWithWords = 0;  ///< 0: to be measured
    int m_widthWithName = 0;   ///< of the program, but no other words
    int m_widthWithButtons = 0;
    int m_widthWithColours = 0;  ///< but no buttons that menus have too
    int m_widthWithRows = 0;
    bool m_hasRoomForColours = true;
    bool m_hasRoomForRows = true;
    bool m_isFitting = false;
    QColor m_onAccent;
};
