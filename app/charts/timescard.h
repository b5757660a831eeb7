#pragma once

#include "app/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTableView;
class QVBoxLayout;
class TimesChart;
class TimesModel;
struct Comparison;

/// What the runs took: a table, a chart of the same, and what it comes to in a sentence; then what
/// the work of each run came to.
class TimesCard : public QWidget {
    Q_OBJECT

public:
    explicit TimesCard(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    /// `comparison` is borrowed until another is set; null shows nothing.
    void setComparison(const Comparison* comparison);

    /// Takes over what has changed, soon: twice a second is often enough for numbers.
    void refresh();

    /// Takes over what has changed at once: the last of it.
    void refreshNow();

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createTable(QVBoxLayout* column);
    void showChart();
    void fitTable();
    void showFindings();

    const Comparison* m_comparison = nullptr;
    TimesModel* m_model;
    QTableView* m_table = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_findings = nullptr;
    TimesChart* m_chart = nullptr;  ///< made when it first has something to show
    Theme m_theme;
    QTimer m_pause;
    QTimer m_fit;  ///< the table to its text, when all columns have their widths
};
