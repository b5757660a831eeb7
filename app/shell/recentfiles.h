#pragma once

#include <QObject>
#include <QStringList>

class QMenu;
class QSettings;

/// The recordings that were opened or saved last, newest first, and their menu.
class RecentFiles : public QObject {
    Q_OBJECT

public:
    static constexpr int most = 8;

    /// `memory` is borrowed and outlives this object.
    explicit RecentFiles(QSettings& memory, QObject* parent = nullptr);

    void add(const QString& path);
    void remove(const QString& path);
    void clear();
    [[nodiscard]] QStringList paths() const;

    /// Keeps `menu` filled with the files, and disabled where there are none.
    void fill(QMenu* menu);

Q_SIGNALS:
    void changed();
    void chosen(const QString& path);  ///< by the user

private:
    void setPaths(const QStringList& paths);
    void rebuild(QMenu* menu);

    QSettings& m_memory;
};
