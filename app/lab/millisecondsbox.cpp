#include "app/lab/millisecondsbox.h"

#include "core/model/plan.h"

#include <cmath>

namespace {

constexpr int decimalsOfHundredth = 2;

/// The power of ten at or below `value`; when stepping down from a power itself, the one below it.
double magnitude(double value, bool isStepDown)
{
    const double exponent = std::log10(value);
    const double floor = std::floor(exponent + 1e-9);
    const bool isPower = std::abs(exponent - floor) < 1e-9;
    return std::pow(10.0, isPower && isStepDown ? floor - 1 : floor);
}

}  // namespace

MillisecondsBox::MillisecondsBox(QWidget* parent) : QDoubleSpinBox(parent)
{
    setDecimals(decimalsOfHundredth);
    setRange(toMilliseconds(limits::minTaskLength), toMilliseconds(limits::maxTaskLength));
    setSuffix(tr(" ms"));
    setGroupSeparatorShown(true);
}

void MillisecondsBox::setLength(Nanoseconds length)
{
    setValue(toMilliseconds(length));
}

Nanoseconds MillisecondsBox::length() const
{
    return Nanoseconds(std::llround(value() * 1e6));
}

QString MillisecondsBox::textFromValue(double value) const
{
    QString text = locale().toString(value, 'f', decimalsOfHundredth);
    const QString point = locale().decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(locale().zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

void MillisecondsBox::stepBy(int steps)
{
    setSingleStep(magnitude(value(), steps < 0));
    QDoubleSpinBox::stepBy(steps);
}
