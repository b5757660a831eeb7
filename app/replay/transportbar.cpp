#include "app/replay/transportbar.h"

#include "app/replay/replay.h"
#include "app/shell/chooser.h"
#include "app/shell/commandset.h"
#include "app/shell/glyph.h"
#include "app/shell/role.h"
#include "app/theme/theme.h"
#include "app/timeline/timetext.h"
#include "app/timeline/viewport.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace {

constexpr int sliderSteps = 10'000;
constexpr int shortestSlider = 48;
constexpr int roomForTime = 66;
constexpr Nanoseconds finestStep = std::chrono::microseconds(1);
constexpr int figuresPerView = 500;  // what the time tells apart in what is visible

}  // namespace

TransportBar::TransportBar(const CommandSet& commands, Replay& replay, const Viewport& viewport,
                           QWidget* parent)
    : QWidget(parent),
      m_commands(commands),
      m_replay(replay),
      m_viewport(viewport)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    createButtons(row);
    createSpeeds(row);
    createSlider(row);
    showPlaying();
}

void TransportBar::setTheme(const Theme& theme)
{
    m_onAccent = theme.onAccent;
    showPlaying();
}

void TransportBar::createButtons(QHBoxLayout* row)
{
    addButton(row, Command::ReplayToStart);
    addButton(row, Command::StepBack);
    m_play = new QPushButton;
    m_play->setObjectName(QStringLiteral("replay"));
    setRole(m_play, Role::Primary);
    QAction* const play = m_commands.action(Command::PlayReplay);
    m_play->setToolTip(play->toolTip());
    connect(m_play, &QPushButton::clicked, play, &QAction::trigger);
    connect(&m_replay, &Replay::playingChanged, this, &TransportBar::showPlaying);
    row->addWidget(m_play);
    addButton(row, Command::StepForward);
    addButton(row, Command::LoopReplay);
}

void TransportBar::addButton(QHBoxLayout* row, Command command)
{
    auto* button = new QToolButton;
    button->setFocusPolicy(Qt::StrongFocus);
    button->setDefaultAction(m_commands.action(command));
    button->setAccessibleName(m_commands.action(command)->text().remove(u'&'));
    row->addWidget(button);
}

void TransportBar::createSpeeds(QHBoxLayout* row)
{
    m_speeds = new Chooser(tr("Speed of the replay"));
    m_speeds->setObjectName(QStringLiteral("replaySpeed"));
    m_speeds->setToolTip(tr("How fast the picture moves. The workers ran at full speed."));
    for (std::size_t speed = 0; speed < replayDivisors.size(); ++speed)
        m_speeds->addItem(speedText(speed));
    m_speeds->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    const auto follow = [this] { m_speeds->setCurrentIndex(static_cast<int>(m_replay.speed())); };
    follow();
    connect(&m_replay, &Replay::speedChanged, this, follow);
    connect(m_speeds, &QComboBox::activated, &m_replay,
            [this](int speed) { m_replay.setSpeed(static_cast<std::size_t>(speed)); });
    row->addWidget(m_speeds);
}

void TransportBar::createSlider(QHBoxLayout* row)
{
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(QStringLiteral("replayPosition"));
    m_slider->setAccessibleName(tr("Position of the replay"));
    m_slider->setRange(0, sliderSteps);
    m_slider->setSingleStep(sliderSteps / 200);
    m_slider->setPageStep(sliderSteps / 20);
    m_slider->setMinimumWidth(shortestSlider);
    connect(m_slider, &QSlider::sliderPressed, &m_replay, &Replay::pause);
    connect(m_slider, &QSlider::valueChanged, this, &TransportBar::seekTo);
    row->addWidget(m_slider, 1);
    m_time = new QLabel;
    m_time->setObjectName(QStringLiteral("replayTime"));
    m_time->setMinimumWidth(roomForTime);
    setRole(m_time, Role::Strong);
    row->addWidget(m_time);
}

void TransportBar::setRoomy(bool isRoomy)
{
    m_isRoomy = isRoomy;
    showPlaying();
}

void TransportBar::showPlaying()
{
    const bool isPlaying = m_replay.isPlaying();
    const QString text = isPlaying ? tr("Pause") : tr("Replay");
    m_play->setText(m_isRoomy ? text : QString());
    m_play->setAccessibleName(text);
    m_play->setIcon(glyphIcon(isPlaying ? Glyph::Pause : Glyph::Run, m_onAccent));
}

void TransportBar::showPosition()
{
    const Nanoseconds length = std::max(Nanoseconds(1), m_replay.length());
    const double share =
        static_cast<double>(m_replay.position().count()) / static_cast<double>(length.count());
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(static_cast<int>(std::lround(share * sliderSteps)));
    Nanoseconds step = m_viewport.visible().length() / figuresPerView;
    if (!m_replay.isPlaying())  // from change to change it goes by less than a pixel
        step = std::min(step, finestStep);
    const TimeFormat format = timeFormatFor({Nanoseconds{}, length}, step);
    m_time->setText(timeText(m_replay.position(), format));
    if (!m_replay.isPlaying())  // a screen reader is told where it stands
        m_slider->setAccessibleDescription(m_time->text());
}

void TransportBar::seekTo(int value)
{
    const double share = static_cast<double>(value) / sliderSteps;
    const auto length = static_cast<double>(m_replay.length().count());
    m_replay.seek(Nanoseconds(std::llround(share * length)));
}
