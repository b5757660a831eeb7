#pragma once

#include <QLabel>

/// One sentence: on what lies under the pointer, else on what has the focus, else on nothing in
/// particular. Keeps its height, so that nothing moves while sentences come and go.
class SentenceLine : public QLabel {
    Q_OBJECT

public:
    explicit SentenceLine(QWidget* parent = nullptr);

    void setUsual(const QString& sentence);
    void setFocused(const QString& sentence);
    void setHovered(const QString& sentence);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

private:
    void showMostPressing();
    [[nodiscard]] int usualHeight() const;

    QString m_usual;
    QString m_focused;
    QString m_hovered;
};
