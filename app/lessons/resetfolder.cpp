#include "app/lessons/resetfolder.h"

#include <QDir>
#include <QFile>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString resetName(const QString& name, int number)
{
    return name + u".reset-%1"_s.arg(number);
}

/// Names of lessons have no dot, so that nothing of another lesson begins alike.
QStringList filesOf(const QDir& folder, const QString& name)
{
    return folder.entryList({name + u".json"_s, name + u".*.coreogram"_s},
                            QDir::Files | QDir::Hidden | QDir::System | QDir::CaseSensitive);
}

/// The number of the last one, 0 if there is none.
int lastReset(const QDir& folder, const QString& name)
{
    int last = 0;
    const QString start = name + u".reset-"_s;
    for (const QString& found :
         folder.entryList({start + u'*'}, QDir::Dirs | QDir::CaseSensitive)) {
        bool isNumber = false;
        const int number = found.mid(start.size()).toInt(&isNumber);
        last = std::max(last, isNumber ? number : 0);
    }
    return last;
}

/// All of them or none.
Result<void> move(const QStringList& files, const QDir& from, const QDir& to)
{
    for (const QString& file : files) {
        QFile moving(from.filePath(file));
        if (moving.rename(to.filePath(file)))
            continue;
        for (const QString& moved : files.mid(0, files.indexOf(file)))
            QFile::rename(to.filePath(moved), from.filePath(moved));
        return failure("“" + from.filePath(file).toStdString() + "” cannot be moved to “" +
                       to.path().toStdString() + "”: " + moving.errorString().toStdString());
    }
    return {};
}

Result<void> moveInto(const QDir& folder, const QString& name, int number)
{
    const QStringList files = filesOf(folder, name);
    if (files.isEmpty())
        return {};
    const QString aside = resetName(name, number);
    if (!folder.mkdir(aside))
        return failure("the progress cannot be moved to “" + folder.filePath(aside).toStdString() +
                       "”: the folder cannot be made");
    auto moved = move(files, folder, QDir(folder.filePath(aside)));
    if (!moved)
        folder.rmdir(aside);
    return moved;
}

}  // namespace

Result<void> moveToResets(const QString& folder, const QString& name)
{
    return moveInto(QDir(folder), name, lastReset(QDir(folder), name) + 1);
}

Result<void> moveFromResets(const QString& folder, const QString& name)
{
    const QDir all(folder);
    const int last = lastReset(all, name);
    if (last == 0)
        return failure("there is no progress of “" + name.toStdString() + "” to put back in “" +
                       folder.toStdString() + "”");
    const QDir aside(all.filePath(resetName(name, last)));
    return moveInto(all, name, last + 1)
        .and_then([&] { return move(filesOf(aside, name), aside, all); })
        .map([&] { all.rmdir(aside.dirName()); });
}

bool hasReset(const QString& folder, const QString& name)
{
    return lastReset(QDir(folder), name) > 0;
}
