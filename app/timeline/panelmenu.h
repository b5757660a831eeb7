#pragma once

#include "app/timeline/hit.h"
#include "app/timeline/legend.h"

#include <QMenu>

class PanelWidget;
class Viewport;
struct TimelineSettings;

/// What can be done with what lies at a point of a panel.
class PanelMenu : public QMenu {
    Q_OBJECT

public:
    /// All are borrowed while the menu is open.
    struct Subjects {
        PanelWidget& panel;
        Viewport& viewport;
        const TimelineSettings& settings;
    };

    /// For what lies at `position` of the panel.
    PanelMenu(const Subjects& subjects, QPointF position, QWidget* parent);

Q_SIGNALS:
    void bookmarkAsked(std::size_t run, Nanoseconds t);
    void rowsChosen(RowsBy rows);
    void coloursChosen(ColourBy colours);

private:
    void addPlaces(const Subjects& subjects, QPointF position);
    void addRange(const Subjects& subjects, const QString& name, TimeRange range);
    void addCopy(const QString& text);
    void addRows(const Subjects& subjects);
    void addColours(const Subjects& subjects);
    void addViews(const Subjects& subjects);
};
