#include "app/lessons/droppedlessons.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace {

const QString key = QStringLiteral("lessons/dropped");

}  // namespace

DroppedLessons::DroppedLessons(QSettings& memory) : m_memory(memory)
{
    m_paths = memory.value(key).toStringList();
    const QStringList there = present();
    if (there != m_paths)
        setPaths(there);
}

void DroppedLessons::add(const QString& path)
{
    QStringList paths = m_paths;
    paths.removeAll(path);
    paths.append(path);
    setPaths(paths.mid(std::max(qsizetype(0), paths.size() - most)));
}

QStringList DroppedLessons::present() const
{
    QStringList there;
    for (const QString& path : m_paths) {
        if (QFileInfo(path).isFile())
            there.append(path);
    }
    return there;
}

void DroppedLessons::setPaths(const QStringList& paths)
{
    m_paths = paths;
    m_memory.setValue(key, paths);
}
