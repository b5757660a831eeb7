#include "app/study/studychart.h"

#include "app/lab/workloadwords.h"
#include "app/study/studylook.h"
#include "app/study/studytext.h"

#include <QChart>
#include <QLegend>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>

namespace {

constexpr int usualLetters = 12;
constexpr double ticksWanted = 5;
constexpr double roomAbove = 1.06;
constexpr double roomBeside = 0.6;  ///< workers
constexpr double whiskerWidth = 1.5;
constexpr double capWidth = 4;  ///< to either side of a whisker's ends
constexpr int leastHeight = 220;
constexpr int linesHigh = 11;

QString titleOf(StudyFigure figure)
{
    switch (figure) {
    case StudyFigure::Time:
        return StudyChart::tr("Time, in milliseconds");
    case StudyFigure::Speedup:
        return StudyChart::tr("Speedup, times as fast as one worker");
    case StudyFigure::Efficiency:
        break;
    }
    return StudyChart::tr("Efficiency, in percent");
}

/// Moves the range and its ticks: an axis makes all its ticks at once, so never a long range with a
/// short interval.
void setScale(QValueAxis* axis, double low, double high, double step)
{
    axis->setTickInterval(std::max(step, axis->tickInterval()));
    axis->setRange(low, high);
    axis->setTickInterval(step);
}

}  // namespace

StudyChart::StudyChart(StudyFigure figure, QWidget* parent)
    : QChartView(parent),
      m_figure(figure),
      m_theme(lightTheme()),
      m_letters(usualLetters)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);  // whiskers are no items
    setFocusPolicy(Qt::NoFocus);  // the table says the same, and can be walked through
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(leastHeight);
    setAccessibleName(titleOf(figure));
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setLocalizeNumbers(true);
    chart()->setMargins(QMargins(4, 4, 8, 0));
    chart()->setBackgroundRoundness(0);
    chart()->legend()->hide();  // one serves all charts
    chart()->setTitle(titleOf(figure));
    createAxes();
}

void StudyChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    QFont titleFont = letters();
    titleFont.setBold(true);
    setBackgroundBrush(theme.card);
    chart()->setBackgroundBrush(theme.card);
    chart()->setTitleFont(titleFont);
    chart()->setTitleBrush(theme.text);
    colourAxis(m_workers);
    colourAxis(m_values);
    rebuild();
}

void StudyChart::setStudy(const Study& study)
{
    m_plot = plotOf(study, m_figure);
    setAccessibleDescription(summaryText(study));
    rebuild();
}

void StudyChart::setLetters(int pixels)
{
    if (pixels == m_letters)
        return;
    m_letters = pixels;
    setMinimumHeight(std::max(leastHeight, linesHigh * pixels));
    setTheme(m_theme);
}

void StudyChart::drawForeground(QPainter* painter, const QRectF&)
{
    for (const PlotCurve& curve : m_plot.curves) {
        painter->setPen(QPen(colourOf(curve.with, m_theme), whiskerWidth * unit()));
        for (const Whisker& whisker : curve.whiskers) {
            const QPointF top = chart()->mapToPosition({whisker.workers, whisker.high});
            const QPointF bottom = chart()->mapToPosition({whisker.workers, whisker.low});
            painter->drawLine(top, bottom);
            const QPointF cap(capWidth * unit(), 0);
            for (const QPointF& end : {top, bottom})
                painter->drawLine(end - cap, end + cap);
        }
    }
}

void StudyChart::createAxes()
{
    m_workers = new QValueAxis(this);
    m_values = new QValueAxis(this);
    m_workers->setLabelFormat(QStringLiteral("%.0f"));
    m_workers->setTitleText(tr("workers"));
    for (QValueAxis* axis : {m_workers, m_values})
        axis->setTickType(QValueAxis::TicksDynamic);
    chart()->addAxis(m_workers, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
}

/// Points may have come, gone or moved: all series are made anew.
void StudyChart::rebuild()
{
    chart()->removeAllSeries();
    if (!m_plot.ideal.isEmpty())
        addLine(m_plot.ideal, idealPen(m_theme));
    for (const PlotCurve& curve : m_plot.curves)
        addCurve(curve);
    scale();
    viewport()->update();
}

void StudyChart::addCurve(const PlotCurve& curve)
{
    addLine(curve.measured, measuredPen(curve.with, m_theme));
    if (!curve.fitted.isEmpty())
        addLine(curve.fitted, fittedPen(curve.with, m_theme));
    addMarkers(curve);
}

void StudyChart::addLine(const QList<QPointF>& points, const QPen& pen)
{
    auto* line = new QLineSeries;
    line->append(points);
    QPen scaled = pen;
    scaled.setWidthF(pen.widthF() * unit());
    line->setPen(scaled);
    attach(line);
}

void StudyChart::addMarkers(const PlotCurve& curve)
{
    auto* markers = new QScatterSeries;
    markers->setName(::titleOf(curve.with));
    markers->append(curve.measured);
    markers->setMarkerShape(shapeOf(curve.with));
    markers->setMarkerSize(studyMarkerSize * unit());
    markers->setColor(colourOf(curve.with, m_theme));
    markers->setBorderColor(m_theme.card);
    attach(markers);
}

void StudyChart::attach(QXYSeries* series)
{
    chart()->addSeries(series);
    series->attachAxis(m_workers);
    series->attachAxis(m_values);
}

void StudyChart::scale()
{
    const double workerStep = std::max(1.0, roundStep(m_plot.mostWorkers / 8));
    setScale(m_workers, 1 - roomBeside, m_plot.mostWorkers + roomBeside, workerStep);
    const double highest = std::max(m_plot.highest, 1e-3);
    const double step = roundStep(highest / ticksWanted);
    setScale(m_values, 0, highest * roomAbove, step);
    m_values->setLabelFormat(step < 0.1   ? QStringLiteral("%.2f")
                             : step < 1.0 ? QStringLiteral("%.1f")
                                          : QStringLiteral("%.0f"));
}

double StudyChart::unit() const noexcept
{
    return static_cast<double>(m_letters) / usualLetters;
}

QFont StudyChart::letters() const
{
    QFont font;
    font.setPixelSize(m_letters);
    return font;
}

void StudyChart::colourAxis(QValueAxis* axis) const
{
    axis->setLabelsColor(m_theme.text);
    axis->setLabelsFont(letters());
    axis->setTitleFont(letters());
    axis->setTitleBrush(m_theme.mutedText);
    axis->setGridLineColor(m_theme.grid);
    axis->setLinePenColor(m_theme.border);
}
