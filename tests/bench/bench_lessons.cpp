// Prints how long it takes to read lessons and to show the list of them, for 20 and for 1,000.

#include "app/lessons/lessonlist.h"
#include "app/lessons/progressstore.h"
#include "core/lesson/lessonfiles.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qUtf8Printable(path));
    return file.readAll();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qUtf8Printable(path));
}

/// A shipped lesson that needs no other files, as often as asked, each under a name of its own.
void writeLessons(const QString& folder, int count)
{
    const QByteArray lesson = bytesIn(usualLessonFolders().shipped + u"/03-waiting-together.md"_s);
    QDir().mkpath(folder);
    for (int i = 0; i < count; ++i) {
        QByteArray text = lesson;
        text.replace("name: waiting-together", "name: lesson-" + QByteArray::number(i));
        write(folder + u"/%1.md"_s.arg(i), text);
    }
}

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

struct Times {
    double reading = 0;
    double showing = 0;  ///< after it was read
    double again = 0;    ///< to look at all files when nothing has changed
};

Times measure(const QString& folder, QSettings& memory)
{
    Times times;
    QElapsedTimer timer;
    timer.start();
    LessonShelf shelf({folder, folder + u"/own"_s}, memory);
    times.reading = milliseconds(timer);
    timer.restart();
    ProgressStore store(folder + u"/progress"_s);
    LessonList list(shelf, store);
    list.resize(340, 860);
    list.show();
    list.grab();
    times.showing = milliseconds(timer);
    timer.restart();
    shelf.refresh();
    times.again = milliseconds(timer);
    return times;
}

}  // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QTemporaryDir folder;
    QSettings memory(folder.filePath(u"memory.ini"_s), QSettings::IniFormat);
    std::puts("lessons   read (ms)   shown (ms)   both (ms)   looked at again (ms)");
    for (const int count : {20, 1'000}) {
        const QString lessons = folder.filePath(QString::number(count));
        writeLessons(lessons, count);
        std::vector<Times> all;
        for (int i = 0; i < 5; ++i)
            all.push_back(measure(lessons, memory));
        std::ranges::sort(all, {}, [](const Times& t) { return t.reading + t.showing; });
        const Times& median = all[all.size() / 2];
        std::printf("%7d   %9.1f   %10.1f   %9.1f   %20.1f\n", count, median.reading,
                    median.showing, median.reading + median.showing, median.again);
    }
    return 0;
}
