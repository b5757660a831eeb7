#include "app/shell/recentfiles.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace {

const QString key = QStringLiteral("recentFiles");

}  // namespace

RecentFiles::RecentFiles(QSettings& memory, QObject* parent) : QObject(parent), m_memory(memory) {}

void RecentFiles::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList all = paths();
    all.removeAll(absolute);
    all.prepend(absolute);
    setPaths(all.mid(0, most));
}

void RecentFiles::remove(const QString& path)
{
    QStringList all = paths();
    if (all.removeAll(QFileInfo(path).absoluteFilePath()) > 0)
        setPaths(all);
}

void RecentFiles::clear()
{
    setPaths({});
}

QStringList RecentFiles::paths() const
{
    return m_memory.value(key).toStringList().mid(0, most);
}

void RecentFiles::fill(QMenu* menu)
{
    connect(this, &RecentFiles::changed, menu, [this, menu] { rebuild(menu); });
    rebuild(menu);
}

void RecentFiles::setPaths(const QStringList& paths)
{
    m_memory.setValue(key, paths);
    Q_EMIT changed();
}

void RecentFiles::rebuild(QMenu* menu)
{
    menu->clear();
    int place = 0;
    for (const QString& path : paths()) {
        QString name = QFileInfo(path).fileName();
        name.replace(u'&', QStringLiteral("&&"));
        auto* action = menu->addAction(QStringLiteral("&%1  %2").arg(++place).arg(name));
        action->setToolTip(path);
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT chosen(path); });
    }
    menu->setEnabled(place > 0);
    menu->addSeparator();
    connect(menu->addAction(tr("&Clear This List")), &QAction::triggered, this,
            &RecentFiles::clear);
}
