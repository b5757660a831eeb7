#include "app/timeline/comparisonpicture.h"

#include "app/theme/applytheme.h"
#include "app/theme/theme.h"
#include "app/timeline/compactsvg.h"
#include "app/timeline/comparisonscene.h"
#include "app/timeline/samepdf.h"
#include "core/storage/deviceio.h"

#include <QBuffer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace {

enum class PictureKind { Png, Svg, Pdf };

constexpr int dotsPerInch = 96;
/// Columns of vector pictures are finer than a pixel, because one can zoom into them.
constexpr double vectorColumns = 4;
/// The largest picture, in pixels to a side, that painting is sure to manage.
constexpr int largestSide = 30'000;

std::string quoted(const QString& path)
{
    return "“" + path.toStdString() + "”";
}

Result<PictureKind> kindOf(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return PictureKind::Png;
    if (suffix == QLatin1String("svg"))
        return PictureKind::Svg;
    if (suffix == QLatin1String("pdf"))
        return PictureKind::Pdf;
    return failure("cannot write a picture to " + quoted(path) +
                   ": expected a name that ends in .png, .svg or .pdf");
}

/// What is painted, with what it takes to paint it.
struct Painting {
    const ComparisonScene& scene;
    const Theme& theme;

    [[nodiscard]] QSize size() const
    {
        return {static_cast<int>(std::ceil(scene.size.width())),
                static_cast<int>(std::ceil(scene.size.height()))};
    }
    bool paintOn(QPaintDevice& device) const
    {
        QPainter painter;
        if (!painter.begin(&device))
            return false;
        paintScene(painter, scene, theme);
        return painter.end();
    }
};

bool writePng(const Painting& painting, QBuffer& buffer)
{
    QImage image(painting.size(), QImage::Format_RGB32);
    return !image.isNull() && painting.paintOn(image) && image.save(&buffer, "PNG");
}

bool writeSvg(const Painting& painting, QBuffer& buffer)
{
    QBuffer drawing;
    QSvgGenerator generator;
    generator.setOutputDevice(&drawing);
    generator.setResolution(dotsPerInch);
    generator.setSize(painting.size());
    generator.setViewBox(QRectF(QPointF(), painting.size()));
    generator.setTitle(painting.scene.title);
    generator.setDescription(painting.scene.machine);
    return painting.paintOn(generator) && buffer.write(compactSvg(drawing.data())) > 0;
}

bool paintPdf(const Painting& painting, QBuffer& buffer)
{
    const FixedHashOrder order;
    QPdfWriter writer(&buffer);
    constexpr double pointsPerInch = 72;
    const QSizeF points = QSizeF(painting.size()) * pointsPerInch / dotsPerInch;
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(painting.scene.title);
    writer.setCreator(QStringLiteral("Coreogram"));
    return painting.paintOn(writer);
}

bool writePdf(const Painting& painting, QBuffer& buffer)
{
    if (!paintPdf(painting, buffer))
        return false;
    blankCreationDate(buffer.buffer());
    return true;
}

bool paintInto(PictureKind kind, const Painting& painting, QBuffer& buffer)
{
    switch (kind) {
    case PictureKind::Png:
        return writePng(painting, buffer);
    case PictureKind::Svg:
        return writeSvg(painting, buffer);
    case PictureKind::Pdf:
        return writePdf(painting, buffer);
    }
    return false;
}

}  // namespace

Result<void> writePicture(const Comparison& comparison, const QString& path, const Theme& theme,
                          QSize size)
{
    return writePicture(comparison, wholeOf(comparison), path, theme, size);
}

Result<void> writePicture(const Comparison& comparison, const ComparisonSight& sight,
                          const QString& path, const Theme& theme, QSize size)
{
    const auto kind = kindOf(path);
    if (!kind)
        return tl::unexpected(kind.error());
    if (size.width() < 1 || size.height() < 1 ||
        std::max(size.width(), size.height()) > largestSide)
        return failure("cannot draw a picture of " + std::to_string(size.width()) + " × " +
                       std::to_string(size.height()) + " pixels: expected 1 to " +
                       std::to_string(largestSide) + " each way");
    QFont font = preferredFont(QGuiApplication::font());
    font.setPixelSize(13);
    const TimelineStyle style = timelineStyle(font, theme.outlineWidth);
    const double columns = *kind == PictureKind::Png ? 1 : vectorColumns;
    const ComparisonScene scene = sceneOf(comparison, sight, size, columns, style);
    if (scene.size.height() > largestSide)
        return failure("cannot draw " + quoted(path) + ": " +
                       std::to_string(comparison.runs.size()) +
                       " runs are too many for one picture");
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!paintInto(*kind, {scene, theme}, buffer))
        return failure("cannot draw the picture for " + quoted(path));
    return saveFile(path, buffer.data());
}
