#include "app/observe/recentcommands.h"

#include <QSettings>

namespace {

const QString key = QStringLiteral("observe/recent");

}  // namespace

RecentCommands::RecentCommands(QSettings& memory, QObject* parent)
    : QObject(parent),
      m_memory(memory)
{}

void RecentCommands::add(const QString& line)
{
    QStringList all = lines();
    all.removeAll(line);
    all.prepend(line);
    setLines(all.mid(0, most));
}

void RecentCommands::clear()
{
    setLines({});
}

QStringList RecentCommands::lines() const
{
    return m_memory.value(key).toStringList().mid(0, most);
}

void RecentCommands::setLines(const QStringList& lines)
{
    m_memory.setValue(key, lines);
    Q_EMIT changed();
}
