#include "app/lab/sentenceline.h"

#include "app/shell/role.h"

namespace {

constexpr int usualLines = 3;

}  // namespace

SentenceLine::SentenceLine(QWidget* parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("sentence"));
    setRole(this, Role::Small);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void SentenceLine::setUsual(const QString& sentence)
{
    m_usual = sentence;
    showMostPressing();
}

void SentenceLine::setFocused(const QString& sentence)
{
    m_focused = sentence;
    showMostPressing();
}

void SentenceLine::setHovered(const QString& sentence)
{
    m_hovered = sentence;
    showMostPressing();
}

QSize SentenceLine::sizeHint() const
{
    return {QLabel::sizeHint().width(), usualHeight()};
}

QSize SentenceLine::minimumSizeHint() const
{
    return {QLabel::minimumSizeHint().width(), usualHeight()};
}

int SentenceLine::heightForWidth(int width) const
{
    return qMax(usualHeight(), QLabel::heightForWidth(width));
}

void SentenceLine::showMostPressing()
{
    setText(!m_hovered.isEmpty() ? m_hovered : !m_focused.isEmpty() ? m_focused : m_usual);
}

int SentenceLine::usualHeight() const
{
    return usualLines * fontMetrics().lineSpacing();
}
