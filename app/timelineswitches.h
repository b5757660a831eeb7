#pragma once

#include <QObject>

class ComparisonView;
class TablePane;
class TopBar;

/// What the bar's switches say of the timelines: by what there are rows, and what colours mean.
class TimelineSwitches : public QObject {
    Q_OBJECT

public:
    /// All are borrowed and outlive this object.
    TimelineSwitches(TopBar& bar, ComparisonView& view, TablePane& table,
                     QObject* parent = nullptr);

    /// Shows the switches that fit what is shown, as they stand.
    void update();

    void switchRows();
    void switchColours();

private:
    void setRows(int choice);
    void setColours(int choice);

    TopBar& m_bar;
    ComparisonView& m_view;
    TablePane& m_table;
};
