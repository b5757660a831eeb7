#include "app/shell/glyph.h"

#include <QByteArray>
#include <QColor>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace {

constexpr int iconSide = 16;  // logical pixels

/// What is inside the <svg>, on a field of 16 × 16, drawn with the current stroke.
const char* drawingOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Run:
        return "<path d='M4.5 2.6v10.8L13.4 8z' fill='INK'/>";
    case Glyph::Stop:
        return "<rect x='3.5' y='3.5' width='9' height='9' rx='1' fill='INK'/>";
    case Glyph::Open:
        return "<path d='M1.8 12.7V3.4h4.1l1.5 1.9h5.5v2M1.8 12.7l2-5.4h10.6l-2 5.4z'/>";
    case Glyph::Save:
        return "<path d='M8 1.8v8M4.7 6.7L8 10l3.3-3.3M2.2 10.6v3h11.6v-3'/>";
    case Glyph::Picture:
        return "<rect x='1.8' y='2.8' width='12.4' height='10.4' rx='1.4'/>"
               "<path d='M2 11.2l3.6-3.6 2.9 2.9 2.2-2.2 3.3 3.2'/>"
               "<circle cx='10.8' cy='5.7' r='.9'/>";
    case Glyph::Theme:
        return "<circle cx='8' cy='8' r='6'/><path d='M8 2a6 6 0 0 1 0 12z' fill='INK'/>";
    case Glyph::Times:
        return "<path d='M2.2 2v12M2.2 4h8.6M2.2 8h11.6M2.2 12h5.6' stroke-width='2'/>";
    case Glyph::Information:
        return "<circle cx='8' cy='8' r='6.2'/><path d='M8 7.3v4M8 4.6v.3' stroke-width='1.8'/>";
    case Glyph::Warning:
        return "<path d='M8 2L14.6 13.6H1.4z'/><path d='M8 6.4v3.4M8 11.5v.2' "
               "stroke-width='1.7'/>";
    case Glyph::Error:
        return "<path d='M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z'/>"
               "<path d='M8 4.8v4M8 11v.2' stroke-width='1.8'/>";
    case Glyph::Dismiss:
        return "<path d='M4 4l8 8M12 4l-8 8' stroke-width='1.7'/>";
    case Glyph::Logo:
        return "<path d='M1 4.4h8.2' stroke-width='3.4' stroke-linecap='butt'/>"
               "<path d='M6.6 11.6H15' stroke-width='3.4' stroke-linecap='butt'/>"
               "<path d='M1 11.6h4M11 4.4h4' stroke-width='3.4' stroke-linecap='butt' "
               "stroke-opacity='.35'/>";
    case Glyph::ToStart:
        return "<path d='M3.4 3v10' stroke-width='1.8'/><path d='M12.8 3v10L5.8 8z' fill='INK'/>";
    case Glyph::StepBack:
        return "<path d='M11.4 3.4L6.2 8l5.2 4.6z' fill='INK'/><path d='M4 3.4v9.2'/>";
    case Glyph::StepForward:
        return "<path d='M4.6 3.4L9.8 8l-5.2 4.6z' fill='INK'/><path d='M12 3.4v9.2'/>";
    case Glyph::Pause:
        return "<path d='M5.4 3v10M10.6 3v10' stroke-width='2.6' stroke-linecap='butt'/>";
    case Glyph::Loop:
        return "<path d='M4.2 11.8H11a3 3 0 0 0 3-3v-.6M11.8 4.2H5a3 3 0 0 0-3 3v.6'/>"
               "<path d='M6.2 9.6l-2.2 2.2 2.2 2.2M9.8 2l2.2 2.2-2.2 2.2'/>";
    }
    return "";
}

QByteArray svgOf(Glyph glyph, const QColor& ink)
{
    QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' "
                     "stroke='INK' stroke-width='1.4' stroke-linecap='round' "
                     "stroke-linejoin='round'>";
    svg += drawingOf(glyph);
    svg += "</svg>";
    return svg.replace("INK", ink.name().toLatin1());
}

QPixmap pixmapOf(QSvgRenderer& renderer, int side, int scale, double opacity = 1)
{
    QPixmap pixmap(side * scale, side * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(opacity);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

}  // namespace

QIcon glyphIcon(Glyph glyph, const QColor& ink)
{
    constexpr double disabledOpacity = 0.4;
    QSvgRenderer renderer(svgOf(glyph, ink));
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        icon.addPixmap(pixmapOf(renderer, iconSide, scale));
        icon.addPixmap(pixmapOf(renderer, iconSide, scale, disabledOpacity), QIcon::Disabled);
    }
    return icon;
}

QPixmap glyphPixmap(Glyph glyph, const QColor& ink, int side)
{
    QSvgRenderer renderer(svgOf(glyph, ink));
    return pixmapOf(renderer, side, 2);
}
