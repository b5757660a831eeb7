// How a ComparisonView hands bookmarks, search and menus to those who see to them.

#include "app/timeline/bookmarkcontrol.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelmenu.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/searchbar.h"

void ComparisonView::setBookmarks(const std::vector<Bookmark>& bookmarks)
{
    m_bookmarks->bookmarks().set(bookmarks);
}

const std::vector<Bookmark>& ComparisonView::bookmarks() const
{
    return m_bookmarks->bookmarks().all();
}

void ComparisonView::openSearch()
{
    if (!m_stack->panels().empty())
        m_searchBar->open();
}

void ComparisonView::openMenu(PanelWidget& panel, QPointF position, QPoint globalPosition)
{
    hideHover();
    auto* const menu = new PanelMenu({panel, m_viewport, m_settings}, position, this);
    connect(menu, &PanelMenu::bookmarkAsked, m_bookmarks, &BookmarkControl::setAt);
    connect(menu, &PanelMenu::rowsChosen, this, [this](RowsBy rows) {
        setRowsBy(rows);
        Q_EMIT switched();
    });
    connect(menu, &PanelMenu::coloursChosen, this, [this](ColourBy colours) {
        setColourBy(colours);
        Q_EMIT switched();
    });
    Q_EMIT menuOpening(*menu, panel.run());
    menu->popup(globalPosition);
}

void ComparisonView::setBookmark()
{
    hideHover();  // what is written would lie under it
    m_bookmarks->setHere();
}

void ComparisonView::goToNextBookmark()
{
    m_bookmarks->goOn(Direction::Forward);
}

void ComparisonView::goToPreviousBookmark()
{
    m_bookmarks->goOn(Direction::Back);
}
