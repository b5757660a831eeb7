// What the table's pane is made of.

#include "app/shell/chooser.h"
#include "app/shell/glyph.h"
#include "app/shell/role.h"
#include "app/table/intervalmodel.h"
#include "app/table/intervalwords.h"
#include "app/table/tablepane.h"
#include "app/table/tableview.h"
#include "app/table/totalsmodel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTabBar>
#include <QToolButton>

void TablePane::createParts()
{
    createTabs();
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
    m_close->setIcon(glyphIcon(Glyph::Dismiss, m_ink));
}

/// As they stand, from top to bottom.
void TablePane::orderTabs()
{
    QWidget* before = m_tabs;
    for (QWidget* const part :
         std::initializer_list<QWidget*>{m_runs, m_close, m_totalsView, m_onlyRow, m_onlySelection,
                                         m_latestFirst, m_intervalsView}) {
        setTabOrder(before, part);
        before = part;
    }
}

void TablePane::createTabs()
{
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("tableTabs"));
    m_tabs->setAccessibleName(tr("What the table shows"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Totals"));
    m_tabs->setTabToolTip(Totals, tr("What each row of the timeline did, in total."));
    m_tabs->addTab(tr("Intervals"));
    m_tabs->setTabToolTip(Intervals, tr("Everything that was recorded, in order of time."));
    // Where the pane stands in the order of Tab, not after everything else in the window.
    setFocusPolicy(Qt::StrongFocus);  // else Qt leaves the order as it is
    setTabOrder(this, m_tabs);        // as long as it is the only one
    setFocusPolicy(Qt::NoFocus);
}

QBoxLayout* TablePane::createHeader()
{
    m_runs = new Chooser(tr("Run that the table shows"));
    m_runs->setObjectName(QStringLiteral("tableRun"));
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
