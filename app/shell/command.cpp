#include "app/shell/command.h"

#include <QCoreApplication>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Command", text);
}

CommandLook fileLook(Command command)
{
    switch (command) {
    case Command::Open:
        return {tr("&Open…"), tr("Opens a recording."), {}};
    case Command::CompareWith:
        return {tr("Compare &With…"),
                tr("Draws the runs of another recording below those of the same plan."),
                {}};
    case Command::StopComparing:
        return {tr("Stop Co&mparing"), {}, {}};
    case Command::Save:
        return {tr("&Save"), tr("Saves the recording as it was made, byte for byte."), {}};
    case Command::SaveAs:
        return {tr("Save &As…"), tr("Saves the recording under another name."), {}};
    case Command::ExportPicture:
        return {tr("Export &Picture…"),
                tr("Draws all of the timelines, or the charts of a study, into a file."),
                {}};
    case Command::ExportSight:
        return {tr("Export What Is &Seen…"),
                tr("Draws the timelines as zoomed and scrolled into a PNG, SVG or PDF file."),
                {}};
    case Command::ExportTable:
        return {tr("Export &Table…"), tr("Writes the table of a study into a CSV file."), {}};
    case Command::ExportCsv:
        return {tr("Export &Intervals…"), tr("Writes a CSV file with a line per interval."), {}};
    case Command::ExportChromeTrace:
        return {tr("Export C&hrome Trace…"),
                tr("Writes a JSON file for chrome://tracing and Perfetto."),
                {}};
    case Command::ExportFxt:
        return {tr("Export &Fuchsia Trace…"),
                tr("Writes an FXT file for Perfetto, with real rows for the cores."),
                {}};
    case Command::OpenInPerfetto:
        return {tr("Open in Perfe&tto"),
                tr("Shows the recording in the browser; it does not leave this machine."),
                {}};
    case Command::CopyPicture:
        return {
            tr("&Copy Picture"), tr("Puts the timelines or charts as shown on the clipboard."), {}};
    default:
        return {tr("&Quit"), {}, {}};
    }
}

CommandLook runLook(Command command)
{
    switch (command) {
    case Command::RunAll:
        return {tr("Run &All"), tr("Runs the tasks once in each of the five modes."), {}};
    case Command::RunPlan:
        return {tr("Run This &Plan"), tr("Runs the tasks once, with the Lab's three numbers."), {}};
    case Command::Stop:
        return {tr("&Stop"), tr("Stops the run; what it recorded is kept."), {}};
    case Command::Undo:
        return {tr("&Undo"), tr("Takes back the last change of a setting."), {}};
    default:
        return {tr("&Redo"), tr("Makes the change again that was taken back."), {}};
    }
}

