#include "app/lessons/progressfile.h"

#include "app/lessons/progressjson.h"
#include "core/storage/deviceio.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 4'000'000;

std::string quoted(const QString& path)
{
    return "“" + path.toStdString() + "”";
}

ReadProgress broken(const QString& path, const QString& found)
{
    return {{},
            quoted(path) + " cannot be read: " + found.toStdString() +
                "; expected the progress of a lesson",
            u"broken"_s};
}

ReadProgress newer(const QString& path, const QString& format)
{
    return {{},
            quoted(path) + " is of a later version: " + format.left(80).toStdString() +
                "; expected coreogram-progress/" + std::to_string(progressFormat),
            u"newer"_s};
}

ReadProgress checked(const QString& path, const QByteArray& bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return broken(path,
                      u"%1 at byte %2"_s.arg(error.errorString(), QString::number(error.offset)));
    static const QRegularExpression format(u"^coreogram-progress/([1-9][0-9]*)$"_s);
    const QString found = document.object()["format"_L1].toString();
    const auto match = format.match(found);
    if (!match.hasMatch())
        return broken(path, u"it does not tell its format"_s);
    bool isNumber = false;
    if (match.captured(1).toInt(&isNumber) != progressFormat || !isNumber)
        return newer(path, found);
    return {document.object(), {}};
}

}  // namespace

ReadProgress readProgress(const QString& path)
{
    QFile file(path);
    if (!QFileInfo::exists(path) && !QFileInfo(path).isSymLink())
        return {};
    if (!QFileInfo(path).isFile())
        return broken(path, u"it is no file"_s);
    if (!file.open(QIODevice::ReadOnly))
        return broken(path, file.errorString());
    const QByteArray bytes = file.read(mostBytes + 1);
    if (file.error() != QFile::NoError)
        return broken(path, file.errorString());
    if (bytes.size() > mostBytes)
        return broken(path, u"it has more than %1 bytes"_s.arg(mostBytes));
    return checked(path, bytes);
}

Result<void> writeProgress(const QString& path, const QJsonObject& kept)
{
    const auto failed = [](const std::string& why) {
        return failure("the progress cannot be kept: " + why);
    };
    if (!QDir().mkpath(QFileInfo(path).path()))
        return failed("the folder of " + quoted(path) + " cannot be made");
    if (auto saved = saveFile(path, QJsonDocument(kept).toJson()); !saved)
        return failed(saved.error().message);
    return {};
}

Result<QString> putAside(const QString& path, const QString& why)
{
    const QFileInfo info(path);
    QFile file(path);
    for (int number = 1; number < 1'000; ++number) {
        const QString other = info.dir().filePath(
            u"%1.%2-%3.%4"_s.arg(info.completeBaseName(), why).arg(number).arg(info.suffix()));
        if (QFileInfo::exists(other) || QFileInfo(other).isSymLink())
            continue;
        if (!file.rename(other))
            return failure(quoted(path) + " cannot be renamed to " + quoted(other) + ": " +
                           file.errorString().toStdString());
        return other;
    }
    return failure(quoted(path) + " cannot be renamed: there are too many such files beside it");
}
