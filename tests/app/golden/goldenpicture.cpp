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

QStringList goldenNames()
{
    QStringList names;
    const QDir folder(QStringLiteral(GOLDEN_FOLDER));
    for (const QString& file : folder.entryList({QStringLiteral("*.png")}, QDir::Files))
        names << QFileInfo(file).completeBaseName();
    names.sort();
    return names;
}

Result<void> comparePictures(const QImage& actual, const QImage& expected, const QString& name)
{
    const PictureDiff diff = diffOf(actual, expected);
    if (diff.isSame())
        return {};
    const QString message = QStringLiteral("%1 is not as it is stored: %2; %3")
                                .arg(name, diff.text(), keepEvidence(actual, diff, name));
    return failure(message.toStdString());
}

Result<void> compareWithGolden(const QImage& actual, const QString& name)
{
    if (qEnvironmentVariableIntValue(remakeVariable) != 0)
        return store(actual, pathOf(name));
    return comparePictures(actual, QImage(pathOf(name)), name);
}