CommandLook viewLook(Command command)
{
    switch (command) {
    case Command::SwitchRows:
        return {tr("Switch &Rows"), tr("One row for each task, each worker or each core."), {}};
    case Command::SwitchColours:
        return {tr("Switch &Colours"), tr("Colours stand for tasks, or for states."), {}};
    case Command::Fit:
        return {tr("&Fit"), tr("Shows all of the time axis."), QStringLiteral("F")};
    case Command::ZoomIn:
        return {tr("Zoom &In"), {}, QStringLiteral("+")};
    case Command::ZoomOut:
        return {tr("Zoom &Out"), {}, QStringLiteral("−")};
    case Command::UndoZoom:
        return {tr("&Back to the Last Zoom"), {}, {}};
    case Command::Search:
        return {tr("Fi&nd by Name…"), tr("Finds tasks, workers, threads and processes."), {}};
    case Command::SetBookmark:
        return {tr("Set or Edit a Boo&kmark"), tr("Marks where the cursor is, with a note."), {}};
    case Command::NextBookmark:
        return {tr("Ne&xt Bookmark"), {}, {}};
    case Command::PreviousBookmark:
        return {tr("Pre&vious Bookmark"), {}, {}};
    case Command::HidePanel:
        return {tr("&Hide This Run"), tr("Hides the run in focus; the others get its room."), {}};
    case Command::ShowAllPanels:
        return {tr("Show &All Runs"), {}, {}};
    case Command::MovePanelUp:
        return {tr("Move &Up"), tr("Moves the run in focus up."), {}};
    case Command::MovePanelDown:
        return {tr("Move &Down"), tr("Moves the run in focus down."), {}};
    case Command::GoToLessons:
        return {tr("Lesso&ns"), tr("Predict, run, see and explain, step by step."), {}, true};
    case Command::GoToLab:
        return {tr("&Lab"), tr("Run the same work in different ways, and compare."), {}, true};
    case Command::GoToObserve:
        return {tr("Obser&ve"), tr("Run any program, and see what its threads do."), {}, true};
    case Command::GoToStudy:
        return {tr("Stud&y"), tr("Run the same work with more and more workers."), {}, true};
    case Command::ShowCode:
        return {tr("Co&de"), tr("Shows the plan as a program, or the timelines."), {}, true};
    case Command::ShowTable:
        return {tr("T&able"), tr("Shows or hides the timelines as tables."), {}, true};
    case Command::ShowPlace:
        return {tr("Left Colum&n"), tr("Shows or hides the column on the left."), {}, true};
    case Command::ShowTimes:
        return {tr("Ti&mes"), tr("Shows or hides the times and definitions."), {}, true};
    case Command::Projector:
        return {
            tr("&Projector"), tr("Fills a wall: large, and with a presenter's keys."), {}, true};
    default:
        return {tr("F&ull Screen"), {}, {}, true};
    }
}

CommandLook replayLook(Command command)
{
    switch (command) {
    case Command::PlayReplay:
        return {tr("&Replay or Pause"), tr("Moves the cursor through all runs at once."), {}};
    case Command::ReplayToStart:
        return {tr("To the S&tart"), tr("Goes back to the start of the replay."), {}};
    case Command::StepForward:
        return {tr("&Step"), tr("Goes to the next change in any run."), {}};
    case Command::StepBack:
        return {tr("Step &Back"), tr("Goes to the last change before, in any run."), {}};
    case Command::SlowerReplay:
        return {tr("S&lower"), tr("Slows the picture, never the workers."), {}};
    case Command::FasterReplay:
        return {tr("&Faster"), {}, {}};
    case Command::LoopReplay:
        return {tr("L&oop"), tr("Replays the selection, or all, again and again."), {}, true};
    default:
        return {tr("Reduced &Motion"), tr("The picture moves once a second."), {}, true};
    }
}

CommandLook themeLook(Command command)
{
    switch (command) {
    case Command::FollowDesktop:
        return {tr("As the &Desktop"), {}, {}, true};
    case Command::LightTheme:
        return {tr("&Light"), {}, {}, true};
    case Command::DarkTheme:
        return {tr("D&ark"), {}, {}, true};
    default:
        return {tr("High &Contrast"), {}, {}, true};
    }
}

CommandLook helpLook(Command command)
{
    switch (command) {
    case Command::Shortcuts:
        return {tr("&Keyboard Shortcuts"), {}, {}};
    case Command::About:
        return {tr("&About Coreogram"), {}, {}};
    default:
        return {tr("About &Qt"), {}, {}};
    }
}

QKeySequence key(QKeyCombination combination)
{
    return QKeySequence(combination);
}

}  // namespace

CommandLook lookOf(Command command)
{
    if (command <= Command::Quit)
        return fileLook(command);
    if (command <= Command::Stop)
        return runLook(command);
    if (command <= Command::ShowTimes || command == Command::Projector ||
        command == Command::FullScreen)
        return viewLook(command);
    if (command <= Command::ReducedMotion)
        return replayLook(command);
    if (command <= Command::HighContrastTheme)
        return themeLook(command);
    return helpLook(command);
}

