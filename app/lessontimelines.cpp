#include "app/lessontimelines.h"

#include "app/lab/recordingdocument.h"
#include "app/lab/runsession.h"
#include "app/lessoncode.h"
#include "app/lessons/lessonlinks.h"
#include "app/lessons/lessonplace.h"
#include "app/replay/replaybar.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/search.h"
#include "app/timeline/timetext.h"
#include "app/workspace.h"
#include "core/lesson/grading.h"

#include <cmath>

namespace {

std::size_t nearestSpeed(double share)
{
    std::size_t best = 0;
    const auto distance = [&](std::size_t i) {
        return std::abs(std::log(share * replayDivisors[i]));
    };
    for (std::size_t i = 1; i < replayDivisors.size(); ++i)
        best = distance(i) < distance(best) ? i : best;
    return best;
}

}  // namespace

LessonTimelines::LessonTimelines(const Subjects& subjects, QObject* parent)
    : QObject(parent),
      m_with(subjects)
{}

void LessonTimelines::note(const std::string& experiment)
{
    m_shown = experiment;
    m_inFull.clear();
    using Pairs = ComparisonView::Pairs;
    m_with.workspace.view().setPairs(experiment.empty() ? Pairs::WhereRowsAreHigh
                                                        : Pairs::WhereRowsCanBeRead);
}

void LessonTimelines::showAllRuns(const lesson::Experiment& experiment)
{
    const LessonCourse& course = m_with.place.course();
    const auto found = course.measurements().find(experiment.name);
    if (found == course.measurements().end() || m_with.session.isRunning())
        return;
    m_with.document.showFile(course.recordingOf(experiment.name), found->second);
    note({});
    m_inFull = experiment.name;
}

void LessonTimelines::showFirstRounds(WindowPlace place)
{
    if (place == WindowPlace::Lessons && !m_inFull.empty())
        show(QString::fromStdString(m_inFull));
}

void LessonTimelines::showWhatWasMeasured()
{
    const bool hasAnother = !m_shown.empty();
    note({});
    if (m_with.session.isRunning())
        return;
    for (const lesson::Experiment* const each : m_with.place.course().experiments()) {
        if (m_with.place.course().isMeasured(each->name)) {
            bring(*each);
            return;
        }
    }
    if (hasAnother)  // the answers of another lesson, or of this one before it was begun again
        m_with.document.clear();
}

void LessonTimelines::show(const QString& name)
{
    const lesson::Experiment* const experiment = m_with.place.course().experimentNamed(name);
    if (experiment && bring(*experiment))
        m_with.workspace.showCode(false);
}

void LessonTimelines::followLink(const QString& text)
{
    const LessonCourse& course = m_with.place.course();
    const auto link = lesson::parseTimelineLink(text.toStdString());
    if (!link)
        return Q_EMIT failed(QString::fromStdString(link.error().message));
    const auto experiments = course.experiments();
    const lesson::Experiment* const usual = experiments.empty() ? nullptr : experiments.front();
    const auto target = targetOf(*link, course.lesson(), usual, course.equipment().machine);
    if (!target)
        return Q_EMIT failed(
            tr("This machine has no run “%1”.").arg(QString::fromStdString(link->run)));
    follow(*link, *target);
}

void LessonTimelines::showExpectations()
{
    const LessonCourse& course = m_with.place.course();
    if (!course.isOpen() || m_shown.empty())
        return;
    lesson::forEach<lesson::Prediction>(course.lesson(), [&](const lesson::Prediction& each) {
        const auto* const drawing = std::get_if<lesson::DrawingAnswer>(&each.answer);
        const auto drawn = course.answerTo(each.name).drawn;
        if (!drawing || !drawn)
            return;
        const auto target =
            targetOf({.run = drawing->of}, course.lesson(), nullptr, course.equipment().machine);
        const auto meant = lesson::drawnLength(*drawing, *drawn, course.lesson(),
                                               course.measurements(), course.equipment());
        if (!target || target->experiment->name != m_shown || !meant.doubt.empty())
            return;
        PanelWidget* const panel = m_with.workspace.view().stack().panelOf(target->run);
        if (!panel)
            return;
        const auto end = Nanoseconds(std::llround(meant.estimate.value));
        Highlights lit = panel->highlights();
        lit.expectedEnd = end;
        lit.expectation = tr("you drew %1").arg(durationText(end));
        panel->setHighlights(std::move(lit));
    });
}

