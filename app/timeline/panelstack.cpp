#include "app/timeline/panelstack.h"

#include "app/timeline/panelcloser.h"
#include "app/timeline/paneldrag.h"
#include "app/timeline/panelgestures.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/timelinesettings.h"
#include "app/timeline/viewport.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// In the gap between two panels.
QRect dropRect(int y, const QWidget& stack)
{
    constexpr int thickness = 4;
    return {0, y - thickness / 2, stack.width(), thickness};
}

}  // namespace

PanelStack::PanelStack(const TimelineSettings& settings, Viewport& viewport, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_viewport(viewport)
{}

void PanelStack::setComparison(const Comparison* comparison)
{
    m_comparison = comparison;
    m_order = PanelOrder();
    m_focused = 0;
    m_overlay.forgetPicks();
    m_overlaidRuns = 0;
    const std::size_t wanted = comparison ? comparison->runs.size() : 0;
    while (m_panels.size() > wanted) {
        delete m_panels.back();
        m_panels.pop_back();
    }
    for (std::size_t run = 0; run < m_panels.size(); ++run)
        m_panels[run]->setRun(comparison, run);
    refresh();
    placeInOrder();
}

bool PanelStack::refresh()
{
    const std::size_t wanted = m_comparison ? m_comparison->runs.size() : 0;
    if (wanted < m_panels.size()) {
        setComparison(m_comparison);
        return true;
    }
    for (PanelWidget* const panel : m_panels)
        panel->refresh();
    m_order.setRuns(wanted);
    while (m_panels.size() < wanted)
        addPanel(m_panels.size());
    if (m_overlaidRuns != wanted)
        takeInOverlay();
    return rowsOfPanels() != m_rows;
}

void PanelStack::addPanel(std::size_t run)
{
    auto* const panel = new PanelWidget(m_settings, m_viewport, this);
    new PanelGestures(*panel, m_viewport);
    new PanelDrag(*panel, *this);
    auto* const closer = new PanelCloser(*panel, *this, m_settings);
    connect(closer, &QAbstractButton::clicked, this,
            [this, panel] { setShown(panel->run(), false); });
    panel->setRun(m_comparison, run);
    connect(panel, &PanelWidget::focused, this, [this](std::size_t at) { m_focused = at; });
    connect(panel, &PanelWidget::leftAt, this, [this, panel](int step) { moveFocus(panel, step); });
    takeIntoTabOrder(panel);
    m_panels.push_back(panel);
    Q_EMIT panelAdded(panel);
    panel->show();
}

void PanelStack::takeIntoTabOrder(QWidget* panel)
{
    // Where it stands, not after everything else in the window, so that Tab goes on from here.
    QWidget* const before = m_panels.empty() ? this : static_cast<QWidget*>(m_panels.back());
    const Qt::FocusPolicy policy = before->focusPolicy();
    before->setFocusPolicy(Qt::StrongFocus);  // else Qt leaves the order as it is
    setTabOrder(before, panel);
    before->setFocusPolicy(policy);
}

void PanelStack::moveFocus(PanelWidget* from, int step)
{
    const std::vector<PanelWidget*> panels = shownPanels();
    const auto at = std::ranges::find(panels, from) - panels.begin() + step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(panels.size()))
        return;
    PanelWidget* const next = panels[static_cast<std::size_t>(at)];
    next->setFocus(Qt::TabFocusReason);
    next->stepRow(step);
}

std::vector<std::size_t> PanelStack::rowsOfPanels() const
{
    std::vector<std::size_t> rows;
    for (const PanelWidget* const panel : shownPanels())
        rows.push_back(panel->rows());
    return rows;
}

double PanelStack::neededLabelWidth() const
{
    double width = 0;
    for (const PanelWidget* const panel : shownPanels())
        width = std::max(width, panel->neededLabelWidth());
    return width;
}

PlotSpan PanelStack::plotSpan() const
{
    const TimelineStyle& style = m_settings.style;
    const QRectF card(style.margin, 0, width() - 2 * style.margin, 1);
    return plotSpanIn(card, m_settings.labelWidth, style);
}

void PanelStack::layOut(QSize window)
{
    m_rows = rowsOfPanels();
    const TimelineStyle& style = m_settings.style;
    const std::vector<PanelWidget*> panels = pagePanels();
    std::vector<std::size_t> rows;
    for (const PanelWidget* const panel : panels)
        rows.push_back(panel->rows());
    const double pitch = rowPitchFor(window.height(), rows, style);
    resize(window.width(), static_cast<int>(std::ceil(stackHeight(pitch, rows, style))));
    const auto cards = stackCards(width(), pitch, rows, style);
    for (std::size_t i = 0; i < cards.size(); ++i)
        panels[i]->setGeometry(cards[i].toAlignedRect());
}

void PanelStack::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_settings.theme.ground);
    if (m_dropLine)
        painter.fillRect(dropRect(*m_dropLine, *this), m_settings.theme.accent);
}
