#pragma once

#include "app/lessons/droppedlessons.h"
#include "app/lessons/lessoncache.h"
#include "core/lesson/lessonreader.h"
#include "core/model/result.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <string_view>
#include <vector>

class QSettings;

/// Where lessons are looked for.
struct LessonFolders {
    QString shipped;  ///< with those that came with the program; empty where there are none
    QString own;      ///< the user's; need not be there
};

/// As this program and this user have them.
[[nodiscard]] LessonFolders usualLessonFolders();

/// The lessons that there are. A file that is saved is read again at once.
class LessonShelf : public QObject {
    Q_OBJECT

public:
    enum class Origin { Shipped, Own, Dropped };

    struct Entry {
        lesson::ReadLesson read;
        QString path;
        Origin origin = Origin::Shipped;
    };

    /// Reads all lessons. `memory` is borrowed and outlives the shelf.
    LessonShelf(LessonFolders folders, QSettings& memory, QObject* parent = nullptr);

    /// The shipped ones, the own ones and those that were dropped, each in the order of the
    /// lessons; behind them all files that cannot be read. A name that an earlier file has is a
    /// problem of the later one.
    [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return m_entries; }

    /// Null if there is none. Valid until `changed`.
    [[nodiscard]] const Entry* find(const QString& path) const;
    [[nodiscard]] const Entry* named(std::string_view name) const;  ///< that can be read

    /// Adds a file, wherever it is, and remembers it. Its problems are those of its entry. The
    /// error says why it can be no lesson at all.
    [[nodiscard]] Result<void> add(const QString& path);

    /// The folder for own lessons, which is made if it is not there.
    [[nodiscard]] Result<QString> makeOwnFolder();

    /// Looks at all files again.
    void refresh();

    /// What is wrong with the folders themselves; empty if nothing.
    [[nodiscard]] const QStringList& problems() const noexcept { return m_problems; }
    [[nodiscard]] const LessonFolders& folders() const noexcept { return m_folders; }
    [[nodiscard]] const LessonCache& cache() const noexcept { return m_cache; }

Q_SIGNALS:
    void changed();

private:
    struct Found {
        QString path;
        Origin origin;
    };

    [[nodiscard]] std::vector<Found> findFiles();
    void findFilesIn(const QString& folder, Origin origin, std::vector<Found>& found);
    void setEntries(const std::vector<Found>& found);
    void watch(const std::vector<Found>& found);

    const LessonFolders m_folders;
    DroppedLessons m_dropped;
    LessonCache m_cache;
    std::vector<Entry> m_entries;
    QStringList m_files;  ///< of the entries, as they were found
    QStringList m_problems;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;  ///< until all of a save has happened
};
