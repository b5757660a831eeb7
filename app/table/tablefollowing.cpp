// How the table and the timelines follow each other.

#include "app/table/intervalmodel.h"
#include "app/table/intervalwords.h"
#include "app/table/tablepane.h"
#include "app/table/tableview.h"
#include "app/table/totalsmodel.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/hit.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QTabBar>

#include <algorithm>

namespace {

/// What the hit is in the table; nothing where it is no interval of its own.
std::optional<IntervalRow> intervalOf(const Hit& hit)
{
    IntervalRow row{.range = hit.interval, .task = hit.task, .worker = hit.worker};
    if (!hit.state || *hit.state == WorkState::NotStarted)
        return {};
    if (*hit.state == WorkState::Running)
        row.kind = IntervalKind::Slice;
    else if (*hit.state == WorkState::NotKnown)
        row.kind = IntervalKind::Task;
    else if (*hit.state == WorkState::Unseen)
        row.kind = IntervalKind::Unseen;
    else
        row.kind = IntervalKind::Wait;
    return row;
}

/// The task, worker or core of the timeline's rows that `interval` belongs to.
std::optional<std::size_t> ownerOf(const RowSource& source, const IntervalRow& interval)
{
    std::size_t owner = source.count();
    if (source.rows == RowsBy::Tasks && interval.task != TaskId::None)
        owner = number(interval.task) - 1;
    else if (source.rows == RowsBy::Cores && interval.core >= 0)
        owner = static_cast<std::size_t>(interval.core);
    else if (source.rows == RowsBy::Workers && interval.worker != WorkerId::None) {
        const std::size_t worker = number(interval.worker) - 1;
        const auto& order = source.model.order().rows;
        const auto found = std::ranges::find(order, worker);
        owner = found == order.end() ? worker : static_cast<std::size_t>(found - order.begin());
    }
    return owner < source.count() ? std::optional(owner) : std::nullopt;
}

/// The row of the timeline that shows the task, worker or core `owner`.
std::size_t groupWith(const RowSource& source, std::size_t owner)
{
    return rowWith(source.groups(), owner);
}

}  // namespace

void TablePane::connectView()
{
    ComparisonView& view = m_subject.view;
    connect(&view, &ComparisonView::panelFocused, this, &TablePane::showRun);
    connect(&view, &ComparisonView::panelFocused, this, &TablePane::unmarkOthers);
    connect(&view.viewport(), &Viewport::cursorChanged, this, &TablePane::followTimeline);
    connect(&view.viewport(), &Viewport::selectionChanged, this, [this] {
        if (isVisible())
            applyScope();
    });
    const auto watch = [this](PanelWidget* panel) {
        connect(panel, &PanelWidget::pointed, this, &TablePane::followTimeline);
    };
    for (PanelWidget* const panel : view.stack().panels())
        watch(panel);
    connect(&view.stack(), &PanelStack::panelAdded, this, watch);
}

void TablePane::applyScope()
{
    IntervalScope scope;
    const auto source = m_subject.source();
    const int chosen = m_totalsView->currentRow();
    const bool isOtherRows = source && source->rows != m_rows;
    if (source)
        m_rows = source->rows;
    if (m_onlyRow->isChecked() && chosen >= 0 && !isOtherRows)
        scope.row = static_cast<std::size_t>(chosen);
    const auto selected = m_subject.view.viewport().selection();
    if (source && selected && m_onlySelection->isChecked()) {
        const Nanoseconds origin = source->recording.start.origin;
        scope.within = TimeRange{selected->start + origin, selected->end + origin};
    }
    if (isOtherRows || m_totals->rowCount() == 0 || m_shownRun != m_subject.run)
        m_totals->reset();
    m_shownRun = m_subject.run;
    if (!isOtherRows)
        m_totalsView->setCurrentRow(std::min(chosen, m_totals->rowCount() - 1));
    m_intervals->setScope(scope);
    updateWords();
}

