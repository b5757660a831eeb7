#include "app/replay/instantpanel.h"

#include "app/replay/instantboxes.h"
#include "app/shell/chooser.h"
#include "app/shell/role.h"
#include "app/timeline/plantext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace {

constexpr int widestTitle = 190;

}  // namespace

InstantPanel::InstantPanel(QWidget* parent) : QWidget(parent)
{
    createParts();
}

void InstantPanel::createParts()
{
    auto* caption = new QLabel(tr("AT THIS INSTANT"));
    setRole(caption, Role::Caption);
    m_title = new QLabel;
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMaximumWidth(widestTitle);
    m_runs = new Chooser(tr("Run that is shown at this instant"));
    m_runs->setObjectName(QStringLiteral("instantRun"));
    connect(m_runs, &QComboBox::currentIndexChanged, this, &InstantPanel::choose);
    m_boxes = new InstantBoxes;

    auto* left = new QVBoxLayout;
    left->setSpacing(1);
    left->addWidget(caption);
    left->addWidget(m_title);
    left->addWidget(m_runs);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addLayout(left);
    row->addWidget(m_boxes, 1);
}

void InstantPanel::setComparison(const Comparison* comparison)
{
    m_comparison = comparison;
    listRuns();
    choose(m_runs->currentIndex());
}

void InstantPanel::showTime(Nanoseconds t)
{
    m_boxes->showTime(t);
}

void InstantPanel::setTheme(const Theme& theme)
{
    m_boxes->setTheme(theme);
}

void InstantPanel::showRun(std::size_t run)
{
    if (m_comparison && run < m_comparison->runs.size())
        m_runs->setCurrentIndex(static_cast<int>(run));
}

void InstantPanel::listRuns()
{
    const QSignalBlocker blocker(m_runs);
    const int before = m_runs->currentIndex();
    const std::size_t count = m_comparison ? m_comparison->runs.size() : 0;
    m_runs->clear();
    for (std::size_t run = 0; run < count; ++run)
        m_runs->addItem(titleOf(*m_comparison, run));
    if (before > 0 && before < m_runs->count())
        m_runs->setCurrentIndex(before);
    m_runs->setVisible(count > 1);
    m_title->setVisible(count == 1);
    const QString title = count == 1 ? m_runs->itemText(0) : QString();
    m_title->setText(m_title->fontMetrics().elidedText(title, Qt::ElideMiddle, widestTitle));
    m_title->setToolTip(title);
}

void InstantPanel::choose(int run)
{
    const bool isRun = m_comparison && run >= 0;
    m_runs->setToolTip(m_runs->itemText(run));  // it may be cut
    m_boxes->setRun(isRun ? &m_comparison->runs[static_cast<std::size_t>(run)] : nullptr,
                    isRun ? m_comparison->machine.cores : 1);
}
