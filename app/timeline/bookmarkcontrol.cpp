#include "app/timeline/bookmarkcontrol.h"

#include "app/timeline/axiswidget.h"
#include "app/timeline/bookmarkeditor.h"
#include "app/timeline/coordinates.h"
#include "app/timeline/minimap.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/timetext.h"
#include "app/timeline/viewport.h"
#include "core/model/limits.h"

#include <QMenu>

#include <algorithm>

BookmarkControl::BookmarkControl(const Parts& parts, QWidget* view)
    : QObject(view),
      m_parts(parts),
      m_view(view),
      m_editor(new BookmarkEditor(view))
{
    m_parts.axis.setBookmarks(&m_bookmarks);
    connect(&m_parts.axis, &AxisWidget::bookmarkPicked, this,
            [this](std::size_t at) { open(at, false); });
    connect(&m_parts.axis, &AxisWidget::bookmarkMenuAsked, this, &BookmarkControl::openMenu);
    connect(&m_bookmarks, &Bookmarks::changed, this, [this] {
        std::vector<Nanoseconds> marks;
        for (const Bookmark& each : m_bookmarks.all())
            marks.push_back(each.time);
        m_parts.minimap.setMarks(std::move(marks));
    });
    connect(m_editor, &BookmarkEditor::written, this,
            [this](const QString& note) { close(&note, false); });
    connect(m_editor, &BookmarkEditor::dropped, this, [this] { close(nullptr, m_isNew); });
    connect(m_editor, &BookmarkEditor::removed, this, [this] { close(nullptr, true); });
}

void BookmarkControl::connectPanel(PanelWidget* panel)
{
    panel->setBookmarks(&m_bookmarks);
    connect(panel, &PanelWidget::pointed, this, [this, panel] { m_pointed = panel; });
}

void BookmarkControl::setLetters(int letters)
{
    const QString sheet =
        letters > 0 ? QStringLiteral("* { font-size: %1px; }").arg(letters) : QString();
    if (sheet != m_editor->styleSheet())
        m_editor->setStyleSheet(sheet);
}

PanelWidget* BookmarkControl::panel() const
{
    const auto panels = m_parts.stack.pagePanels();
    const auto focused = std::ranges::find_if(panels, &QWidget::hasFocus);
    if (m_pointed && std::ranges::find(panels, m_pointed.data()) != panels.end())
        return m_pointed;
    if (focused != panels.end())
        return *focused;
    return panels.empty() ? nullptr : panels.front();
}

Nanoseconds BookmarkControl::here() const
{
    const TimeRange visible = m_parts.viewport.visible();
    return m_parts.viewport.cursor().value_or(visible.start + visible.length() / 2);
}

Nanoseconds BookmarkControl::tolerance() const
{
    constexpr int reach = 6;  // pixels
    return timePerPixel(m_parts.viewport.visible(), m_parts.stack.plotSpan().width) * reach;
}

std::optional<std::size_t> BookmarkControl::bookmarkHere() const
{
    const PanelWidget* const at = panel();
    if (!at || !m_parts.viewport.cursor())
        return {};
    return m_bookmarks.nearest(at->runId(), here(), tolerance());
}

void BookmarkControl::setHere()
{
    const PanelWidget* const at = panel();
    if (!at)
        return;
    const auto found = bookmarkHere();
    if (found && m_bookmarks.all()[*found].run == at->runId())
        open(*found, false);
    else
        setAt(at->run(), here());
}

void BookmarkControl::setAt(std::size_t run, Nanoseconds t)
{
    const std::size_t before = m_bookmarks.all().size();
    const auto added = m_bookmarks.add(static_cast<RunId>(run), t);
    if (added)
        open(*added, m_bookmarks.all().size() > before);
    else
        Q_EMIT refused(tr("There are %n bookmarks; no more fit in a recording.", nullptr,
                          static_cast<int>(limits::maxBookmarks)));
}

void BookmarkControl::goOn(Direction direction)
{
    const auto& all = m_bookmarks.all();
    const bool isThere = m_current < all.size() && m_parts.viewport.cursor() &&
                         *m_parts.viewport.cursor() == all[m_current].time;
    const auto next =
        isThere ? m_bookmarks.next(m_current, direction) : m_bookmarks.next(here(), direction);
    if (next)
        show(*next);
    else
        Q_EMIT refused(tr("There is no bookmark yet: M sets one at the cursor."));
}

bool BookmarkControl::removeHere()
{
    const auto found = bookmarkHere();
    if (found)
        m_bookmarks.remove(*found);
    return found.has_value();
}

void BookmarkControl::show(std::size_t at)
{
    const Bookmark bookmark = m_bookmarks.all()[at];
    m_current = at;
    if (PanelWidget* const panel = m_parts.stack.panelOf(number(bookmark.run))) {
        m_parts.stack.setShown(panel->run(), true);
        Q_EMIT goingTo(panel->run());
        panel->setFocus(Qt::OtherFocusReason);
        m_pointed = panel;
    }
    m_parts.viewport.reveal(bookmark.time);
    m_parts.viewport.setPlayhead(bookmark.time);  // from here a replay goes on
    const QString time = durationText(bookmark.time);
    const QString note = m_bookmarks.noteOf(at);
    Q_EMIT visited(note.isEmpty() ? tr("Bookmark at %1").arg(time)
                                  : tr("Bookmark at %1: %2").arg(time, note));
}

void BookmarkControl::open(std::size_t at, bool isNew)
{
    m_current = at;
    m_isNew = isNew;
    m_parts.viewport.reveal(m_bookmarks.all()[at].time);
    const PlotSpan span = m_parts.stack.plotSpan();
    const double x =
        span.left + timeToPixel(m_bookmarks.all()[at].time, m_parts.viewport.visible(), span.width);
    m_editor->open(m_bookmarks.noteOf(at),
                   QPoint(static_cast<int>(x), m_parts.axis.geometry().top()), m_view->font());
}

void BookmarkControl::close(const QString* note, bool removes)
{
    if (m_current < m_bookmarks.all().size() && removes)
        m_bookmarks.remove(m_current);
    else if (m_current < m_bookmarks.all().size() && note)
        m_bookmarks.setNote(m_current, *note);
    if (PanelWidget* const at = panel())
        at->setFocus(Qt::OtherFocusReason);
}

void BookmarkControl::openMenu(std::size_t at, QPoint position)
{
    auto* const menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Go to This Bookmark"), this, [this, at] { show(at); });
    menu->addAction(tr("Edit the Note"), this, [this, at] { open(at, false); });
    menu->addAction(tr("Remove This Bookmark"), this, [this, at] { m_bookmarks.remove(at); });
    menu->popup(position);
}
