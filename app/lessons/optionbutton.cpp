#include "app/lessons/optionbutton.h"

#include "app/theme/contrast.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>

namespace {

constexpr QMargins padding(12, 8, 12, 8);
constexpr int roundness = 7;
constexpr int markGap = 8;

}  // namespace

OptionButton::OptionButton(const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QAbstractButton::toggled, this, [this] {
        tell();
        updateGeometry();
    });
    tell();
}

void OptionButton::setMark(Mark mark)
{
    m_mark = mark;
    tell();
    updateGeometry();
    update();
}

void OptionButton::setFixed(bool isFixed)
{
    m_isFixed = isFixed;
    update();
}

void OptionButton::setMarked(bool isMarked)
{
    m_isMarked = isMarked;
    tell();
}

void OptionButton::setNote(const QString& note)
{
    m_note = note;
    tell();
    updateGeometry();
    update();
}

QSize OptionButton::sizeHint() const
{
    constexpr int usual = 240;
    return {usual, fontMetrics().height() + padding.top() + padding.bottom()};
}

int OptionButton::heightForWidth(int width) const
{
    const QRect inside = textRect(QRect(0, 0, width, 0).marginsRemoved(padding));
    const QRect needed = fontMetrics().boundingRect(
        QRect(0, 0, qMax(1, inside.width()), QWIDGETSIZE_MAX), Qt::TextWordWrap, text());
    return needed.height() + padding.top() + padding.bottom();
}

void OptionButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    const QColor accent = colours.color(QPalette::Highlight);
    QColor ground = colours.color(QPalette::Base);
    if (!m_isFixed && (underMouse() || isDown()))
        ground = colours.color(QPalette::AlternateBase);
    if (isChecked())
        ground = mixed(ground, accent, 0.12);
    const bool isStrong = isChecked() || hasFocus();
    const double line = isStrong ? 2 : 1;
    painter.setPen(QPen(isStrong ? accent : colours.color(QPalette::PlaceholderText), line));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
                            roundness, roundness);
    const QRect inside = rect().marginsRemoved(padding);
    painter.setPen(colours.color(QPalette::Text));
    painter.setFont(font());
    const QString mark = markText();
    if (!mark.isEmpty())
        painter.drawText(inside, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), mark);
    painter.drawText(textRect(inside),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextWordWrap, text());
    if (hasFocus() && isChecked()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accent, 1, Qt::DotLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), roundness - 2,
                                roundness - 2);
    }
}

bool OptionButton::hitButton(const QPoint& position) const
{
    return !m_isFixed && rect().contains(position);
}

void OptionButton::keyPressEvent(QKeyEvent* event)
{
    const bool isChoosing = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return ||
                            event->key() == Qt::Key_Enter;
    if (isChoosing && !m_isFixed)
        click();
    else if (isChoosing)
        event->accept();
    else
        QAbstractButton::keyPressEvent(event);
}

void OptionButton::nextCheckState()
{
    if (!m_isFixed)
        QAbstractButton::nextCheckState();
}

QRect OptionButton::textRect(const QRect& inside) const
{
    const QString mark = markText();
    if (mark.isEmpty())
        return inside;
    return inside.adjusted(0, 0, -fontMetrics().horizontalAdvance(mark) - markGap, 0);
}

QString OptionButton::markText() const
{
    QStringList words;
    if (!m_note.isEmpty())
        words << m_note;
    if (isChecked() && m_mark == Mark::None && m_isMarked)
        words << tr("• yours");
    else if (m_mark == Mark::Right)
        words << (isChecked() && m_isMarked ? tr("✓ yours, right") : tr("✓ right"));
    else if (m_mark == Mark::Wrong && isChecked() && m_isMarked)
        words << tr("✗ yours");
    return words.join(QStringLiteral("  "));
}

void OptionButton::tell()
{
    const QString mark = markText();
    setAccessibleName(mark.isEmpty() ? text() : text() + QStringLiteral(" – ") + mark);
}