bool LessonTimelines::bring(const lesson::Experiment& experiment)
{
    if (m_shown == experiment.name)
        return true;
    const LessonCourse& course = m_with.place.course();
    const auto found = course.measurements().find(experiment.name);
    if (found == course.measurements().end()) {
        Q_EMIT hinted(tr("Run the experiment first: what this points at is not there yet."));
        return false;
    }
    if (m_with.session.isRunning()) {
        Q_EMIT hinted(tr("Something else runs; it can be shown when that has ended."));
        return false;
    }
    m_with.document.showFile(course.recordingOf(experiment.name),
                             shownRuns(experiment, found->second));
    note(experiment.name);
    hideWhatIsNotSpokenOf();
    showExpectations();
    return true;
}

void LessonTimelines::hideWhatIsNotSpokenOf()
{
    const LessonCourse& course = m_with.place.course();
    if (!course.isOpen() || m_shown.empty())
        return;
    const auto* const shown = course.experimentNamed(QString::fromStdString(m_shown));
    if (shown)
        m_with.workspace.view().stack().showOnly(
            runsInSight(*shown, course.lesson(), course.equipment().machine));
}

void LessonTimelines::follow(const lesson::TimelineLink& link, const LinkTarget& target)
{
    using Action = lesson::TimelineLink::Action;
    if (link.action == Action::Code) {
        const auto planned =
            lesson::plannedRuns(*target.experiment, m_with.place.course().equipment().machine);
        if (target.run < planned.size())
            m_with.code.showPlan(target.experiment->name + "." + planned[target.run].name,
                                 link.isPython ? Language::Python : Language::Cpp);
        return;
    }
    if (!bring(*target.experiment))
        return;
    m_with.workspace.showCode(false);
    ComparisonView& view = m_with.workspace.view();
    clearHighlights();
    if (PanelWidget* const panel = view.stack().panelOf(target.run)) {
        view.showPanel(panel);
        panel->setFocus(Qt::OtherFocusReason);  // the instant is that of the run in focus
    }
    switch (link.action) {
    case Action::Zoom:
        return view.viewport().zoomTo(link.range);
    case Action::Cursor:
        view.viewport().reveal(link.at);
        return view.viewport().setPlayhead(link.at);
    case Action::Replay:
        return replay(link);
    case Action::Rows:
        return lightRows(link, target.run);
    case Action::Code:
        break;
    }
}

void LessonTimelines::lightRows(const lesson::TimelineLink& link, std::size_t run)
{
    PanelWidget* const panel = m_with.workspace.view().stack().panelOf(run);
    if (!panel)
        return;
    Highlights lit = panel->highlights();
    lit.rows.clear();
    const auto add = [&](SearchMatch::Kind kind, const std::vector<int>& numbers) {
        for (const int each : numbers) {
            if (const auto row = panel->rowOf({run, kind, static_cast<std::size_t>(each - 1)}))
                lit.rows.push_back(*row);
        }
    };
    if (!link.workers.empty())
        m_with.workspace.view().setRowsBy(RowsBy::Workers);
    else if (!link.tasks.empty())
        m_with.workspace.view().setRowsBy(RowsBy::Tasks);
    add(SearchMatch::Kind::Worker, link.workers);
    add(SearchMatch::Kind::Task, link.tasks);
    panel->setHighlights(std::move(lit));
}

void LessonTimelines::clearHighlights()
{
    for (PanelWidget* const panel : m_with.workspace.view().stack().panels()) {
        Highlights lit = panel->highlights();
        lit.rows.clear();
        panel->setHighlights(std::move(lit));
    }
}

void LessonTimelines::replay(const lesson::TimelineLink& link)
{
    Replay& replay = m_with.workspace.replay().replay();
    Viewport& viewport = m_with.workspace.view().viewport();
    viewport.zoomTo(link.range);
    viewport.select(std::nullopt);  // its totals would lie over what is replayed
    replay.setLooping(false);
    replay.setSpeed(nearestSpeed(link.speed));
    replay.seek(link.range.start);
    replay.play();
    disconnect(m_untilEnd);
    m_untilEnd =
        connect(&viewport, &Viewport::cursorChanged, this, [this, &replay, &viewport, link] {
            if (replay.position() < link.range.end)
                return;
            disconnect(m_untilEnd);
            replay.pause();
            viewport.zoomTo(link.range);  // it may have turned the page
            replay.seek(link.range.end);
        });
}
