// Prints how long a page of a lesson takes to be there, over all pages of the shipped lessons.

#include "app/lessons/lessonplace.h"
#include "app/shell/windowstyle.h"
#include "app/theme/applytheme.h"
#include "app/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

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
    std::vector<double> turns;
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
    }
    if (turns.empty())
        qFatal("the shipped lessons were not found");
    std::ranges::sort(turns);
    std::printf("steps turned: %zu; median %.1f ms, 99 %% within %.1f ms, longest %.1f ms\n",
                turns.size(), turns[turns.size() / 2], turns[turns.size() * 99 / 100],
                turns.back());
    return 0;
}
