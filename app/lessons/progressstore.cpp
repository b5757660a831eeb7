#include "app/lessons/progressstore.h"

#include "app/lessons/lessonwords.h"
#include "app/lessons/progressfile.h"
#include "app/lessons/progressjson.h"
#include "app/lessons/resetfolder.h"
#include "core/storage/recordingfile.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

ProgressStore::ProgressStore(QString folder, QObject* parent)
    : QObject(parent),
      m_folder(std::move(folder))
{}

LessonProgress ProgressStore::progressOf(const lesson::Lesson& lesson)
{
    LessonProgress progress = progressIn(keptOf(lesson.name), lesson);
    forEach<lesson::Experiment>(lesson, [&](const lesson::Experiment& experiment) {
        const QString path = recordingOf(lesson.name, experiment.name);
        if (QFileInfo(path).isFile())
            progress.recordings.emplace(experiment.name, path);
    });
    return progress;
}

Result<void> ProgressStore::keep(const lesson::Lesson& lesson, LessonProgress progress)
{
    progress.changed = QDateTime::currentDateTimeUtc();
    if (!progress.isBegun())
        progress.begun = progress.changed;
    return write(lesson.name, withProgress(keptOf(lesson.name), progress, lesson));
}

Result<void> ProgressStore::keepRecording(const lesson::Lesson& lesson, std::string_view experiment,
                                          const QString& streamPath)
{
    if (!experimentNamed(lesson, experiment))
        return failure("lesson " + lesson.name + " has no experiment “" + std::string(experiment) +
                       "”; expected one that it declares");
    if (!QDir().mkpath(m_folder))
        return failure("a recording cannot be kept in “" + m_folder.toStdString() +
                       "”: the folder cannot be made");
    const auto saved = saveRecording(streamPath, recordingOf(lesson.name, experiment));
    if (saved)
        Q_EMIT changed(textOf(lesson.name));
    return saved;
}

Result<void> ProgressStore::reset(const std::string& name)
{
    auto moved = moveToResets(m_folder, textOf(name));
    if (moved) {
        m_stuck.erase(name);
        Q_EMIT changed(textOf(name));
    }
    return moved;
}

Result<void> ProgressStore::undoReset(const std::string& name)
{
    auto moved = moveFromResets(m_folder, textOf(name));
    if (moved)
        Q_EMIT changed(textOf(name));
    return moved;
}

bool ProgressStore::canUndoReset(const std::string& name) const
{
    return hasReset(m_folder, textOf(name));
}

QString ProgressStore::fileOf(std::string_view name) const
{
    return QDir(m_folder).filePath(textOf(name) + u".json"_s);
}

QString ProgressStore::recordingOf(std::string_view name, std::string_view experiment) const
{
    return QDir(m_folder).filePath(textOf(name) + u'.' + textOf(experiment) + u".coreogram"_s);
}

/// Read anew each time: another window may have written it.
QJsonObject ProgressStore::keptOf(const std::string& name)
{
    ReadProgress read = readProgress(fileOf(name));
    if (read.problem.empty()) {
        m_stuck.erase(name);
        return std::move(read.kept);
    }
    const auto other = putAside(fileOf(name), read.aside);
    const bool wasStuck = m_stuck.contains(name);
    if (!other)
        m_stuck.insert(name);
    if (!wasStuck)
        Q_EMIT warned(
            textOf(read.problem) + u' ' +
            (other ? tr("It is kept as “%1”.").arg(*other) : textOf(other.error().message)));
    return {};
}

Result<void> ProgressStore::write(const std::string& name, const QJsonObject& kept)
{
    if (m_stuck.contains(name))
        return failure("the progress cannot be kept in “" + fileOf(name).toStdString() +
                       "”: what is there cannot be read and could not be put aside");
    auto written = writeProgress(fileOf(name), kept);
    if (written)
        Q_EMIT changed(textOf(name));
    return written;
}

QString usualProgressFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/progress"_s;
}
