#include "app/lab/estimate.h"

#include "app/lab/labsettings.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Estimate", text);
}

/// "200 ms" or "1.5 s".
QString lengthText(Nanoseconds length)
{
    const double milliseconds = toMilliseconds(length);
    const QLocale locale;
    if (milliseconds < 1000)
        return tr("%1 ms").arg(locale.toString(milliseconds, 'g', 4));
    return tr("%1 s").arg(locale.toString(milliseconds / 1000, 'g', 4));
}

}  // namespace

QString estimateText(const Experiment& experiment)
{
    const auto length = sequentialLength(experiment);
    if (!length)
        return {};
    return tr("%1 × %2: %3 one after another.")
        .arg(QLocale().toString(experiment.tasks), lengthText(experiment.taskLength),
             lengthText(*length));
}
