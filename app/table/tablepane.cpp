#include "app/table/tablepane.h"

#include "app/shell/glyph.h"
#include "app/table/intervalmodel.h"
#include "app/table/tableview.h"
#include "app/table/totalsmodel.h"
#include "app/theme/theme.h"
#include "app/timeline/plantext.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QTabBar>
#include <QToolButton>

#include <chrono>

namespace {

constexpr std::chrono::milliseconds pauseBetweenRefreshes{500};
constexpr int leastHeight = 90;

}  // namespace

TablePane::TablePane(ComparisonView& view, QWidget* parent)
    : QFrame(parent),
      m_subject{view},
      m_totals(new TotalsModel(m_subject, this)),
      m_intervals(new IntervalModel(m_subject, this))
{
    setObjectName(QStringLiteral("tablePane"));
    setMinimumHeight(leastHeight);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetweenRefreshes);
    connect(&m_pause, &QTimer::timeout, this, &TablePane::refreshNow);
    connectView();
    hide();
}

TablePane::~TablePane() = default;

void TablePane::setTheme(const Theme& theme)
{
    m_ink = theme.text;
    if (m_close)
        m_close->setIcon(glyphIcon(Glyph::Dismiss, m_ink));
}

void TablePane::setVisible(bool isShown)
{
    if (isShown && !m_tabs)  // who never asks for it does not pay for it
        createParts();
    QFrame::setVisible(isShown);
}

void TablePane::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    listRuns();
    applyScope();
    followTimeline();
}

void TablePane::focusInEvent(QFocusEvent*)
{
    TableView* const shown = m_tabs->currentIndex() == Totals ? m_totalsView : m_intervalsView;
    if (shown->currentRow() < 0)
        shown->setCurrentRow(shown->model()->rowCount() > 0 ? 0 : -1);
    shown->setFocus();
}

void TablePane::showPage(int page)
{
    m_totalsView->setVisible(page == Totals);
    m_filters->setVisible(page == Intervals);
    m_intervalsView->setVisible(page == Intervals);
}

void TablePane::setComparison(const Comparison* comparison)
{
    m_comparison = comparison;
    m_subject.run = 0;
    if (!isVisible())
        return;
    listRuns();
    applyScope();
}

void TablePane::refresh()
{
    if (isVisible() && !m_pause.isActive())
        m_pause.start();
}

void TablePane::refreshNow()
{
    m_pause.stop();
    if (!isVisible())
        return;
    listRuns();
    followRows();
    m_totals->refresh();
    m_intervals->refresh();
    updateWords();
}

void TablePane::followRows()
{
    const auto source = m_subject.source();
    if (isVisible() && source && source->rows != m_rows)
        applyScope();
}

void TablePane::listRuns()
{
    const QSignalBlocker blocker(m_runs);
    const std::size_t count = m_comparison ? m_comparison->runs.size() : 0;
    for (std::size_t run = 0; run < count; ++run) {
        const QString title = titleOf(*m_comparison, run);
        if (static_cast<int>(run) >= m_runs->count())
            m_runs->addItem(title);
        else if (m_runs->itemText(static_cast<int>(run)) != title)
            m_runs->setItemText(static_cast<int>(run), title);
    }
    while (m_runs->count() > static_cast<int>(count))
        m_runs->removeItem(m_runs->count() - 1);
    m_runs->setVisible(count > 0);
    m_runs->setCurrentIndex(static_cast<int>(m_subject.run));
}

void TablePane::showRun(std::size_t run)
{
    if (run == m_subject.run)
        return;
    if (isVisible() && run < static_cast<std::size_t>(m_runs->count()))
        m_runs->setCurrentIndex(static_cast<int>(run));  // which sets it
    else
        m_subject.run = run;
}

void TablePane::setRun(int run)
{
    if (run < 0)
        return;
    m_subject.run = static_cast<std::size_t>(run);
    applyScope();
}
