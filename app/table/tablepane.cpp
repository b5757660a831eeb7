#include "app/table/tablepane.h"

#include "app/shell/glyph.h"
#include "app/shell/role.h"
#include "app/table/intervalmodel.h"
#include "app/table/intervalwords.h"
#include "app/table/tableview.h"
#include "app/table/totalsmodel.h"
#include "app/theme/theme.h"
#include "app/timeline/plantext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QTabBar>
#include <QToolButton>

#include <chrono>

namespace {

constexpr std::chrono::milliseconds pauseBetweenRefreshes{500};
constexpr int leastHeight = 150;
constexpr int shortestChoice = 8;  // characters

}  // namespace

TablePane::TablePane(ComparisonView& view, QWidget* parent)
    : QFrame(parent),
      m_subject{view},
      m_totals(new TotalsModel(m_subject, this)),
      m_intervals(new IntervalModel(m_subject, this))
{
    setObjectName(QStringLiteral("tablePane"));
    setMinimumHeight(leastHeight);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetweenRefreshes);
    connect(&m_pause, &QTimer::timeout, this, &TablePane::refreshNow);
    connectView();
    hide();
}

TablePane::~TablePane() = default;

void TablePane::createParts()
{
    createTables();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 4);
    column->setSpacing(4);
    column->addLayout(createHeader());
    column->addWidget(m_totalsView, 1);
    m_filters = new QWidget;
    m_filters->setLayout(createFilters());
    column->addWidget(m_filters);
    column->addWidget(m_intervalsView, 1);
    orderTabs();
    connectParts();
    showPage(Totals);
}

/// Where the pane stands, not after everything else in the window.
void TablePane::orderTabs()
{
    setFocusPolicy(Qt::StrongFocus);  // else Qt leaves the order as it is
    QWidget* before = this;
    for (QWidget* const part :
         std::initializer_list<QWidget*>{m_tabs, m_runs, m_close, m_totalsView, m_onlyRow,
                                         m_onlySelection, m_latestFirst, m_intervalsView}) {
        setTabOrder(before, part);
        before = part;
    }
    setFocusPolicy(Qt::NoFocus);
}

QBoxLayout* TablePane::createHeader()
{
    m_tabs = new QTabBar;
    m_tabs->setObjectName(QStringLiteral("tableTabs"));
    m_tabs->setAccessibleName(tr("What the table shows"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Totals"));
    m_tabs->setTabToolTip(Totals, tr("What each row of the timeline did, in total."));
    m_tabs->addTab(tr("Intervals"));
    m_tabs->setTabToolTip(Intervals, tr("Everything that was recorded, in order of time."));
    m_runs = new QComboBox;
    m_runs->setObjectName(QStringLiteral("tableRun"));
    m_runs->setAccessibleName(tr("Run that the table shows"));
    m_runs->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_runs->setMinimumContentsLength(shortestChoice);
    m_close = new QToolButton;
    m_close->setObjectName(QStringLiteral("closeTable"));
    m_close->setAccessibleName(tr("Hide the table"));
    m_close->setToolTip(tr("Hides the table"));
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout;
    row->addWidget(m_tabs);
    row->addWidget(m_runs);
    row->addStretch(1);
    row->addWidget(m_close);
    return row;
}

QBoxLayout* TablePane::createFilters()
{
    m_onlyRow = new QCheckBox;
    m_onlyRow->setObjectName(QStringLiteral("tableOnlyRow"));
    m_onlySelection = new QCheckBox(tr("Only the selected time"));
    m_onlySelection->setObjectName(QStringLiteral("tableOnlySelection"));
    m_onlySelection->setToolTip(tr("What lies in the time that is selected in the timelines."));
    m_latestFirst = new QCheckBox(tr("Latest first"));
    m_latestFirst->setObjectName(QStringLiteral("tableLatestFirst"));
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("tableCount"));
    setRole(m_count, Role::Muted);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_onlyRow);
    row->addWidget(m_onlySelection);
    row->addWidget(m_latestFirst);
    row->addStretch(1);
    row->addWidget(m_count);
    return row;
}

void TablePane::createTables()
{
    m_totalsView = new TableView(m_totals);
    m_totalsView->setObjectName(QStringLiteral("totalsTable"));
    m_intervalsView = new TableView(m_intervals);
    m_intervalsView->setObjectName(QStringLiteral("intervalTable"));
    m_intervalsView->horizontalHeader()->setSectionsClickable(true);
}

