#include "app/replay/replaybar.h"

#include "app/replay/instantpanel.h"
#include "app/replay/transportbar.h"
#include "app/shell/commandset.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "core/model/recording.h"

#include <QBoxLayout>
#include <QResizeEvent>

namespace {

constexpr int widthForWords = 1150;
constexpr int widthForOneRow = 960;
constexpr std::array replayCommands{
    Command::PlayReplay,   Command::ReplayToStart, Command::StepForward, Command::StepBack,
    Command::SlowerReplay, Command::FasterReplay,  Command::LoopReplay};

}  // namespace

ReplayBar::ReplayBar(const CommandSet& commands, ComparisonView& view, QSettings& memory,
                     QWidget* parent)
    : QFrame(parent),
      m_commands(commands),
      m_view(view),
      m_replay(view.viewport()),
      m_motion(commands.action(Command::ReducedMotion), memory)
{
    setObjectName(QStringLiteral("replayBar"));
    setAccessibleName(tr("Replay"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_replay.setMotion(m_motion.motion());
    createParts();
    connectCommands();
    updateOffer();
}

void ReplayBar::createParts()
{
    m_transport = new TransportBar(m_commands, m_replay, m_view.viewport());
    m_instant = new InstantPanel;
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_row->setContentsMargins(14, 5, 14, 5);
    m_row->setSpacing(16);
    m_row->addWidget(m_transport, 2);
    m_row->addWidget(m_instant, 3);
    connect(&m_view, &ComparisonView::arranged, this, [this] {
        m_replay.setRuns(m_view.stack().order().shown());
        showTime();
    });
    connect(&m_view, &ComparisonView::panelFocused, m_instant, &InstantPanel::showRun);
    const Viewport* viewport = &m_view.viewport();
    connect(viewport, &Viewport::cursorChanged, this, &ReplayBar::showTime);
    connect(viewport, &Viewport::visibleChanged, this, &ReplayBar::showTime);
}

void ReplayBar::connectCommands()
{
    m_commands.on(Command::PlayReplay, &m_replay, &Replay::playOrPause);
    m_commands.on(Command::ReplayToStart, &m_replay, &Replay::toStart);
    m_commands.on(Command::StepForward, &m_replay, &Replay::stepForward);
    m_commands.on(Command::StepBack, &m_replay, &Replay::stepBack);
    m_commands.on(Command::SlowerReplay, &m_replay, &Replay::slower);
    m_commands.on(Command::FasterReplay, &m_replay, &Replay::faster);
    m_commands.on(Command::LoopReplay, &m_replay, &Replay::setLooping);
    connect(&m_replay, &Replay::loopingChanged, m_commands.action(Command::LoopReplay),
            &QAction::setChecked);
    connect(&m_motion, &MotionKeeper::motionChanged, &m_replay, &Replay::setMotion);
}

void ReplayBar::setComparison(const Comparison* comparison)
{
    m_comparison = comparison;
    updateOffer();
}

void ReplayBar::setActivity(Activity activity)
{
    m_activity = activity;
    updateOffer();
}

void ReplayBar::refreshNow()
{
    updateOffer();
}

void ReplayBar::setOffered(bool isOffered)
{
    m_isOffered = isOffered;
    updateOffer();
}

void ReplayBar::setTheme(const Theme& theme)
{
    m_transport->setTheme(theme);
    m_instant->setTheme(theme);
}

void ReplayBar::setProjected(int letters)
{
    m_transport->setVisible(letters == 0);
    const QString sheet =
        QStringLiteral("* { font-size: %1px; } QLabel, QComboBox { max-width: %2px; }");
    setStyleSheet(letters > 0 ? sheet.arg(letters).arg(letters * 10) : QString());
}

void ReplayBar::updateOffer()
{
    const bool hasRuns = m_comparison && !m_comparison->runs.empty();
    const bool canReplay =
        m_isOffered && hasRuns && m_activity == Activity::Idle && m_replay.length() > Nanoseconds{};
    m_replay.setComparison(canReplay ? m_comparison : nullptr);
    m_replay.setRuns(m_view.stack().order().shown());
    m_instant->setComparison(canReplay ? m_comparison : nullptr);
    if (canReplay)
        m_replay.suggestSpeed();
    for (const Command command : replayCommands)
        m_commands.setEnabled(command, canReplay);
    setEnabled(canReplay);
    // From the start of the first run on, so that nothing moves when it is over.
    setVisible(m_isOffered && (hasRuns || m_activity != Activity::Idle));
    showTime();
}

void ReplayBar::showTime()
{
    if (!isEnabled())
        return;
    m_transport->showPosition();
    m_instant->showTime(m_view.viewport().cursor().value_or(Nanoseconds{}));
}

void ReplayBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    m_transport->setRoomy(event->size().width() >= widthForWords);
    m_row->setDirection(event->size().width() < widthForOneRow ? QBoxLayout::TopToBottom
                                                               : QBoxLayout::LeftToRight);
}
