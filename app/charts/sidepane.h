#pragma once

#include <QScrollArea>

class DifferenceCard;
class TimesCard;

/// The column at the right: what the runs took, and what the words mean.
class SidePane : public QScrollArea {
    Q_OBJECT

public:
    explicit SidePane(QWidget* parent = nullptr);

    /// Above the times; hidden until two runs are compared.
    [[nodiscard]] DifferenceCard& difference() const noexcept { return *m_difference; }
    [[nodiscard]] TimesCard& times() const noexcept { return *m_times; }

private:
    DifferenceCard* m_difference;
    TimesCard* m_times;
};
