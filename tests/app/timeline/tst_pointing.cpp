#include "app/timeline/axispicture.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/coordinates.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <ranges>

using namespace std::chrono_literals;

/// What is drawn where the pointer is, and what makes way for it.
class TestPointing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBoxTellsWhatHasMovedBelowIt();
    void noHalfLabelBesideTheCursor();
    void totalsStepAside();

private:
    const Comparison m_comparison = simulatedComparison({});
};

void TestPointing::theBoxTellsWhatHasMovedBelowIt()
{
    ViewUnderTest test;
    test.show(m_comparison);
    QSignalSpy hovered(&test.view, &ComparisonView::hovered);
    const auto isRunning = [&] {
        return hovered.last().first().toString().contains(QStringLiteral("unning"));
    };
    test.moveTo(test.panel(0), test.pointOf(0, 0, 30ms));
    QVERIFY2(isRunning(), qPrintable(hovered.last().first().toString()));
    test.view.viewport().zoomTo({700ms, 710ms});  // it has long ended
    QVERIFY2(!isRunning(), qPrintable(hovered.last().first().toString()));
    test.view.fit();
    QVERIFY(isRunning());
    test.view.setComparison(nullptr);
    QCOMPARE(hovered.last().first().toString(), QString());
}

void TestPointing::noHalfLabelBesideTheCursor()
{
    const TimelineStyle style;
    const Theme theme = lightTheme();
    const PlotSpan span{50, 900};
    const TimeRange visible{0ms, 100ms};
    const auto tick = axisTicks(visible, span, style).at(1);
    const auto inkAt = [&](std::optional<Nanoseconds> cursor) {
        QImage image(1000, 30, QImage::Format_RGB32);
        image.fill(theme.ground);
        QPainter painter(&image);
        paintAxis(painter, image.rect(), span, visible, cursor, theme, style);
        painter.end();
        int ink = 0;  // where the right half of the label is
        for (int x = static_cast<int>(tick.x) + 1; x < static_cast<int>(tick.x) + 30; ++x) {
            for (int y = 0; y < image.height(); ++y)
                ink += image.pixelColor(x, y) != theme.ground ? 1 : 0;
        }
        return ink;
    };
    const auto timeOf = [&](double x) { return pixelToTime(x - span.left, visible, span.width); };
    QVERIFY(inkAt({}) > 0);
    QVERIFY(inkAt(timeOf(tick.x - 200)) > 0);  // far away
    const double bubble = textWidth(style.strong, QStringLiteral("20.00 ms")) + 12;
    QCOMPARE(inkAt(timeOf(tick.x - bubble / 2 - 2)), 0);  // it covers the left half
}

void TestPointing::totalsStepAside()
{
    ViewUnderTest test;
    test.show(m_comparison);
    const QRect plot = test.panel(0).geometryOfParts().plot.toRect();
    const QImage bare = test.imageOf(0);
    const int left = test.pointOf(0, 0, 300ms).x();
    const int right = test.pointOf(0, 0, 340ms).x();
    const auto isCovered = [&](int x) {  // by anything but what is there without a selection
        const QImage image = test.imageOf(0);
        const auto differsAt = [&](int y) { return image.pixel(x, y) != bare.pixel(x, y); };
        return std::ranges::any_of(std::views::iota(plot.top(), plot.bottom()), differsAt);
    };
    test.view.viewport().select(TimeRange{300ms, 340ms});
    QVERIFY(isCovered(right + 30));
    QVERIFY(!isCovered(left - 30));
    test.moveTo(test.panel(0), {right + 36, plot.center().y()});
    QVERIFY(!isCovered(right + 30));
    QVERIFY(isCovered(left - 30));
    test.moveTo(test.panel(0), {left - 36, plot.center().y()});
    QVERIFY(isCovered(right + 30));
    QVERIFY(!isCovered(left - 30));
}

QTEST_MAIN(TestPointing)
#include "tst_pointing.moc"
