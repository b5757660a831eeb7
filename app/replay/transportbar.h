#pragma once

#include <QColor>
#include <QWidget>

class CommandSet;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSlider;
class Replay;
class Viewport;
enum class Command;
struct Theme;

/// The buttons of a replay, its speed, and where it is.
class TransportBar : public QWidget {
    Q_OBJECT

public:
    /// All are borrowed and outlive the bar.
    TransportBar(const CommandSet& commands, Replay& replay, const Viewport& viewport,
                 QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Whether there is room for words on the buttons.
    void setRoomy(bool isRoomy);
    /// The replay has moved, or its length has changed.
    void showPosition();

private:
    void createButtons(QHBoxLayout* row);
    void addButton(QHBoxLayout* row, Command command);
    void createSpeeds(QHBoxLayout* row);
    void createSlider(QHBoxLayout* row);
    void showPlaying();
    void seekTo(int value);

    const CommandSet& m_commands;
    Replay& m_replay;
    const Viewport& m_viewport;
    QColor m_onAccent;
    bool m_isRoomy = true;
    QPushButton* m_play = nullptr;
    QComboBox* m_speeds = nullptr;
    QSlider* m_slider = nullptr;
    QLabel* m_time = nullptr;
};
