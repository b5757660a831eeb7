#include "app/lessons/lessonwall.h"

#include "app/lessons/lessoncourse.h"
#include "app/shell/textlabel.h"

#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace {

// In pixels on a wall of this height; smaller ones get as much less, but never too little.
constexpr double usualHeight = 1080;
constexpr double usualWidth = 1920;
constexpr double smallestUnit = 0.62;

/// Closer to the widgets than the window's own sheet, this one wins.
QString sheetFor(double unit)
{
    const auto px = [unit](int size) { return QString::number(qRound(size * unit)); };
    return QStringLiteral("QLabel, QTextBrowser, OptionButton { font-size: %1px; }"
                          "QLabel[strong=\"true\"] { font-size: %2px; }"
                          "QLabel[heading=\"true\"] { font-size: %3px; }"
                          "QLabel[muted=\"true\"], QLabel[caption=\"true\"] { font-size: %4px; }"
                          "QPushButton, QSpinBox, QDoubleSpinBox { font-size: %5px; }"
                          "#stepPage QLabel, #stepPage QTextBrowser, #stepPage OptionButton"
                          " { font-size: %1px; }"
                          "#stepPage QLabel[strong=\"true\"] { font-size: %2px; }"
                          "#stepPage QLabel[muted=\"true\"], #stepPage QLabel[caption=\"true\"]"
                          " { font-size: %4px; }"
                          "#drawing, #lessonCurve { font-size: %4px; }")
        .arg(px(30), px(34), px(48), px(24), px(26));
}

}  // namespace

LessonWall::LessonWall(const StepPage::Parts& parts, QWidget* parent)
    : QWidget(parent),
      m_parts(parts)
{
    setObjectName(QStringLiteral("lessonWall"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    m_parts.look = StepPage::Look::Wall;
    m_where = textLabel({}, Role::Muted);
    m_where->setTextFormat(Qt::PlainText);
    m_title = textLabel({}, Role::Heading);
    m_title->setTextFormat(Qt::PlainText);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(4);
    column->addWidget(m_where);
    column->addWidget(m_title);
    column->addWidget(m_scroll, 1);
    const LessonCourse* course = &m_parts.course;
    for (const auto change : {&LessonCourse::opened, &LessonCourse::reloaded, &LessonCourse::closed,
                              &LessonCourse::pageChanged})
        connect(course, change, this, &LessonWall::showPage);
    for (const auto change : {&LessonCourse::lockingChanged, &LessonCourse::runningChanged,
                              &LessonCourse::equipmentChanged})
        connect(course, change, this, &LessonWall::refresh);
    connect(course, &LessonCourse::answered, this, &LessonWall::refresh);
    connect(course, &LessonCourse::measured, this, &LessonWall::refresh);
}

void LessonWall::setShown(bool isShown)
{
    if (isShown == m_isShown)
        return refresh();
    m_isShown = isShown;
    showPage();
}

bool LessonWall::scroll(int step)
{
    QScrollBar* const bar = m_scroll->verticalScrollBar();
    const int before = bar->value();
    bar->triggerAction(step > 0 ? QAbstractSlider::SliderPageStepAdd
                                : QAbstractSlider::SliderPageStepSub);
    return bar->value() != before;
}

void LessonWall::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitLetters();
}

void LessonWall::showPage()
{
    m_page = nullptr;
    delete m_scroll->takeWidget();
    const LessonCourse& course = m_parts.course;
    if (!m_isShown || !course.isOpen())
        return;
    fitLetters();
    m_page = new StepPage(m_parts);
    m_scroll->setWidget(m_page);
    m_scroll->verticalScrollBar()->setValue(0);
    m_where->setText(course.whereText());
    m_title->setText(QString::fromStdString(course.pages()[course.page()].title));
}

void LessonWall::refresh()
{
    if (m_page)
        m_page->refresh();
}

void LessonWall::fitLetters()
{
    const double unit = std::max(
        smallestUnit, std::min(window()->width() / usualWidth, window()->height() / usualHeight));
    const QString sheet = sheetFor(unit);
    if (sheet != styleSheet())
        setStyleSheet(sheet);
    const int side = qRound(60 * unit);
    layout()->setContentsMargins(side, side / 2, side, side / 3);
}
