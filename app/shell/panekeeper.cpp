#include "app/shell/panekeeper.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>
#include <QWidget>

namespace {

constexpr int labPane = 0;
constexpr int timesPane = 2;
const QString splitterKey = QStringLiteral("window/splitter");
const QString labKey = QStringLiteral("window/lab");
const QString timesKey = QStringLiteral("window/times");

}  // namespace

PaneKeeper::PaneKeeper(QSplitter* splitter, Actions actions, QSettings& memory)
    : QObject(splitter),
      m_splitter(splitter),
      m_actions(actions),
      m_memory(memory)
{
    connect(m_actions.lab, &QAction::triggered, this,
            [this](bool isShown) { setShown(labPane, m_actions.lab, isShown); });
    connect(m_actions.times, &QAction::triggered, this, &PaneKeeper::noteWish);
}

void PaneKeeper::recall()
{
    m_splitter->restoreState(m_memory.value(splitterKey).toByteArray());
    m_wantsTimes = m_memory.value(timesKey, true).toBool();
    setShown(labPane, m_actions.lab, m_memory.value(labKey, true).toBool());
    setShown(timesPane, m_actions.times, m_wantsTimes && !m_isNarrow);
}

void PaneKeeper::remember() const
{
    m_memory.setValue(splitterKey, m_splitter->saveState());
    m_memory.setValue(labKey, m_actions.lab->isChecked());
    m_memory.setValue(timesKey, m_wantsTimes);
}

void PaneKeeper::fitTo(int width)
{
    const bool isNarrow = width < widthForThree;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    setShown(timesPane, m_actions.times, m_wantsTimes && !isNarrow);
}

void PaneKeeper::showLab()
{
    setShown(labPane, m_actions.lab, true);
    m_splitter->widget(labPane)->setFocus();
}

void PaneKeeper::setShown(int pane, QAction* action, bool isShown)
{
    action->setChecked(isShown);
    m_splitter->widget(pane)->setVisible(isShown);
}

void PaneKeeper::noteWish(bool isShown)
{
    if (!m_isNarrow)
        m_wantsTimes = isShown;
    setShown(timesPane, m_actions.times, isShown);
}
