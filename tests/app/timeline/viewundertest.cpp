#include "tests/app/timeline/viewundertest.h"

#include "app/timeline/coordinates.h"

#include <QApplication>
#include <QTest>

#include <QWheelEvent>
#include <cstdlib>

ViewUnderTest::ViewUnderTest(QSize size)
{
    QFont font = view.font();
    font.setPixelSize(13);
    view.setFont(font);
    view.resize(size);
    view.show();
    (void)QTest::qWaitForWindowActive(&view);
}

void ViewUnderTest::show(const Comparison& comparison)
{
    view.setComparison(&comparison);
    settle();
}

void ViewUnderTest::settle()
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
}

std::vector<PanelWidget*> ViewUnderTest::panels() const
{
    const auto children = view.findChildren<PanelWidget*>();
    return {children.begin(), children.end()};
}

QPoint ViewUnderTest::pointOf(std::size_t run, std::size_t row, Nanoseconds t)
{
    const PanelLayout layout = panel(run).geometryOfParts();
    const double x = timeToPixel(t, view.viewport().visible(), layout.plot.width());
    return QPointF(layout.plot.left() + x, layout.barRect(row).center().y()).toPoint();
}

void ViewUnderTest::moveTo(const PanelWidget& panel, QPoint position)
{
    // From elsewhere: a mouse that is there already would not move.
    QTest::mouseMove(view.windowHandle(), panel.mapTo(&view, position + QPoint(1, 0)));
    QTest::mouseMove(view.windowHandle(), panel.mapTo(&view, position));
    settle();
}

void ViewUnderTest::press(const PanelWidget& panel, QPoint position,
                          Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(view.windowHandle(), Qt::LeftButton, modifiers, panel.mapTo(&view, position));
}

void ViewUnderTest::release(const PanelWidget& panel, QPoint position,
                            Qt::KeyboardModifiers modifiers)
{
    QTest::mouseRelease(view.windowHandle(), Qt::LeftButton, modifiers,
                        panel.mapTo(&view, position));
    settle();
}

void ViewUnderTest::doubleClick(const PanelWidget& panel, QPoint position)
{
    QTest::mouseDClick(view.windowHandle(), Qt::LeftButton, {}, panel.mapTo(&view, position));
    settle();
}

bool ViewUnderTest::wheel(PanelWidget& panel, QPoint position, int turn,
                          Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(position, panel.mapToGlobal(position), {}, {0, turn}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    event.ignore();
    QCoreApplication::sendEvent(&panel, &event);
    const bool taken = event.isAccepted();
    settle();
    return taken;
}

QImage ViewUnderTest::imageOf(std::size_t run)
{
    return panel(run).grab().toImage();
}

QColor ViewUnderTest::colourAt(std::size_t run, QPoint position)
{
    return imageOf(run).pixelColor(position);
}

QStringList ViewUnderTest::legend() const
{
    QStringList words;
    for (const LegendEntry& entry : view.findChild<LegendWidget*>()->entries())
        words << entry.text;
    return words;
}

bool areAlike(const QImage& one, const QImage& other)
{
    const QImage a = one.convertToFormat(QImage::Format_RGB32);
    const QImage b = other.convertToFormat(QImage::Format_RGB32);
    if (a.size() != b.size())
        return false;
    const auto isNear = [](int left, int right) { return std::abs(left - right) <= 2; };
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb left = a.pixel(x, y);
            const QRgb right = b.pixel(x, y);
            if (!isNear(qRed(left), qRed(right)) || !isNear(qGreen(left), qGreen(right)) ||
                !isNear(qBlue(left), qBlue(right)))
                return false;
        }
    }
    return true;
}
