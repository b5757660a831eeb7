#pragma once

#include "app/table/tablesubject.h"

#include <QColor>
#include <QFrame>
#include <QTimer>

class IntervalModel;
class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QTabBar;
class QToolButton;
class TableView;
class TotalsModel;
struct Comparison;
struct IntervalRow;
struct Theme;

/// The twin of the timelines for those who read tables: what each row did in total, and every
/// interval. Who goes through it moves the cursor of the timelines, and the other way round.
class TablePane : public QFrame {
    Q_OBJECT

public:
    /// `view` is borrowed and outlives the pane, which is hidden at first.
    explicit TablePane(ComparisonView& view, QWidget* parent = nullptr);
    ~TablePane() override;

    /// To be called after the view's own. `comparison` is borrowed until another is set.
    void setComparison(const Comparison* comparison);
    /// The comparison has grown.
    void refresh();
    /// The comparison has grown, maybe for the last time.
    void refreshNow();
    /// The timelines may show other rows.
    void followRows();
    void setTheme(const Theme& theme);

    /// The run whose timeline has the focus is the one to show.
    void showRun(std::size_t run);

    void setVisible(bool isShown) override;

Q_SIGNALS:
    void closeAsked();
    /// What was copied, in words.
    void done(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    enum Page { Totals, Intervals };

    void createParts();
    void createTabs();
    [[nodiscard]] QBoxLayout* createHeader();
    [[nodiscard]] QBoxLayout* createFilters();
    void createTables();
    void orderTabs();
    void connectParts();
    void connectView();
    void showPage(int page);
    void listRuns();
    void setRun(int run);
    /// Starts anew with what the filters say.
    void applyScope();
    void updateWords();
    void sort(bool isLatestFirst);
    void showIntervals();
    void showInTimeline(int intervalRow);
    void showRowInTimeline(int totalsRow);
    /// Marks that row of the run's panel, and none of others.
    void markInTimeline(std::size_t row);
    void unmarkOthers(std::size_t run);
    void followTimeline();

    TableSubject m_subject;
    const Comparison* m_comparison = nullptr;
    QTimer m_pause;
    RowsBy m_rows = RowsBy::Tasks;  ///< of the run, when it was last taken in
    std::size_t m_shownRun = 0;     ///< whose totals are shown
    QColor m_ink;
    TotalsModel* m_totals;
    IntervalModel* m_intervals;
    // Made when the pane is first shown.
    QTabBar* m_tabs = nullptr;
    QComboBox* m_runs = nullptr;
    QToolButton* m_close = nullptr;
    QCheckBox* m_onlyRow = nullptr;
    QCheckBox* m_onlySelection = nullptr;
    QCheckBox* m_latestFirst = nullptr;
    QLabel* m_count = nullptr;
    QWidget* m_filters = nullptr;
    TableView* m_totalsView = nullptr;
    TableView* m_intervalsView = nullptr;
};
