#include "app/lessons/numberfield.h"

#include "app/lessons/answergrading.h"
#include "app/lessons/lessoncourse.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace {

/// As many decimals as tell a hundredth of the range apart.
int decimalsFor(double low, double high)
{
    const double step = (high - low) / 100;
    return step <= 0 ? 0 : std::clamp(static_cast<int>(std::ceil(-std::log10(step))), 0, 4);
}

}  // namespace

NumberField::NumberField(const Question& question, LessonCourse& course, QWidget* parent)
    : AnswerField(parent),
      m_question(question),
      m_course(course)
{
    createParts();
    refresh();
}

void NumberField::createParts()
{
    const lesson::NumberAnswer& asked = *m_question.number;
    m_number = new QDoubleSpinBox;
    m_number->setObjectName(QStringLiteral("number"));
    m_number->setAccessibleName(QString::fromStdString(m_question.text));
    m_number->setDecimals(decimalsFor(asked.low, asked.high));
    const double step = (asked.high - asked.low) / 20;
    m_number->setRange(asked.low - step, asked.high);  // below what is asked for: nothing yet
    m_number->setSpecialValueText(tr("your number"));
    m_number->setValue(m_number->minimum());
    m_number->setSingleStep(step);
    if (!asked.unit.empty())
        m_number->setSuffix(u' ' + QString::fromStdString(asked.unit));
    m_give = new QPushButton(tr("That is my answer"));
    m_give->setObjectName(QStringLiteral("giveNumber"));
    connect(m_give, &QPushButton::clicked, this, &NumberField::give);
    connect(m_number->findChild<QLineEdit*>(), &QLineEdit::returnPressed, m_give,
            &QPushButton::click);
    connect(m_number, &QDoubleSpinBox::valueChanged, this,
            [this](double number) { m_give->setEnabled(number >= m_question.number->low); });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_number, 1);
    row->addWidget(m_give);
}

void NumberField::refresh()
{
    const auto given = m_course.answerTo(m_question.name).number;
    if (given)
        m_number->setValue(*given);
    m_number->setEnabled(!isFixed());
    m_give->setVisible(!isFixed());
    m_give->setEnabled(!given && m_number->value() >= m_question.number->low);
    m_give->setText(given ? tr("• yours") : tr("That is my answer"));
}

QString NumberField::grade() const
{
    const Answer& answer = m_course.answerTo(m_question.name);
    if (!answer.number)
        return {};
    const Grade grade = gradeOf(answer, m_question, m_course.known());
    if (grade.measured.isEmpty())
        return tr("Could not be measured this time: %1").arg(grade.doubt);
    if (!grade.isRight)
        return tr("Measured: %1. Whether you were right is not sure.").arg(grade.measured);
    return *grade.isRight ? tr("Measured: %1. You were right.").arg(grade.measured)
                          : tr("Measured: %1. That is too far off.").arg(grade.measured);
}

void NumberField::give()
{
    Answer answer = m_course.answerTo(m_question.name);
    answer.number = m_number->value();
    Q_EMIT given(answer);
    refresh();
}
