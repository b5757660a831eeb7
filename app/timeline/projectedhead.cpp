#include "app/timeline/projectedhead.h"

#include "app/timeline/cachedtext.h"
#include "app/timeline/comparisonscene.h"
#include "app/timeline/legendpicture.h"
#include "app/timeline/panelpages.h"
#include "app/timeline/plantext.h"
#include "app/timeline/timelinesettings.h"
#include "core/model/recording.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QStringList>

#include <cmath>

namespace {

const QString between = QStringLiteral(" · ");

/// "1–2 of 5"; empty where all are shown.
QString pageText(const PanelPage& page, std::size_t total)
{
    if (page.count >= total)
        return {};
    const QLocale locale;
    const auto text = [&locale](std::size_t count) {
        return locale.toString(static_cast<qulonglong>(count));
    };
    if (page.count == 1)
        return ProjectedHead::tr("%1 of %2").arg(text(page.first + 1), text(total));
    return ProjectedHead::tr("%1–%2 of %3")
        .arg(text(page.first + 1), text(page.first + page.count), text(total));
}

}  // namespace

ProjectedHead::ProjectedHead(const TimelineSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings)
{
    setObjectName(QStringLiteral("projectedHead"));
}

void ProjectedHead::setContent(const Comparison* comparison, const PanelPage& page,
                               std::size_t total)
{
    QString left;
    QStringList right;
    if (comparison && !comparison->runs.empty()) {
        left = subjectText(comparison->runs.front().start);
        right << provenanceOf(*comparison).split(between) << coresText(comparison->machine.cores)
              << pageText(page, total);
    }
    right.removeAll(QString());
    m_left = left;
    m_right = right;
    setAccessibleName(m_left + between + this->right());
    update();
}

QString ProjectedHead::right() const
{
    return m_right.join(between);
}

QString ProjectedHead::rightIn(double width) const
{
    const QFont& font = m_settings.style.detail;
    QStringList words = m_right;
    while (words.size() > 1 && textWidth(font, words.join(between)) > width)
        words.removeAt(words.size() > 2 ? 1 : 0);
    return elidedText(font, words.join(between), Qt::ElideLeft, width);
}

int ProjectedHead::neededHeight() const
{
    return static_cast<int>(std::ceil(QFontMetricsF(m_settings.style.detail).height()));
}

void ProjectedHead::paintEvent(QPaintEvent*)
{
    const TimelineStyle& style = m_settings.style;
    const double margin = style.margin + style.padding;
    const QRectF line = QRectF(rect()).adjusted(margin, 0, -margin, 0);
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme.ground);
    painter.setPen(m_settings.theme.mutedText);
    painter.setFont(style.detail);
    // Which panels are shown stands at its end, and what ran at its beginning.
    const double half = (line.width() - style.gap) / 2;
    const double left = std::min(textWidth(style.detail, m_left), half);
    const QString right = rightIn(line.width() - style.gap - left);
    drawWords(painter, line, Qt::AlignRight | Qt::AlignVCenter, right);
    const double used = textWidth(style.detail, right);
    drawWords(painter, line, Qt::AlignLeft | Qt::AlignVCenter,
              elidedText(style.detail, m_left, Qt::ElideRight, line.width() - style.gap - used));
}
