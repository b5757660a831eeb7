#include "app/study/studyview.h"

#include "app/lab/workloadwords.h"
#include "app/shell/textlabel.h"
#include "app/study/studychart.h"
#include "app/study/studylegend.h"
#include "app/study/studymodel.h"
#include "app/study/studytext.h"
#include "core/model/recording.h"

#include <QHeaderView>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int widthForTwo = 620;
constexpr int widthForThree = 980;
constexpr int widthForTable = 900;
constexpr int rowHeight = 26;
constexpr auto notStudied = static_cast<std::size_t>(-1);

/// The least confidence of all intervals, 0 to 1.
double leastLevel(const Study& study)
{
    double least = 1;
    for (const StudyCurve& curve : study.curves) {
        for (const StudyPoint& point : curve.points)
            least = std::min(least, point.level);
    }
    return least;
}

/// The fitted serial fractions, with their errors.
QString serialNote(const Study& study)
{
    const auto percent = [](double share) { return QLocale().toString(share * 100, 'f', 1); };
    QString note;
    for (const StudyCurve& curve : study.curves) {
        if (const auto& serial = curve.serial)
            note += u' ' + StudyView::tr("Serial fraction (%1): %2 % (%3 % to %4 %).")
                               .arg(titleOf(curve.with), percent(serial->value),
                                    percent(serial->low), percent(serial->high));
    }
    return note;
}

/// What points, intervals and curves mean.
QString noteOf(const Study& study)
{
    const double level = leastLevel(study);
    const QString law =
        StudyView::tr("The dashed curve is Amdahl's law, fitted up to as many workers as can do "
                      "something at once.");
    if (level == 0)
        return StudyView::tr("Points are medians.") + u' ' + law;
    return StudyView::tr("Points are medians; with a confidence of %1 % or more, the true one lies "
                         "within the whiskers.")
               .arg(QLocale().toString(level * 100, 'f', 1)) +
           u' ' + law + serialNote(study);
}

}  // namespace

StudyView::StudyView(QWidget* parent)
    : QWidget(parent),
      m_study(std::make_unique<Study>()),
      m_theme(lightTheme()),
      m_model(new StudyModel(this))
{
    setObjectName(QStringLiteral("studyView"));
    setAttribute(Qt::WA_StyledBackground);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(createInvitation());
}

StudyView::~StudyView() = default;

void StudyView::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (StudyChart* chart : m_chart) {
        if (chart)
            chart->setTheme(theme);
    }
    if (m_legend)
        m_legend->setTheme(theme);
}

void StudyView::setComparison(const Comparison* comparison)
{
    m_comparison = comparison;
    m_studied = notStudied;
    refresh();
}

void StudyView::setProgress(const QString& progress)
{
    m_progress = progress;
    showSummary();
}

void StudyView::refresh()
{
    if (isVisible() && endedRuns() != m_studied)
        recompute();
}

bool StudyView::hasPoints() const noexcept
{
    return !m_study->curves.empty();
}

QPixmap StudyView::picture()
{
    return hasContent() ? m_charts->grab() : QPixmap();
}

void StudyView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeCharts();
    arrangeTable();
}

void StudyView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

QWidget* StudyView::createInvitation()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(40, 40, 40, 40);
    column->addStretch();
    QLabel* invitation =
        textLabel(tr("Press Run study to see how the work scales from one worker to many: each "
                     "number of workers is run several times, in turns."),
                  Role::Muted);
    invitation->setAlignment(Qt::AlignCenter);
    column->addWidget(invitation);
    column->addStretch();
    return page;
}

void StudyView::createContent()
{
    auto* scroll = new QScrollArea;
    scroll->setWidget(createPage());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(scroll);
    setTheme(m_theme);
    arrangeCharts();
    arrangeTable();
}

QWidget* StudyView::createPage()
{
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("studyContent"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    m_summary = textLabel({}, Role::Strong);
    m_summary->setObjectName(QStringLiteral("studySummary"));
    m_summary->setAccessibleName(tr("What the study came to"));
    m_note = textLabel({}, Role::Small);
    createTable();
    column->addWidget(m_summary);
    column->addWidget(createCharts(), 3);
    column->addWidget(m_note);
    column->addWidget(m_table, 2);
    return page;
}

QWidget* StudyView::createCharts()
{
    m_charts = new QWidget;
    m_charts->setObjectName(QStringLiteral("studyCharts"));
    m_legend = new StudyLegend;
    m_chartRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_chartRow->setSpacing(8);
    auto* column = new QVBoxLayout(m_charts);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_chartRow, 1);
    column->addWidget(m_legend);
    for (std::size_t i = 0; i < m_chart.size(); ++i) {
        m_chart[i] = new StudyChart(static_cast<StudyFigure>(i));
        m_chartRow->addWidget(m_chart[i], 1);
    }
    return m_charts;
}

void StudyView::createTable()
{
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("studyTable"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("The study as a table"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(5 * rowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
}

void StudyView::recompute()
{
    const bool hadPoints = hasPoints();
    m_studied = endedRuns();
    *m_study = m_comparison ? studyOf(*m_comparison) : Study{};
    if (hasPoints() && !hasContent())
        createContent();
    if (hasContent())
        showStudy();
    showSummary();
    if (hadPoints != hasPoints())
        Q_EMIT changed();
}

void StudyView::showStudy()
{
    for (StudyChart* chart : m_chart)
        chart->setStudy(*m_study);
    std::vector<WorkerKind> kinds;
    for (const StudyCurve& curve : m_study->curves)
        kinds.push_back(curve.with);
    const bool isFitted = std::ranges::any_of(
        m_study->curves, [](const StudyCurve& curve) { return curve.serial.has_value(); });
    m_legend->setKinds(kinds, isFitted ? StudyLegend::Law::Fitted : StudyLegend::Law::NotFitted);
    m_model->setStudy(*m_study);
    m_note->setText(noteOf(*m_study));
}

void StudyView::showSummary()
{
    if (!hasContent())
        return;
    m_summary->setText(m_progress.isEmpty() ? summaryText(*m_study) : m_progress);
    m_pages->setCurrentIndex(hasPoints() ? 1 : 0);
}

/// All columns are alike where there is room; else those with long texts take what they need.
void StudyView::arrangeTable()
{
    if (!hasContent())
        return;
    QHeaderView* const header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    if (width() >= widthForTable)
        return;
    for (const int wide : {StudyModel::TimeRange, StudyModel::SpeedupRange, StudyModel::Efficiency})
        header->setSectionResizeMode(wide, QHeaderView::ResizeToContents);
}

/// Beside each other where there is room; the efficiency, which follows from the speedup, is the
/// first to go.
void StudyView::arrangeCharts()
{
    if (!hasContent())
        return;
    m_chartRow->setDirection(width() >= widthForTwo ? QBoxLayout::LeftToRight
                                                    : QBoxLayout::TopToBottom);
    m_chart[static_cast<std::size_t>(StudyFigure::Efficiency)]->setVisible(width() >=
                                                                           widthForThree);
}

std::size_t StudyView::endedRuns() const
{
    return m_comparison ? static_cast<std::size_t>(
                              std::ranges::count_if(m_comparison->runs, &Recording::hasEnded))
                        : 0;
}
