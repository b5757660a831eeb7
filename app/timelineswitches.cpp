#include "app/timelineswitches.h"

#include "app/shell/segmentedswitch.h"
#include "app/shell/topbar.h"
#include "app/table/tablepane.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/timelinestyle.h"

namespace {

/// The rows that a choice of the bar stands for. Threads are what an observed program has in the
/// place of tasks: who goes on to runs with tasks finds those.
RowsBy rowsOf(int choice, bool isObserved)
{
    if (choice == 0)
        return RowsBy::Tasks;
    return isObserved || choice == 2 ? RowsBy::Cores : RowsBy::Workers;
}

int choiceOf(RowsBy rows, bool isObserved)
{
    if (isObserved)
        return rows == RowsBy::Cores ? 1 : 0;
    return static_cast<int>(rows);
}

}  // namespace

TimelineSwitches::TimelineSwitches(TopBar& bar, ComparisonView& view, TablePane& table,
                                   QObject* parent)
    : QObject(parent),
      m_bar(bar),
      m_view(view),
      m_table(table)
{
    connect(&bar, &TopBar::rowsChosen, this, &TimelineSwitches::setRows);
    connect(&bar, &TopBar::coloursChosen, this, &TimelineSwitches::setColours);
    connect(&view, &ComparisonView::switched, this, &TimelineSwitches::update);
}

void TimelineSwitches::update()
{
    m_bar.setObserved(m_view.isObserved());
    m_bar.rows()->setChoice(choiceOf(m_view.rowsBy(), m_view.isObserved()));
    m_bar.colours()->setChoice(m_view.colourBy() == ColourBy::Task ? 0 : 1);
    m_table.followRows();
}

void TimelineSwitches::switchRows()
{
    const int choices = m_view.isObserved() ? 2 : 3;
    setRows((m_bar.rows()->choice() + 1) % choices);
    update();
}

void TimelineSwitches::switchColours()
{
    setColours(1 - m_bar.colours()->choice());
    update();
}

void TimelineSwitches::setRows(int choice)
{
    m_view.setRowsBy(rowsOf(choice, m_view.isObserved()));
}

void TimelineSwitches::setColours(int choice)
{
    m_view.setColourBy(choice == 0 ? ColourBy::Task : ColourBy::State);
}
