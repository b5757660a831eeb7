#include "app/timeline/panelmenu.h"

#include "app/timeline/coordinates.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/timelinesettings.h"
#include "app/timeline/timetext.h"
#include "app/timeline/viewport.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>

PanelMenu::PanelMenu(const Subjects& subjects, QPointF position, QWidget* parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    addPlaces(subjects, position);
    addSeparator();
    addRows(subjects);
    addColours(subjects);
    addSeparator();
    addViews(subjects);
}

void PanelMenu::addPlaces(const Subjects& subjects, QPointF position)
{
    PanelWidget& panel = subjects.panel;
    const Nanoseconds origin = panel.origin();
    if (const auto hit = panel.hitUnder(position)) {
        if (const TimeRange task = panel.rangeOfTask(hit->task); !task.isEmpty())
            addRange(subjects, tr("Task %1").arg(QLocale().toString(number(hit->task))), task);
        const TimeRange interval{hit->interval.start - origin, hit->interval.end - origin};
        if (!interval.isEmpty())
            addRange(subjects, tr("This Interval (%1)").arg(durationText(interval.length())),
                     interval);
    }
    const int row = panel.geometryOfParts().rowAt(position.y());
    if (const auto group = panel.groupIn(row))
        addAction(tr("&Open %1", "%1: Tasks 21–40").arg(labelOf(panel.source(), *group)), &panel,
                  [&panel, group] { panel.openGroup(group); });
    if (panel.source().opened)
        addAction(tr("&Close the Group"), &panel, [&panel] { panel.openGroup({}); });
    const Nanoseconds t = std::max(Nanoseconds{}, panel.snappedTimeAt(position));
    addAction(tr("&Bookmark Here"), this,
              [this, t, run = panel.run()] { Q_EMIT bookmarkAsked(run, t); });
    addCopy(panel.textUnder(position));
}

void PanelMenu::addRange(const Subjects& subjects, const QString& name, TimeRange range)
{
    Viewport* const viewport = &subjects.viewport;
    addAction(tr("Zoom to %1", "%1: Task 3").arg(name), viewport,
              [viewport, range] { viewport->zoomTo(widened(range)); });
    addAction(tr("Select %1", "%1: Task 3").arg(name), viewport, [viewport, range] {
        viewport->reveal(range.start);
        viewport->select(range);
    });
}

void PanelMenu::addCopy(const QString& text)
{
    QAction* const copy =
        addAction(tr("&Copy Text"), this, [text] { QGuiApplication::clipboard()->setText(text); });
    copy->setEnabled(!text.isEmpty());
}

void PanelMenu::addRows(const Subjects& subjects)
{
    QMenu* const menu = addMenu(tr("&Rows"));
    auto* const group = new QActionGroup(menu);
    const auto add = [&](const QString& text, RowsBy rows) {
        QAction* const action =
            menu->addAction(text, this, [this, rows] { Q_EMIT rowsChosen(rows); });
        action->setCheckable(true);
        action->setChecked(subjects.panel.rowsBy() == rows);
        group->addAction(action);
    };
    if (!subjects.settings.isObserved)
        add(tr("By &Task"), RowsBy::Tasks);
    add(subjects.settings.isObserved ? tr("By T&hread") : tr("By &Worker"), RowsBy::Workers);
    add(tr("By &Core"), RowsBy::Cores);
}

void PanelMenu::addColours(const Subjects& subjects)
{
    QMenu* const menu = addMenu(tr("C&olours"));
    auto* const group = new QActionGroup(menu);
    const auto add = [&](const QString& text, ColourBy colours) {
        QAction* const action =
            menu->addAction(text, this, [this, colours] { Q_EMIT coloursChosen(colours); });
        action->setCheckable(true);
        action->setChecked(subjects.settings.shownColourBy() == colours);
        group->addAction(action);
    };
    add(subjects.settings.isObserved ? tr("By &Process") : tr("By &Task"), ColourBy::Task);
    add(tr("By &State"), ColourBy::State);
}

void PanelMenu::addViews(const Subjects& subjects)
{
    Viewport* const viewport = &subjects.viewport;
    addAction(tr("&Fit"), viewport, &Viewport::fit);
    QAction* const undo = addAction(tr("Back to the &Last Zoom"), viewport, &Viewport::undoZoom);
    undo->setEnabled(viewport->canUndo());
    if (const auto selection = viewport->selection())
        addAction(tr("&Zoom to the Selection"), viewport,
                  [viewport, selection] { viewport->zoomTo(*selection); });
}
