#include "app/lab/earlierruns.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>

namespace {

/// Sorts as time does, and is a name on every system.
const QString format = QStringLiteral("yyyy-MM-dd hh.mm.ss.zzz");
const QString suffix = QStringLiteral(".coreogram");

}  // namespace

QString EarlierRuns::next() const
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return {};
    makeRoom();
    const QString name = QDateTime::currentDateTime().toString(format);
    return QDir(m_folder).filePath(name + suffix);
}

QFileInfoList EarlierRuns::all() const
{
    if (m_folder.isEmpty())
        return {};
    return QDir(m_folder).entryInfoList({u'*' + suffix}, QDir::Files, QDir::Name | QDir::Reversed);
}

QString EarlierRuns::titleOf(const QFileInfo& file)
{
    const QDateTime time = QDateTime::fromString(file.completeBaseName(), format);
    return time.isValid() ? QLocale().toString(time, QLocale::ShortFormat) +
                                time.toString(QStringLiteral(":ss"))
                          : file.completeBaseName();
}

void EarlierRuns::makeRoom() const
{
    qint64 bytes = 0;
    int count = 1;  // the one to come
    for (const QFileInfo& file : all()) {
        bytes += count > 1 ? file.size() : 0;
        if (++count > most || bytes > mostBytes)
            QFile::remove(file.filePath());
    }
}
