#include "app/lessons/reporttimeline.h"

#include "app/lessons/htmlfile.h"
#include "app/lessons/htmltext.h"
#include "app/theme/applytheme.h"
#include "app/theme/theme.h"
#include "app/timeline/comparisonscene.h"
#include "app/timeline/coordinates.h"
#include "core/lesson/measurement.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostRuns = 6;
/// Wide enough for the legend, and not so wide that its text is too small on paper.
constexpr double width = 1'000;
constexpr double heightOfRun = 250;
constexpr double heightOfRest = 130;
constexpr double sharpness = 2;  ///< pixels per unit of the drawing
constexpr double mostHeight = 4'000;

ComparisonSight sightOf(const Comparison& comparison, const std::vector<std::size_t>& runs)
{
    ComparisonSight sight = wholeOf(comparison);
    Nanoseconds end{};
    for (const std::size_t run : runs)
        end = std::max(end, comparison.runs[run].wall());
    sight.runs = runs;
    sight.visible = fittingRange(end);
    return sight;
}

/// A page at most, unless the rows need more.
QSizeF leastSizeFor(std::size_t runs)
{
    const double height = heightOfRest + heightOfRun * static_cast<double>(runs);
    return {width, std::min(height, width * pageHeight / pageWidth)};
}

QImage drawn(const ComparisonScene& scene, const Theme& theme)
{
    QImage image((scene.size * sharpness).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(theme.ground);
    QPainter painter(&image);
    painter.scale(sharpness, sharpness);
    paintScene(painter, scene, theme);
    return image;
}

}  // namespace

std::vector<std::size_t> telling(const Comparison& comparison, const lesson::Experiment& experiment)
{
    std::vector<std::size_t> runs;
    for (const std::string& name : runNames(experiment, comparison.machine.cores)) {
        auto repeats = repeatsOf(experiment, name, comparison);
        if (repeats.empty() || runs.size() == mostRuns)
            continue;
        std::ranges::sort(repeats, {}, &Recording::wall);
        runs.push_back(
            static_cast<std::size_t>(repeats[repeats.size() / 2] - comparison.runs.data()));
    }
    if (runs.empty()) {
        runs.resize(std::min(mostRuns, comparison.runs.size()));
        std::iota(runs.begin(), runs.end(), std::size_t{0});
    }
    return runs;
}

QString timelineImage(const Comparison& comparison, const std::vector<std::size_t>& runs,
                      const QString& alternative)
{
    if (runs.empty())
        return {};
    const Theme theme = lightTheme();
    QFont font = preferredFont(QGuiApplication::font());
    font.setPixelSize(13);
    const ComparisonScene scene =
        sceneOf(comparison, sightOf(comparison, runs), leastSizeFor(runs.size()), sharpness,
                timelineStyle(font, theme.outlineWidth));
    if (scene.size.height() > mostHeight)
        return {};
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!drawn(scene, theme).save(&buffer, "PNG"))
        return {};
    const double scale = std::min(pageWidth / scene.size.width(), pageHeight / scene.size.height());
    const QSize shown = (scene.size * scale).toSize();
    return u"<p><img src=\"data:image/png;base64,%1\" width=\"%2\" height=\"%3\" alt=\"%4\"></p>\n"_s
        .arg(QString::fromLatin1(png.toBase64()))
        .arg(shown.width())
        .arg(shown.height())
        .arg(escaped(alternative));
}
