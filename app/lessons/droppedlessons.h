#pragma once

#include <QString>
#include <QStringList>

class QSettings;

/// The lessons that were dropped on the window, wherever they are: the last hundred.
class DroppedLessons {
public:
    static constexpr int most = 100;

    /// `memory` is borrowed and outlives this object. Files that are gone are forgotten here, and
    /// not later: an editor that saves a file may take it away for a moment.
    explicit DroppedLessons(QSettings& memory);

    /// Requires an absolute path.
    void add(const QString& path);

    /// All but those that are gone now, in the order in which they were dropped.
    [[nodiscard]] QStringList present() const;

private:
    void setPaths(const QStringList& paths);

    QSettings& m_memory;
    QStringList m_paths;
};
