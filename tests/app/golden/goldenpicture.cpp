#include "tests/app/golden/goldenpicture.h"

#include "tests/app/golden/picturediff.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace {

constexpr auto remakeVariable = "COREOGRAM_REMAKE_GOLDEN";
constexpr int bestCompression = 0;  // as QImage counts the quality of PNG

QString pathOf(const QString& name)
{
    return QStringLiteral(GOLDEN_FOLDER "/%1.png").arg(name);
}

Result<void> store(const QImage& picture, const QString& path)
{
    // Without an alpha channel, and whatever the screen of this machine says of its size.
    QImage plain = picture.convertToFormat(QImage::Format_RGB888);
    plain.setDotsPerMeterX(0);
    plain.setDotsPerMeterY(0);
    if (!plain.save(path, "PNG", bestCompression))
        return failure("cannot write " + path.toStdString() + ": expected a folder to write to");
    return {};
}

/// Writes what helps to see what is wrong; returns where, in words.
QString keepEvidence(const QImage& actual, const PictureDiff& diff, const QString& name)
{
    const QDir beside(QCoreApplication::applicationDirPath());
    const QString folder = QStringLiteral("golden-failed");
    const QString stem = beside.filePath(folder + u'/' + name);
    if (!beside.mkpath(folder) || !store(actual, stem + QStringLiteral(".png")))
        return QStringLiteral("it could not be kept as %1.png").arg(stem);
    if (diff.picture.isNull() || !store(diff.picture, stem + QStringLiteral("-diff.png")))
        return QStringLiteral("see %1.png").arg(stem);
    return QStringLiteral("see %1.png and %1-diff.png").arg(stem);
}

}  // namespace

bool remakesGolden()
{
    return qEnvironmentVariableIntValue(remakeVariable) != 0;
}

QStringList goldenNames()
{
    QStringList names;
    const QDir folder(QStringLiteral(GOLDEN_FOLDER));
    for (const QString& file : folder.entryList({QStringLiteral("*.png")}, QDir::Files))
        names << QFileInfo(file).completeBaseName();
    names.sort();
    return names;
}

QImage goldenPicture(const QString& name)
{
    return QImage(pathOf(name));
}

Result<void> compareWithGolden(const QImage& actual, const QString& name)
{
    if (remakesGolden())
        return store(actual, pathOf(name));
    const PictureDiff diff = diffOf(actual, goldenPicture(name));
    if (diff.isSame())
        return {};
    const QString message =
        QStringLiteral("%1 is not as in %2: %3; %4 (%5=1 stores it, once it is as it should be)")
            .arg(name, pathOf(name), diff.text(), keepEvidence(actual, diff, name),
                 QLatin1String(remakeVariable));
    return failure(message.toStdString());
}
