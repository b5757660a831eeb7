// What a panel draws over its picture of what somebody marked or pointed at.

#include "app/timeline/bookmarkpicture.h"
#include "app/timeline/bookmarks.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/timelinesettings.h"

#include <algorithm>

void PanelWidget::setBookmarks(const Bookmarks* bookmarks)
{
    m_bookmarks = bookmarks;
    connect(bookmarks, &Bookmarks::changed, this, qOverload<>(&QWidget::update));
    update();
}

void PanelWidget::paintReleaseArrow(QPainter& painter, const PanelLayout& layout) const
{
    const double x = pixelOf(m_release->time - origin());
    if (x < layout.plot.left() || x > layout.plot.right() ||
        std::max(m_release->from, m_release->to) >= rows())
        return;
    const double from = layout.barRect(m_release->from).center().y();
    const double to = layout.barRect(m_release->to).center().y();
    paintArrow(painter, {QPointF(x, from), QPointF(x, to)}, m_settings.theme, m_settings.style,
               m_settings.theme.text);
}

void PanelWidget::paintFlags(QPainter& painter, const PanelLayout& layout) const
{
    std::vector<BookmarkFlag> flags;
    const auto& all = m_bookmarks->all();
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (all[at].run == runId())
            flags.push_back({pixelOf(all[at].time), m_bookmarks->noteOf(at)});
    }
    std::ranges::sort(flags, {}, &BookmarkFlag::x);
    paintBookmarks(painter, layout, flags, m_settings.theme, m_settings.style);
}
