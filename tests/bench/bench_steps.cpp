// Prints how long a page of a lesson takes to be there, over all pages of the shipped lessons, and
// which of them do not fit a wall of 1920×1080.

#include "app/lessons/lessonplace.h"
#include "app/lessons/lessonwall.h"
#include "app/shell/windowstyle.h"
#include "app/theme/applytheme.h"
#include "app/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

bool fits(const LessonWall& wall)
{
    QApplication::processEvents();
    return wall.findChild<QScrollArea*>()->verticalScrollBar()->maximum() == 0;
}

}  // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    applyTheme(app, lightTheme());
    app.setStyleSheet(app.styleSheet() + windowStyleOf(lightTheme()));
    const QTemporaryDir folder;
    QSettings memory(folder.filePath(u"memory.ini"_s), QSettings::IniFormat);
    LessonPlace place({usualLessonFolders(), folder.filePath(u"progress"_s), {}}, memory);
    place.resize(370, 860);
    place.show();
    LessonWall wall(place.pageParts());
    wall.resize(1920, 1080);
    wall.show();
    std::vector<double> turns;
    QStringList tooLong;
    for (const LessonShelf::Entry& entry : place.shelf().entries()) {
        if (!entry.read.lesson)
            continue;
        place.openNamed(QString::fromStdString(entry.read.lesson->name));
        for (std::size_t page = 1; page < place.course().pages().size(); ++page) {
            QElapsedTimer timer;
            timer.start();
            place.course().goTo(page);
            QApplication::processEvents();
            place.grab();
            turns.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        place.course().setForClass(true);
        wall.setShown(true);
        for (std::size_t page = 0; page < place.course().pages().size(); ++page) {
            place.course().goTo(page);
            if (!fits(wall))
                tooLong << u"%1 %2"_s.arg(QString::fromStdString(entry.read.lesson->name))
                               .arg(page + 1);
        }
        wall.setShown(false);
        place.course().setForClass(false);
    }
    if (turns.empty())
        qFatal("the shipped lessons were not found");
    std::ranges::sort(turns);
    std::printf("steps turned: %zu; median %.1f ms, 99 %% within %.1f ms, longest %.1f ms\n",
                turns.size(), turns[turns.size() / 2], turns[turns.size() * 99 / 100],
                turns.back());
    std::printf("pages that scroll on a wall: %d%s%s\n", static_cast<int>(tooLong.size()),
                tooLong.isEmpty() ? "" : ": ", qUtf8Printable(tooLong.join(u", "_s)));
    return 0;
}
