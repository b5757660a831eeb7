#include "app/pictures/picturetext.h"

#include "app/timeline/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

constexpr qsizetype longestSource = 120;

QString tr(const char* text)
{
    return QCoreApplication::translate("PictureText", text);
}

/// In one line, with its end, which tells more than its beginning.
QString sourceOf(const LandedPicture& picture)
{
    const QString source = QString::fromStdString(picture.source).simplified();
    return source.size() <= longestSource ? source : u'…' + source.right(longestSource);
}

}  // namespace

QString titleOf(const LandedPicture& picture)
{
    return tr("Task %1").arg(QLocale().toString(number(picture.task)));
}

QString descriptionOf(const LandedPicture& picture, Nanoseconds origin)
{
    const QLocale locale;
    return tr("%1\n%2 × %3 pixels, %4\nlanded %5 after the start")
        .arg(sourceOf(picture), locale.toString(picture.width), locale.toString(picture.height),
             locale.formattedDataSize(picture.bytes), durationText(picture.time - origin));
}

QString countText(const Recording& run)
{
    const QLocale locale;
    return tr("%1 of %2 landed")
        .arg(locale.toString(run.pictures.size()), locale.toString(run.start.experiment.tasks));
}