void TablePane::updateWords()
{
    const int row = m_totalsView->currentRow();
    const QString name = m_totals->index(std::max(0, row), 0).data().toString();
    m_onlyRow->setText(row < 0 ? tr("Only one row") : tr("Only %1", "%1: Task 3").arg(name));
    m_onlyRow->setToolTip(tr("What belongs to the row that is chosen under Totals."));
    m_onlyRow->setEnabled(row >= 0);
    m_onlySelection->setEnabled(m_subject.view.viewport().selection().has_value());
    const int count = m_intervals->rowCount();
    m_count->setText(count == 1 ? tr("1 interval")
                                : tr("%1 intervals").arg(QLocale().toString(count)));
    const PanelWidget* const panel = m_subject.panel();
    const QString run = panel ? panel->text().title : QString();
    m_totalsView->setAccessibleName(tr("Totals of %1").arg(run));
    m_totalsView->setAccessibleDescription(panel ? panel->text().description : QString());
    m_intervalsView->setAccessibleName(tr("Intervals of %1").arg(run));
    m_intervalsView->setAccessibleDescription(m_count->text());
}

void TablePane::sort(bool isLatestFirst)
{
    const auto current = m_intervals->intervalAt(m_intervalsView->currentRow());
    m_intervals->sort(static_cast<int>(IntervalColumn::Start),
                      isLatestFirst ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (current)
        m_intervalsView->setCurrentRow(m_intervals->rowOf(*current));
}

void TablePane::showIntervals()
{
    m_onlyRow->setChecked(true);
    m_tabs->setCurrentIndex(Intervals);
    setFocus();
}

void TablePane::showInTimeline(int intervalRow)
{
    const auto interval = m_intervals->intervalAt(intervalRow);
    const auto source = m_subject.source();
    if (!interval || !source)
        return;
    Viewport& viewport = m_subject.view.viewport();
    const Nanoseconds start = interval->range.start - source->recording.start.origin;
    viewport.reveal(start);
    viewport.setPlayhead(start);
    if (const auto owner = ownerOf(*source, *interval))
        markInTimeline(*owner);
}

void TablePane::showRowInTimeline(int totalsRow)
{
    markInTimeline(static_cast<std::size_t>(totalsRow));
    if (m_onlyRow->isChecked())
        applyScope();
    else
        updateWords();
}

void TablePane::markInTimeline(std::size_t row)
{
    const auto source = m_subject.source();
    if (!source || row >= source->count())
        return;
    unmarkOthers(m_subject.run);
    m_subject.panel()->markRow(groupWith(*source, row));
    m_subject.view.showPanel(m_subject.panel());
}

void TablePane::unmarkOthers(std::size_t run)
{
    for (PanelWidget* const panel : m_subject.view.stack().panels()) {
        if (panel->run() != run)
            panel->markRow({});
    }
}

void TablePane::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    PanelWidget* const panel = m_subject.panel();
    if (panel && !panel->hasFocus())
        panel->markRow({});
}

void TablePane::followTimeline()
{
    const auto* const panel = qobject_cast<PanelWidget*>(QApplication::focusWidget());
    if (!isVisible() || !panel || !m_subject.view.isAncestorOf(panel) || panel->markedRow() < 0)
        return;
    showRun(panel->run());
    const RowSource source = panel->source();
    const auto groups = source.groups();
    const auto row = static_cast<std::size_t>(panel->markedRow());
    if (row >= groups.size())
        return;
    m_totalsView->setCurrentRow(static_cast<int>(groups[row].first));
    if (m_onlyRow->isChecked() && m_intervals->scope().row != groups[row].first)
        applyScope();
    const auto cursor = m_subject.view.viewport().cursor();
    const Nanoseconds t = cursor.value_or(Nanoseconds{}) + source.recording.start.origin;
    const Hit hit = hitAt(source, groups[row], t, 0.5, Nanoseconds{});
    if (const auto interval = intervalOf(hit); cursor && interval)
        m_intervalsView->setCurrentRow(m_intervals->rowOf(*interval));
    updateWords();
}
