#include "app/study/studyplot.h"
#include "tests/support/studytext.h"

#include <QTest>

namespace {

/// "1,100 2,60": workers, and the figure with two decimals at most.
QString text(const QList<QPointF>& points)
{
    QStringList all;
    for (const QPointF& point : points)
        all << QStringLiteral("%1,%2").arg(point.x(), 0, 'g', 4).arg(point.y(), 0, 'g', 4);
    return all.join(QLatin1Char(' '));
}

QString text(const std::vector<Whisker>& whiskers)
{
    QStringList all;
    for (const Whisker& whisker : whiskers)
        all << QStringLiteral("%1,%2-%3")
                   .arg(whisker.workers, 0, 'g', 4)
                   .arg(whisker.low, 0, 'g', 4)
                   .arg(whisker.high, 0, 'g', 4);
    return all.join(QLatin1Char(' '));
}

/// 20 % serial, and more workers than cores.
constexpr const char* runs = "threads 1: 100 95 105; threads 2: 60 55 65; threads 3: 66";

}  // namespace

/// What the charts of a study draw.
class TestStudyPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figures_data();
    void figures();
    void severalKindsStandBesideEachOther();
    void whatIsNotKnownIsNotDrawn();
    void steps_data();
    void steps();
};

void TestStudyPlot::figures_data()
{
    QTest::addColumn<StudyFigure>("figure");
    QTest::addColumn<QString>("measured");
    QTest::addColumn<QString>("fitted");
    QTest::addColumn<QString>("whiskers");
    QTest::addColumn<QString>("ideal");
    QTest::addColumn<double>("highest");
    QTest::newRow("time") << StudyFigure::Time << QStringLiteral("1,100 2,60 3,66")
                          << QStringLiteral("1,100 2,60 3,60") << QStringLiteral("1,95-105 2,55-65")
                          << QString() << 105.0;
    QTest::newRow("speedup") << StudyFigure::Speedup << QStringLiteral("1,1 2,1.667 3,1.515")
                             << QStringLiteral("1,1 2,1.667 3,1.667")
                             << QStringLiteral("2,1.462-1.909 3,1.439-1.591")
                             << QStringLiteral("1,1 2,2 3,2") << 2.0;
    QTest::newRow("efficiency") << StudyFigure::Efficiency
                                << QStringLiteral("1,100 2,83.33 3,75.76")
                                << QStringLiteral("1,100 2,83.33 3,83.33")
                                << QStringLiteral("2,73.08-95.45 3,71.97-79.55") << QString()
                                << 100.0;
}

void TestStudyPlot::figures()
{
    QFETCH(StudyFigure, figure);
    const StudyPlot plot = plotOf(studyOf(studiedFrom(runs)), figure);
    QCOMPARE(plot.curves.size(), std::size_t{1});
    QTEST(text(plot.curves[0].measured), "measured");
    QTEST(text(plot.curves[0].fitted), "fitted");
    QTEST(text(plot.curves[0].whiskers), "whiskers");
    QTEST(text(plot.ideal), "ideal");
    QTEST(plot.highest, "highest");
    QCOMPARE(plot.mostWorkers, 3.0);
}

void TestStudyPlot::severalKindsStandBesideEachOther()
{
    const StudyPlot plot =
        plotOf(studyOf(studiedFrom("threads 1: 100; processes 1: 100; global-lock 1: 100")),
               StudyFigure::Time);
    QStringList points;
    for (const PlotCurve& curve : plot.curves)
        points << text(curve.measured);
    QCOMPARE(points.join(QLatin1Char(' ')), QStringLiteral("0.9,100 1,100 1.1,100"));
}

void TestStudyPlot::whatIsNotKnownIsNotDrawn()
{
    const Study study = studyOf(studiedFrom("threads 2: 50"));
    const StudyPlot speedup = plotOf(study, StudyFigure::Speedup);
    QVERIFY(speedup.curves[0].measured.isEmpty());
    QVERIFY(speedup.curves[0].fitted.isEmpty());
    QCOMPARE(text(plotOf(study, StudyFigure::Time).curves[0].measured), QStringLiteral("2,50"));
    QVERIFY(plotOf({}, StudyFigure::Speedup).curves.empty());
    QVERIFY(plotOf({}, StudyFigure::Speedup).ideal.isEmpty());
}

void TestStudyPlot::steps_data()
{
    QTest::addColumn<double>("step");
    QTest::addColumn<double>("round");
    QTest::newRow("exact") << 2.0 << 2.0;
    QTest::newRow("up") << 2.1 << 5.0;
    QTest::newRow("to the next power") << 51.0 << 100.0;
    QTest::newRow("small") << 0.012 << 0.02;
}

void TestStudyPlot::steps()
{
    QFETCH(double, step);
    QTEST(roundStep(step), "round");
}

QTEST_APPLESS_MAIN(TestStudyPlot)
#include "tst_studyplot.moc"
