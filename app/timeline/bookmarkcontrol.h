#pragma once

#include "app/timeline/bookmarks.h"

#include <QPointer>

class AxisWidget;
class BookmarkEditor;
class Minimap;
class PanelStack;
class PanelWidget;
class QWidget;
class Viewport;

/// Sets, shows, edits and removes the bookmarks of a view as the user asks for it.
class BookmarkControl : public QObject {
    Q_OBJECT

public:
    /// The parts of the view that show bookmarks; all borrowed.
    struct Parts {
        Viewport& viewport;
        PanelStack& stack;
        AxisWidget& axis;
        Minimap& minimap;
    };

    /// `view` owns this object, and the line in which notes are edited lies over it.
    BookmarkControl(const Parts& parts, QWidget* view);

    [[nodiscard]] Bookmarks& bookmarks() noexcept { return m_bookmarks; }
    void connectPanel(PanelWidget* panel);
    /// Of the line for notes: so many pixels high, as on a wall; 0 for the usual ones.
    void setLetters(int letters);

    /// Marks where the cursor is, and opens the line for its note; the one that is there, if any.
    void setHere();
    /// Marks time `t` of a run, and opens the line for its note.
    void setAt(std::size_t run, Nanoseconds t);
    void goOn(Direction direction);
    /// Removes the bookmark at the cursor. Returns false where there is none.
    bool removeHere();

Q_SIGNALS:
    /// The user went to a bookmark, which is said in one line.
    void visited(const QString& text);
    void refused(const QString& why);
    /// The user goes to a bookmark of that run, whose panel should be shown.
    void goingTo(std::size_t run);

private:
    [[nodiscard]] PanelWidget* panel() const;
    [[nodiscard]] Nanoseconds here() const;
    [[nodiscard]] Nanoseconds tolerance() const;
    [[nodiscard]] std::optional<std::size_t> bookmarkHere() const;
    void show(std::size_t at);
    void open(std::size_t at, bool isNew);
    void close(const QString* note, bool removes);
    void openMenu(std::size_t at, QPoint position);

    const Parts m_parts;
    QWidget* const m_view;
    Bookmarks m_bookmarks;
    BookmarkEditor* m_editor = nullptr;
    QPointer<PanelWidget> m_pointed;
    std::size_t m_current = 0;  ///< visited or edited last
    bool m_isNew = false;       ///< the one that is edited was set just now
};
