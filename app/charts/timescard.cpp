#include "app/charts/timescard.h"

#include "app/charts/findingsof.h"
#include "app/charts/timeschart.h"
#include "app/charts/timesmodel.h"
#include "app/shell/role.h"
#include "core/model/recording.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace {

constexpr std::chrono::milliseconds pauseBetweenRefreshes{500};
constexpr int rowPadding = 4;
constexpr int tablePadding = 3;

}  // namespace

TimesCard::TimesCard(QWidget* parent)
    : QWidget(parent),
      m_model(new TimesModel(this)),
      m_theme(lightTheme())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetweenRefreshes);
    connect(&m_pause, &QTimer::timeout, this, &TimesCard::refreshNow);
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, this, &TimesCard::fitTable);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    createTable(column);
    refreshNow();
}

void TimesCard::setTheme(const Theme& theme)
{
    m_theme = theme;
    if (m_chart)
        m_chart->setTheme(theme);
}

void TimesCard::setComparison(const Comparison* comparison)
{
    m_comparison = comparison;
    refreshNow();
}

void TimesCard::refresh()
{
    if (isVisible() && !m_pause.isActive())
        m_pause.start();
}

bool TimesCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table)
        return false;
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_fit.start();
    // Nothing in the table can be chosen: Space is left to the window.
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Space)
        return false;
    event->ignore();
    return true;
}

void TimesCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refreshNow();
    m_fit.start();
}

void TimesCard::createTable(QVBoxLayout* column)
{
    auto* caption = new QLabel(tr("TIME, AS TIME REPORTS IT (MS)"), this);
    setRole(caption, Role::Caption);
    m_hint = new QLabel(tr("The times of the runs appear here, as the shell's time command would "
                           "give them."),
                        this);
    m_hint->setWordWrap(true);
    setRole(m_hint, Role::Small);
    m_table = new QTableView(this);
    m_table->setModel(m_model);
    m_table->installEventFilter(this);
    m_table->setAccessibleName(tr("Times of the runs, in milliseconds"));
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setMinimumSectionSize(20);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(TimesModel::Run, QHeaderView::Stretch);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        if (section == TimesModel::Run)  // names may need more lines, or fewer
            m_fit.start();
    });
    m_summary = new QLabel(this);
    m_summary->setWordWrap(true);
    setRole(m_summary, Role::Small);
    column->addWidget(caption);
    column->addWidget(m_hint);
    column->addWidget(m_table);
    m_findings = new QLabel(this);
    m_findings->setObjectName(QStringLiteral("findings"));
    m_findings->setAccessibleName(tr("What the runs came to"));
    m_findings->setTextFormat(Qt::RichText);
    m_findings->setWordWrap(true);
    setRole(m_findings, Role::Small);
    column->addWidget(m_summary);
    column->addWidget(m_findings);
}

void TimesCard::refreshNow()
{
    m_pause.stop();
    const auto rows = m_comparison ? timesRows(*m_comparison) : std::vector<TimesRow>{};
    m_model->setRows(rows);
    m_hint->setVisible(rows.empty());
    m_table->setVisible(!rows.empty());
    const bool isCompared = rows.empty() || !std::ranges::all_of(rows, &TimesRow::isObserved);
    for (const int column : {TimesModel::Speedup, TimesModel::Efficiency})
        m_table->setColumnHidden(column, !isCompared);
    m_summary->setText(summaryOf(rows));
    m_summary->setVisible(!m_summary->text().isEmpty());
    showFindings();
    if (!rows.empty() && !m_chart)
        showChart();
    if (m_chart) {
        m_chart->setVisible(!rows.empty());
        m_chart->setRows(rows);
        m_chart->setAccessibleDescription(m_summary->text());
    }
    fitTable();
}

void TimesCard::showFindings()
{
    const QString text = m_comparison ? findingsOf(*m_comparison) : QString();
    m_findings->setText(text);
    m_findings->setVisible(!text.isEmpty());
}

void TimesCard::showChart()
{
    m_chart = new TimesChart(this);
    m_chart->setTheme(m_theme);
    auto* const column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_findings), m_chart);
}

void TimesCard::fitTable()
{
    if (m_model->rowCount() == 0)
        return;
    m_table->resizeRowsToContents();
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_table->setRowHeight(row, m_table->rowHeight(row) + rowPadding);
    const int height =
        m_table->horizontalHeader()->sizeHint().height() + m_table->verticalHeader()->length();
    m_table->setFixedHeight(height + 2 * m_table->frameWidth() + tablePadding);
}
