#pragma once

#include <QWidget>

class QVBoxLayout;

/// The column of a place: content that scrolls, and below it what is always in reach.
class PlacePane : public QWidget {
    Q_OBJECT

public:
    explicit PlacePane(QWidget* parent = nullptr);

protected:
    [[nodiscard]] QVBoxLayout* content() const noexcept { return m_content; }
    [[nodiscard]] QVBoxLayout* footer() const noexcept { return m_footer; }

private:
    QWidget* createContent();
    QWidget* createFooter();

    QVBoxLayout* m_content = nullptr;
    QVBoxLayout* m_footer = nullptr;
};
