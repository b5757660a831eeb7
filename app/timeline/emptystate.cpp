#include "app/timeline/emptystate.h"

#include "app/timeline/timelinesettings.h"

#include <QFontMetricsF>
#include <QPainter>

#include <array>
#include <cmath>

namespace {

/// A faint picture of what is to come: four tasks that take turns.
void paintSketch(QPainter& painter, const QRectF& rect, const Theme& theme)
{
    constexpr int rows = 4;
    constexpr int turns = 12;
    const double pitch = rect.height() / rows;
    for (int row = 0; row < rows; ++row) {
        const auto task = static_cast<TaskId>(row + 1);
        const QRectF bar(rect.left(), std::round(rect.top() + row * pitch), rect.width(),
                         std::round(pitch * 0.7));
        painter.fillRect(bar, theme.tintOf(task));
        const double width = rect.width() / turns;
        for (int turn = row; turn < turns; turn += rows)
            painter.fillRect(
                QRectF(std::round(bar.left() + turn * width), bar.top(), width, bar.height()),
                theme.hueOf(task));
    }
}

}  // namespace

EmptyState::EmptyState(const TimelineSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_headline(tr("Nothing has run yet"))
{
    setAccessibleName(m_headline);
}

void EmptyState::setInvitation(const QString& invitation)
{
    m_invitation = invitation;
    setAccessibleDescription(invitation);
    update();
}

void EmptyState::paintEvent(QPaintEvent*)
{
    const TimelineStyle& style = m_settings.style;
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme.ground);
    const double middle = height() / 2.0;
    QRectF sketch(0, 0, std::min(260 * style.unit, width() * 0.6), 76 * style.unit);
    sketch.moveCenter({width() / 2.0, middle - 62 * style.unit});
    paintSketch(painter, sketch, m_settings.theme);

    const double line = std::max(30 * style.unit, QFontMetricsF(style.figure).height());
    const QRectF words(style.margin, middle, width() - 2 * style.margin, line);
    painter.setFont(style.figure);
    painter.setPen(m_settings.theme.text);
    painter.drawText(words, Qt::AlignCenter, m_headline);
    painter.setFont(style.detail);
    painter.setPen(m_settings.theme.mutedText);
    painter.drawText(words.adjusted(0, line + 4 * style.unit, 0, line + 90 * style.unit),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_invitation);
}