QList<QKeySequence> keysOf(Command command)
{
    switch (command) {
    case Command::Open:
        return {key(Qt::CTRL | Qt::Key_O)};
    case Command::CompareWith:
        return {key(Qt::CTRL | Qt::Key_D)};
    case Command::Save:
        return {key(Qt::CTRL | Qt::Key_S)};
    case Command::SaveAs:
        return {key(Qt::CTRL | Qt::SHIFT | Qt::Key_S)};
    case Command::ExportPicture:
        return {key(Qt::CTRL | Qt::Key_E)};
    case Command::ExportTable:
        return {key(Qt::CTRL | Qt::SHIFT | Qt::Key_E)};
    case Command::CopyPicture:
        return {key(Qt::CTRL | Qt::SHIFT | Qt::Key_C)};
    case Command::Quit:
        return {key(Qt::CTRL | Qt::Key_Q)};
    case Command::Undo:
        return {key(Qt::CTRL | Qt::Key_Z)};
    case Command::Redo:
        return {key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), key(Qt::CTRL | Qt::Key_Y)};
    case Command::RunAll:
        return {key(Qt::Key_F5), key(Qt::CTRL | Qt::Key_R)};
    case Command::RunPlan:
        return {key(Qt::CTRL | Qt::Key_Return), key(Qt::CTRL | Qt::Key_Enter)};
    case Command::Stop:
        return {key(Qt::CTRL | Qt::Key_Period), key(Qt::SHIFT | Qt::Key_F5)};
    case Command::SwitchRows:
        return {key(Qt::Key_R)};
    case Command::SwitchColours:
        return {key(Qt::Key_C)};
    case Command::UndoZoom:
        return {key(Qt::Key_Backspace)};
    case Command::Search:
        return {key(Qt::CTRL | Qt::Key_F)};
    case Command::SetBookmark:
        return {key(Qt::Key_M)};
    case Command::NextBookmark:
        return {key(Qt::CTRL | Qt::Key_M)};
    case Command::PreviousBookmark:
        return {key(Qt::CTRL | Qt::SHIFT | Qt::Key_M)};
    case Command::HidePanel:
        return {key(Qt::Key_H)};
    case Command::ShowAllPanels:
        return {key(Qt::SHIFT | Qt::Key_H)};
    case Command::MovePanelUp:
        return {key(Qt::ALT | Qt::Key_Up)};
    case Command::MovePanelDown:
        return {key(Qt::ALT | Qt::Key_Down)};
    case Command::GoToLessons:
        return {key(Qt::CTRL | Qt::Key_1)};
    case Command::GoToLab:
        return {key(Qt::CTRL | Qt::Key_2)};
    case Command::GoToObserve:
        return {key(Qt::CTRL | Qt::Key_3)};
    case Command::GoToStudy:
        return {key(Qt::CTRL | Qt::Key_4)};
    case Command::ShowCode:
        return {key(Qt::CTRL | Qt::Key_K)};
    case Command::ShowTable:
        return {key(Qt::Key_T)};
    case Command::ShowPlace:
        return {key(Qt::CTRL | Qt::Key_L)};
    case Command::ShowTimes:
        return {key(Qt::CTRL | Qt::Key_T)};
    case Command::PlayReplay:
        return {key(Qt::Key_P), key(Qt::Key_MediaTogglePlayPause), key(Qt::Key_MediaPlay)};
    case Command::ReplayToStart:
        return {key(Qt::CTRL | Qt::Key_Home)};
    case Command::StepForward:
        return {key(Qt::Key_Period), key(Qt::Key_MediaNext)};
    case Command::StepBack:
        return {key(Qt::Key_Comma), key(Qt::Key_MediaPrevious)};
    case Command::SlowerReplay:
        return {key(Qt::Key_BracketLeft)};
    case Command::FasterReplay:
        return {key(Qt::Key_BracketRight)};
    case Command::LoopReplay:
        return {key(Qt::Key_L)};
    case Command::Projector:
        return {key(Qt::Key_F11)};
    case Command::Shortcuts:
        return {key(Qt::Key_F1), key(Qt::Key_Question)};
    default:
        return {};
    }
}
