#include "app/study/studylegend.h"

#include "app/lab/workloadwords.h"
#include "app/study/studylook.h"

#include <QPainter>

#include <algorithm>
#include <initializer_list>

namespace {

constexpr int lineLength = 26;
constexpr int gapToText = 6;
constexpr int gapBetween = 18;
constexpr int lineHeight = 24;
constexpr int fontPixels = 12;

}  // namespace

StudyLegend::StudyLegend(QWidget* parent) : QWidget(parent), m_theme(lightTheme())
{
    QFont small = font();
    small.setPixelSize(fontPixels);
    setFont(small);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Legend"));
}

void StudyLegend::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void StudyLegend::setLetters(int pixels)
{
    QFont letters = font();
    letters.setPixelSize(pixels);
    setFont(letters);
    updateGeometry();
}

void StudyLegend::setKinds(const std::vector<WorkerKind>& kinds, Law law, Ideal ideal)
{
    m_kinds = kinds;
    m_law = law;
    m_ideal = ideal;
    QStringList words;
    for (const Entry& entry : entries())
        words << entry.text;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize StudyLegend::sizeHint() const
{
    int width = 0;
    for (const Entry& entry : entries())
        width += widthOf(entry);
    return {width, qRound(lineHeight * unit())};
}

void StudyLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const int line = qRound(lineLength * unit());
    int left = std::max(0, (width() - sizeHint().width()) / 2);
    for (const Entry& entry : entries()) {
        painter.setPen(entry.pen);
        painter.drawLine(QPointF(left, middle), QPointF(left + line, middle));
        if (entry.marker)
            paintMarker(painter, {left + line / 2.0, middle}, *entry.marker);
        painter.setPen(m_theme.text);
        painter.drawText(QRect(left + line + gapToText, 0, widthOf(entry), height()),
                         Qt::AlignVCenter | Qt::AlignLeft, entry.text);
        left += widthOf(entry);
    }
}

std::vector<StudyLegend::Entry> StudyLegend::entries() const
{
    std::vector<Entry> entries;
    for (const WorkerKind kind : m_kinds)
        entries.push_back({titleOf(kind), measuredPen(kind, m_theme), kind});
    if (m_law == Law::Fitted)
        entries.push_back(
            {tr("Amdahl's law"), QPen(m_theme.text, 1.5, Qt::DashLine), std::nullopt});
    if (m_ideal == Ideal::Drawn)
        entries.push_back({tr("ideal"), idealPen(m_theme), std::nullopt});
    return entries;
}

int StudyLegend::widthOf(const Entry& entry) const
{
    return qRound(lineLength * unit()) + gapToText + fontMetrics().horizontalAdvance(entry.text) +
           gapBetween;
}

double StudyLegend::unit() const
{
    return static_cast<double>(fontInfo().pixelSize()) / fontPixels;
}

void StudyLegend::paintMarker(QPainter& painter, QPointF centre, WorkerKind kind) const
{
    constexpr double r = studyMarkerSize / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(kind, m_theme));
    const auto polygon = [&](std::initializer_list<QPointF> corners) {
        painter.drawPolygon(QPolygonF(corners).translated(centre));
    };
    switch (kind) {
    case WorkerKind::Threads:
        return painter.drawEllipse(centre, r, r);
    case WorkerKind::Processes:
        return polygon({{-r, -r}, {r, -r}, {r, r}, {-r, r}});
    case WorkerKind::GlobalLock:
        return polygon({{0, -r}, {r, r}, {-r, r}});
    case WorkerKind::EventLoop:
        return polygon({{0, -r}, {r, 0}, {0, r}, {-r, 0}});
    }
}
