#include "app/shell/chooser.h"

#include <QEvent>
#include <QLabel>
#include <QStyleOptionComboBox>
#include <QStylePainter>

#include <algorithm>

namespace {

constexpr int longestChoice = 22;  // characters
constexpr int shortestChoice = 10;

}  // namespace

Chooser::Chooser(const QString& name, QWidget* parent)
    : QComboBox(parent),
      m_name(std::make_unique<QLabel>(name, parent))
{
    setAccessibleName(name);
    setSizeAdjustPolicy(AdjustToContents);
    m_name->setBuddy(this);
    m_name->hide();
}

Chooser::~Chooser() = default;

QSize Chooser::sizeHint() const
{
    const QSize whole = QComboBox::sizeHint();
    const int longest = fontMetrics().averageCharWidth() * longestChoice;
    return {std::min(whole.width(), longest + whole.height()), whole.height()};
}

QSize Chooser::minimumSizeHint() const
{
    const QSize usual = sizeHint();
    const int shortest = fontMetrics().averageCharWidth() * shortestChoice;
    return {std::min(usual.width(), shortest + usual.height()), usual.height()};
}

bool Chooser::event(QEvent* event)
{
    if (event->type() == QEvent::ParentChange) {
        m_name->setParent(parentWidget());
        m_name->hide();
    }
    return QComboBox::event(event);
}

void Chooser::paintEvent(QPaintEvent*)
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect field =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    constexpr int margin = 4;
    option.currentText =
        fontMetrics().elidedText(option.currentText, Qt::ElideMiddle, field.width() - margin);
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}
