#include "app/shell/panekeeper.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>
#include <QWidget>

namespace {

constexpr int placePane = 0;
constexpr int timesPane = 2;
const QString splitterKey = QStringLiteral("window/splitter");
const QString placeKey = QStringLiteral("window/leftColumn");
const QString timesKey = QStringLiteral("window/times");

}  // namespace

PaneKeeper::PaneKeeper(QSplitter* splitter, Actions actions, QSettings& memory)
    : QObject(splitter),
      m_splitter(splitter),
      m_actions(actions),
      m_memory(memory)
{
    connect(m_actions.place, &QAction::triggered, this,
            [this](bool isShown) { setShown(placePane, m_actions.place, isShown); });
    connect(m_actions.times, &QAction::triggered, this, &PaneKeeper::noteWish);
}

void PaneKeeper::recall()
{
    m_splitter->restoreState(m_memory.value(splitterKey).toByteArray());
    m_wantsTimes = m_memory.value(timesKey, true).toBool();
    setShown(placePane, m_actions.place, m_memory.value(placeKey, true).toBool());
    showTimesIfWanted();
}

void PaneKeeper::remember() const
{
    m_memory.setValue(splitterKey, m_splitter->saveState());
    m_memory.setValue(placeKey, m_actions.place->isChecked());
    m_memory.setValue(timesKey, m_wantsTimes);
}

void PaneKeeper::fitTo(int width)
{
    const bool isNarrow = width < widthForThree;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    showTimesIfWanted();
}

void PaneKeeper::showPlace()
{
    setShown(placePane, m_actions.place, true);
    m_splitter->widget(placePane)->setFocus(Qt::ShortcutFocusReason);
}

void PaneKeeper::setTimesWanted(bool areWanted)
{
    if (areWanted == m_saySomething)
        return;
    m_saySomething = areWanted;
    showTimesIfWanted();
}

void PaneKeeper::setAway(bool areAway)
{
    m_areAway = areAway;
    setShown(placePane, m_actions.place, m_actions.place->isChecked());
    setShown(timesPane, m_actions.times, m_actions.times->isChecked());
}

void PaneKeeper::showTimesIfWanted()
{
    setShown(timesPane, m_actions.times, m_wantsTimes && !m_isNarrow && m_saySomething);
}

void PaneKeeper::setShown(int pane, QAction* action, bool isShown)
{
    action->setChecked(isShown);
    m_splitter->widget(pane)->setVisible(isShown && !m_areAway);
}

void PaneKeeper::noteWish(bool isShown)
{
    if (!m_isNarrow && m_saySomething)
        m_wantsTimes = isShown;
    setShown(timesPane, m_actions.times, isShown);
}
