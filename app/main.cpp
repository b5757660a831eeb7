#include "app/commandline.h"
#include "app/lab/runcommand.h"
#include "app/mainwindow.h"
#include "app/shell/tracetimes.h"
#include "app/theme/theme.h"
#include "app/timeline/comparisonpicture.h"
#include "core/observe/cores.h"
#include "core/observe/schedulingrecord.h"
#include "core/storage/recordingfile.h"

#include <QApplication>
#include <QIcon>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace {

constexpr int exitFailed = 1;
constexpr int exitWrongArguments = 2;

int complain(const std::string& message, int status)
{
    std::fprintf(stderr, "coreogram: %s\n", message.c_str());
    return status;
}

int print(const QString& text)
{
    std::fputs(qPrintable(text), stdout);
    return EXIT_SUCCESS;
}

int printHelp(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return print(helpText());
}

void nameProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Coreogram"));
    QCoreApplication::setApplicationName(QStringLiteral("coreogram"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COREOGRAM_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Coreogram"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.coreogram.Coreogram"));
}

int drawPicture(int argc, char** argv, const CommandLine& line)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");  // needs no display
    const QApplication application(argc, argv);
    const auto opened = readRecording(line.recording);
    if (!opened)
        return complain(opened.error().message, exitFailed);
    if (!opened->warning.empty())
        complain(opened->warning, 0);
    if (const auto drawn = writePicture(opened->comparison, line.picture, lightTheme()); !drawn)
        return complain(drawn.error().message, exitFailed);
    return EXIT_SUCCESS;
}

int showWindow(int argc, char** argv, const CommandLine& line, Nanoseconds start)
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.coreogram.Coreogram.svg")));
    const auto cores = Cores::detect();
    WindowSetup setup;
    setup.runner = runnerIn(QCoreApplication::applicationDirPath());
    setup.earlierRuns =
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/runs");
    setup.machineCores = cores ? cores->machine().cores : 1;
    setup.lessons = {usualLessonFolders(), usualProgressFolder(), {}};
    if (cores)
        setup.lessons.equipment.machine = cores->machine();
    setup.lessons.equipment.hasExactEvidence = SchedulingRecord::open().has_value();
    setup.desktop = QGuiApplication::palette();
    setup.start = start;
    MainWindow window(setup);
    if (line.isProjected)
        window.project();
    window.show();
    if (!line.recording.isEmpty())
        window.openRecording(line.recording);
    if (!line.lesson.isEmpty())
        window.openLesson(line.lesson);
    return QApplication::exec();
}

QStringList textsOf(int argc, char** argv)
{
    QStringList texts;
    for (int i = 0; i < argc; ++i)
        texts << QString::fromLocal8Bit(argv[i]);
    return texts;
}

}  // namespace

int main(int argc, char** argv)
{
    const Nanoseconds start = TraceTimes::now();
    nameProgram();
    // Before there is an application, since a picture needs another kind of one. The options that
    // are Qt's own, such as -style, are not offered.
    const auto line = parseCommandLine(textsOf(argc, argv));
    if (!line)
        return complain(line.error().message + "\nTry coreogram --help.", exitWrongArguments);
    switch (line->task) {
    case CommandLine::Task::PrintHelp:
        return printHelp(argc, argv);
    case CommandLine::Task::PrintVersion:
        return print(QStringLiteral("coreogram %1\n").arg(QStringLiteral(COREOGRAM_VERSION)));
    case CommandLine::Task::DrawPicture:
        return drawPicture(argc, argv, *line);
    case CommandLine::Task::ShowWindow:
        break;
    }
    return showWindow(argc, argv, *line, start);
}
