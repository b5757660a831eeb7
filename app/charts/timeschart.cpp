#include "app/charts/timeschart.h"

#include "app/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QLegendMarker>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace {

constexpr int fontPixels = 11;
constexpr int heightOfLine = 15;
constexpr int heightAroundLines = 16;
constexpr int heightOfAxisAndLegend = 84;
constexpr int leastHeight = 92;  ///< of the plot: with less, the axis has no room for its numbers
constexpr double ticksWanted = 4;

const QString lineBreak = QStringLiteral("<br>");

/// Two lines where the name is long: a chart's labels do not break by themselves.
QString label(const QString& name)
{
    constexpr qsizetype longest = 12;
    const qsizetype space = name.indexOf(u' ');
    if (name.size() <= longest || space < 0)
        return name.toHtmlEscaped();
    return name.left(space).toHtmlEscaped() + lineBreak + name.mid(space + 1).toHtmlEscaped();
}

/// The smallest of 1, 2, 5, 10, 20 … that is at least `step`, which is above 0.
double roundedUp(double step)
{
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (step <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

QFont smallFont()
{
    QFont font;
    font.setPixelSize(fontPixels);
    return font;
}

}  // namespace

TimesChart::TimesChart(QWidget* parent) : QChartView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::NoFocus);  // the table says the same, and can be walked through
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Chart of real, user and sys time"));
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setLocalizeNumbers(true);
    chart()->setMargins(QMargins(0, 0, 0, 0));
    chart()->setBackgroundRoundness(0);
    createSeries();
    createAxes();
}

void TimesChart::setTheme(const Theme& theme)
{
    setBackgroundBrush(theme.card);
    chart()->setBackgroundBrush(theme.card);
    chart()->legend()->setLabelColor(theme.text);
    chart()->legend()->setFont(smallFont());
    m_real->setColor(theme.accent);
    m_user->setColor(theme.taskHues[2]);
    m_system->setColor(theme.taskHues[3]);
    for (QBarSet* set : {m_real, m_user, m_system})
        set->setBorderColor(theme.card);
    colourAxis(m_runs, theme);
    colourAxis(m_milliseconds, theme);
    m_runs->setGridLineVisible(false);
}

void TimesChart::setRows(const std::vector<TimesRow>& rows)
{
    QStringList names;
    QList<qreal> real, user, system;
    Nanoseconds longest{};
    for (const TimesRow& row : std::views::reverse(rows)) {  // charts count from below
        names << label(row.name);
        real << toMilliseconds(row.real);
        user << toMilliseconds(row.user.value_or(Nanoseconds{}));
        system << toMilliseconds(row.system.value_or(Nanoseconds{}));
        longest = std::max({longest, row.real, row.user.value_or(Nanoseconds{})});
    }
    if (m_runs->categories() != names)
        m_runs->setCategories(names);
    const auto show = [](QBarSet* set, const QList<qreal>& values) {
        set->remove(0, set->count());
        set->append(values);
    };
    show(m_real, real);
    show(m_user, user);
    show(m_system, system);
    scaleTo(longest);
    fitHeight(names);
}

void TimesChart::createSeries()
{
    m_series = new QHorizontalBarSeries(this);
    m_real = new QBarSet(tr("real"), m_series);
    m_user = new QBarSet(tr("user"), m_series);
    m_system = new QBarSet(tr("sys"), m_series);
    m_series->append({m_system, m_user, m_real});  // from below: real is on top
    m_series->setBarWidth(0.72);
    chart()->addSeries(m_series);
    chart()->legend()->setAlignment(Qt::AlignBottom);
    chart()->legend()->setReverseMarkers(true);
}

void TimesChart::createAxes()
{
    m_runs = new QBarCategoryAxis(this);
    m_milliseconds = new QValueAxis(this);
    m_milliseconds->setTickType(QValueAxis::TicksDynamic);
    m_milliseconds->setTitleText(tr("milliseconds"));
    chart()->addAxis(m_runs, Qt::AlignLeft);
    chart()->addAxis(m_milliseconds, Qt::AlignBottom);
    m_series->attachAxis(m_runs);
    m_series->attachAxis(m_milliseconds);
}

void TimesChart::colourAxis(QAbstractAxis* axis, const Theme& theme)
{
    axis->setLabelsColor(theme.text);
    axis->setLabelsFont(smallFont());
    axis->setTitleFont(smallFont());
    axis->setTitleBrush(theme.mutedText);
    axis->setGridLineColor(theme.grid);
    axis->setLinePenColor(theme.border);
}

void TimesChart::scaleTo(Nanoseconds longest)
{
    constexpr double room = 1.05;
    const double most = std::max(0.01, toMilliseconds(longest));
    const double step = roundedUp(most / ticksWanted);
    // The axis makes a tick for every interval at once: never a long range with a short interval.
    m_milliseconds->setTickInterval(std::max(step, m_milliseconds->tickInterval()));
    m_milliseconds->setRange(0, most * room);
    m_milliseconds->setTickInterval(step);
    m_milliseconds->setLabelFormat(step < 1 ? QStringLiteral("%.2f") : QStringLiteral("%.0f"));
}

/// A chart shortens a label where the plot's height, shared by all labels and one more, has not
/// room for it.
void TimesChart::fitHeight(const QStringList& labels)
{
    qsizetype lines = 1;
    for (const QString& text : labels)
        lines = std::max(lines, text.count(lineBreak) + 1);
    const auto each = static_cast<int>(lines) * heightOfLine + heightAroundLines;
    const int all = std::max(static_cast<int>(labels.size() + 1) * each, leastHeight);
    setFixedHeight(all + heightOfAxisAndLegend);
}
