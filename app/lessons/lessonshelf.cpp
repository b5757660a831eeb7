#include "app/lessons/lessonshelf.h"

#include "core/lesson/lessonfiles.h"
#include "core/observe/childprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds settling{100};

QString absolute(const QString& path)
{
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

/// The same for every path to a file.
QString identityOf(const QString& path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? path : canonical;
}

auto placeOf(const LessonShelf::Entry& entry)
{
    const auto& lesson = entry.read.lesson;
    return std::tuple(!lesson.has_value(), entry.origin, lesson ? lesson->order : 0);
}

}  // namespace

LessonFolders usualLessonFolders()
{
    return {QString::fromStdString(lesson::shippedFolder(ownProgram())),
            QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/lessons"_s};
}

LessonShelf::LessonShelf(LessonFolders folders, QSettings& memory, QObject* parent)
    : QObject(parent),
      m_folders(std::move(folders)),
      m_dropped(memory)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(settling);
    connect(&m_soon, &QTimer::timeout, this, &LessonShelf::refresh);
    // It is not started anew by every change: a folder in which others write would put it off.
    const auto refreshSoon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, refreshSoon);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this,
            [this, refreshSoon](const QString& path) {
                m_cache.forget(path.toStdString());
                refreshSoon();
            });
    refresh();
}

const LessonShelf::Entry* LessonShelf::find(const QString& path) const
{
    const auto found = std::ranges::find(m_entries, absolute(path), &Entry::path);
    return found == m_entries.end() ? nullptr : &*found;
}

const LessonShelf::Entry* LessonShelf::named(std::string_view name) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const Entry& entry) {
        return entry.read.lesson && entry.read.lesson->name == name;
    });
    return found == m_entries.end() ? nullptr : &*found;
}

Result<void> LessonShelf::add(const QString& path)
{
    const QString whole = absolute(path);
    if (!QFileInfo(whole).isFile())
        return failure("“" + whole.toStdString() +
                       "” cannot be added: it is no file; expected a lesson, which ends in .md");
    if (QFileInfo(whole).suffix().toLower() != "md"_L1)
        return failure("“" + whole.toStdString() +
                       "” cannot be added: expected a lesson, which ends in .md");
    if (!find(whole))
        m_dropped.add(whole);
    refresh();
    return {};
}

Result<QString> LessonShelf::makeOwnFolder()
{
    if (!QDir().mkpath(m_folders.own))
        return failure("the folder “" + m_folders.own.toStdString() +
                       "” cannot be made; expected a place where lessons can be kept");
    refresh();
    return m_folders.own;
}

void LessonShelf::refresh()
{
    const QStringList problems = std::exchange(m_problems, {});
    const std::vector<Found> found = findFiles();
    QStringList files;
    for (const Found& file : found) {
        files.append(file.path);
        m_cache.read(file.path.toStdString());
    }
    watch(found);
    const bool hasNews = m_cache.takeNews();
    if (!hasNews && files == m_files && problems == m_problems)
        return;
    m_files = files;
    setEntries(found);
    Q_EMIT changed();
}

std::vector<LessonShelf::Found> LessonShelf::findFiles()
{
    std::vector<Found> found;
    if (m_folders.shipped.isEmpty())
        m_problems.append(tr("The lessons that came with the program were not found."));
    else
        findFilesIn(m_folders.shipped, Origin::Shipped, found);
    if (QFileInfo::exists(m_folders.own))
        findFilesIn(m_folders.own, Origin::Own, found);
    QSet<QString> known;
    for (const Found& file : found)
        known.insert(identityOf(file.path));
    for (const QString& path : m_dropped.present()) {
        const QString identity = identityOf(path);
        if (known.contains(identity))
            continue;
        known.insert(identity);
        found.push_back({path, Origin::Dropped});
    }
    return found;
}

void LessonShelf::findFilesIn(const QString& folder, Origin origin, std::vector<Found>& found)
{
    const auto files = lesson::lessonFilesIn(folder.toStdString());
    if (!files) {
        m_problems.append(QString::fromStdString(files.error().message));
        return;
    }
    for (const std::string& file : *files)
        found.push_back({absolute(QString::fromStdString(file)), origin});
}

void LessonShelf::setEntries(const std::vector<Found>& found)
{
    std::vector<lesson::ReadLesson> lessons;
    for (const Found& file : found)
        lessons.push_back(m_cache.read(file.path.toStdString()));
    lesson::refuseNamesakes(lessons);
    m_entries.clear();
    for (std::size_t i = 0; i < found.size(); ++i)
        m_entries.push_back({std::move(lessons[i]), found[i].path, found[i].origin});
    std::ranges::stable_sort(m_entries, {}, placeOf);
}

/// The folders as well: an editor may write another file and give it the name of the old one.
void LessonShelf::watch(const std::vector<Found>& found)
{
    QSet<QString> wanted{m_folders.shipped, m_folders.own, QFileInfo(m_folders.own).absolutePath()};
    for (const Found& file : found)
        wanted << file.path << QFileInfo(file.path).absolutePath();
    QSet<QString> watched;
    for (const QString& path : m_watcher.files() + m_watcher.directories())
        watched << path;
    const QStringList old = (watched - wanted).values();
    if (!old.isEmpty())
        m_watcher.removePaths(old);
    QStringList more;
    for (const QString& path : wanted - watched) {
        if (QFileInfo::exists(path))
            more << path;
    }
    if (!more.isEmpty())
        m_watcher.addPaths(more);
}
