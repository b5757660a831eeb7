#pragma once

#include <QAbstractButton>

struct Theme;

/// An answer that can be chosen: its text in as many lines as it takes, and a mark for what became
/// of it.
class OptionButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Mark { None, Right, Wrong };

    explicit OptionButton(const QString& text, QWidget* parent = nullptr);

    /// Whether it was right, once that is known.
    void setMark(Mark mark);
    /// As it is, it can no longer be changed, but is still read.
    void setFixed(bool isFixed);
    /// Whether what is chosen says that it is yours (the default), besides being outlined.
    void setMarked(bool isMarked);
    /// What stands at its right, such as a count of votes; empty for nothing.
    void setNote(const QString& note);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void nextCheckState() override;

private:
    [[nodiscard]] QRect textRect(const QRect& inside) const;
    [[nodiscard]] QString markText() const;
    void tell();

    Mark m_mark = Mark::None;
    bool m_isFixed = false;
    bool m_isMarked = true;
    QString m_note;
};
