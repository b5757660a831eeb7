#pragma once

#include "core/model/time.h"

#include <QDoubleSpinBox>

/// A length of time in milliseconds, with as many decimals as it needs.
class MillisecondsBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit MillisecondsBox(QWidget* parent = nullptr);

    void setLength(Nanoseconds length);
    [[nodiscard]] Nanoseconds length() const;

    [[nodiscard]] QString textFromValue(double value) const override;

    /// Steps by a tenth of the value's order of magnitude: 1, 2 … 10, 20 … 100, 200 …
    void stepBy(int steps) override;
};
