#include "app/timeline/legendwidget.h"

#include "app/timeline/timelinesettings.h"

#include <QPainter>
#include <QStringList>

#include <cmath>

LegendWidget::LegendWidget(const TimelineSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings)
{
    setAccessibleName(tr("Legend"));
}

void LegendWidget::setContent(const LegendUse& use, const QString& note, Note room)
{
    if (use == m_use && note == m_note && room == m_noteRoom)
        return;
    m_use = use;
    m_note = note;
    m_noteRoom = room;
    QStringList words;
    for (const LegendEntry& entry : entries())
        words << entry.text;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

LegendLayout LegendWidget::layoutFor(int width) const
{
    const double margin = m_settings.style.margin + m_settings.style.padding;
    const double room = width - 2 * margin;
    LegendLayout whole = layOutLegend(m_use, m_note, room, m_settings.style);
    LegendLayout bare = layOutLegend(m_use, {}, room, m_settings.style);
    const bool isLeftOut = m_noteRoom == Note::TakesWhatIsLeft && whole.height > bare.height;
    return isLeftOut ? bare : whole;
}

int LegendWidget::heightFor(int width) const
{
    return static_cast<int>(std::ceil(layoutFor(width).height + 8 * m_settings.style.unit));
}

void LegendWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme.ground);
    painter.translate(m_settings.style.margin + m_settings.style.padding, 0);
    paintLegend(painter, layoutFor(width()), m_settings.shownColourBy(), m_settings.theme,
                m_settings.style);
}
