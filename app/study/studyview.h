#pragma once

#include "app/theme/theme.h"

#include <QWidget>

#include <array>
#include <memory>

class QBoxLayout;
class QLabel;
class QStackedLayout;
class QTableView;
class StudyChart;
class StudyLegend;
class StudyModel;
struct Comparison;
struct Study;

/// What a study came to: a sentence, charts, and their table.
class StudyView : public QWidget {
    Q_OBJECT

public:
    explicit StudyView(QWidget* parent = nullptr);
    ~StudyView() override;

    void setTheme(const Theme& theme);

    /// `comparison` is borrowed until another is set; null shows nothing.
    void setComparison(const Comparison* comparison);

    /// How far a study is that goes on; empty once it has ended, and what it came to is said.
    void setProgress(const QString& progress);

    /// Takes over what has been measured since, where that is another run.
    void refresh();

    [[nodiscard]] bool hasPoints() const noexcept;
    [[nodiscard]] const Study& study() const noexcept { return *m_study; }

    /// The charts as they are shown.
    [[nodiscard]] QPixmap picture();

Q_SIGNALS:
    void changed();  ///< there is something, or nothing any more, to export

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* createInvitation();
    void createContent();
    QWidget* createPage();
    QWidget* createCharts();
    void createTable();
    void recompute();
    void showStudy();
    void showSummary();
    void arrangeCharts();
    void arrangeTable();
    [[nodiscard]] bool hasContent() const noexcept { return m_charts != nullptr; }
    [[nodiscard]] std::size_t endedRuns() const;

    const Comparison* m_comparison = nullptr;
    std::unique_ptr<Study> m_study;
    std::size_t m_studied = 0;  ///< runs that had ended when the study was made
    Theme m_theme;
    QString m_progress;

    QStackedLayout* m_pages = nullptr;
    // These are made when there first is something to show: charts cost time.
    QWidget* m_charts = nullptr;
    QBoxLayout* m_chartRow = nullptr;
    std::array<StudyChart*, 3> m_chart{};  ///< in the order of StudyFigure
    StudyLegend* m_legend = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_note = nullptr;
    QTableView* m_table = nullptr;
    StudyModel* m_model = nullptr;
};
