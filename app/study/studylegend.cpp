#include "app/study/studylegend.h"

#include "app/lab/workloadwords.h"
#include "app/study/studylook.h"

#include <QPainter>

#include <algorithm>
#include <initializer_list>
#include <numeric>

namespace {

constexpr int lineLength = 26;
constexpr int gapToText = 6;
constexpr int gapBetween = 18;
constexpr int usualLineHeight = 24;
constexpr int usualLetters = 12;

}  // namespace

StudyLegend::StudyLegend(QWidget* parent)
    : QWidget(parent),
      m_theme(lightTheme()),
      m_letters(usualLetters)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
}

void StudyLegend::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void StudyLegend::setLetters(int pixels)
{
    m_letters = pixels;
    updateGeometry();
    update();
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
    return {widthOf(entries()), lineHeight()};
}

int StudyLegend::heightForWidth(int width) const
{
    return lineHeight() * std::max(1, static_cast<int>(linesIn(width).size()));
}

void StudyLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(letters());
    double middle = lineHeight() / 2.0;
    for (const std::vector<Entry>& line : linesIn(width())) {
        paintLine(painter, line, middle);
        middle += lineHeight();
    }
}

void StudyLegend::paintLine(QPainter& painter, const std::vector<Entry>& line, double middle) const
{
    const int sign = qRound(lineLength * unit());
    const int top = qRound(middle - lineHeight() / 2.0);
    int left = std::max(0, (width() - widthOf(line)) / 2);
    for (const Entry& entry : line) {
        QPen pen = entry.pen;
        pen.setWidthF(pen.widthF() * unit());
        painter.setPen(pen);
        painter.drawLine(QPointF(left, middle), QPointF(left + sign, middle));
        if (entry.marker)
            paintMarker(painter, {left + sign / 2.0, middle}, *entry.marker);
        painter.setPen(m_theme.text);
        painter.drawText(QRect(left + sign + gapToText, top, widthOf(entry), lineHeight()),
                         Qt::AlignVCenter | Qt::AlignLeft, entry.text);
        left += widthOf(entry);
    }
}

std::vector<std::vector<StudyLegend::Entry>> StudyLegend::linesIn(int width) const
{
    std::vector<std::vector<Entry>> lines;
    int left = 0;
    for (const Entry& entry : entries()) {
        const int wanted = widthOf(entry);
        if (lines.empty() || left + wanted > width) {
            lines.emplace_back();
            left = 0;
        }
        lines.back().push_back(entry);
        left += wanted;
    }
    return lines;
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
    return qRound(lineLength * unit()) + gapToText +
           QFontMetrics(letters()).horizontalAdvance(entry.text) + gapBetween;
}

int StudyLegend::widthOf(const std::vector<Entry>& line) const
{
    return std::accumulate(line.begin(), line.end(), 0,
                           [this](int sum, const Entry& entry) { return sum + widthOf(entry); });
}

QFont StudyLegend::letters() const
{
    QFont letters = font();
    letters.setPixelSize(m_letters);
    return letters;
}

double StudyLegend::unit() const noexcept
{
    return static_cast<double>(m_letters) / usualLetters;
}

int StudyLegend::lineHeight() const noexcept
{
    return qRound(usualLineHeight * unit());
}

void StudyLegend::paintMarker(QPainter& painter, QPointF centre, WorkerKind kind) const
{
    const double r = studyMarkerSize / 2 * unit();
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
