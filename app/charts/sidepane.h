#pragma once

#include <QScrollArea>

class TimesCard;

/// The column at the right: what the runs took, and what the words mean.
class SidePane : public QScrollArea {
    Q_OBJECT

public:
    explicit SidePane(QWidget* parent = nullptr);

    [[nodiscard]] TimesCard& times() const noexcept { return *m_times; }

private:
    TimesCard* m_times;
};
