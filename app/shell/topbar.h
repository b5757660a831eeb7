#pragma once

#include "app/shell/windowplace.h"

#include <QFrame>

class CommandSet;
enum class Command;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
class SegmentedSwitch;
struct Theme;

/// The bar along the top of the window: where one is, how the timelines are shown, and the one
/// button to press. Its buttons lose their words where there is no room for them.
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

    [[nodiscard]] SegmentedSwitch* rows() const noexcept { return m_rows; }
    [[nodiscard]] SegmentedSwitch* colours() const noexcept { return m_colours; }

Q_SIGNALS:
    void runAsked();
    void stopAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void createLogo(QHBoxLayout* row);
    void createPlace(QHBoxLayout* row, Command command, const QString& name);
    void createSwitches(QHBoxLayout* row);
    void createButtons(QHBoxLayout* row);
    QToolButton* createButton(QAction* action);
    void createThemeButton(QHBoxLayout* row);
    void createPrimary(QHBoxLayout* row);
    [[nodiscard]] QString primaryTip() const;
    void setWords(bool areShown);
    void fitWords();

    const CommandSet& m_commands;
    QLabel* m_logo = nullptr;
    SegmentedSwitch* m_rows = nullptr;
    SegmentedSwitch* m_colours = nullptr;
    QList<QLabel*> m_captions;
    QList<QToolButton*> m_buttons;
    QToolButton* m_theme = nullptr;
    QPushButton* m_primary = nullptr;
    Primary m_is = Primary::Run;
    WindowPlace m_place = WindowPlace::Lab;
    int m_widthWithWords = 0;  ///< 0: to be measured
    QColor m_onAccent;
};
