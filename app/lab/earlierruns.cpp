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
    const QDir folder(m_folder);
    QDateTime time = QDateTime::currentDateTime();
    while (folder.exists(time.toString(format) + suffix))
        time = time.addMSecs(1);  // two within a millisecond
    return folder.filePath(time.toString(format) + suffix);
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
    return time.isValid() ? QLocale().toString(time.date(), QLocale::ShortFormat) +
                                time.toString(QStringLiteral(" HH:mm:ss"))
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