void TablePane::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &TablePane::showPage);
    connect(m_runs, &QComboBox::currentIndexChanged, this, &TablePane::setRun);
    connect(m_close, &QToolButton::clicked, this, &TablePane::closeAsked);
    for (QCheckBox* const filter : {m_onlyRow, m_onlySelection})
        connect(filter, &QCheckBox::toggled, this, &TablePane::applyScope);
    connect(m_latestFirst, &QCheckBox::toggled, this, &TablePane::sort);
    connect(m_intervalsView->horizontalHeader(), &QHeaderView::sectionClicked, this,
            [this](int section) {
                if (section == static_cast<int>(IntervalColumn::Start))
                    m_latestFirst->toggle();
            });
    connect(m_totalsView, &TableView::rowChosen, this, &TablePane::showRowInTimeline);
    connect(m_totalsView, &TableView::activated, this, &TablePane::showIntervals);
    connect(m_intervalsView, &TableView::rowChosen, this, &TablePane::showInTimeline);
    for (TableView* const table : {m_totalsView, m_intervalsView})
        connect(table, &TableView::copied, this, [this](int rows) {
            Q_EMIT done(rows == 1 ? tr("Copied 1 row.")
                                  : tr("Copied %1 rows.").arg(QLocale().toString(rows)));
        });
}

void TablePane::setTheme(const Theme& theme)
{
    m_ink = theme.text;
    if (m_close)
        m_close->setIcon(glyphIcon(Glyph::Dismiss, m_ink));
}

void TablePane::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    if (!m_tabs) {
        createParts();
        m_close->setIcon(glyphIcon(Glyph::Dismiss, m_ink));
    }
    listRuns();
    applyScope();
}

void TablePane::focusInEvent(QFocusEvent*)
{
    TableView* const shown = m_tabs->currentIndex() == Totals ? m_totalsView : m_intervalsView;
    if (shown->currentRow() < 0)
        shown->setCurrentRow(shown->model()->rowCount() > 0 ? 0 : -1);
    shown->setFocus();
}

void TablePane::showPage(int page)
{
    m_totalsView->setVisible(page == Totals);
    m_filters->setVisible(page == Intervals);
    m_intervalsView->setVisible(page == Intervals);
}

void TablePane::setComparison(const Comparison* comparison)
{
    m_comparison = comparison;
    m_subject.run = 0;
    if (!isVisible())
        return;
    listRuns();
    applyScope();
}

void TablePane::refresh()
{
    if (isVisible() && !m_pause.isActive())
        m_pause.start();
}

void TablePane::refreshNow()
{
    m_pause.stop();
    if (!isVisible())
        return;
    listRuns();
    followRows();
    m_totals->refresh();
    m_intervals->refresh();
    updateWords();
}

void TablePane::followRows()
{
    const auto source = m_subject.source();
    if (isVisible() && source && source->rows != m_rows)
        applyScope();
}

void TablePane::listRuns()
{
    const QSignalBlocker blocker(m_runs);
    const std::size_t count = m_comparison ? m_comparison->runs.size() : 0;
    for (std::size_t run = 0; run < count; ++run) {
        const QString title = titleOf(*m_comparison, run);
        if (static_cast<int>(run) >= m_runs->count())
            m_runs->addItem(title);
        else if (m_runs->itemText(static_cast<int>(run)) != title)
            m_runs->setItemText(static_cast<int>(run), title);
    }
    while (m_runs->count() > static_cast<int>(count))
        m_runs->removeItem(m_runs->count() - 1);
    m_runs->setVisible(count > 0);
    m_runs->setCurrentIndex(static_cast<int>(m_subject.run));
}

void TablePane::showRun(std::size_t run)
{
    if (run == m_subject.run)
        return;
    if (isVisible() && run < static_cast<std::size_t>(m_runs->count()))
        m_runs->setCurrentIndex(static_cast<int>(run));  // which sets it
    else
        m_subject.run = run;
}

void TablePane::setRun(int run)
{
    if (run < 0)
        return;
    m_subject.run = static_cast<std::size_t>(run);
    applyScope();
}
